internal import BlazonCheck
public import BlazonSource
internal import Checksum
internal import Files
internal import Synchronization

/// Some of the output's files, which are listed together: what programmes have, or a share of the people.
///
/// While it is open it takes files from any number of threads; when it is closed its list is written. A list
/// that exists says nothing false in between: what is about to be replaced is marked first.
public final class Volume: Sendable {
  public let id: ID
  let root: String
  let isVerifying: Bool
  /// What stood there when it was opened, by path.
  let earlier: [String: Manifest.Entry]
  private let manifest: Manifest
  /// What each key has made.
  let pathsByKey: [String: [String]]
  private let widthsByBadge: [String: [Int]]
  /// The list as it stands on the disk; `nil` for none.
  private let listed: [UInt8]?
  /// What a run that did not end has noted of files: `nil` where all have ended.
  let noted: [String]?
  private let state = Mutex(State())

  private struct State {
    var entries: [String: Manifest.Entry] = [:]
    /// Those that stood there already, as they should.
    var kept = 0
    /// The paths of what was made, whether it came out the same or not.
    var made: Set<String> = []
    /// What was not written, by its path.
    var refusals: [String: (bytes: Int, limit: Located<Int>)] = [:]
    var isMarked = false
    /// What was noted of files that no list has yet; `nil` before the first.
    var journal: Journal?
    /// Files of others where ours would stand.
    var others: Set<String> = []
    /// Whether a folder is reached without a link.
    var folders: [String: Bool] = [:]
  }

  init(
    _ id: ID, root: String, earlier: Manifest, listed: [UInt8]?, noted: [String]?,
    isVerifying: Bool
  ) {
    (self.id, self.root, self.listed, self.isVerifying) = (id, root, listed, isVerifying)
    self.noted = noted
    self.earlier = Dictionary(
      earlier.files.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    manifest = earlier
    var paths: [String: [String]] = [:]
    for file in earlier.files {
      for key in file.keys { paths[key, default: []].append(file.path) }
    }
    pathsByKey = paths
    var widths: [String: [Int]] = [:]
    for file in earlier.files where file.recipient == nil && file.path.hasSuffix(".png") {
      if let badge = file.badge, let width = file.width, widths[badge]?.contains(width) != true {
        widths[badge, default: []].append(width)
      }
    }
    widthsByBadge = widths
  }

  /// Whether a run did not end that changed something here.
  var isInterrupted: Bool { noted != nil }

  // MARK: What stands

  func digest(_ path: String) -> String? {
    try? fileDigest("\(root)/\(path)", limit: 1 << 30)
  }

  /// Whether an earlier run wrote the file at `address`.
  public func lists(_ address: Address) -> Bool { earlier[address.path] != nil }

  /// Whether programmes are listed whose folder is none of `homes`: each has an icon there.
  public func listsProgrammes(besides homes: Set<Address>) -> Bool {
    let known = Set(homes.map { $0.file(.icon).path })
    return earlier.keys.contains { $0.hasSuffix("/\(FileName.icon.text)") && !known.contains($0) }
  }

  /// The pixel widths of a badge's PNG files that are listed.
  public func widths(of badge: String) -> [Int] { widthsByBadge[badge] ?? [] }

  /// What is listed besides what was kept or written: files that a run may have to tidy up.
  public var hasOthers: Bool {
    let entries = state.withLock { $0.entries }
    return manifest.orphans != nil || noted != nil || earlier.keys.contains { entries[$0] == nil }
  }

  /// How many files were kept or written, and their bytes.
  public var standing: (files: Int, bytes: Int) {
    let entries = state.withLock { $0.entries }
    return (entries.count, entries.values.reduce(0) { $0 + $1.bytes })
  }

  /// The paths of the files under `key` that were kept or written, in their order.
  public func paths(of key: String) -> [String] {
    state.withLock { $0.entries.values.filter { $0.keys.contains(key) }.map(\.path) }.sorted()
  }

  /// The key that the file at `address` was made by; `nil` if none is listed.
  public func key(of address: Address) -> String? { earlier[address.path]?.keys.first }

  /// Lists the files under `key` further: they stand, as `staleness` found. Of a badge's PNG files those that
  /// have one of `widths`, if any are given, but for those at `others`.
  public func keep(_ key: String, widths: [Int]? = nil, others: [Address] = []) {
    let others = Set(others.map(\.path))
    let entries = (pathsByKey[key] ?? []).compactMap { earlier[$0] }.filter { entry in
      guard let widths, entry.badge != nil, entry.recipient == nil, entry.path.hasSuffix(".png"),
        !others.contains(entry.path)
      else { return true }
      return entry.width.map(widths.contains) ?? true
    }
    state.withLock { state in
      for var entry in entries where state.entries[entry.path] == nil {
        entry.source = keys(key, and: entry)
        state.entries[entry.path] = entry
        state.kept += 1
      }
    }
  }

  /// Whether a file may stand at `path` below the root, and no link leads there.
  func isReachable(_ path: String) -> Bool {
    let folder = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
    if let known = state.withLock({ $0.folders[folder] }) { return known }
    let isReachable = isWithoutLinks(path, below: root)
    state.withLock { $0.folders[folder] = isReachable }
    return isReachable
  }

  func isFile(_ path: String) -> Bool {
    isReachable(path) && fileSize("\(root)/\(path)") != nil
  }

  // MARK: Writing

  /// Replaces the file, whose folder was prepared. One over its budget is refused and not written; what
  /// stood there stays.
  public func write(_ artifact: Artifact) throws(WorldError) {
    let (path, bytes) = (artifact.address.path, artifact.bytes)
    if let mark = artifact.ownMark, isFile(path), !(try isMarked(path, mark)) {
      state.withLock { _ = $0.others.insert(path) }
      return
    }
    if let limit = artifact.limit, bytes.count > limit.value {
      state.withLock { $0.refusals[path] = (bytes.count, limit) }
      return
    }
    let sum = sha256(bytes)
    // What comes out the same is left as it is: whoever serves the folder sends no file anew for nothing.
    let isSame =
      earlier[path]?.sha256 == sum && isReachable(path)
      && fileSize("\(root)/\(path)") == bytes.count && (!isVerifying || digest(path) == sum)
    if !isSame {
      try note(path)
      try wrapping { () throws(FileError) in try replace("\(root)/\(path)", with: bytes) }
    }
    let entry = Manifest.Entry(
      path: path, sha256: sum, bytes: bytes.count, width: artifact.width,
      height: artifact.height, badge: artifact.badge, recipient: artifact.recipient,
      alt: artifact.alt, source: isSame ? keys(artifact.key, and: earlier[path]) : artifact.key)
    state.withLock { state in
      state.entries[path] = entry
      state.made.insert(path)
      if isSame { state.kept += 1 }
    }
  }

  /// Before the file at `path` is written: a run that ends here leaves no list that calls the new file by the old one's
  /// key, and no file that nobody knows.
  private func note(_ path: String) throws(WorldError) {
    // Whoever comes meanwhile waits: nothing is written before it is noted.
    let failure = state.withLock { state -> WorldError? in
      do throws(WorldError) {
        let journal = try open(state.journal)
        state.journal = journal
        guard earlier[path] != nil else {
          try wrapping { () throws(FileError) in try journal.note(path) }
          return nil
        }
        guard listed != nil, !state.isMarked else { return nil }
        state.isMarked = true
        var marked = manifest
        for (index, entry) in marked.files.enumerated() where state.entries[entry.path] == nil {
          marked.files[index].source = ""
        }
        try wrapping { () throws(FileError) in
          try replace("\(root)/\(id.address.path)", with: marked.json)
        }
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// The journal, which is begun unless it is `known`.
  private func open(_ known: Journal?) throws(WorldError) -> Journal {
    if let known { return known }
    _ = try makeFolder(id.journal.folder, below: root)
    return try wrapping { () throws(FileError) in try Journal("\(root)/\(id.journal.path)") }
  }

  /// What was listed when it was opened.
  var entries: [Manifest.Entry] { manifest.files }
  var orphans: [String] { manifest.orphans ?? [] }

  /// Takes a file over that another folder has: `entry`, which stands below `other`. Linked where the file
  /// system can, else copied. One that stands here already stays. Nothing is changed if it is a `trial`.
  func take(
    _ entry: Manifest.Entry, from other: String, trial isTrial: Bool
  ) throws(WorldError) {
    let known = state.withLock { $0.entries[entry.path] }
    if let known, known.sha256 != entry.sha256 {
      throw WorldError(
        "“\(entry.path)” is one file in “\(other)” and another in a folder before it; they are not "
          + "shares of one run")
    }
    let isHere = earlier[entry.path]?.sha256 == entry.sha256 && isFile(entry.path)
    if !isHere {
      guard fileSize("\(other)/\(entry.path)") == entry.bytes else {
        throw WorldError("“\(other)/\(entry.path)” is gone, or another file than was written")
      }
      if !isTrial {
        try note(entry.path)
        try wrapping { () throws(FileError) in
          try replace("\(root)/\(entry.path)", withFile: "\(other)/\(entry.path)")
        }
      }
    }
    state.withLock { state in
      state.entries[entry.path] = entry
      if isHere { state.kept += 1 }
    }
  }

  // MARK: Closing

  /// What it has come to until now.
  var account: Account {
    let state = state.withLock { $0 }
    var account = Account()
    account.files = state.entries.count
    account.bytes = state.entries.values.reduce(0) { $0 + $1.bytes }
    account.drawn = account.files - state.kept
    account.refused = Artifact.excesses(state.refusals)
    return account
  }

  /// Lists this run's files, and those of earlier runs that still stand; its end is to be committed.
  ///
  /// `fonts`, `parts` and `share` are for the root.
  func close(
    _ tidying: Tidying, fonts: [Manifest.Font] = [], parts: [Manifest.Part] = [],
    share: Manifest.Share? = nil
  ) throws(WorldError) -> (account: Account, end: Closing) {
    let state = state.withLock { $0 }
    var account = account
    var (all, removed) = (state.entries, [String]())
    // A run of all knows the one key of each.
    if !tidying.replaced.isEmpty {
      for (path, entry) in state.entries { all[path]?.source = entry.keys.first ?? "" }
    }
    let withdrawn = tidying.withdrawn + (tidying.revoked[id] ?? [])
    for path in Set(earlier.keys).union(manifest.orphans ?? []).union(noted ?? []).sorted()
    where all[path] == nil && !state.others.contains(path) && isFile(path) {
      let isReplaced =
        tidying.replaced.contains { isOf($0, path) } && state.refusals[path] == nil
      let isCurrent = earlier[path]?.keys.contains(where: tidying.current.contains) == true
      if !isCurrent && withdrawn.contains(where: { $0.covers(path) })
        || isForgotten(path, tidying.forgotten)
      {
        removed.append(path)
      } else if isGoneOn(path, state.entries) {
        removed.append(path)
      } else if let entry = earlier[path], !isReplaced {
        all[path] = entry.source.isEmpty ? asItStands(entry) : entry
      } else if tidying.isPruning || FileName.tells(path) {
        // A picture may be shown elsewhere; a page or a certificate would go on telling what is no longer so.
        removed.append(path)
      } else {
        account.orphans.append(path)
      }
    }
    account.removed = removed.count
    sweep(noted)
    account.isListed = !all.isEmpty || !account.orphans.isEmpty
    // What was refused stands there as it was, and is to be made again.
    for path in state.refusals.keys { all[path]?.source = "" }
    var manifest = Manifest(
      files: all.values.sorted { $0.path < $1.path }, orphans: account.orphans, fonts: fonts,
      parts: parts)
    manifest.share = share
    let path = "\(root)/\(id.address.path)"
    var end = Closing(self, removing: removed)
    if !removed.isEmpty || state.journal != nil || noted != nil {
      let journal = try open(state.journal)
      try wrapping { () throws(FileError) in for path in removed { try journal.note(path) } }
      end.isNoted = true
    }
    if !account.isListed, id != .root {
      end.isGone = true
    } else if state.isMarked || manifest.json != listed {
      end.list = try wrapping { () throws(FileError) in try StagedFile(path, manifest.json) }
    }
    return (account, end)
  }

  /// Lists what stands, for a run that ends before all is made: what is written is told as it is, and the next run goes on
  /// from there. `nil` where the list is true as it is: none is there, or nothing was written.
  func leave() throws(WorldError) -> Closing? {
    let state = state.withLock { $0 }
    guard state.isMarked else { return nil }
    var manifest = manifest
    var all = state.entries
    // One file of several may be made: the next run makes all that have its key.
    for path in state.made { all[path]?.source = "" }
    for (path, entry) in earlier where all[path] == nil {
      all[path] = asItStands(entry)
      all[path]?.source = ""
    }
    manifest.orphans = manifest.orphans?.filter { all[$0] == nil }
    manifest.files = all.values.sorted { $0.path < $1.path }
    var end = Closing(self, removing: [])
    end.list = try wrapping { () throws(FileError) in
      try StagedFile("\(root)/\(id.address.path)", manifest.json)
    }
    return end
  }
}
