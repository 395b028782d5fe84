internal import BlazonLedger
internal import BlazonSource
internal import BlazonSpec
internal import Files

/// All ledgers of a run: those that programmes name, and those that were asked for beside them.
public struct Roll {
  /// Ledgers that are read together.
  private struct Entry {
    var ledger: Ledger
    var sources: [SourceText]
    /// Whose badges plain ids mean first.
    var programme: String?
  }

  private let entries: [Entry]
  private let directory: BadgeDirectory
  /// The tiers of badges that have some, by `programme/id`.
  private let ladders: [String: [String]]

  /// Reads the ledgers of `programmes` and those at `paths`. What is wrong in them is in the report.
  ///
  /// Where programmes are `missing`, because they cannot be read, any badge may be one of theirs.
  init(
    _ programmes: [LoadedProgramme], missing: Bool, _ paths: [String], report: inout Report
  ) throws(WorldError) {
    directory = BadgeDirectory(
      programmes.flatMap { loaded in
        loaded.programme.badges.map { badge in
          BadgeDirectory.Entry(
            programme: loaded.programme.id, id: badge.id.value,
            aliases: badge.words.aliases.map(\.value), validMonths: badge.words.valid,
            needsID: badge.words.certificate != nil)
        }
      },
      unread: programmes.map(\.programme).map {
        BadgeDirectory.Unread(
          programme: $0.id, names: $0.unreadBadges, isOpen: $0.hasUnreadFiles)
      }, isOpen: missing, states: Words.State.allCases.map(\.rawValue))
    var ladders: [String: [String]] = [:]
    for loaded in programmes {
      for badge in loaded.programme.badges {
        let tiers = badge.variants.compactMap { $0.variant?.kind == .tier ? $0.variant?.name : nil }
        if !tiers.isEmpty { ladders["\(loaded.programme.id)/\(badge.id.value)"] = tiers }
      }
    }
    self.ladders = ladders
    var entries: [Entry] = []
    for loaded in programmes {
      var sources: [SourceText] = []
      for name in loaded.programme.ledgers {
        let files = try Roll.files(name, in: loaded.folder)
        if files.isEmpty {
          report.error(
            "no ledger “\(name.value)”", at: name.place,
            help: "it is looked for in \(loaded.folder)")
        }
        for file in files where !sources.contains(where: { $0.name == file }) {
          sources.append(try Roll.source(file))
        }
      }
      guard !sources.isEmpty else { continue }
      entries.append(
        Entry(
          ledger: Ledger(sources, report: &report), sources: sources,
          programme: loaded.programme.id))
    }
    var sources: [SourceText] = []
    for path in paths where !sources.contains(where: { $0.name == path }) {
      sources.append(try Roll.source(path))
    }
    if !sources.isEmpty {
      entries.append(Entry(ledger: Ledger(sources, report: &report), sources: sources))
    }
    self.entries = entries
  }

  /// The newest award of every badge to everybody, by programme, handle and badge.
  func grants(report: inout Report) -> [Grant] {
    let grants = Grant.newest(
      of: entries.map {
        $0.ledger.grants(in: directory, preferring: $0.programme, report: &report)
      }, report: &report)
    for grant in grants { check(grant, &report) }
    return grants
  }

  /// Reports a tier that the badge's ladder does not have.
  private func check(_ grant: Grant, _ report: inout Report) {
    guard let tier = grant.award.tier,
      let ladder = ladders["\(grant.programme)/\(grant.badge)"], !ladder.contains(tier.value)
    else { return }
    report.error(
      "“\(grant.badge)” has no tier “\(tier.value)”", at: tier.place,
      help: helpText(for: tier.value, among: ladder))
  }

  /// Writes ids where certificates need them. The names of the files that were changed.
  func fix(report: inout Report) throws(WorldError) -> [String] {
    var changed: [String] = []
    for entry in entries {
      for source in entry.sources {
        let bytes = try wrapping { () throws(FileError) in
          try entry.ledger.fixed(
            source, in: directory, preferring: entry.programme, randomBytes: randomBytes,
            report: &report)
        }
        guard let bytes else { continue }
        try wrapping { () throws(FileError) in try replace(source.name, with: bytes) }
        changed.append(source.name)
      }
    }
    return changed
  }

  private static func source(_ path: String) throws(WorldError) -> SourceText {
    SourceText(
      name: path, bytes: try wrapping { () throws(FileError) in try read(path, limit: 1 << 26) })
  }

  /// The files that `name` stands for: itself, or all that its `*` matches.
  private static func files(
    _ name: Located<String>, in folder: String
  ) throws(WorldError) -> [String] {
    let path = "\(folder)/\(name.value)"
    guard let star = path.lastIndex(of: "*"), let slash = path.lastIndex(of: "/") else {
      return kind(of: path) == .file ? [path] : []
    }
    let parent = String(path[..<slash])
    let (start, end) = (path[path.index(after: slash)..<star], path[path.index(after: star)...])
    guard kind(of: parent) == .folder else { return [] }
    return try wrapping { () throws(FileError) in try list(parent) }
      .filter { name in
        !name.hasPrefix(".") && name.hasPrefix(start) && name.hasSuffix(end)
          && name.count >= start.count + end.count
      }
      .map { "\(parent)/\($0)" }.filter { kind(of: $0) == .file }
  }
}
