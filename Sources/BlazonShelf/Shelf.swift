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
  private let root: String
  /// Whether files that are listed are read and compared, not only looked for.
  private let isVerifying: Bool
  private let head: Manifest
  /// What stands at `manifest.json`; `nil` for nothing.
  private let listed: [UInt8]?
  /// Entries of a manifest without parts that belong to people.
  private let handedOver: [Volume.ID: [Manifest.Entry]]
  /// Digests of installed font files, by name.
  private let fonts = Mutex<[String: String]>([:])
  private let parts: Mutex<Set<Manifest.Part>>
  private let damaged = Mutex<[String]>([])

  /// The most bytes of a list that are read.
  private static let listLimit = 1 << 28

  /// The folder at `root`, of which nothing is changed or made yet. Throws if its manifest is not ours, or a
  /// later release's.
  public init(_ root: String, verifying isVerifying: Bool = false) throws(WorldError) {
    let root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
    (self.root, self.isVerifying) = (root, isVerifying)
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

  /// The volume, with what is listed in it. A list that cannot be read is as good as none, and is told.
  public func open(_ id: Volume.ID) throws(WorldError) -> Volume {
    if id == .root {
      return Volume(id, root: root, earlier: head, listed: listed, isVerifying: isVerifying)
    }
    let path = "\(root)/\(id.address.path)"
    var (earlier, bytes) = (Manifest(files: handedOver[id] ?? []), [UInt8]?.none)
    // One that an interrupted run has written counts as well: what it tells of stands.
    if kind(of: path, followingLinks: false) != nil {
      if let part = id.part { parts.withLock { _ = $0.insert(part) } }
      if let read = try? read(path, limit: Shelf.listLimit),
        let manifest = try? Manifest(read, at: path)
      {
        (earlier, bytes) = (manifest, read)
      } else {
        damaged.withLock { if !$0.contains(path) { $0.append(path) } }
      }
    }
    return Volume(id, root: root, earlier: earlier, listed: bytes, isVerifying: isVerifying)
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

  /// Closes a volume of people, from any thread.
  public func close(
    _ volume: Volume, _ tidying: Volume.Tidying
  ) throws(WorldError) -> Volume.Account {
    try prepare(volume.id.folder)
    let account = try volume.close(tidying)
    if let part = volume.id.part {
      parts.withLock { parts in
        if account.isListed { parts.insert(part) } else { parts.remove(part) }
      }
    }
    return account
  }

  /// Closes the root, as the last of all.
  public func finish(
    _ root: Volume, _ tidying: Volume.Tidying
  ) throws(WorldError) -> Volume.Account {
    try prepare(Volume.ID.root.folder)
    return try root.close(
      tidying, fonts: fontList,
      parts: parts.withLock { $0.sorted { ($0.programme, $0.share) < ($1.programme, $1.share) } },
      share: share(of: tidying))
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
    guard !volume.entries.isEmpty || !volume.orphans.isEmpty else { return 0 }
    return try close(volume, .init(forgotten: handle)).removed
  }

  // MARK: Shares of a run

  /// Takes over all files of `others`, folders that shares of one run have made, and their lists.
  ///
  /// Where they are all shares of a whole run, what stood here and none of them has goes as it does in such a run. Throws
  /// where two have another file of one name, or where a file is not as its list says.
  public func merge(_ others: [Shelf], report: inout Report) throws(WorldError) -> Volume.Account {
    for other in others where other.listed == nil {
      throw WorldError("“\(other.root)” has no manifest.json: no run has ended there")
    }
    let tidying = Shelf.tidying(after: others.map(\.head.share))
    for (other, isShare) in others.map({ ($0, $0.head.share != nil) })
    where !isShare && others.contains(where: { $0.head.share != nil }) {
      report.add(
        Diagnostic(
          .warning, "“\(other.root)” is no whole share of a run: what is gone stays here", at: nil,
          help: "draw that share again into an empty folder"))
    }
    var all = Set(others.flatMap { $0.parts.withLock { $0 } })
    // Of those too of whom nothing is left.
    all.formUnion(
      parts.withLock { $0.filter { tidying.replaced.contains($0.programme) } })
    var account = Volume.Account()
    for part in all.sorted(by: { ($0.programme, $0.share) < ($1.programme, $1.share) }) {
      let id = Volume.ID.people(of: part.programme, share: part.share)
      guard id.address.path == part.path, !part.programme.contains("/"),
        !part.programme.hasPrefix(".")
      else { throw WorldError("“\(part.path)” is no list of ours") }
      account.add(try close(try merged(id, others), tidying))
    }
    var fonts: [String: String] = [:]
    for font in others.flatMap({ $0.head.fonts ?? [] }) + (head.fonts ?? []) {
      if let known = fonts[font.name], known != font.sha256 {
        report.add(
          Diagnostic(
            .warning, "the font “\(font.name)” was not the same on all machines", at: nil,
            help: "install the same packages everywhere, so that letters look alike"))
      }
      fonts[font.name] = fonts[font.name] ?? font.sha256
    }
    self.fonts.withLock { [fonts] in $0 = fonts }
    account.add(try finish(try merged(.root, others), tidying))
    for other in others { report.add(other.damages) }
    report.add(damages)
    return account
  }

  /// What goes once `shares` are put together.
  private static func tidying(after shares: [Manifest.Share?]) -> Volume.Tidying {
    let known = shares.compactMap(\.self)
    var tidying = Volume.Tidying(
      withdrawn: Set(known.flatMap(\.withdrawn)).sorted().map(Withdrawal.init(listed:)))
    let isWhole =
      known.count == shares.count && known.allSatisfy { $0.count == known[0].count }
      && Set(known.map(\.number)).count == known[0].count
    if isWhole, let first = known.first {
      tidying.replaced = known.reduce(Set(first.programmes)) { $0.intersection($1.programmes) }
    }
    return tidying
  }

  /// The volume with what all `others` have of it.
  private func merged(_ id: Volume.ID, _ others: [Shelf]) throws(WorldError) -> Volume {
    let volume = try open(id)
    var folders = Set<String>()
    for other in others {
      for entry in try other.open(id).entries {
        let folder = String(
          entry.path.prefix(upTo: entry.path.lastIndex(of: "/") ?? entry.path.startIndex))
        guard isWithoutLinks(entry.path, below: other.root) else {
          throw WorldError("“\(entry.path)” in the list of “\(other.root)” leads out of it")
        }
        if folders.insert(folder).inserted { try prepare(folder: folder) }
        try volume.take(entry, from: other.root)
      }
    }
    return volume
  }

  // MARK: Folders

  /// Makes the folder of `address`. None on the way may be a link that leads elsewhere.
  public func prepare(_ address: Address) throws(WorldError) { try prepare(folder: address.folder) }

  private func prepare(folder path: String) throws(WorldError) {
    try wrapping { () throws(FileError) in try makeFolders(root) }
    var folder = root
    for part in path.split(separator: "/") {
      folder += "/\(part)"
      if kind(of: folder, followingLinks: false) == .link {
        throw WorldError("“\(folder)” is a link; files are written only inside the output folder")
      }
    }
    try wrapping { () throws(FileError) in try makeFolders(folder) }
    removeLeftovers(in: folder)
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
