internal import BlazonForm
public import BlazonSource

extension Ledger {
  /// How many rows of `source`, one of the ledger's own, are of `handle`.
  public func count(of handle: String, in source: SourceText) -> Int {
    awards.count { $0.place.source === source && $0.handle.value == handle }
  }

  /// The text of `source` without the rows of `handle`; every other byte stays. `nil` if it has none, or if they cannot be
  /// taken out by themselves, which is reported with their places.
  public func forgetting(
    _ handle: String, in source: SourceText, report: inout Report
  ) -> [UInt8]? {
    let own = awards.filter { $0.place.source === source }
    let gone = own.filter { $0.handle.value == handle }
    guard !gone.isEmpty else { return nil }
    let lines = LineRanges(source.bytes)
    // From the first to the last line of each.
    let ranges: [Range<Int>]?
    switch Format(fileName: source.name) {
    case .csv: ranges = csvRanges(of: Set(gone.map(\.place.start)), in: source, lines)
    case .yaml, .json: ranges = yamlRanges(of: Set(gone.map(\.place.start)), in: source, lines)
    case nil: ranges = nil
    }
    var bytes: [UInt8] = []
    var from = 0
    for range in ranges ?? [] {
      bytes += source.bytes[from..<range.lowerBound]
      from = range.upperBound
    }
    bytes += source.bytes[from...]
    // Nothing is written that does not read as meant.
    var quiet = Report()
    let again = Ledger([SourceText(name: source.name, bytes: bytes)], report: &quiet)
    let rest = own.filter { $0.handle.value != handle }
    let isAsMeant =
      ranges != nil && again.awards.count == rest.count
      && zip(again.awards, rest).allSatisfy {
        $0.content == $1.content && $0.badge.value == $1.badge.value
      }
    if isAsMeant, !quiet.hasErrors, Format(fileName: source.name) != .json { return bytes }
    for award in gone {
      report.error(
        "this award cannot be taken out by itself", at: award.place,
        help: "take it out yourself, and run this again")
    }
    return nil
  }

  /// Rows, with their line breaks.
  private func csvRanges(
    of starts: Set<Position>, in source: SourceText, _ lines: LineRanges
  ) -> [Range<Int>]? {
    let longest = Limits().field
    var findings = Findings()
    let delimiter = CSVHeader.delimiter(of: source, longestField: longest)
    var text = CSVText(source, delimiter: delimiter, longestField: longest)
    guard CSVHeader(&text, &findings) != nil else { return nil }
    var ranges: [Range<Int>] = []
    while let row = text.next(&findings) {
      guard starts.contains(row.place.start) else { continue }
      ranges.append(row.bytes.lowerBound..<lines.end(of: row.bytes.upperBound))
    }
    return ranges.count == starts.count ? ranges : nil
  }

  /// Items of a list that stand on lines of their own.
  private func yamlRanges(
    of starts: Set<Position>, in source: SourceText, _ lines: LineRanges
  ) -> [Range<Int>]? {
    var quiet = Findings()
    guard let items = YAMLLedger(source, limits: Limits(), &quiet)?.awards else { return nil }
    var ranges: [Range<Int>] = []
    for item in items {
      guard let start = item.entries?.first?.key.place.start, starts.contains(start) else {
        continue
      }
      let last = item.last
      // A value may end at the beginning of the line after it.
      let lastLine = last.column == 1 && last.line > start.line ? last.line - 1 : last.line
      ranges.append(lines.start(of: start.line)..<lines.end(ofLine: lastLine))
    }
    return ranges.count == starts.count ? ranges : nil
  }
}

/// Where lines begin and end.
private struct LineRanges {
  private let count: Int
  private var starts = [0]

  init(_ bytes: [UInt8]) {
    count = bytes.count
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
  }

  /// The first byte of a line, counted from 1.
  func start(of line: Int) -> Int { starts[min(max(line, 1), starts.count) - 1] }

  /// The byte after a line and its break.
  func end(ofLine line: Int) -> Int { line < starts.count ? starts[line] : count }

  /// The byte after the line that has `offset`.
  func end(of offset: Int) -> Int { starts.first { $0 > offset } ?? count }
}

extension Tree {
  /// The end of the last thing in it.
  fileprivate var last: Position {
    let inner: [Position]
    switch value {
    case .map(let entries): inner = entries.map(\.value.last)
    case .list(let items): inner = items.map(\.last)
    case .scalar: inner = []
    }
    return inner.max { ($0.line, $0.column) < ($1.line, $1.column) } ?? place.end
  }
}
