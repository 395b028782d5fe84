internal import BlazonSource

/// Finds the bytes of a ledger in CSV that an edit is about.
struct CSVEditor {
  private let source: SourceText
  private let reading: TableReading
  private let rows: CSVText
  private let lines: LineTable

  init(_ source: LedgerSource) {
    (self.source, reading) = (source.text, source.reading)
    rows = CSVText(source.text, as: source.reading, longestField: Ledger.Limits().field)
    lines = LineTable(source.text.bytes)
  }

  private var delimiter: UInt8 { rows.delimiter }

  /// `nil` if the file's rows cannot be told apart; reading has said so.
  func patches(of edit: LedgerEdit) -> [Patch]? {
    var findings = Findings()
    var text = rows
    guard let header = CSVHeader(&text, reading, &findings) else { return nil }
    let written = edit.keysWritten
    // Columns that the file has to gain.
    let gained = AwardKey.allCases.filter { written.contains($0) && !header.keys.contains($0) }
    var patches = [Patch(at: header.row.bytes.upperBound, cells(gained.map(\.rawValue)))]
    while let row = text.next(&findings) {
      if row.isBroken || row.fieldCount != header.keys.count && !row.isEmpty { return nil }
      let (start, end) = (row.place.start, row.bytes.upperBound)
      if edit.removed.contains(start) {
        patches.append(Patch(row.bytes.lowerBound..<lines.nextLine(after: end)))
        continue
      }
      let changes = edit.changes[start] ?? [:]
      for (key, field) in zip(header.keys, row.fields) {
        if let key, let change = changes[key] { patches.append(patch(field, change, in: row)) }
      }
      // Behind what the last field may have got.
      patches.append(Patch(at: end, cells(gained.map { (changes[$0] ?? nil) ?? "" })))
      if let changes = edit.copies[start] {
        let fields = zip(header.keys, row.fields).map { key, field in
          guard let key, let change = changes[key] else { return source.bytes[field.bytes] }
          return cell(change, insteadOf: field, in: row)[...]
        }
        let copy =
          fields.joined(separator: [delimiter])
          + cells(gained.map { (changes[$0] ?? nil) ?? "" })
        patches.append(Patch(at: end, lines.newline(at: end) + copy))
      }
    }
    return patches
  }

  /// Texts as further fields of a row.
  private func cells(_ texts: [String]) -> [UInt8] {
    texts.flatMap { [delimiter] + (needsQuotes($0) ? CSVText.quoted($0) : $0).utf8 }
  }

  private func patch(_ field: CSVText.Field, _ text: String?, in row: CSVText.Row) -> Patch {
    if field.isQuoted || needsQuotes(text ?? "") {
      return Patch(field.bytes, cell(text, insteadOf: field, in: row))
    }
    // Blanks around it stay.
    let blank = UInt8(ascii: " ")
    let bytes = source.bytes[field.bytes]
    guard let first = bytes.firstIndex(where: { $0 != blank }),
      let last = bytes.lastIndex(where: { $0 != blank })
    else { return Patch(at: field.bytes.lowerBound, (text ?? "").utf8) }
    return Patch(first..<last + 1, (text ?? "").utf8)
  }

  /// A field that says `text`, in quotes where it needs them or those before it had some.
  private func cell(
    _ text: String?, insteadOf field: CSVText.Field, in row: CSVText.Row
  ) -> [UInt8] {
    guard let text else {
      // Quotes that it had for its own sake go with it.
      let areQuotesUsual = row.fields.allSatisfy(\.isQuoted) || !needsQuotes(field.text)
      return field.isQuoted && areQuotesUsual ? Array("\"\"".utf8) : []
    }
    return Array((field.isQuoted || needsQuotes(text) ? CSVText.quoted(text) : text).utf8)
  }

  /// RFC 4180, and blanks at the ends, which do not count without quotes.
  private func needsQuotes(_ text: String) -> Bool {
    text.utf8.contains { $0 == delimiter || "\"\r\n".utf8.contains($0) }
      || text.first == " " || text.last == " "
  }
}

extension LedgerEdit {
  /// All keys under which something is written.
  fileprivate var keysWritten: Set<AwardKey> {
    var keys = Set<AwardKey>()
    for changes in [changes, copies].flatMap(\.values) {
      for (key, text) in changes where text != nil { keys.insert(key) }
    }
    return keys
  }
}
