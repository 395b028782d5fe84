public import BlazonSource

/// How a table is understood that was not made to be a ledger: which of its columns say what.
public struct TableReading: Sendable {
  /// The order in which a table writes the parts of a day.
  public enum DateOrder: String, CaseIterable, Sendable {
    case yearMonthDay = "year-month-day"
    case dayMonthYear = "day-month-year"
    case monthDayYear = "month-day-year"
  }

  /// How its letters are written as bytes, where that is not UTF-8 or UTF-16 with a mark.
  public enum Encoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"
  }

  /// A column, or several whose texts are joined by spaces, that say what a key means.
  public struct Column: Sendable {
    public var key: AwardKey
    public var headers: [Located<String>]

    public init(_ key: AwardKey, _ headers: [Located<String>]) {
      (self.key, self.headers) = (key, headers)
    }
  }

  /// A column that has one of some values in the rows that count.
  public struct Condition: Sendable {
    public var header: Located<String>
    public var values: [String]

    public init(_ header: Located<String>, _ values: [String]) {
      (self.header, self.values) = (header, values)
    }
  }

  /// A column that pages may show, under a name of the programme's own.
  public struct Fact: Sendable {
    public var name: String
    public var header: Located<String>

    public init(_ name: String, _ header: Located<String>) {
      (self.name, self.header) = (name, header)
    }
  }

  public var columns: [Column] = []
  /// Columns that say nothing here.
  public var ignored: [Located<String>] = []
  /// Whether all columns say nothing that have no meaning.
  public var ignoresOthers = false
  /// `nil` where days are written as ledgers write them, and in no other way.
  public var dates: DateOrder?
  /// What every award says that says nothing else.
  public var always: [(key: AwardKey, text: Located<String>)] = []
  /// Badges by what the table calls them.
  public var badges: [String: String] = [:]
  public var conditions: [Condition] = []
  public var facts: [Fact] = []
  public var encoding = Encoding.utf8
  /// Whether it is a ledger of ours, which is asked to be written as ledgers are.
  public var isStrict = true

  /// A ledger's own: the names of keys are the names of its columns.
  public init() {}

  /// Whether `text` has any of the columns that are named: a ledger that has none is of another shape.
  public func isMeant(for text: SourceText) -> Bool {
    let start = String(decoding: text.bytes.prefix(1 << 16), as: UTF8.self).lowercased()
    return columns.lazy.flatMap(\.headers).contains { start.contains($0.value.lowercased()) }
  }

  /// What is said of ledgers of the programme's own.
  public var onlyFacts: TableReading {
    var plain = TableReading()
    plain.facts = facts
    return plain
  }

  /// The most facts of one award.
  public static let factLimit = 32

  /// `name` of a column as names are compared: capitals, invisible characters and the number of blanks do not count.
  public static func folded(_ name: String) -> String {
    PlainText(name).text.lowercased()
  }
}

/// A text of awards, and how it is understood.
public struct LedgerSource: Sendable {
  public var text: SourceText
  public var reading: TableReading
  /// Whether the text is rows made of what was no text: it is read as CSV, whatever it is called.
  public var isMade: Bool
  /// Why nothing can be written into it; `nil` where it can.
  public var isFixedBecause: String?

  public init(
    _ text: SourceText, as reading: TableReading = TableReading(), isMade: Bool = false,
    isFixedBecause reason: String? = nil
  ) {
    (self.text, self.reading, self.isMade) = (text, reading, isMade)
    isFixedBecause = reason
  }
}
