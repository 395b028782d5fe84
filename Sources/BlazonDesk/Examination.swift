internal import BlazonCheck
internal import BlazonIntake
public import BlazonLedger
internal import BlazonPress
internal import BlazonShelf
public import BlazonSource
internal import BlazonSpec
internal import BlazonText
internal import Crypto
internal import Files
internal import ICC
internal import PostgreSQL
internal import SQLite
internal import WebP
internal import Zip

/// What of a machine and of some programmes stands in the way of good badges, each with the command that mends it.
public struct Examination: Sendable {
  public enum State: String, Sendable {
    case good
    /// Nothing that is wrong: something that cannot be done here, or that somebody may want to look at.
    case note
    case bad
  }

  public struct Line: Sendable {
    /// Of what it is told: `libraries`, `scripts`, `place`, `programmes` or one's id.
    public var area: String
    public var subject: String
    public var state: State
    /// What was found, in a few words.
    public var text: String
    /// The one command that mends it, or makes it possible.
    public var remedy: String?
  }

  public private(set) var lines: [Line] = []
  /// The days within which an award that ends is worth a word.
  private static let notice = 90
  private static let scripts = "scripts"
  /// The bytes without which nothing of some size is drawn.
  private static let leastRoom = 100_000_000

  /// Looks at this machine, at the folder `output`, and at the programmes at `paths`, badge-specs if there are none, with
  /// the ledgers `awards` and `databases` by their names; awards are as they stand on the day `today`, the newest of the
  /// ledgers unless given. Where another run writes into `output`, `waiting` is told, and this waits. Changes nothing.
  public init(
    _ paths: [String], awards: [String] = [], databases: [String: String] = [:], output: String,
    today: CalendarDate? = nil, waiting: @escaping @Sendable () -> Void = {}
  ) throws(WorldError) {
    lookAtLibraries()
    try lookAtScripts()
    lookAtPlace(output)
    let usual = "badge-specs"
    let wanted = paths.isEmpty ? [usual] : paths
    if paths.isEmpty, kind(of: usual) == nil {
      add("programmes", usual, .note, "nothing is there yet", Examination.beginning)
    } else {
      try lookAtProgrammes(wanted, awards, databases, today)
    }
    if kind(of: output) == .folder { try lookAtOrphans(output, wanted, waiting) }
  }

  private static let beginning = "blazon new --name \"Harbour Club\""

  private mutating func add(
    _ area: String, _ subject: String, _ state: State, _ text: String, _ remedy: String? = nil
  ) {
    lines.append(Line(area: area, subject: subject, state: state, text: text, remedy: remedy))
  }

  // MARK: The machine

  private mutating func lookAtLibraries() {
    let all = [
      ("keys and credentials", canUseKeys, "libssl3"),
      ("colour profiles", ICC.isInstalled, "liblcms2-2"),
      ("WebP", canReadWebP, "libwebp7"), ("spreadsheets", canReadArchives, "libzip4"),
      ("SQLite", canReadDatabases, "libsqlite3-0"), ("PostgreSQL", canReachServers, "libpq5"),
      ("sheets of PDF", isOnPath("pdftocairo"), "poppler-utils"),
      ("commits, for diff", isOnPath("git"), "git"),
    ]
    for (subject, isThere, package) in all {
      add(
        "libraries", subject, isThere ? .good : .note,
        isThere ? "can be used" : "\(package) is not installed", isThere ? nil : install([package]))
    }
  }

  private func install(_ packages: [String]) -> String {
    "sudo apt-get install " + packages.joined(separator: " ")
  }

  private mutating func lookAtScripts() throws(WorldError) {
    let fonts = try wrapping { () throws(FontLibraryError) in try FontLibrary() }
    var typesetter = Typesetter(fonts: fonts)
    for script in typesetter.writableScripts() {
      guard let missing = script.missing else {
        add(Examination.scripts, script.name, .good, "is written")
        continue
      }
      let packages = missing.packages
      add(
        Examination.scripts, script.name, .note, "no font of it is installed",
        packages.isEmpty ? nil : install(packages))
    }
  }

  private mutating func lookAtPlace(_ output: String) {
    let isWritable = canWrite(in: output)
    add(
      "place", output, isWritable ? .good : .bad,
      isWritable ? "can be written" : "cannot be written by this user",
      isWritable ? nil : "blazon render -o DIR")
    guard let room = freeBytes(at: output) else { return }
    let isEnough = room >= Examination.leastRoom
    add(
      "place", "disk", isEnough ? .good : .bad,
      room >= 1_000_000_000
        ? "\(room / 1_000_000_000) GB are free" : "\(room / 1_000_000) MB are free",
      isEnough ? nil : "df -h \(shellWord(output))")
  }

  // MARK: Programmes

  private mutating func lookAtProgrammes(
    _ paths: [String], _ awards: [String], _ databases: [String: String], _ today: CalendarDate?
  ) throws(WorldError) {
    let missing = paths.filter { kind(of: $0) == nil }
    for path in missing {
      add("programmes", path, .bad, "no file or folder is there", Examination.beginning)
    }
    guard missing.isEmpty else { return }
    let path = paths.joined(separator: " ")
    let words = paths.map(shellWord).joined(separator: " ")
    var report = Report()
    let programmes = try SpecFolder.load(
      paths, awards: awards, today: today, databases: databases, report: &report)
    if !report.hasErrors {
      let press = Press(try Studio(programmes, report: &report))
      _ = press.check(Plan(programmes, Selection()), report: &report)
    }
    let errors = report.diagnostics.count { $0.severity == .error }
    let warnings = report.diagnostics.count { $0.severity == .warning }
    guard errors == 0 else {
      add("programmes", path, .bad, counted(errors, "error"), "blazon check \(words)")
      return
    }
    add(
      "programmes", path, warnings == 0 ? .good : .note,
      warnings == 0 ? "nothing wrong" : counted(warnings, "warning"),
      warnings == 0 ? nil : "blazon check \(words)")
    for loaded in programmes {
      let id = loaded.programme.id
      var table = AwardsTable([loaded])
      if let day = today ?? loaded.day {
        table.keep(expiringWithin: Examination.notice, of: day)
        let count = table.rows.count
        add(
          id, "awards", count == 0 ? .good : .note,
          (count == 0 ? "none ends" : "\(count) end\(count == 1 ? "s" : "")")
            + " within \(Examination.notice) days of \(day.isoText)",
          count == 0
            ? nil
            : "blazon awards --expiring \(Examination.notice)d --today \(day.isoText) \(words)"
        )
      }
      guard loaded.programme.languages.count > 1 else { continue }
      var found = Report()
      checkUntranslated(of: loaded.programme, &found)
      let count = found.diagnostics.count
      add(
        id, "languages", count == 0 ? .good : .note,
        count == 0 ? "all words are translated" : "\(counted(count, "text")) not translated",
        count == 0 ? nil : "blazon check --untranslated \(words)")
    }
  }

  /// Files of an earlier run that nothing makes any more.
  private mutating func lookAtOrphans(
    _ output: String, _ paths: [String], _ waiting: @escaping @Sendable () -> Void
  ) throws(WorldError) {
    let count = try Shelf(output, waiting: waiting).orphanCount()
    let words = paths.map(shellWord).joined(separator: " ")
    add(
      "place", "orphans", count == 0 ? .good : .note,
      count == 0
        ? "no file that nothing makes any more"
        : "\(counted(count, "file")) that nothing makes any more",
      count == 0 ? nil : "blazon render --prune -o \(shellWord(output)) \(words)")
  }

  private func counted(_ count: Int, _ what: String) -> String {
    "\(count) \(what)\(count == 1 ? "" : "s")"
  }

  // MARK: Texts

  /// Whether something has to be mended.
  public var hasProblems: Bool { lines.contains { $0.state == .bad } }

  /// For people: an area below the other, remedies behind what they mend; scripts that are written together.
  public var text: String {
    var text = ""
    var area: String?
    let written = lines.filter { $0.area == Examination.scripts && $0.state == .good }
    let rest = lines.filter { $0.area != Examination.scripts || $0.state != .good }
    let width = rest.map(\.subject.count).max() ?? 0
    for line in rest {
      if line.area != area {
        text += (area == nil ? "" : "\n") + "\(printable(line.area))\n"
        area = line.area
      }
      let mark = line.state == .good ? "ok  " : line.state == .note ? "note" : "BAD "
      let blanks = String(repeating: " ", count: width - line.subject.count)
      text += "  \(mark)  \(printable(line.subject))\(blanks)  \(printable(line.text))\n"
      if let remedy = line.remedy {
        text += "  " + String(repeating: " ", count: width + 8) + "\(printable(remedy))\n"
      }
    }
    let names = written.map(\.subject).joined(separator: ", ")
    return text + "\nnames can be written in\n" + folded(names, indented: "  ", at: 100)
  }

  private func folded(_ text: String, indented indent: String, at width: Int) -> String {
    var (lines, line) = ("", indent)
    for word in text.split(separator: " ") {
      if line.count + word.count > width {
        lines += line.dropLast() + "\n"
        line = indent
      }
      line += word + " "
    }
    return lines + line.dropLast() + "\n"
  }

  /// For programs: an array of objects with `area`, `subject`, `state`, `text` and, where there is one, `remedy`.
  public var json: String {
    let rows = lines.map { line in
      let fields =
        [
          ("area", line.area), ("subject", line.subject), ("state", line.state.rawValue),
          ("text", line.text),
        ] + (line.remedy.map { [("remedy", $0)] } ?? [])
      return "  {" + fields.map { "\"\($0)\": \(quoted($1))" }.joined(separator: ", ") + "}"
    }
    return "[\n" + rows.joined(separator: ",\n") + "\n]\n"
  }
}

/// `path` as a shell reads it as one word, which is no option.
private func shellWord(_ path: String) -> String {
  let path = path.hasPrefix("-") ? "./\(path)" : path
  let isPlain = path.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "+")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "@"), 0x80...:
      true
    default: false
    }
  }
  return isPlain && !path.isEmpty ? path : "'\(path.replacing("'", with: "'\\''"))'"
}
