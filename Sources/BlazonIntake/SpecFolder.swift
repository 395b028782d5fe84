internal import BlazonArtwork
internal import BlazonCheck
internal import BlazonCredential
public import BlazonLedger
internal import BlazonSentence
public import BlazonSource
internal import BlazonSpec
internal import Files

/// A day of the calendar, for those who hand one over.
public typealias Day = CalendarDate

/// Reads spec folders: of the disk, of a commit, or of memory.
public struct SpecFolder {
  /// The day that `text` writes as `2026-10-14`; `nil` for any other form.
  public static func day(_ text: String) -> Day? { CalendarDate(iso: text) }

  /// The programmes at `paths` in `source`, with the awards of their ledgers and of those at `awards`.
  ///
  /// A path names a programme's folder, a folder of such folders, or a file of badges. Of badges named in `only`, where
  /// any are, the others are known by their ids and not read; what is in `known` is not read again. Awards are as they
  /// stand on the day `today`: the newest of the ledgers, unless given. `databases` are the addresses of those that
  /// programmes name; a spec alone reaches none. Where it is `keepingGoing`, an award that cannot be right is left out, which
  /// is told as an error that stops nothing. What is wrong is in the report; what the world refuses is thrown after all else
  /// was read.
  public static func load(
    _ paths: [String], from source: SpecSource = .disk, awards: [String] = [],
    only: Set<String> = [], known: KnownProgrammes? = nil, today: CalendarDate? = nil,
    databases: [String: String] = [:], keepingGoing: Bool = false, report: inout Report
  ) throws(WorldError) -> [LoadedProgramme] {
    var reader = SpecReader(source)
    (reader.known, reader.databases, reader.keepsGoing) = (known, databases, keepingGoing)
    let programmes = try reader.programmes(
      paths, only: only, withDrawings: true, report: &report)
    let roll = reader.roll(programmes, awards, &report)
    // They stand by programme.
    var loaded = programmes.map(\.loaded)
    var former: [FormerNumber] = []
    var rest = roll.grants(today: today, former: &former, report: &report)[...]
    while let id = rest.first?.programme {
      let own = rest.prefix { $0.programme == id }
      rest = rest.dropFirst(own.count)
      if let index = loaded.firstIndex(where: { $0.programme.id == id }) {
        loaded[index].add(own, keepsGoing: keepingGoing, &report)
        reader.findAvatars(of: &loaded[index], in: programmes[index].folder, &report)
      }
    }
    for number in former {
      if let index = loaded.firstIndex(where: { $0.programme.id == number.programme }) {
        loaded[index].add(number)
      }
    }
    for index in loaded.indices { loaded[index].day = today ?? roll.newestDay }
    try reader.finish(&report)
    return loaded
  }

  /// Somebody who holds all but one of what a derived badge takes.
  public struct Lack: Sendable {
    public var programme: String
    public var badge: String
    /// The badge that is missing.
    public var part: String
    public var handle: String
    public var name: String
  }

  /// Who holds, in the ledgers of `paths` and those at `awards`, all but one of what a derived badge takes, on the day
  /// `today`: the newest of the ledgers, unless given.
  public static func almost(
    _ paths: [String], awards: [String] = [], databases: [String: String] = [:],
    today: CalendarDate? = nil, report: inout Report
  ) throws(WorldError) -> [Lack] {
    var reader = SpecReader(.disk)
    reader.databases = databases
    let programmes = try reader.programmes(paths, withDrawings: false, report: &report)
    let roll = reader.roll(programmes, awards, &report)
    try reader.finish(&report)
    return roll.almost(on: today).filter(\.award.visibility.isListed).map { lack in
      Lack(
        programme: lack.programme, badge: lack.badge, part: lack.part,
        handle: lack.award.handle.value, name: lack.award.name.value)
    }
  }

  /// The badge that `sentence` tells, as a programme of its own, with what it takes from the programme
  /// in `folder`; `nil` if it cannot be drawn, which is in the report.
  public static func load(
    _ sentence: SourceText, in folder: String?, from source: SpecSource = .disk,
    report: inout Report
  ) throws(WorldError) -> LoadedProgramme? {
    var reader = SpecReader(source)
    var base: ProgrammeDocument?
    var folders: [SourceFolder] = []
    if let folder {
      guard let wanted = try source.wanted([folder]).first, wanted.files == nil else {
        throw WorldError("“\(folder)” is not a programme's folder")
      }
      let found = reader.document(of: wanted, &report)
      (base, folders) = (found?.document, [found?.folder].compactMap(\.self))
    }
    try reader.finish(&report)
    guard let told = Sentence(sentence, report: &report) else { return nil }
    let document = told.document(in: base, report: &report)
    guard let programme = Programme(document, base: base, report: &report) else { return nil }
    var loaded = LoadedProgramme(programme, asked: Set(programme.badges.map(\.id.value)))
    reader.readTypeface(of: &loaded, in: folders, &report)
    try reader.finish(&report)
    return loaded
  }

  /// Takes the rows of `handle` out of the ledgers: how many of each file that was changed, and the ids of the programmes
  /// that were looked through. Nothing is changed if it is a `trial`, or where the report has an error.
  public static func forget(
    _ handle: String, in paths: [String], awards: [String] = [], trial isTrial: Bool = false,
    report: inout Report
  ) throws(WorldError) -> (
    files: [(file: String, rows: Int)], programmes: [String], credentials: [String]
  ) {
    guard let (roll, programmes) = try soundRoll(paths, awards, report: &report) else {
      return ([], [], [])
    }
    let credentials = roll.uuids(of: handle)
    return (
      try roll.forget(handle, trial: isTrial, report: &report),
      programmes.map(\.loaded.programme.id), credentials
    )
  }

  /// What was done to an award, and where it stands now.
  public struct Amended: Sendable {
    public var file: String
    public var line: Int
    public var what: String
  }

  /// Amends the awards that `question` means in the ledgers of `paths` and in those at `awards`; writes nothing if it is a
  /// `trial`, or where the report has an error.
  public static func amend(
    _ question: AwardFinder.Question, by amendment: Amendment, in paths: [String],
    awards: [String] = [], trial: Bool, report: inout Report
  ) throws(WorldError) -> [Amended] {
    var renamed: String?
    if case .all(let person) = question { renamed = person.lowercased() }
    guard let (roll, _) = try soundRoll(paths, awards, renamed: renamed, report: &report) else {
      return []
    }
    return try roll.amend(question, by: amendment, trial: trial, report: &report)
  }

  /// Whether `path` is one that programmes are read from.
  public static func isPath(_ path: String) -> Bool {
    (try? SpecSource.disk.wanted([path])) != nil
  }

  /// This day in UTC, as the system's clock says.
  public static var today: Day? {
    day(String(Moment(seconds: clockSeconds()).text.prefix(10)))
  }

  /// The ledgers of `paths` and those at `awards`; `nil` if something is wrong in them, which is reported: a row that cannot
  /// be read may be the one that is meant.
  private static func soundRoll(
    _ paths: [String], _ awards: [String], renamed: String? = nil, report: inout Report
  ) throws(WorldError) -> (roll: Roll, programmes: [ReadProgramme])? {
    var reader = SpecReader(.disk)
    let programmes = try reader.programmes(paths, withDrawings: false, report: &report)
    var former: [FormerNumber] = []
    var found = Report()
    let roll = reader.roll(programmes, awards, &found)
    _ = roll.grants(renamed: renamed, former: &former, report: &found)
    try reader.finish(&found)
    if found.hasErrors { report.add(found) }
    return report.hasErrors ? nil : (roll, programmes)
  }

  /// Writes ids into the ledgers where certificates need them, unless it is a `trial`. The names of the files that were
  /// changed, or would be; what stands in the way is in the report, and in a trial all that is wrong in ledgers besides.
  public static func fixLedgers(
    _ paths: [String], awards: [String] = [], databases: [String: String] = [:],
    trial: Bool = false, report: inout Report
  ) throws(WorldError) -> [String] {
    var reader = SpecReader(.disk)
    reader.databases = databases
    let programmes = try reader.programmes(paths, withDrawings: false, report: &report)
    // What is wrong in the ledgers themselves, a check says with everything else.
    var found = Report()
    let roll = reader.roll(programmes, awards, &found)
    if trial {
      var former: [FormerNumber] = []
      _ = roll.grants(former: &former, report: &found)
      for finding in found.diagnostics where finding.rule != Rule.numbers.id {
        if finding.severity == .error { report.add(finding) }
      }
    }
    try reader.finish(&found)
    return try roll.fix(trial: trial, report: &report)
  }

  /// The folder of the programme that the one in `folder`, on disk, extends; `nil` if it extends none, or
  /// is none.
  public static func base(of folder: String) -> String? {
    guard let place = try? SpecSource.disk.folder(folder, foundIn: nil),
      let file = try? place.read("programme.yaml", limit: SpecReader.fileLimit)
    else { return nil }
    var report = Report()
    let source = SourceText(name: place.shown("programme.yaml"), bytes: file.bytes)
    let document = ProgrammeDocument(
      ProgrammeSources(folder: folder, files: [source]), report: &report)
    return document?.base.flatMap { SpecSource.disk.path($0.value, from: folder) }
  }
}

/// A programme's folder and the files in it that were asked for.
struct WantedProgramme {
  var folder: String
  /// The folder in which it was found; `nil` if it was named itself.
  var parent: String?
  /// As they were named; `nil` for all.
  var files: [String]?
}

extension SpecSource {
  /// The folders of the programmes at all `paths`, each once.
  func wanted(_ paths: [String]) throws(WorldError) -> [WantedProgramme] {
    var all: [WantedProgramme] = []
    for path in paths {
      for wanted in try self.wanted(path) {
        guard let index = all.firstIndex(where: { $0.folder == wanted.folder }) else {
          all.append(wanted)
          continue
        }
        if let more = wanted.files { all[index].files? += more } else { all[index].files = nil }
      }
    }
    return all
  }

  /// Folders of the programmes at `path`: a programme's folder, a folder of such folders, or the
  /// folder of a file, with that file.
  private func wanted(_ path: String) throws(WorldError) -> [WantedProgramme] {
    switch kind(of: path) {
    case .file:
      let slash = path.lastIndex(of: "/")
      return [WantedProgramme(folder: slash.map { String(path[..<$0]) } ?? ".", files: [path])]
    case .folder: break
    case .other, nil: throw WorldError("no file or folder “\(path)”")
    }
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if hasProgramme(trimmed) { return [WantedProgramme(folder: trimmed)] }
    let inner = try list(trimmed).filter { hasProgramme("\(trimmed)/\($0)") }
    guard !inner.isEmpty else {
      throw WorldError("no programme in “\(path)”: a programme's folder has a file programme.yaml")
    }
    return inner.map { WantedProgramme(folder: "\(trimmed)/\($0)", parent: trimmed) }
  }

  /// Whether the folder at `path` is a programme's.
  package func hasProgramme(_ path: String) -> Bool { kind(of: "\(path)/programme.yaml") == .file }
}
