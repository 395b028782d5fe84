internal import BlazonCheck
internal import BlazonLedger
internal import BlazonSource
internal import BlazonSpec
internal import Files

/// A programme, and the ledgers that it names.
struct ReadProgramme {
  var loaded: LoadedProgramme
  var ledgers: [LedgerSource]
  /// Where its specs stand.
  var folder: SourceFolder?
}

/// One reading of some programmes. It goes on after a file that it cannot read, so that all is told at once.
struct SpecReader {
  /// More than the YAML reader accepts, whose message has a place.
  static let fileLimit = 1 << 24
  static let ledgerLimit = 1 << 26
  private static let countLimit = 500
  /// Bytes of all specs and ledgers of a run.
  private static let totalLimit = 1 << 28

  let source: SpecSource
  /// What the world refused.
  var failures: [WorldError] = []
  /// Whether a programme could not be read.
  private(set) var isMissingSome = false
  var total = 0
  /// Specs by their paths.
  private var texts: [String: SourceText] = [:]
  var drawings = Drawings()
  var fonts = Fonts()
  /// Programmes of earlier readings.
  var known: KnownProgrammes?
  /// The addresses of databases, by the names that programmes give them.
  var databases: [String: String] = [:]
  /// Whether an award that cannot be right does not stop the others.
  var keepsGoing = false

  init(_ source: SpecSource) { self.source = source }

  /// Throws if the world refused anything. The rest of it is then in the report.
  func finish(_ report: inout Report) throws(WorldError) {
    guard let first = failures.first else { return }
    for other in failures.dropFirst() { report.error(other.description, at: nil) }
    throw first
  }

  /// The file `path` with what it has: one that is read as a programme, and again as what another extends, is one text, so
  /// that what is wrong in it is told once.
  private mutating func text(_ path: String, _ bytes: [UInt8]) -> SourceText {
    if let known = texts[path], known.bytes == bytes { return known }
    let text = SourceText(name: path, bytes: bytes)
    texts[path] = text
    return text
  }

  /// Tells why the file `path` of `folder` was not lent.
  mutating func tell(
    _ refusal: Refusal, of path: String, in folder: String, at place: Place,
    _ report: inout Report
  ) {
    let message = refusal.message(about: path, in: folder)
    if case .failed = refusal {
      let failure = WorldError(message)
      if !failures.contains(failure) { failures.append(failure) }
    } else {
      report.add(.files, message, at: place, help: refusal.help)
    }
  }

  /// The file `name` of `folder` and its name without links; `nil` if it is not lent, which is told.
  mutating func lent(
    _ name: String, of folder: SourceFolder, shown path: String, limit: Int, at place: Place,
    _ report: inout Report
  ) -> (name: String, bytes: [UInt8])? {
    let rest = SpecReader.totalLimit - total
    do throws(Refusal) {
      let file = try folder.read(name, limit: min(limit, rest))
      total += file.bytes.count
      return file
    } catch {
      if rest < limit, error == .tooLarge(limit: rest) {
        report.add(
          .files, "with “\(path)” the specs and ledgers of this run are too large together",
          at: place, help: "read fewer of them at a time")
      } else {
        tell(error, of: path, in: folder.path, at: place, &report)
      }
      return nil
    }
  }

  /// The programmes at `paths`, and their drawings if they are wanted; without their awards. Of badges named in `only`,
  /// where any are, the others are known and not read.
  mutating func programmes(
    _ paths: [String], only: Set<String> = [], withDrawings: Bool, report: inout Report
  ) throws(WorldError) -> [ReadProgramme] {
    var programmes: [ReadProgramme] = []
    var owners: [String: String] = [:]
    for wanted in try source.wanted(paths) {
      for file in wanted.files ?? [] where !isSpec(file) {
        report.error(
          "“\(file)” is not a file of badges", at: nil, help: "name a file that ends in .yaml")
      }
      guard let (folder, document) = document(of: wanted, &report) else {
        isMissingSome = true
        continue
      }
      let base = base(of: document, in: folder, &report)
      let known = known ?? KnownProgrammes()
      guard
        let programme = known.programme(
          document, base: base?.document, only: only, report: &report)
      else {
        isMissingSome = true
        continue
      }
      if let owner = owners[programme.id] {
        report.error(
          "“\(folder.path)” and “\(owner)” both call themselves “\(programme.id)”", at: nil,
          help: "give one of them another “programme”")
        continue
      }
      owners[programme.id] = folder.path
      var loaded = LoadedProgramme(programme, asked: wanted.asked(of: programme))
      if withDrawings {
        let folders = [folder] + [base?.folder].compactMap(\.self)
        readTypeface(of: &loaded, in: folders, &report)
        readArtworks(of: &loaded, in: folders, &report)
      }
      programmes.append(
        ReadProgramme(
          loaded: loaded, ledgers: ledgers(of: programme, in: folder, &report), folder: folder))
    }
    return programmes
  }

  /// The folder of a programme, opened, and what its specs say; `nil` if it cannot be read.
  mutating func document(
    of wanted: WantedProgramme, _ report: inout Report
  ) -> (folder: SourceFolder, document: ProgrammeDocument)? {
    do throws(Refusal) {
      let folder = try source.folder(wanted.folder, foundIn: wanted.parent)
      return try document(in: folder, named: wanted.files ?? [], &report).map { (folder, $0) }
    } catch {
      let place = Place(beginningOf: wanted.folder)
      tell(error, of: wanted.folder, in: wanted.parent ?? wanted.folder, at: place, &report)
      return nil
    }
  }

  /// What the specs in `folder` say. Those in `named`, which the command line names, may stand anywhere.
  private mutating func document(
    in folder: SourceFolder, named: [String], _ report: inout Report
  ) throws(Refusal) -> ProgrammeDocument? {
    let names = try folder.list().filter {
      isSpec($0) && !$0.hasPrefix(".") && folder.kind(of: $0) != .folder
    }
    guard names.count <= SpecReader.countLimit else {
      report.add(
        .files,
        "“\(folder.path)” holds \(names.count) files; at most \(SpecReader.countLimit) are read",
        at: Place(beginningOf: folder.path), help: "put several badges into one file")
      return nil
    }
    var sources = ProgrammeSources(folder: folder.path, files: [])
    var hasMain = true
    for name in names {
      let path = folder.shown(name)
      if named.contains(where: { $0 == path || $0 == "./\(path)" }) {
        do throws(WorldError) {
          let bytes = try source.read(path, limit: SpecReader.fileLimit)
          sources.files.append(text(path, bytes))
        } catch {
          failures.append(error)
          sources.hasUnreadFiles = true
          if name == "programme.yaml" { hasMain = false }
        }
        continue
      }
      let place = Place(beginningOf: path)
      if let file = lent(
        name, of: folder, shown: path, limit: SpecReader.fileLimit, at: place, &report)
      {
        sources.files.append(text(path, file.bytes))
      } else {
        sources.hasUnreadFiles = true
        if name == "programme.yaml" { hasMain = false }
      }
    }
    return hasMain ? ProgrammeDocument(sources, report: &report) : nil
  }

  /// The programme that `document` extends.
  private mutating func base(
    of document: ProgrammeDocument, in folder: SourceFolder, _ report: inout Report
  ) -> (folder: SourceFolder, document: ProgrammeDocument)? {
    guard let base = document.base else { return nil }
    guard let path = source.path(base.value, from: folder.path), source.hasProgramme(path) else {
      report.error(
        "no programme stands in “\(base.value)”", at: base.place,
        help: "name its folder, relative to this one, as in ../acme")
      return nil
    }
    // What is wrong in the base is its own run's to say; here it would be said twice.
    var quiet = Report()
    let found = self.document(of: WantedProgramme(folder: path), &quiet)
    if quiet.hasErrors {
      report.error(
        "the programme in “\(base.value)” has errors of its own", at: base.place,
        help: "see blazon check \(path)")
    }
    if let further = found?.document.base {
      report.error(
        "the programme in “\(base.value)” itself extends “\(further.value)”", at: base.place,
        help: "extend a programme that extends none")
    }
    return found
  }

  // MARK: Names

  private func isSpec(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }
}

extension WantedProgramme {
  /// The ids of the badges that were asked for; `nil` for all.
  fileprivate func asked(of programme: Programme) -> Set<String>? {
    guard let files,
      !files.contains(where: { $0 == "programme.yaml" || $0.hasSuffix("/programme.yaml") })
    else { return nil }
    let badges = programme.badges.filter { badge in
      let name = badge.id.place.source.name
      return files.contains { $0 == name || $0 == "./\(name)" }
    }
    return Set(badges.map(\.id.value))
  }
}

extension Place {
  /// The beginning of a file of which nothing is shown.
  init(beginningOf path: String) {
    let start = Position(line: 1, column: 1)
    self.init(SourceText(name: path, bytes: []), start: start, end: start)
  }
}
