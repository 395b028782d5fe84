public import BlazonSource

/// Who earned what and when: all awards of some ledgers, in the order in which they are written.
public struct Ledger: Sendable {
  public private(set) var awards: [Award] = []
  /// What it was read from.
  private let sources: [LedgerSource]
  /// Whether a row that cannot be right does not stop the others.
  let keepsGoing: Bool

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
  /// A file whose name ends in `.yaml` or `.yml` is YAML, in `.json` JSON of the same shape or a list of its awards, in
  /// `.jsonl` one award of JSON a line, in `.md` a page whose front matter is one; one in `.csv`, `.tsv` or `.txt` is CSV.
  /// Where it `keepsGoing`, an award that cannot be right is left out, which is an error that stops nothing.
  public init(
    _ sources: [LedgerSource], limits: Limits = Limits(), keepsGoing: Bool = false,
    report: inout Report
  ) {
    (self.sources, self.keepsGoing) = (sources, keepsGoing)
    var known = Set<String>()
    for source in sources {
      var reader = LedgerReader(source, limits: limits, awardsBefore: awards.count, keepsGoing)
      reader.read()
      awards += reader.packer.awards()
      reader.findings.conclude(in: &report)
      known.formUnion(reader.facts)
    }
    let facts = sources.flatMap(\.reading.facts).filter { !known.contains($0.name) }
    for fact in facts where known.insert(fact.name).inserted {
      report.add(
        Diagnostic(
          .warning, "no table has a column “\(fact.header.value.prefix(60))”",
          at: fact.header.place,
          help: "name a column of a table, or take “\(fact.name)” out"))
    }
  }

  /// The same of texts that are ledgers of ours.
  public init(_ sources: [SourceText], limits: Limits = Limits(), report: inout Report) {
    self.init(sources.map { LedgerSource($0) }, limits: limits, report: &report)
  }

  /// The awards of `source` with all that is written in them, of redacted ones too: to be compared, never to be drawn.
  init(asWritten source: LedgerSource, report: inout Report) {
    (sources, keepsGoing) = ([source], false)
    var reader = LedgerReader(source, limits: Limits(), awardsBefore: 0, false)
    reader.packer.keepsAll = true
    reader.read()
    awards = reader.packer.awards()
    reader.findings.conclude(in: &report)
  }

  /// How `text`, one of its own, was understood.
  func source(of text: SourceText) -> LedgerSource {
    sources.first { $0.text === text } ?? LedgerSource(text)
  }
}

extension LedgerSource {
  /// The forms in which awards are written.
  enum Format {
    case csv, yaml, json, jsonLines, page
  }

  /// `nil` for a file of none.
  var format: Format? {
    if isMade { return .csv }
    let name = text.name.lowercased()
    func ends(_ endings: [String]) -> Bool { endings.contains(where: name.hasSuffix) }
    if ends([".yaml", ".yml"]) { return .yaml }
    if ends([".json"]) { return .json }
    if ends([".jsonl", ".ndjson"]) { return .jsonLines }
    if ends([".md", ".markdown"]) { return .page }
    return ends([".csv", ".tsv", ".txt"]) ? .csv : nil
  }
}

/// Reads one file.
struct LedgerReader {
  let source: LedgerSource
  let limits: Ledger.Limits
  let awardsBefore: Int
  var packer: AwardPacker
  var findings: Findings
  /// The facts that its table has columns of.
  var facts: Set<String> = []

  init(
    _ source: LedgerSource, limits: Ledger.Limits, awardsBefore: Int, _ keepsGoing: Bool
  ) {
    (self.source, self.limits, self.awardsBefore) = (source, limits, awardsBefore)
    findings = Findings(keepsGoing: keepsGoing)
    packer = AwardPacker(source, count: min(source.text.lineCount, limits.awards))
  }

  mutating func read() {
    switch source.format {
    case .csv: readCSV()
    case .yaml, .json, .jsonLines, .page: readTrees()
    case nil:
      findings.error(
        "“\(source.text.name)” is not the name of a ledger", at: start,
        help: "ledgers are files that end in .csv, .yaml, .json, .jsonl or .md")
    }
  }

  /// Where findings stand that concern the whole file.
  var start: Place {
    let first = Position(line: 1, column: 1)
    return Place(source.text, start: first, end: first)
  }

  /// Packs the award of `record`, unless it is one that does not count.
  mutating func add(_ record: Record) {
    var record = record
    for (key, text) in source.reading.always { record.setUnlessSaid(key, text.value) }
    findings.isInRow = true
    packer.add(record, &findings)
    findings.isInRow = false
  }

  /// Whether one more award is too many, which is then reported.
  mutating func isFull(at place: Place, _ count: Int) -> Bool {
    guard awardsBefore + count >= limits.awards else { return false }
    findings.error(
      "more than \(limits.awards) awards", at: place, help: "what follows is not read")
    return true
  }
}
