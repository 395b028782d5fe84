internal import BlazonIntake
public import BlazonLedger
public import BlazonSource
internal import BlazonSpec
internal import Files

/// Brings a table of who earned what into a programme, or makes a programme of it: proposes what its columns mean, shows
/// what then is read, and writes both.
public struct TableImport: Sendable {
  /// The table's file.
  public var file: String
  /// The folder of a programme, or the one to be made.
  public var folder: String
  public var question: TableGuess.Question
  public var sheet: String?
  /// What a programme is called that is to be made, and its colour.
  public var name: String?
  public var color: String?

  public init(_ file: String, into folder: String, _ question: TableGuess.Question) {
    (self.file, self.folder, self.question) = (file, folder, question)
  }

  /// What is proposed, and what it comes to.
  public struct Proposal: Sendable {
    /// What writes such tables, where that is known.
    public var origin: String?
    /// The member of `awards`, as YAML.
    public var entry: String
    /// The first awards, as they are read: what each says, by key.
    public var rows: [[(key: String, text: String)]]
    public var awardCount: Int
    /// Whether a programme is made.
    public var isNew: Bool
    /// The files to be written, and their bytes.
    var files: [(path: String, bytes: [UInt8])]
    /// The file that is changed, with what it was.
    var changed: (path: String, old: [UInt8], new: [UInt8])?
  }

  /// `nil` if it cannot be brought in; why is in the report, as is what is wrong in rows.
  public func proposal(report: inout Report) throws(WorldError) -> Proposal? {
    let bytes = try SpecSource.disk.read(file, limit: 1 << 26)
    let isProgramme = SpecSource.disk.hasProgramme(folder)
    var programme: LoadedProgramme?
    var quiet = Report()
    if isProgramme {
      programme = try SpecFolder.load([folder], report: &quiet).first
      guard programme != nil else {
        report.error(
          "the programme in “\(folder)” cannot be read", at: nil, help: "see blazon check \(folder)"
        )
        return nil
      }
    }
    guard let plain = LedgerSource.whole(file, bytes, sheet: sheet, &report),
      let table = TableSample(plain, report: &report)
    else { return nil }
    var question = question
    let directory = programme.map { BadgeDirectory(of: $0) }
    if let directory, let id = programme?.programme.id {
      question.isBadge = { directory.knows($0, in: id) }
    }
    let guess = TableGuess(table, question)
    guard isWhole(guess, table, programme, &report) else { return nil }
    for header in guess.ignored where table.values(of: header).contains(where: isAddress) {
      report.add(
        Diagnostic(
          .warning, "“\(header)” holds e-mail addresses, which are copied with the table",
          at: start(plain),
          help: "no file that is drawn has them; take the column out before the folder is published"
        ))
    }
    warnOfNamesakes(guess, table, start(plain), &report)
    var source = plain
    source.reading = guess.reading
    let ledger = Ledger([source], report: &report)
    let titles = isProgramme ? [] : TableImport.titles(of: ledger)
    guard isProgramme || !titles.isEmpty else {
      if !report.hasErrors {
        report.error("no row of “\(file)” is an award", at: start(plain))
      }
      return nil
    }
    let member = AwardsMember("awards/\(fileName)", guess, named: question.always)
    var proposal = Proposal(
      origin: guess.origin, entry: member.block, rows: ledger.awards.prefix(5).map(\.told),
      awardCount: ledger.awards.count, isNew: !isProgramme, files: [])
    if let directory, let programme {
      _ = ledger.grants(in: directory, preferring: programme.programme.id, report: &report)
    }
    // What comes from a workbook stands in git as text, into which numbers can be written.
    let isWorkbook = LedgerSource.isWorkbook(file)
    try add(isWorkbook ? plain.text.bytes : bytes, member, titles, to: &proposal, &report)
    return report.hasErrors ? nil : proposal
  }

  /// Writes what is proposed, and the numbers that its awards need. The files that were written.
  public func write(_ proposal: Proposal, report: inout Report) throws(WorldError) -> [String] {
    for (path, bytes) in proposal.files {
      try wrapping { () throws(FileError) in
        try makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        try replace(path, with: bytes)
      }
    }
    if let (path, old, new) = proposal.changed {
      let now = try SpecSource.disk.read(path, limit: old.count + 1)
      guard now == old else { throw WorldError("“\(path)” has changed meanwhile; ask again") }
      try wrapping { () throws(FileError) in try rewrite(path, with: new) }
    }
    // Whether a badge has a certificate, the programme knows that now stands there.
    var found = Report()
    _ = try SpecFolder.fixLedgers([folder], report: &found)
    report.add(found)
    return proposal.files.map(\.path) + [proposal.changed?.path].compactMap(\.self)
  }

  // MARK: Parts

  /// What the table is called in the programme.
  private var fileName: String {
    let name = TableImport.lastPart(of: file)
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let (stem, ending) = (Starter.id(from: String(name[..<dot])), name[dot...].lowercased())
    // A plain name, which every file system has and no pattern means.
    return (stem.isEmpty ? "table" : stem) + ([".xlsx", ".txt"].contains(ending) ? ".csv" : ending)
  }

  private static func lastPart(of path: String) -> String {
    String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
  }

  private func start(_ source: LedgerSource) -> Place {
    let first = Position(line: 1, column: 1)
    return Place(source.text, start: first, end: first)
  }

  /// Whether it is known what every award says: who, what and when.
  private func isWhole(
    _ guess: TableGuess, _ table: TableSample, _ programme: LoadedProgramme?, _ report: inout Report
  ) -> Bool {
    let known = Set(guess.reading.columns.map(\.key) + guess.reading.always.map(\.key))
    for (_, header) in question.named {
      let names = Set(table.headers.map(TableReading.folded))
      for header in header.split(separator: "+").map(String.init)
      where !names.contains(TableReading.folded(header)) {
        report.error(
          "the table has no column “\(header)”", at: nil,
          help: helpText(for: header, among: table.headers))
      }
    }
    let columns = table.headers.filter { !$0.isEmpty }.joined(separator: ", ")
    for key in AwardKey.required where !known.contains(key) {
      let help: String
      switch key {
      case .badge:
        help =
          programme.map { loaded in
            "say --badge ID, one of: "
              + loaded.programme.badges.prefix(8).map(\.id.value).joined(separator: ", ")
          } ?? "say what is earned, as in --badge \"Summer School 2026\", or --column badge=COLUMN"
      case .issued:
        help = "say --issued 2026-10-14, the day of all, or --column issued=COLUMN"
      default:
        help = "say --column \(key.rawValue)=COLUMN; the columns are \(columns)"
      }
      report.error("no column of the table tells \(key.asked)", at: nil, help: help)
    }
    if let day = guess.doubtfulDays.first {
      report.error(
        "“\(day)” may mean two days, as all of them do", at: nil,
        help: "say --dates day-month-year or --dates month-day-year")
    }
    return !report.hasErrors
  }

  /// Two people of one name and without handles would be one person: told where another column has them apart.
  private func warnOfNamesakes(
    _ guess: TableGuess, _ table: TableSample, _ place: Place, _ report: inout Report
  ) {
    let columns = guess.reading.columns
    guard !columns.contains(where: { $0.key == .handle }),
      let names = columns.first(where: { $0.key == .name })?.headers,
      let header = guess.ignored.first(where: { table.values(of: $0).contains(where: isAddress) })
    else { return }
    let shared = table.namesakes(under: names.map(\.value), apartUnder: header)
    guard let first = shared.first else { return }
    report.add(
      Diagnostic(
        .warning,
        "“\(first.name)” has \(first.count) addresses under “\(header)”"
          + (shared.count > 1 ? ", as \(shared.count - 1) more have" : "")
          + ": rows of one name are one person", at: place,
        help: "if they are several, add a column of handles and say --column handle=COLUMN"))
  }

  /// What its awards are of, in the order in which they come.
  private static func titles(of ledger: Ledger) -> [String] {
    var known = Set<String>()
    return ledger.awards.map(\.badge.value).filter {
      known.insert(BadgeDirectory.folded($0)).inserted
    }
  }

  /// The most badges that a programme is made with.
  private static let titleLimit = 200

  /// The files that are to be written.
  private func add(
    _ bytes: [UInt8], _ member: AwardsMember, _ titles: [String], to proposal: inout Proposal,
    _ report: inout Report
  ) throws(WorldError) {
    let copy = "\(folder)/awards/\(fileName)"
    if kind(of: "\(folder)/awards", followingLinks: false) == .link {
      report.error(
        "“\(folder)/awards” is a link", at: nil,
        help: "put a folder there: the table is written into it")
      return
    }
    if kind(of: copy, followingLinks: false) != nil {
      report.error(
        "“\(copy)” is there already", at: nil,
        help: "give the table another name, or move that away")
      return
    }
    guard proposal.isNew else {
      let path = "\(folder)/programme.yaml"
      let old = try SpecSource.disk.read(path, limit: 1 << 24)
      guard let text = ProgrammeText.adding(member, to: SourceText(name: path, bytes: old)) else {
        report.error(
          "“awards” of “\(path)” cannot be added to by itself", at: nil,
          help: "copy the table to \(copy), and write under “awards”: - \(member.flow)")
        return
      }
      proposal.files = [(copy, bytes)]
      proposal.changed = (path, old, text)
      return
    }
    guard titles.count <= TableImport.titleLimit else {
      report.error(
        "the table names \(titles.count) badges, more than a programme is made with", at: nil,
        help: "say --badge for one, or --column badge=COLUMN for another column")
      return
    }
    let shown = TableImport.lastPart(of: folder)
    var starter = Starter(
      id: Starter.id(from: shown), name: name ?? TableImport.name(from: shown),
      color: color ?? "#0B7A86", titles: titles)
    guard !starter.id.isEmpty else {
      report.error(
        "“\(shown)” is no id", at: nil, help: "name a folder of lower-case letters and digits")
      return
    }
    starter.table = ("awards/\(fileName)", bytes, proposal.entry)
    proposal.files = try starter.files(in: folder, report: &report)
  }

  /// `harbour-club` as `Harbour Club`.
  private static func name(from id: String) -> String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}

/// Whether `text` is where somebody can be written to.
private func isAddress(_ text: String) -> Bool {
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(" ")
}

extension AwardKey {
  /// As a sentence asks for it.
  fileprivate var asked: String {
    switch self {
    case .name: "who"
    case .badge: "which badge"
    case .issued: "when"
    default: rawValue
    }
  }
}

extension Award {
  /// What it says, by key.
  fileprivate var told: [(key: String, text: String)] {
    var told = [
      ("name", name.value), ("handle", handle.value), ("badge", badge.value),
      ("issued", issued.value.isoText),
    ]
    let others: [(String, String?)] = [
      ("tier", tier?.value), ("count", count.map { String($0.value) }),
      ("expires", expires?.value.isoText), ("evidence", evidence?.value),
      ("result", result?.value), ("statement", statement?.value),
    ]
    for (key, text) in others { if let text { told.append((key, text)) } }
    return told.map { (key: $0.0, text: $0.1) }
  }
}
