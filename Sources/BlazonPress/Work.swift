internal import BlazonArtwork
public import BlazonDesign
public import BlazonIntake
internal import BlazonLayout
public import BlazonLedger
internal import BlazonPaint
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec
internal import Synchronization

/// One item of the plan in the hands of a worker: what it is made from, where, and who takes the files.
struct Work {
  let item: Plan.Item
  /// All of the run.
  let programmes: [LoadedProgramme]
  let loaded: LoadedProgramme
  let selection: Selection
  let bench: Bench
  let copies: Copies
  /// Takes a finished file; does nothing while the item is only checked.
  let take: (Artifact) throws(WorldError) -> Void
  /// The digest of all that the item is made from.
  let key: String
  /// What is listed where the files go; `nil` while nothing is written, or nothing of it counts.
  let volume: Volume?
  /// What the surfaces of an award share.
  private(set) var known: Known

  /// What was made of an award for one of its surfaces, and serves the next.
  struct Known {
    var design: AwardDesign?
    /// Signing costs more than drawing.
    var credentials: SignedCredentials?
  }

  init(
    _ item: Plan.Item, of plan: Plan, at bench: Bench, _ copies: Copies, key: String = "",
    known: Known = Known(), onto volume: Volume? = nil,
    take: @escaping (Artifact) throws(WorldError) -> Void
  ) {
    (self.item, self.bench, self.copies, self.key) = (item, bench, copies, key)
    (programmes, loaded) = (plan.programmes, plan.programmes[item.programme])
    selection = plan.selection
    (self.known, self.volume, self.take) = (known, volume, take)
  }

  var programme: Programme { loaded.programme }

  /// The award that the item is made for.
  var award: AwardDesign {
    mutating get {
      if let design = known.design { return design }
      guard case .award(let index) = item.subject else {
        preconditionFailure("a surface of awards is made for awards")
      }
      let design = AwardDesign(loaded.grants[index], in: loaded)
      known.design = design
      return design
    }
  }

  /// What was signed for the award; `nil` where nobody signs, or it has no number for a credential.
  mutating func credentials() throws(WorldError) -> SignedCredentials? {
    if let credentials = known.credentials { return credentials }
    known.credentials = try signedCredentials()
    return known.credentials
  }

  /// The pixel widths of a badge's PNG files: those that are asked for, and of a run that asks for the usual
  /// ones also those that an earlier run lists.
  func sizes(of badge: Badge) -> [Int] {
    guard selection.sizes == Selection().sizes, let volume else { return selection.sizes }
    let listed = volume.widths(of: badge.id.value).filter { width in
      !selection.sizes.contains(width)
        && volume.lists(item.address.file(.badge(badge.fileName, .light, .png, width: width)))
    }
    return selection.sizes + listed.sorted()
  }

  /// The picture of whom `grant` is of; `nil` where the ledger has none.
  func portrait(of grant: Grant, _ report: inout Report) -> PageSubject.Portrait? {
    guard let path = grant.award.avatar else { return nil }
    return loaded.avatars.artwork(path.value, at: path.place, &report)
      .map { PageSubject.Portrait($0.size, $0.nodes) }
  }

  /// The badge that the item is made for, and the language it is drawn in.
  var badge: (badge: Badge, language: String?) {
    guard case .badge(let badge, let language) = item.subject else {
      preconditionFailure("a surface of badges is made for badges")
    }
    return (badge, language)
  }

  /// Hands over a page of the site, or another text.
  func take(
    _ address: Address, _ text: String, badge: String? = nil, recipient: String? = nil
  ) throws(WorldError) {
    try take(
      Artifact(
        Array(text.utf8), at: address, badge: badge, recipient: recipient, alt: "", key: key))
  }

  /// Hands over a file of the award, and the same under the names that its badge has had.
  mutating func take(
    _ name: FileName, _ bytes: [UInt8], width: Int? = nil, height: Int? = nil, alt: String = "",
    limit: Located<Int>? = nil
  ) throws(WorldError) {
    for folder in [item.address] + keptFolders(of: award, name) {
      try take(
        Artifact(
          bytes, at: folder.file(name), badge: award.badge.id.value,
          recipient: award.grant.award.handle.value, width: width, height: height, alt: alt,
          key: key, limit: limit))
    }
  }

  /// Folders of former names in which the file stands as well: that under which the ledger has the award, and those where
  /// an earlier run wrote it. Whoever shows it from there sees it further.
  private func keptFolders(of award: AwardDesign, _ name: FileName) -> [Address] {
    let written = award.grant.award.badge.value.split(separator: "/").last.map(String.init)
    return zip(award.badge.formerIDs, award.formerFolders).filter { alias, folder in
      alias.value == written || volume?.lists(folder.file(name)) == true
    }.map(\.1)
  }

  /// Adds what was found about the award, with whose it is.
  mutating func add(_ found: Report, to report: inout Report) {
    guard !found.diagnostics.isEmpty else { return }
    let award = award
    let note =
      "in the award of “\(award.badge.id.value)” to “\(award.grant.award.handle.value)”"
    for var diagnostic in found.diagnostics {
      diagnostic.notes.append(note)
      report.add(diagnostic)
    }
  }
}

extension LoadedProgramme {
  /// The badge of `grant` as its award shows it.
  func badge(of grant: Grant) -> Badge {
    guard let badge = programme.badge(grant.badge) else {
      preconditionFailure("an award is one of a badge of its programme")
    }
    return badge.awarded(by: grant)
  }
}

extension AwardDesign {
  /// The award of a programme that was loaded with it.
  public init(_ grant: Grant, in loaded: LoadedProgramme) {
    guard let badge = loaded.programme.badge(grant.badge) else {
      preconditionFailure("an award is one of a badge of its programme")
    }
    let address = loaded.programme.publish.map { grant.address.url(below: $0) }
    self.init(grant, of: badge, in: loaded.programme, address: address)
  }
}

extension AwardDesign {
  /// Folders that the award had when its badge was called otherwise: links to them still lead here.
  var formerFolders: [Address] { programme.formerFolders(of: grant) }
}

extension Programme {
  /// Folders that an award had when its badge was called otherwise, in the order of the badge's `aliases`.
  func formerFolders(of grant: Grant) -> [Address] {
    (badge(grant.badge)?.words.aliases ?? []).map {
      .award(of: $0.value, to: grant.award.handle.value, in: id)
    }
  }
}

/// Files that many people have alike: drawn once, and copied. Two workers may both draw what neither has yet.
final class Copies: Sendable {
  /// A file without an address.
  struct File: Sendable {
    var name: FileName
    var bytes: [UInt8]
    var size: Int
    var alt: String
  }

  private let drawn = Mutex<[String: [File]]>([:])
  private let answers = Mutex<[String: Bool]>([:])
  /// What badges look like, to find two that are the same.
  let duplicates = Duplicates()

  /// The answer under `key`, found by `find` unless it is known.
  func answer(_ key: String, _ find: () -> Bool) -> Bool {
    if let answer = answers.withLock({ $0[key] }) { return answer }
    let answer = find()
    answers.withLock { $0[key] = answer }
    return answer
  }

  /// The files under `key`, drawn by `draw` unless they are known.
  func files(
    _ key: String, _ draw: () throws(WorldError) -> [File]
  ) throws(WorldError) -> [File] {
    if let files = drawn.withLock({ $0[key] }) { return files }
    let files = try draw()
    drawn.withLock { $0[key] = files }
    return files
  }
}
