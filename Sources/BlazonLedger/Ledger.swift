public import BlazonSource

/// Who earned what and when: all awards of some ledgers, in the order in which they are written.
public struct Ledger: Sendable {
  public private(set) var awards: [Award] = []

  /// How much of a stranger's ledger is read.
  public struct Limits: Sendable {
    /// Bytes of a file in CSV.
    public var bytes = 64 << 20
    /// Bytes of a file in YAML, which takes more time and memory.
    public var yamlBytes = 8 << 20
    /// Awards of all files together.
    public var awards = 250_000
    /// Bytes of one field.
    public var field = 8192

    public init() {}
  }

  /// The awards of all `sources`; what is wrong in them is in the report.
  ///
  /// A file whose name ends in `.yaml` or `.yml` is YAML, in `.json` JSON of the same shape; one in
  /// `.csv`, `.tsv` or `.txt` is CSV.
  public init(_ sources: [SourceText], limits: Limits = Limits(), report: inout Report) {
    for source in sources {
      var reader = LedgerReader(source, limits: limits, awardsBefore: awards.count)
      reader.read()
      awards += reader.packer.awards()
      reader.findings.conclude(in: &report)
    }
  }

  /// The awards of `source` with all that is written in them, of redacted ones too: to be compared, never to be drawn.
  init(asWritten source: SourceText, report: inout Report) {
    var reader = LedgerReader(source, limits: Limits(), awardsBefore: 0)
    reader.packer.keepsAll = true
    reader.read()
    awards = reader.packer.awards()
    reader.findings.conclude(in: &report)
  }

  /// The forms in which a ledger is written.
  enum Format {
    case csv, yaml, json

    init?(fileName: String) {
      let name = fileName.lowercased()
      if [".yaml", ".yml"].contains(where: name.hasSuffix) {
        self = .yaml
      } else if name.hasSuffix(".json") {
        self = .json
      } else if [".csv", ".tsv", ".txt"].contains(where: name.hasSuffix) {
        self = .csv
      } else {
        return nil
      }
    }
  }
}

/// Reads one file.
struct LedgerReader {
  let source: SourceText
  let limits: Ledger.Limits
  let awardsBefore: Int
  var packer: AwardPacker
  var findings = Findings()

  init(_ source: SourceText, limits: Ledger.Limits, awardsBefore: Int) {
    (self.source, self.limits, self.awardsBefore) = (source, limits, awardsBefore)
    packer = AwardPacker(source, count: min(source.lineCount, limits.awards))
  }

  mutating func read() {
    switch Ledger.Format(fileName: source.name) {
    case .csv: readCSV()
    case .yaml, .json: readYAML()
    case nil:
      findings.error(
        "“\(source.name)” is not the name of a ledger", at: start,
        help: "ledgers are files that end in .csv, .yaml or .json")
    }
  }

  /// Where findings stand that concern the whole file.
  var start: Place {
    let first = Position(line: 1, column: 1)
    return Place(source, start: first, end: first)
  }

  mutating func add(_ record: Record) { packer.add(record, &findings) }

  /// Whether one more award is too many, which is then reported.
  mutating func isFull(at place: Place, _ count: Int) -> Bool {
    guard awardsBefore + count >= limits.awards else { return false }
    findings.error(
      "more than \(limits.awards) awards", at: place, help: "what follows is not read")
    return true
  }
}

// MARK: - CSV

extension LedgerReader {
  private mutating func readCSV() {
    guard source.bytes.count <= limits.bytes else {
      findings.error("the file has more than \(limits.bytes) bytes", at: start)
      return
    }
    guard isReadableCSV() else { return }
    let delimiter = CSVHeader.delimiter(of: source, longestField: limits.field)
    var text = CSVText(source, delimiter: delimiter, longestField: limits.field)
    guard let header = CSVHeader(&text, &findings) else { return }
    var count = 0
    while let row = text.next(&findings) {
      if row.isBroken || row.isEmpty { continue }
      if isFull(at: row.place, count) { return }
      count += 1
      guard checkCount(row, header, delimiter) else { continue }
      add(record(row, header))
    }
  }

  /// Whether the bytes are text with line ends that rows can be told by.
  private mutating func isReadableCSV() -> Bool {
    if source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF]) {
      findings.error(
        "the text is UTF-16", at: start, help: "save the file as UTF-8 (“CSV UTF-8”)")
      return false
    }
    if let offset = invalidUTF8(in: source.bytes) {
      findings.error(
        "the text is not UTF-8", at: place(of: offset),
        help: "save the file as UTF-8 (“CSV UTF-8”)")
      return false
    }
    let (newline, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    if !source.bytes.contains(newline), let lone = source.bytes.firstIndex(of: carriageReturn) {
      findings.error(
        "the lines end in carriage returns alone", at: place(of: lone),
        help: "save the file with the line ends of Unix or Windows")
      return false
    }
    return true
  }

  private func place(of offset: Int) -> Place {
    var position = Position(line: 1, column: 1)
    for byte in source.bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        position = Position(line: position.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
    return Place(source, start: position, end: position)
  }

  /// Whether the row has as many fields as the header; reports it if not.
  private mutating func checkCount(
    _ row: CSVText.Row, _ header: CSVHeader, _ delimiter: UInt8
  ) -> Bool {
    let (found, wanted) = (row.fieldCount, header.keys.count)
    if found == wanted { return true }
    let sign = delimiter == UInt8(ascii: "\t") ? "tab" : "“\(Unicode.Scalar(delimiter))”"
    let help =
      row.fields[0].text.hasPrefix("#")
      ? "a ledger in CSV has no comments"
      : found > wanted
        ? "put quotes around a field that holds a \(sign)"
        : "write the \(sign) of empty fields too, also at the end"
    findings.error(
      "this row has \(plural(found, "field")), the header \(wanted)", at: row.place, help: help)
    return false
  }

  private mutating func record(_ row: CSVText.Row, _ header: CSVHeader) -> Record {
    var record = Record(at: row.place, reported: header.missing)
    for (index, field) in row.fields.enumerated() {
      guard let key = header.keys[index] else {
        if header.isUnnamed(index), !field.text.allSatisfy(\.isWhitespace) {
          findings.error(
            "“\(field.text.prefix(40))” stands in a column without a name", at: field.place,
            help: "name the column, or empty it")
        }
        continue
      }
      switch key {
      case .links:
        record.links = field.text.split(whereSeparator: \.isWhitespace).map {
          Located(String($0), field.place)
        }
      case .name, .legalName, .statement, .reason, .result:
        let isBlank = field.text.allSatisfy(\.isWhitespace)
        record.set(key, Located(isBlank ? "" : field.text, field.place))
      default: record.set(key, Located(trimmed(field.text), field.place))
      }
    }
    return record
  }
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
