extension Emblem {
  package static func monogram(_ letters: String) -> Emblem? { nil }
  package static func numeral(_ text: String) -> Emblem? {
    text.allSatisfy(\.isNumber) && (1...4).contains(text.count) ? Emblem(named: "star") : nil
  }
}
