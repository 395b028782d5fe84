public import BlazonLedger
public import BlazonSource
internal import BlazonSpec

/// Reads awards that come one by one, each the JSON object of a ledger in JSON, into programmes whose own
/// ledgers are left alone.
public struct AwardReader {
  /// The programmes, without awards.
  public private(set) var programmes: [LoadedProgramme]
  private let roll: Roll
  /// Where the specs of each programme stand.
  private let folders: [SourceFolder?]
  private let today: CalendarDate?

  /// The most bytes of one award.
  public static let limit = 1 << 16

  /// The programmes at `paths`; `today` is the day on which awards are told to stand, for each the newest of its own
  /// unless given. What is wrong is in the report; what the world refuses is thrown.
  public init(
    _ paths: [String], today: CalendarDate? = nil, report: inout Report
  ) throws(WorldError) {
    self.today = today
    var reader = SpecReader(.disk)
    let all = try reader.programmes(paths, withDrawings: true, report: &report)
    let read = all.map { ReadProgramme(loaded: $0.loaded, ledgers: []) }
    programmes = read.map(\.loaded)
    folders = all.map(\.folder)
    roll = reader.roll(read, [], &report)
    try reader.finish(&report)
  }

  /// The programme of the award that `line` tells, with that award alone; `nil` if it is none that can be
  /// drawn, which is in the report with places in that line.
  public mutating func read(_ line: [UInt8], report: inout Report) -> LoadedProgramme? {
    var found = Report()
    defer { report.add(found) }
    guard line.count <= AwardReader.limit else {
      found.error(
        "an award of \(line.count) bytes is too long", at: nil,
        help: "write at most \(AwardReader.limit)")
      return nil
    }
    // On a line of its own, so that columns are those of the line that came.
    let text = Array("{\"blazon\": 1, \"awards\": [\n".utf8) + line + "\n]}".utf8
    let source = SourceText(name: "award.json", bytes: text)
    var former: [FormerNumber] = []
    let grants = roll.with(source, report: &found).grants(
      today: today, former: &former, report: &found)
    guard !found.hasErrors, let grant = grants.first else { return nil }
    guard grants.count == 1,
      let index = programmes.firstIndex(where: { $0.programme.id == grant.programme })
    else {
      found.error("a line is one award, a JSON object", at: nil)
      return nil
    }
    programmes[index].add(grants[...], &found)
    if let folder = folders[index], let path = grant.award.avatar {
      programmes[index].avatars.find(path, in: folder, &found)
    }
    return found.hasErrors ? nil : programmes[index]
  }
}
