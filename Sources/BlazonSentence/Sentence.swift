internal import BlazonForm
public import BlazonSource
public import BlazonSpec

/// A badge told in one line, as a herald would: “gold shield, open book, ribbon Docs, three stars”.
///
/// Items stand between commas, in any order; each says one thing with a word of the language. A text
/// with a comma in it stands in quotes. A line above the items is the badge's alternative text.
public struct Sentence: Sendable {
  private let source: SourceText
  private var alternative: Located<String>?
  private var items: [SentenceItem] = []

  /// The most bytes that are read: far more than a badge needs.
  private static let limit = 8000

  /// `nil` if `source` is no text to read, which is then reported.
  public init?(_ source: SourceText, report: inout Report) {
    self.source = source
    let start = Position(line: 1, column: 1)
    func refuse(_ message: String, _ help: String) {
      report.error(message, at: Place(source, start: start, end: start), help: help)
    }
    guard source.bytes.count <= Sentence.limit else {
      refuse(
        "a sentence of \(source.bytes.count) bytes", "at most \(Sentence.limit) bytes are read")
      return nil
    }
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      refuse("the sentence is not UTF-8", "write it in UTF-8")
      return nil
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    guard let last = lines.last else {
      refuse("nothing is said", "as in “gold shield, open book, ribbon Docs, three stars”")
      return nil
    }
    if lines.count > 1 {
      alternative = Located(
        lines.dropLast().joined(separator: " "),
        Place(source, start: start, end: Position(line: lines.count, column: 1)))
    }
    let before = report.errorCount
    items = SentenceItem.all(in: String(last), line: lines.count, of: source, report: &report)
    guard report.errorCount == before else { return nil }
  }

  /// The programme of one badge that the sentence tells, with what it takes from `base`: presets,
  /// colours, name. Items that are not understood are reported and left out.
  public func document(in base: ProgrammeDocument?, report: inout Report) -> ProgrammeDocument {
    let start = Position(line: 1, column: 1)
    let place = items.first?.place ?? Place(source, start: start, end: start)
    var reader = SentenceReader(
      presets: ProgrammeDocument.presets(of: base), hasName: base?.hasName == true)
    for item in items { reader.read(item) }
    reader.finish(alternative, at: place)
    report.add(reader.report)
    return ProgrammeDocument(
      badge: reader.badge, of: reader.programme, in: base, at: place)
  }

  /// `text` as an item writes it: in quotes where it would be read as more than one, or lose spaces.
  public static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && !text.contains { [",", "\"", "\\"].contains($0) }
      && text.split(whereSeparator: \.isWhitespace).joined(separator: " ") == text
    guard !isPlain else { return text }
    return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}

/// What stands between two commas.
struct SentenceItem: Sendable {
  struct Word: Sendable {
    var text: String
    var place: Place
    var isQuoted: Bool
  }

  var words: [Word]

  var place: Place {
    Place(
      words[0].place.source, start: words[0].place.start, end: words[words.count - 1].place.end)
  }

  /// The words after the first `count`, one space apart.
  func text(after count: Int = 0) -> Located<String>? {
    guard words.count > count else { return nil }
    return Located(
      words[count...].map(\.text).joined(separator: " "),
      Place(place.source, start: words[count].place.start, end: place.end))
  }

  /// The items of a line, none of them without words.
  static func all(
    in line: String, line number: Int, of source: SourceText, report: inout Report
  ) -> [SentenceItem] {
    func place(_ start: Int, _ end: Int) -> Place {
      Place(
        source, start: Position(line: number, column: start + 1),
        end: Position(line: number, column: end + 1))
    }
    let scalars = Array(line.unicodeScalars)
    var (items, words): ([SentenceItem], [Word]) = ([], [])
    var index = 0
    while index < scalars.count {
      let start = index
      switch scalars[index] {
      case ",":
        if !words.isEmpty { items.append(SentenceItem(words: words)) }
        words = []
        index += 1
      case let scalar where scalar.properties.isWhitespace:
        index += 1
      case "\"":
        var text = String.UnicodeScalarView()
        index += 1
        while index < scalars.count, scalars[index] != "\"" {
          if scalars[index] == "\\", index + 1 < scalars.count { index += 1 }
          text.append(scalars[index])
          index += 1
        }
        if index == scalars.count {
          report.error(
            "a quote is not closed", at: place(start, start + 1), help: "end the text with \"")
        }
        index += 1
        words.append(Word(text: String(text), place: place(start, index), isQuoted: true))
      default:
        while index < scalars.count, scalars[index] != ",", !scalars[index].properties.isWhitespace
        {
          index += 1
        }
        words.append(
          Word(
            text: String(String.UnicodeScalarView(scalars[start..<index])),
            place: place(start, index), isQuoted: false))
      }
    }
    return words.isEmpty ? items : items + [SentenceItem(words: words)]
  }
}
