internal import BlazonCheck
internal import BlazonForm
internal import BlazonLetters
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

extension Typesetter {
  /// Reports what no font can write of `text`, of which `lines` were set: one finding for all of it.
  mutating func checkLetters(
    of text: String, setAs lines: [TextLine], at place: Place, _ report: inout Report
  ) {
    if let letter = text.overloadedLetter, let first = letter.unicodeScalars.first {
      let count = letter.unicodeScalars.count - 1
      report.add(
        .glyphs, "a letter “\(first)” carries \(count) marks", at: place,
        measure: Measure(Double(count), "marks", limit: Double(String.markLimit)),
        help: "write it with the marks that it needs")
      return
    }
    guard let missing = missingLetters(of: text, setAs: lines) else { return }
    report.add(.glyphs, missing.message(of: text), at: place, help: missing.help)
  }
}

extension MissingLetters {
  /// How many letters a message names.
  private static let shownLetters = 5

  fileprivate func message(of text: String) -> String {
    let shown = letters.prefix(MissingLetters.shownLetters)
    let names = shown.map { "“\($0)” (\($0.codePoint))" }.joined(separator: ", ")
    let rest = letters.count - shown.count
    return "no font here can write \(names)\(rest > 0 ? " and \(rest) more" : "") of “\(text)”"
  }

  fileprivate var help: String {
    guard !packages.isEmpty else { return "leave it out: no font that is installed here has it" }
    return "install a font that has it: apt install \(packages.joined(separator: " "))"
  }
}
