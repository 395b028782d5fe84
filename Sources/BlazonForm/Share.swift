/// How much of something is done, as texts say it: `3/5`, `60%`, `0.6`.
package struct Share {
  /// 0…1.
  package let value: Double

  /// `nil` if `text` says no share of one.
  package init?(_ text: String) {
    let text = Share.trimmed(text[...])
    let parts = text.split(separator: "/").map { Double(decimal: Share.trimmed($0)) }
    let share: Double
    switch (parts.count, parts.first, parts.last) {
    case (2, let done??, let all??) where all > 0: share = done / all
    case (1, let value??, _): share = value
    default:
      guard text.hasSuffix("%"), let percent = Double(decimal: Share.trimmed(text.dropLast()))
      else {
        return nil
      }
      share = percent / 100
    }
    guard (0...1).contains(share) else { return nil }
    value = share
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
