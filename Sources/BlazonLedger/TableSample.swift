internal import BlazonForm
public import BlazonSource

/// A table as it stands, whatever its columns mean: their names, and the texts of its rows.
public struct TableSample: Sendable {
  public private(set) var headers: [String] = []
  public private(set) var rows: [[String]] = []

  /// The most rows that are looked at.
  public static let rowLimit = 10_000

  /// `nil` if there is no table, or none that can be read, which is reported. Rows that are no rows of it are passed over:
  /// whoever reads it as a ledger reports them.
  public init?(_ source: LedgerSource, report: inout Report) {
    var findings = Findings()
    defer { findings.conclude(in: &report) }
    switch source.format {
    case .csv:
      var text = CSVText(source.text, as: TableReading(), longestField: Ledger.Limits().field)
      guard let first = text.next(&findings) else {
        let start = Position(line: 1, column: 1)
        findings.error(
          "the file is empty", at: Place(source.text, start: start, end: start),
          help: "a table begins with the names of its columns")
        return nil
      }
      guard !first.isBroken else { return nil }
      headers = first.fields.map { trimmed(PlainText($0.text).text) }
      var quiet = Findings()
      while rows.count < TableSample.rowLimit, let row = text.next(&quiet) {
        guard !row.isBroken, !row.isEmpty, row.fields.count == headers.count else { continue }
        rows.append(row.fields.map { trimmed($0.text) })
      }
    case .yaml, .json, .jsonLines, .page:
      guard let items = YAMLLedger(source, limits: Ledger.Limits(), &findings)?.awards else {
        return nil
      }
      var known: [String: Int] = [:]
      for entry in items.lazy.prefix(TableSample.rowLimit).compactMap(\.entries).joined()
      where known[entry.key.value] == nil {
        known[entry.key.value] = headers.count
        headers.append(entry.key.value)
      }
      rows = items.prefix(TableSample.rowLimit).map { item in
        var row = [String](repeating: "", count: headers.count)
        for entry in item.entries ?? [] where !entry.value.isNull {
          if let column = known[entry.key.value] { row[column] = trimmed(entry.value.text ?? "") }
        }
        return row
      }
    case nil:
      let start = Position(line: 1, column: 1)
      findings.error(
        "“\(source.text.name)” is not a table", at: Place(source.text, start: start, end: start),
        help: "tables are files that end in .csv, .tsv, .xlsx, .json, .jsonl or .md")
      return nil
    }
  }

  /// The texts of a column that say something.
  public func values(of header: String) -> [String] {
    guard let column = headers.firstIndex(of: header) else { return [] }
    return rows.map { $0[column] }.filter { !$0.isEmpty }
  }

  /// Who would get one handle, made of the name under `headers`, for what differs under `header`, and how often it does.
  public func namesakes(
    under headers: [String], apartUnder header: String
  ) -> [(name: String, count: Int)] {
    let columns = headers.compactMap { self.headers.firstIndex(of: $0) }
    guard let apart = self.headers.firstIndex(of: header) else { return [] }
    var people: [(name: String, values: Set<String>)] = []
    var known: [Handle: Int] = [:]
    for row in rows where !row[apart].isEmpty {
      let name = PlainText(columns.map { row[$0] }.joined(separator: " ")).text
      let handle = Handle(madeOf: name)
      let number = known[handle] ?? people.count
      if number == people.count {
        known[handle] = number
        people.append((name, []))
      }
      people[number].values.insert(row[apart].lowercased())
    }
    return people.filter { $0.values.count > 1 }.map { ($0.name, $0.values.count) }
  }
}
