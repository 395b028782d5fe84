internal import BlazonCheck
public import BlazonSource
internal import Checksum
internal import Files
internal import Synchronization

/// The output folder: a web root whose names are linked for years.
///
/// Each file is replaced whole. What stands there is listed in volumes, so that a run holds in memory only
/// the lists that it is at; `manifest.json`, the list of lists, is written last.
public final class Shelf: Sendable {
  let root: String
  /// Whether files that are listed are read and compared, not only looked for.
  private let isVerifying: Bool
  let head: Manifest
  /// What stands at `manifest.json`; `nil` for nothing.
  let listed: [UInt8]?
  /// Entries of a manifest without parts that belong to people.
  private let handedOver: [Volume.ID: [Manifest.Entry]]
  /// Digests of installed font files, by name.
  let fonts = Mutex<[String: String]>([:])
  let parts: Mutex<Set<Manifest.Part>>
  private let damaged = Mutex<[String]>([])
  /// Held until the last of this is done; `nil` where nothing was there, until something is.
  private let lock: Mutex<FolderLock?>
  private let waiting: @Sendable () -> Void
  /// Volumes that are closed, until their files are known to be on the disk.
  private let closings = Mutex<[Volume.Closing]>([])
  /// How many of them wait for each other.
  private static let closingLimit = 32

  /// The most bytes of a list that are read.
  private static let listLimit = 1 << 28

  /// The folder at `root`, of which nothing is changed or made yet. No other process that has one changes it meanwhile:
  /// if one does already, `waiting` is told, and this waits for it. Throws if the manifest there is not ours, or a later
  /// release's.
  public init(
    _ root: String, verifying isVerifying: Bool = false,
    waiting: @escaping @Sendable () -> Void = {}
  ) throws(WorldError) {
    let root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
    (self.root, self.isVerifying, self.waiting) = (root, isVerifying, waiting)
    lock = Mutex(
      kind(of: root) == .folder
        ? try wrapping { () throws(FileError) in try FolderLock(root, waiting: waiting) } : nil)
    let path = "\(root)/\(Address.manifest.path)"
    var head = Manifest(files: [])
    var listed: [UInt8]?
    if kind(of: path) != nil {
      let bytes = try wrapping { () throws(FileError) in
        try read(path, limit: Shelf.listLimit)
      }
      (head, listed) = (try Manifest(bytes, at: path), bytes)
    }
    handedOver = head.blazon < 3 ? head.handOver() : [:]
    (self.head, self.listed) = (head, listed)
    parts = Mutex(Set(head.parts ?? []))
  }

  // MARK: Volumes

  /// The volume, with what is listed in it. A list that cannot be read is as good as none, and is told. Throws if what
  /// stands in its place is whole and not ours, or a later release's.
  public func open(_ id: Volume.ID) throws(WorldError) -> Volume {
    if id == .root {
      return Volume(
        id, root: root, earlier: head, listed: listed, noted: notes(of: id),
        isVerifying: isVerifying)
    }
    let path = "\(root)/\(id.address.path)"
    var (earlier, bytes) = (Manifest(files: handedOver[id] ?? []), [UInt8]?.none)
    // One that an interrupted run has written counts as well: what it tells of stands.
    if kind(of: path, followingLinks: false) != nil {
      if let part = id.part { parts.withLock { _ = $0.insert(part) } }
      if let read = try? read(path, limit: Shelf.listLimit),
        let manifest = try Manifest(part: read, at: path)
      {
        (earlier, bytes) = (manifest, read)
      } else {
        damaged.withLock { if !$0.contains(path) { $0.append(path) } }
      }
    }
    return Volume(
      id, root: root, earlier: earlier, listed: bytes, noted: notes(of: id),
      isVerifying: isVerifying)
  }

  /// What a run that did not end has noted of the files of a volume; `nil` where all have ended.
  private func notes(of id: Volume.ID) -> [String]? {
    let path = "\(root)/\(id.journal.path)"
    guard kind(of: path, followingLinks: false) == .file,
      let bytes = try? read(path, limit: Shelf.listLimit)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Volumes of people at which a run did not end, of any programme.
  public var interrupted: [Volume.ID] {
    let programmes = ((try? list(root)) ?? []).filter { !$0.hasPrefix(".") }
    return programmes.flatMap { programme in
      (UInt8.min...UInt8.max).map { Volume.ID.people(of: programme, share: $0) }
    }.filter { kind(of: "\(root)/\($0.journal.path)", followingLinks: false) == .file }
  }

  /// The volumes of people of `programme` that an earlier run has left.
  public func volumes(of programme: String) -> [Volume.ID] {
    (UInt8.min...UInt8.max).map { Volume.ID.people(of: programme, share: $0) }
      .filter { id in
        handedOver[id] != nil
          || kind(of: "\(root)/\(id.address.path)", followingLinks: false) != nil
      }
  }

  /// Those of a manifest without parts, which the first run moves into their own lists.
  public var unmoved: [Volume.ID] { handedOver.keys.sorted() }

  /// Closes a volume of people, from any thread. Its list is written when its files are on the disk: with others, or by
  /// `finish` at the latest.
  public func close(
    _ volume: Volume, _ tidying: Volume.Tidying
  ) throws(WorldError) -> Volume.Account {
    try prepare(volume.id.folder)
    let (account, end) = try volume.close(tidying)
    if let part = volume.id.part {
      parts.withLock { parts in
        if account.isListed { parts.insert(part) } else { parts.remove(part) }
      }
    }
    if !end.isEmpty {
      let isFull = closings.withLock { all in
        all.append(end)
        return all.count >= Shelf.closingLimit
      }
      if isFull { try settle() }
    }
    return account
  }

  /// Brings all files of closed volumes to the disk, and after that the lists that tell of them: whatever happens in
  /// between, no list says of a file what it is not.
  public func settle() throws(WorldError) {
    var ends = closings.withLock { all in
      defer { all = [] }
      return all
    }
    guard !ends.isEmpty else { return }
    defer { for end in ends { end.list?.discard() } }
    try wrapping { () throws(FileError) in try synchronize(root) }
    while let end = ends.first {
      try end.commit()
      ends.removeFirst()
    }
  }

  /// Brings to the disk, as far as it takes it, what a run has written that ends early, and lists that tell of it.
  public func leave(_ volumes: [Volume]) {
    for volume in volumes {
      if let end = try? volume.leave() { closings.withLock { $0.append(end) } }
    }
    try? settle()
  }

  deinit { for end in closings.withLock({ $0 }) { end.list?.discard() } }

  /// Closes the root, as the last of all.
  public func finish(
    _ root: Volume, _ tidying: Volume.Tidying
  ) throws(WorldError) -> Volume.Account {
    try prepare(Volume.ID.root.folder)
    let (account, end) = try root.close(
      tidying, fonts: fontList,
      parts: parts.withLock { $0.sorted { ($0.programme, $0.share) < ($1.programme, $1.share) } },
      share: share(of: tidying))
    // The lists of people before the list of lists.
    if !end.isEmpty { closings.withLock { $0.append(end) } }
    try settle()
    return account
  }

  /// What the list says of a share. A folder that had something else before is not one share's alone.
  private func share(of tidying: Volume.Tidying) -> Manifest.Share? {
    // What draws a part of the same share leaves the share what it is.
    if let part = tidying.part, holds(part) { return head.share }
    guard let share = tidying.share, holds(share) || listed == nil else { return nil }
    let withdrawn = tidying.withdrawn + tidying.revoked.values.joined()
    return Manifest.Share(
      number: share.number, count: share.count, programmes: share.programmes.sorted(),
      withdrawn: Set(withdrawn.map(\.path)).sorted())
  }

  /// Whether earlier runs of the same share made all that is listed: what this one does not make, nobody does.
  public func holds(_ share: Volume.Share?) -> Bool {
    guard let share, let known = head.share else { return false }
    return share.number == known.number && share.count == known.count
  }

  /// What was found of lists that cannot be read.
  public var damages: Report {
    var report = Report()
    for path in damaged.withLock({ $0 }).sorted() {
      report.add(
        Diagnostic(
          .warning, "“\(path)” cannot be read as a manifest; what it listed is drawn again",
          at: nil, help: "nothing: it is written anew"))
    }
    return report
  }

  // MARK: Forgetting

  /// Removes all files that `handle` has in `programme`, and what lists say of them: how many files. Throws if the disk fails.
  public func forget(_ handle: String, of programme: String) throws(WorldError) -> Int {
    let id = Volume.ID.people(handle, of: programme)
    let volume = try open(id)
    // What a run that did not end has written, or was about to remove, is in no list.
    guard !volume.entries.isEmpty || !volume.orphans.isEmpty || volume.isInterrupted else {
      return 0
    }
    let removed = try close(volume, .init(forgotten: handle)).removed
    try settle()
    return removed
  }

  // MARK: Folders

  /// Throws where the folder of `address` cannot be made, as something else is in its way, or has a folder that is called as
  /// files of ours are. Changes nothing.
  public func check(_ address: Address) throws(WorldError) { try check(folder: address.folder) }

  func check(folder path: String) throws(WorldError) {
    var folder = root
    for part in [Substring()] + path.split(separator: "/") {
      folder += part.isEmpty ? "" : "/\(part)"
      switch kind(of: folder, followingLinks: part.isEmpty) {
      case .folder: break
      case nil: return
      case .link: throw linkInTheWay(folder)
      case .file, .other: throw WorldError("“\(folder)” is not a folder")
      }
    }
    for name in (try? list(folder)) ?? [] where Address.isFile(name) {
      guard kind(of: "\(folder)/\(name)", followingLinks: false) == .folder else { continue }
      throw WorldError(
        "“\(folder)/\(name)” is a folder, and files of ours are called so; move it away")
    }
  }

  /// Makes the folder of `address`. None on the way may be a link that leads elsewhere.
  public func prepare(_ address: Address) throws(WorldError) { try prepare(folder: address.folder) }

  func prepare(folder path: String) throws(WorldError) {
    try wrapping { () throws(FileError) in try makeFolders(root) }
    try lock.withLock { lock throws(WorldError) in
      guard lock == nil else { return }
      lock = try wrapping { () throws(FileError) in try FolderLock(root, waiting: waiting) }
      // Who was faster has ended by now.
      guard kind(of: "\(root)/\(Address.manifest.path)") == nil else {
        throw WorldError("another run has written into “\(root)” meanwhile; run again")
      }
    }
    removeLeftovers(in: try makeFolder(path, below: root))
  }

  // MARK: Fonts

  /// Notes that this run's pictures show letters of the installed font files at `paths`, and reports those
  /// that are others than when the manifest was written. `own` are digests of fonts of programmes' own, by
  /// programme and name: with a font of these all is drawn again that shows it.
  public func note(
    fonts paths: [String], own: [String: [String: String]] = [:], report: inout Report
  ) throws(WorldError) {
    var fonts: [String: String] = [:]
    for path in paths {
      let digest = try wrapping { () throws(FileError) in try fileDigest(path, limit: 1 << 28) }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      // Two files of one name are told by the first, which letters come from first.
      if fonts[name] == nil { fonts[name] = digest }
    }
    for (programme, digests) in own {
      for (name, digest) in digests { fonts["\(programme)/\(name)"] = digest }
    }
    for font in head.fonts ?? [] {
      let parts = font.name.split(separator: "/")
      if parts.count > 1, own[String(parts[0])] != nil { continue }
      guard let digest = fonts[font.name] else {
        fonts[font.name] = font.sha256
        continue
      }
      if digest != font.sha256 {
        report.add(
          Diagnostic(
            .warning,
            "the installed font “\(font.name)” is another than when these files were drawn",
            at: nil, help: "draw all of them again, so that letters look alike"))
      }
    }
    self.fonts.withLock { [fonts] in $0 = fonts }
  }

  private var fontList: [Manifest.Font] {
    fonts.withLock { $0 }.sorted { $0.key < $1.key }
      .map { Manifest.Font(name: $0.key, sha256: $0.value) }
  }
}

/// Makes the folder at `path` below `root`, where none on the way may be a link that leads elsewhere; where it is.
func makeFolder(_ path: String, below root: String) throws(WorldError) -> String {
  var folder = root
  for part in path.split(separator: "/") {
    folder += "/\(part)"
    if kind(of: folder, followingLinks: false) == .link { throw linkInTheWay(folder) }
  }
  try wrapping { () throws(FileError) in try makeFolders(folder) }
  return folder
}

private func linkInTheWay(_ path: String) -> WorldError {
  WorldError("“\(path)” is a link; files are written only inside the output folder")
}

extension Manifest {
  /// Takes out what people have, as a manifest without parts lists it, by the volume where it belongs.
  fileprivate mutating func handOver() -> [Volume.ID: [Entry]] {
    var volumes: [Volume.ID: [Entry]] = [:]
    files.removeAll { entry in
      guard let handle = entry.recipient,
        let programme = entry.path.split(separator: "/").first.map(String.init),
        entry.path.hasPrefix(Address.person(handle, in: programme).path + "/")
      else { return false }
      volumes[.people(handle, of: programme), default: []].append(entry)
      return true
    }
    return volumes
  }
}
