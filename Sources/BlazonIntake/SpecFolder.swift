internal import BlazonArtwork
internal import BlazonLedger
internal import BlazonScene
internal import BlazonSentence
public import BlazonSource
internal import BlazonSpec
internal import Checksum
internal import Files

/// Reads spec folders from disk.
public struct SpecFolder {
  /// More than the YAML reader accepts, whose message has a place.
  private static let fileLimit = 1 << 24
  private static let countLimit = 500

  /// A programme's folder and the files in it that were asked for; `nil` for all.
  private struct Wanted {
    var folder: String
    var files: [String]?
  }

  /// Folders of the programmes at `path`: a programme's folder, a folder of such folders, or the
  /// folder of a file, with that file.
  private static func folders(at path: String) throws(WorldError) -> [Wanted] {
    switch kind(of: path) {
    case .file:
      let slash = path.lastIndex(of: "/")
      return [Wanted(folder: slash.map { String(path[..<$0]) } ?? ".", files: [path])]
    case .folder: break
    case .link, .other, nil: throw WorldError("no file or folder “\(path)”")
    }
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if kind(of: "\(trimmed)/programme.yaml") == .file {
      return [Wanted(folder: trimmed)]
    }
    let names = try wrapping { () throws(FileError) in try list(trimmed) }
    let inner = names.filter { kind(of: "\(trimmed)/\($0)/programme.yaml") == .file }
    guard !inner.isEmpty else {
      throw WorldError("no programme in “\(path)”: a programme's folder has a file programme.yaml")
    }
    return inner.map { Wanted(folder: "\(trimmed)/\($0)") }
  }

  /// The folders at all `paths`, each once.
  private static func folders(at paths: [String]) throws(WorldError) -> [Wanted] {
    var all: [Wanted] = []
    for path in paths {
      for wanted in try folders(at: path) {
        guard let index = all.firstIndex(where: { $0.folder == wanted.folder }) else {
          all.append(wanted)
          continue
        }
        if let more = wanted.files { all[index].files? += more } else { all[index].files = nil }
      }
    }
    return all
  }

  /// The programmes at `paths`, with the awards of their ledgers and of those at `awards`. What is
  /// wrong in them is in the report.
  public static func load(
    _ paths: [String], awards: [String] = [], report: inout Report
  ) throws(WorldError) -> [LoadedProgramme] {
    var missing = false
    var programmes = try specs(paths, missing: &missing, report: &report)
    for index in programmes.indices { try loadArtworks(of: &programmes[index], &report) }
    let grants = try Roll(programmes, missing: missing, awards, report: &report)
      .grants(report: &report)
    // They stand by programme.
    var rest = grants[...]
    while let id = rest.first?.programme {
      let own = rest.prefix { $0.programme == id }
      rest = rest.dropFirst(own.count)
      if let index = programmes.firstIndex(where: { $0.programme.id == id }) {
        programmes[index].add(own, &report)
      }
    }
    return programmes
  }

  /// The badge that `sentence` tells, as a programme of its own, with what it takes from the programme
  /// in `folder`; `nil` if it cannot be drawn, which is in the report.
  public static func load(
    _ sentence: SourceText, in folder: String?, report: inout Report
  ) throws(WorldError) -> LoadedProgramme? {
    var base: ProgrammeDocument?
    if let folder {
      guard let wanted = try folders(at: folder).first, wanted.files == nil else {
        throw WorldError("“\(folder)” is not a programme's folder")
      }
      base = try document(wanted.folder, &report)
    }
    guard let told = Sentence(sentence, report: &report) else { return nil }
    let document = told.document(in: base, report: &report)
    guard let programme = Programme(document, base: base, report: &report) else { return nil }
    return LoadedProgramme(
      programme, asked: Set(programme.badges.map(\.id.value)), folder: folder ?? ".")
  }

  /// Writes ids into the ledgers where certificates need them. The names of the files that were
  /// changed; what stands in the way is in the report.
  public static func fixLedgers(
    _ paths: [String], awards: [String] = [], report: inout Report
  ) throws(WorldError) -> [String] {
    var missing = false
    let programmes = try specs(paths, missing: &missing, report: &report)
    // What is wrong in the ledgers themselves, a check says with everything else.
    var found = Report()
    return try Roll(programmes, missing: missing, awards, report: &found).fix(report: &report)
  }

  /// The drawings that a programme names: its logo, the signatures of its certificates.
  private static func loadArtworks(
    of loaded: inout LoadedProgramme, _ report: inout Report
  ) throws(WorldError) {
    let signatures = loaded.badges.flatMap { $0.words.certificate?.signatures ?? [] }
    for name in [loaded.programme.logo].compactMap(\.self) + signatures.compactMap(\.image) {
      let path = name.path
      guard loaded.artworks.pictures[path] == nil else { continue }
      loaded.artworks.pictures[path] = try artwork(
        path, named: name.place, .black, &loaded.artworks.digests[path], &report)
    }
    for badge in loaded.badges.flatMap(\.drawings) {
      guard let emblem = badge.words.emblem, let path = emblem.path,
        loaded.artworks.emblems[path] == nil
      else { continue }
      loaded.artworks.emblems[path] = try artwork(
        path, named: emblem.place, .white, &loaded.artworks.digests[path], &report)
    }
  }

  /// The drawing in the file at `path`, which a spec names at `place`; `nil` if it cannot be drawn,
  /// which is then reported.
  private static func artwork(
    _ path: String, named place: Place, _ ink: Color, _ digest: inout String?,
    _ report: inout Report
  ) throws(WorldError) -> Artwork? {
    guard kind(of: path) == .file else {
      report.error(
        "no file “\(path)”", at: place,
        help: "drawings are looked for beside the file that names them")
      return nil
    }
    let bytes = try wrapping { () throws(FileError) in try read(path, limit: fileLimit) }
    digest = sha256(bytes)
    do throws(ArtworkError) {
      return try Artwork(bytes, ink: ink)
    } catch {
      var diagnostic = error.diagnostic(in: SourceText(name: path, bytes: bytes))
      diagnostic.notes.append("named at \(place.label)")
      report.add(diagnostic)
      return nil
    }
  }

  /// The programmes at `paths` without their awards. One that cannot be read is `missing`.
  private static func specs(
    _ paths: [String], missing: inout Bool, report: inout Report
  ) throws(WorldError) -> [LoadedProgramme] {
    var programmes: [LoadedProgramme] = []
    var owners: [String: String] = [:]
    for wanted in try folders(at: paths) {
      let folder = wanted.folder
      for file in wanted.files ?? [] where !isSpec(file) {
        report.error(
          "“\(file)” is not a file of badges", at: nil, help: "name a file that ends in .yaml")
      }
      guard let document = try document(folder, &report) else {
        missing = true
        continue
      }
      let base = try base(of: document, folder, &report)
      guard let programme = Programme(document, base: base, report: &report) else {
        missing = true
        continue
      }
      if let owner = owners[programme.id] {
        report.error(
          "“\(folder)” and “\(owner)” both call themselves “\(programme.id)”", at: nil,
          help: "give one of them another “programme”")
        continue
      }
      owners[programme.id] = folder
      if let files = wanted.files,
        !files.contains(where: { $0 == "programme.yaml" || $0.hasSuffix("/programme.yaml") })
      {
        let badges = programme.badges.filter { badge in
          let name = badge.id.place.source.name
          return files.contains { $0 == name || $0 == "./\(name)" }
        }
        let asked = Set(badges.map(\.id.value))
        programmes.append(LoadedProgramme(programme, asked: asked, folder: folder))
      } else {
        programmes.append(LoadedProgramme(programme, folder: folder))
      }
    }
    return programmes
  }

  private static func isSpec(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  private static func document(
    _ folder: String, _ report: inout Report
  ) throws(WorldError) -> ProgrammeDocument? {
    let names = try wrapping { () throws(FileError) in try list(folder) }
      .filter { isSpec($0) && !$0.hasPrefix(".") && kind(of: "\(folder)/\($0)") != .folder }
    guard names.count <= countLimit else {
      throw WorldError("“\(folder)” holds \(names.count) files; at most \(countLimit) are read")
    }
    var files: [SourceText] = []
    for name in names {
      let path = folder == "." ? name : "\(folder)/\(name)"
      let bytes = try wrapping { () throws(FileError) in try read(path, limit: fileLimit) }
      files.append(SourceText(name: path, bytes: bytes))
    }
    return ProgrammeDocument(ProgrammeSources(folder: folder, files: files), report: &report)
  }

  /// The folder of the programme that the one in `file` extends; `nil` if it extends none, or is none.
  public static func base(named file: String) -> String? {
    guard file.hasSuffix("/programme.yaml"), let bytes = try? read(file, limit: fileLimit) else {
      return nil
    }
    var report = Report()
    let folder = String(file.dropLast("/programme.yaml".count))
    let source = SourceText(name: file, bytes: bytes)
    let document = ProgrammeDocument(
      ProgrammeSources(folder: folder, files: [source]), report: &report)
    return document?.base.map { simplified("\(folder)/\($0.value)") }
  }

  /// The programme that `document` extends.
  private static func base(
    of document: ProgrammeDocument, _ folder: String, _ report: inout Report
  ) throws(WorldError) -> ProgrammeDocument? {
    guard let base = document.base else { return nil }
    let path = "\(folder)/\(base.value)"
    guard kind(of: "\(path)/programme.yaml") == .file else {
      report.error(
        "no programme stands in “\(base.value)”", at: base.place,
        help: "name its folder, relative to this one, as in ../acme")
      return nil
    }
    // What is wrong in the base is its own run's to say; here it would be said twice.
    var quiet = Report()
    let folder = simplified(path)
    let document = try Self.document(folder, &quiet)
    if quiet.hasErrors {
      report.error(
        "the programme in “\(base.value)” has errors of its own", at: base.place,
        help: "see blazon check \(folder)")
    }
    if let further = document?.base {
      report.error(
        "the programme in “\(base.value)” itself extends “\(further.value)”", at: base.place,
        help: "extend a programme that extends none")
    }
    return document
  }
}

/// `a/b/../c` as `a/c`, so that messages stay short.
private func simplified(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/", omittingEmptySubsequences: false) {
    if part == "..", let last = parts.last, last != "..", !last.isEmpty, last != "." {
      parts.removeLast()
    } else {
      parts.append(part)
    }
  }
  return parts.joined(separator: "/")
}
