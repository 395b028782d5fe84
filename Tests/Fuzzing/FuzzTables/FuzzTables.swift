import BlazonLedger
import BlazonSource
import FuzzDriver
import Glibc

/// A stranger's table of who earned what: CSV, or JSON as a list, as lines, and as the front matter of a page. CARRIER=csv or
/// json says which.
@main enum FuzzTables {
  static func main() { runFuzzer(readOneTable) }
}

private let names: [String] = {
  switch getenv("CARRIER").map({ String(cString: $0) }) {
  case "csv": return ["a.csv"]
  case "json": return ["a.json", "a.jsonl", "a.md"]
  default: fatalError("CARRIER is none of csv and json")
  }
}()

private let directory = BadgeDirectory([
  .init(programme: "acme", id: "first", aliases: ["one"], titles: ["First Patch"]),
  .init(programme: "acme", id: "docs", validMonths: 24, needsID: true),
])

/// What is said of a table that is no ledger.
private let reading: TableReading = {
  let start = Position(line: 1, column: 1)
  let place = Place(SourceText(name: "programme.yaml", bytes: []), start: start, end: start)
  func located(_ text: String) -> Located<String> { Located(text, place) }
  var reading = TableReading()
  reading.columns = [
    .init(.name, [located("First"), located("Last")]), .init(.issued, [located("When")]),
    .init(.handle, [located("login")]), .init(.badge, [located("Which")]),
  ]
  reading.ignored = [located("id")]
  (reading.ignoresOthers, reading.dates, reading.isStrict) = (true, .dayMonthYear, false)
  reading.badges = ["early bird": "docs"]
  reading.conditions = [.init(located("State"), ["Paid", "Complete"])]
  reading.facts = [.init("hours", located("Hours"))]
  return reading
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func readOneTable(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for name in names {
    let text = SourceText(name: name, bytes: bytes)
    for source in [LedgerSource(text), LedgerSource(text, as: reading)] {
      read(source, keepsGoing: false)
      read(source, keepsGoing: true)
    }
    #if PLANTED
      plantedBug(bytes)
    #endif
    var report = Report()
    if let table = TableSample(LedgerSource(text), report: &report) {
      var question = TableGuess.Question()
      question.isBadge = { directory.knows($0, in: "acme") }
      let guess = TableGuess(table, question)
      read(LedgerSource(text, as: guess.reading), keepsGoing: true)
    }
  }
  return 0
}

private func read(_ source: LedgerSource, keepsGoing: Bool) {
  var report = Report()
  let ledger = Ledger([source], keepsGoing: keepsGoing, report: &report)
  let grants = ledger.grants(in: directory, preferring: "acme", report: &report)
  for award in ledger.awards {
    precondition(
      !award.name.value.isEmpty && !award.handle.value.isEmpty, "an award is of somebody")
    precondition(award.place.start <= award.place.end, "a place has an end")
  }
  precondition(grants.count <= ledger.awards.count, "nobody earns what no row says")
  // Written numbers change nothing else, or nothing is written.
  var (places, turn) = (Set<Int>(), 0)
  func bytes(_ count: Int) -> [UInt8] {
    turn += 1
    return (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ turn &* 101) }
  }
  guard
    let fixed = ledger.fixed(
      source.text, in: directory, preferring: "acme", places: &places,
      randomBytes: bytes,
      report: &report)
  else { return }
  var again = source
  again.text = SourceText(name: source.text.name, bytes: fixed)
  var after = Report()
  let numbered = Ledger([again], keepsGoing: keepsGoing, report: &after)
  precondition(numbered.awards.count == ledger.awards.count, "a number is no award")
}

@_cdecl("LLVMFuzzerCustomMutator")
public func changeOneTable(
  _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int, _ seed: UInt32
) -> Int {
  mutate(start, count, room: room, seed: seed, vocabulary: vocabulary)
}

@_cdecl("LLVMFuzzerCustomCrossOver")
public func crossTwoTables(
  _ one: UnsafePointer<UInt8>, _ oneCount: Int, _ other: UnsafePointer<UInt8>, _ otherCount: Int,
  _ out: UnsafeMutablePointer<UInt8>, _ room: Int, _ seed: UInt32
) -> Int {
  cross(
    UnsafeBufferPointer(start: one, count: oneCount),
    with: UnsafeBufferPointer(start: other, count: otherCount),
    to: UnsafeMutableBufferPointer(start: out, count: room), seed: seed)
}

/// Columns, values and signs of tables.
private let vocabulary =
  (AwardKey.allCases.map(\.rawValue) + [
    "First", "Last", "When", "login", "Which", "State", "Hours", "Paid", "First Patch", "docs",
    "early bird", "first", "one", "acme/docs", "2026-03-09", "9.3.26", "3/11/2026 9:14:22",
    "Mar 9, 2026", "2026-03-09T09:14:22Z", "@ada", "https://github.com/ada", "ada@example.org",
    "sep=;", "\"", "\"\"", ";", ",", "\t", "\r\n", "\u{FEFF}", "\u{200B}", "Jos\u{C3}\u{A9}",
    "J?rg", "王秀英", "Łukasz", "{\"name\": \"A\"}", "[", "]", "{", "}", ": ", "---",
    "badges: [docs, first]",
    "\\ud83d\\ude00", "null", "true", "1e308", "7YHB-16Q4-DGRG", "redacted", "unlisted", "revoked",
  ]).map { Array($0.utf8) }

#if PLANTED
  /// A bug that is not ours, for the proof that bugs are found: of a table of four lines and more, whose second has a column
  /// more than its third, it reads a byte that is nobody's.
  private func plantedBug(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard lines.count > 3 else { return }
    guard lines[1].count(where: { $0 == UInt8(ascii: "\"") }) > 1 else { return }
    _ = byteAfter(lines.count)
  }
#endif
