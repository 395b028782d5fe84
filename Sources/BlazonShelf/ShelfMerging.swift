internal import BlazonCheck
public import BlazonSource
internal import Files
internal import Synchronization

// Shares of a run, put together.

extension Shelf {
  /// Takes over all files of `others`, folders that shares of one run have made, and their lists.
  ///
  /// Where they are all shares of a whole run, what stood here and none of them has goes as it does in such a run. Throws
  /// where two have another file of one name, or where a file is not as its list says. Changes nothing if it is a `trial`.
  public func merge(
    _ others: [Shelf], trial isTrial: Bool = false, report: inout Report
  ) throws(WorldError) -> Volume.Account {
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
      let volume = try merged(id, others, isTrial)
      account.add(isTrial ? volume.account : try close(volume, tidying))
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
    let rest = try merged(.root, others, isTrial)
    account.add(isTrial ? rest.account : try finish(rest, tidying))
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
  private func merged(
    _ id: Volume.ID, _ others: [Shelf], _ isTrial: Bool
  ) throws(WorldError) -> Volume {
    let volume = try open(id)
    var folders = Set<String>()
    for other in others {
      for entry in try other.open(id).entries {
        let folder = String(
          entry.path.prefix(upTo: entry.path.lastIndex(of: "/") ?? entry.path.startIndex))
        guard isWithoutLinks(entry.path, below: other.root) else {
          throw WorldError("“\(entry.path)” in the list of “\(other.root)” leads out of it")
        }
        if folders.insert(folder).inserted {
          try isTrial ? check(folder: folder) : prepare(folder: folder)
        }
        try volume.take(entry, from: other.root, trial: isTrial)
      }
    }
    return volume
  }
}
