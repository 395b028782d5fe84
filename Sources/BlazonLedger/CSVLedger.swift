internal import BlazonSource

extension LedgerReader {
  mutating func readCSV() {
    guard source.text.bytes.count <= limits.bytes else {
      findings.error("the file has more than \(limits.bytes) bytes", at: start)
      return
    }
    guard isReadableCSV() else { return }
    var text = CSVText(source.text, as: source.reading, longestField: limits.field)
    guard let header = CSVHeader(&text, source.reading, &findings) else { return }
    checkColumns(header.row.fields.map { trimmed($0.text) })
    var count = 0
    while let row = text.next(&findings) {
      if row.isBroken || row.isEmpty { continue }
      if isFull(at: row.place, count) { return }
      count += 1
      guard checkCount(row, header, text.delimiter), isWanted(row, header) else { continue }
      add(record(row, header))
    }
  }

  /// Whether the row is one of those that count.
  private func isWanted(_ row: CSVText.Row, _ header: CSVHeader) -> Bool {
    if source.reading.conditions.isEmpty { return true }
    for (index, meanings) in header.meanings.enumerated() {
      for case .condition(let number) in meanings
      where !source.reading.conditions[number].holds(row.fields[index].text) { return false }
    }
    return true
  }

  /// Whether the bytes are text with line ends that rows can be told by.
  private mutating func isReadableCSV() -> Bool {
    if source.text.bytes.starts(with: [0xFF, 0xFE]) || source.text.bytes.starts(with: [0xFE, 0xFF])
    {
      findings.error(
        "the text is UTF-16", at: start, help: "save the file as UTF-8 (“CSV UTF-8”)")
      return false
    }
    if let offset = invalidUTF8(in: source.text.bytes) {
      findings.error(
        "the text is not UTF-8", at: place(of: offset),
        help: "save the file as UTF-8 (“CSV UTF-8”)")
      return false
    }
    let (newline, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    if !source.text.bytes.contains(newline),
      let lone = source.text.bytes.firstIndex(of: carriageReturn)
    {
      findings.error(
        "the lines end in carriage returns alone", at: place(of: lone),
        help: "save the file with the line ends of Unix or Windows")
      return false
    }
    return true
  }

  private func place(of offset: Int) -> Place {
    var position = Position(line: 1, column: 1)
    for byte in source.text.bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        position = Position(line: position.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
    return Place(source.text, start: position, end: position)
  }

  /// Whether the row has as many fields as the header; reports it if not.
  private mutating func checkCount(
    _ row: CSVText.Row, _ header: CSVHeader, _ delimiter: UInt8
  ) -> Bool {
    let (found, wanted) = (row.fieldCount, header.meanings.count)
    if found == wanted { return true }
    let sign = delimiter == UInt8(ascii: "\t") ? "tab" : "“\(Unicode.Scalar(delimiter))”"
    let help =
      row.fields[0].text.hasPrefix("#")
      ? "a ledger in CSV has no comments"
      : found > wanted
        ? "put quotes around a field that holds a \(sign)"
        : "write the \(sign) of empty fields too, also at the end"
    findings.isInRow = true
    defer { findings.isInRow = false }
    findings.error(
      "this row has \(plural(found, "field")), the header \(wanted)", at: row.place, help: help)
    return false
  }

  private mutating func record(_ row: CSVText.Row, _ header: CSVHeader) -> Record {
    var record = Record(at: row.place, reported: header.missing)
    for (key, columns) in header.sources {
      let first = row.fields[columns[0]]
      guard columns.count > 1 else {
        set(key, first.text, at: first.place, in: &record)
        continue
      }
      let said = columns.map { row.fields[$0] }.filter { !$0.text.allSatisfy(\.isWhitespace) }
      set(
        key, said.map { trimmed($0.text) }.joined(separator: " "),
        at: said.first?.place ?? first.place, in: &record)
    }
    for (index, field) in row.fields.enumerated()
    where header.isUnnamed(index) && !source.reading.ignoresOthers
      && !field.text.allSatisfy(\.isWhitespace)
    {
      findings.error(
        "“\(field.text.prefix(40))” stands in a column without a name", at: field.place,
        help: "name the column, or empty it")
    }
    if !source.reading.facts.isEmpty { addFacts(of: row, header, to: &record) }
    return record
  }

  private func addFacts(of row: CSVText.Row, _ header: CSVHeader, to record: inout Record) {
    for (index, meanings) in header.meanings.enumerated() {
      for case .fact(let number) in meanings {
        let field = row.fields[index]
        guard !field.text.allSatisfy(\.isWhitespace) else { continue }
        record.facts.append((number, Located(field.text, field.place)))
      }
    }
  }

  /// Notes what a table says under `key`.
  mutating func set(
    _ key: AwardKey, _ written: String, at place: Place, in record: inout Record
  ) {
    switch key {
    case .name, .legalName, .statement, .reason, .result:
      let isBlank = written.allSatisfy(\.isWhitespace)
      record.set(key, Located(isBlank ? "" : written, place))
    default:
      let text = dropInvisible(trimmed(written), of: key.noun, at: place, &findings)
      if key == .links {
        record.links = record.words(of: Located(text, place))
      } else if key == .badge, let meant = source.reading.badges[TableReading.folded(text)] {
        record.set(key, Located(meant, place))
      } else {
        record.set(key, Located(text, place))
      }
    }
  }
}

extension TableReading.Condition {
  /// Whether the column may have `text` in a row that counts.
  func holds(_ text: String) -> Bool {
    let folded = TableReading.folded(text)
    return values.contains { TableReading.folded($0) == folded }
  }
}

/// `text` without what nobody sees and no id has, which is reported.
func dropInvisible(
  _ text: String, of noun: String, at place: Place, _ findings: inout Findings
) -> String {
  guard text.utf8.contains(where: { $0 >= 0x7F || $0 < 0x20 }) else { return text }
  let isSeen = { (scalar: Unicode.Scalar) in
    !scalar.properties.isDefaultIgnorableCodePoint
      && scalar.properties.generalCategory != .format
      && (scalar.properties.generalCategory != .control || scalar.properties.isWhitespace)
  }
  guard let hidden = text.unicodeScalars.enumerated().first(where: { !isSeen($0.element) }) else {
    return text
  }
  findings.warning(
    "the invisible character \(hidden.element.named) is taken out of the \(noun)",
    at: Located(text, place).place(ofScalar: hidden.offset), help: "remove it")
  return String(String.UnicodeScalarView(text.unicodeScalars.filter(isSeen)))
}

/// The offset of the first byte that is not UTF-8.
private func invalidUTF8(in bytes: [UInt8]) -> Int? {
  var start = 0
  while start < bytes.count {
    // Piece by piece, so that there is never a second copy of the whole.
    var end = min(start + 1 << 16, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80, end - start < 1 << 17 { end += 1 }
    if let offset = invalidUTF8(in: bytes[start..<end]) { return offset }
    start = end
  }
  return nil
}

private func invalidUTF8(in bytes: ArraySlice<UInt8>) -> Int? {
  if String(validating: bytes, as: UTF8.self) != nil { return nil }
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var offset = bytes.startIndex
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): offset += UTF8.width(scalar)
    case .emptyInput: return nil
    case .error: return offset
    }
  }
}

/// `text` without white space at its ends.
func trimmed(_ text: String) -> String {
  guard let first = text.first, let last = text.last, first.isWhitespace || last.isWhitespace else {
    return text
  }
  guard let start = text.firstIndex(where: { !$0.isWhitespace }),
    let end = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[start...end])
}

func plural(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
