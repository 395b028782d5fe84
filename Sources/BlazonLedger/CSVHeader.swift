internal import BlazonSource

/// The first row of a table in CSV: which column says what.
struct CSVHeader {
  let row: CSVText.Row
  /// What each column means; nothing for one that is not read.
  let meanings: [[ColumnMeanings.Meaning]]
  /// Of each column, the key that it alone says, and says alone: where something can be written.
  let keys: [AwardKey?]
  /// The columns of each key, in the order in which their texts are joined.
  let sources: [(key: AwardKey, columns: [Int])]
  /// Required columns that are not there.
  let missing: Set<AwardKey>

  /// The header at the top of `text`; `nil` if there is none, which is then reported.
  init?(_ text: inout CSVText, _ reading: TableReading, _ findings: inout Findings) {
    let help = "begin with “name,handle,badge,issued”"
    guard let row = text.next(&findings) else {
      let begin = Position(line: 1, column: 1)
      findings.error(
        "the file is empty", at: Place(text.source, start: begin, end: begin), help: help)
      return nil
    }
    guard !row.isBroken else { return nil }
    guard row.fieldCount <= CSVText.fieldLimit else {
      findings.error("a header of \(row.fieldCount) columns", at: row.place)
      return nil
    }
    let all = ColumnMeanings(reading)
    let known = Set(row.fields.compactMap { all.key(of: $0.text) })
    guard !known.isEmpty else {
      findings.error(
        "the first line names no column of a ledger", at: row.place,
        help: CSVHeader.isTable(row)
          ? "say what its columns are, as in columns: {name: …}; blazon import proposes it" : help)
      return nil
    }
    self.row = row
    (meanings, keys, sources) = CSVHeader.columns(row.fields, all, known, &findings)
    let said = Set(reading.always.map(\.key))
    missing = Set(AwardKey.required).subtracting(known).subtracting(said)
    for key in AwardKey.required where missing.contains(key) {
      findings.error(
        "the ledger has no column “\(key.rawValue)”", at: row.place,
        help: "\(key.rawValue) is \(key.summary)")
    }
  }

  /// Whether it looks like the header of a table of somebody's own.
  private static func isTable(_ row: CSVText.Row) -> Bool {
    row.fields.count > 1 && row.fields.contains { ColumnGuess.key(of: $0.text) != nil }
  }

  /// What each column says; of two with the same name, the first. All others are reported.
  private static func columns(
    _ fields: [CSVText.Field], _ all: ColumnMeanings, _ known: Set<AwardKey>,
    _ findings: inout Findings
  ) -> ([[ColumnMeanings.Meaning]], [AwardKey?], [(key: AwardKey, columns: [Int])]) {
    var seen = Set<ColumnMeanings.Meaning>()
    var meanings: [[ColumnMeanings.Meaning]] = []
    var parts: [AwardKey: [(part: Int, column: Int)]] = [:]
    for (index, field) in fields.enumerated() {
      let name = dropInvisible(field.text, of: "column", at: field.place, &findings)
      let found = all.meanings(of: name)
      meanings.append((found ?? []).filter { seen.insert($0).inserted })
      for case .key(let key, let part) in meanings[index] {
        parts[key, default: []].append((part, index))
      }
      if let found {
        if let twice = found.first(where: { !meanings[index].contains($0) }) {
          var told = trimmed(name)
          if case .key(let key, _) = twice, AwardKey(header: name) == key { told = key.rawValue }
          findings.error("the column “\(told.prefix(60))” stands twice", at: field.place)
        }
      } else if !name.allSatisfy(\.isWhitespace) {
        let free = AwardKey.allCases.filter { !known.contains($0) }.map(\.rawValue)
        findings.error(
          "unknown column “\(name.prefix(60))”", at: field.place,
          help: LedgerReader.help(forColumn: name, among: free))
      }
    }
    let sources = AwardKey.allCases.compactMap { key in
      parts[key].map { (key: key, columns: $0.sorted { $0.part < $1.part }.map(\.column)) }
    }
    let keys: [AwardKey?] = meanings.map { own in
      guard own.count == 1, case .key(let key, _) = own[0], parts[key]?.count == 1 else {
        return nil
      }
      return key
    }
    return (meanings, keys, sources)
  }

  /// Whether the column has no name: spreadsheets leave such columns behind.
  func isUnnamed(_ index: Int) -> Bool { row.fields[index].text.allSatisfy(\.isWhitespace) }
}

extension CSVText {
  /// The rows of `source`: behind a line that says how fields are divided, if spreadsheets left one, and divided by the
  /// sign that makes most columns of the first line known, and of those the one that makes most columns.
  init(_ source: SourceText, as reading: TableReading, longestField: Int) {
    let all = ColumnMeanings(reading)
    let said = CSVText.saidDelimiter(of: source)
    var best = (isWhole: 0, known: 0, fields: 0, delimiter: CSVText.delimiters[0])
    for delimiter in said == nil ? CSVText.delimiters : [] {
      var text = CSVText(source, delimiter: delimiter, longestField: longestField)
      var quiet = Findings()
      guard let row = text.next(&quiet) else { continue }
      let known = row.fields.count { !(all.meanings(of: $0.text) ?? []).isEmpty }
      // What parts a row inside a quote is no delimiter.
      let isWhole = row.isBroken ? 0 : 1
      if (isWhole, known, row.fieldCount) > (best.isWhole, best.known, best.fields) {
        best = (isWhole, known, row.fieldCount, delimiter)
      }
    }
    self.init(source, delimiter: said ?? best.delimiter, longestField: longestField)
    if said != nil { skipLine() }
  }

  /// What a line `sep=;` before the header says, which Excel writes, or takes, in quotes or not.
  private static func saidDelimiter(of source: SourceText) -> UInt8? {
    let line = source.bytes.prefix(16).drop { [0xEF, 0xBB, 0xBF].contains($0) }
    let isQuoted = line.first == UInt8(ascii: "\"")
    let text = line.dropFirst(isQuoted ? 1 : 0)
    guard text.count > 4,
      String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let delimiter = text.dropFirst(4).first, delimiters.contains(delimiter)
    else { return nil }
    let rest = text.dropFirst(5).drop { $0 == UInt8(ascii: "\"") && isQuoted }
    guard rest.first.map({ $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) ?? true else {
      return nil
    }
    return delimiter
  }
}
