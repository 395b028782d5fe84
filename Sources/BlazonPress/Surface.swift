public import BlazonDesign
internal import BlazonLayout
internal import BlazonLedger
public import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

/// One kind of file that is made of programmes, badges, people or awards.
///
/// To add one is to add its row in `Surfaces`, and to list it here; the plan, the command line and the docs
/// follow.
public struct Surface: Sendable {
  /// As the command line calls it. Two rows may share one: a badge is drawn for its programme, and for
  /// everybody who earned it.
  public let id: String
  /// What it is made for once each.
  public let scope: Scope
  public let summary: String
  /// The formats of its files; empty for texts, which are written whatever formats are asked for.
  public let formats: Set<ImageFormat>
  /// Whether it makes files for an award of this badge, which is in the state of the award.
  var applies: @Sendable (Badge, Programme, Grant) -> Bool = { _, _, _ in true }
  /// Whether there is anything to make for a programme: what only some write, others have no item of.
  var isWanted: @Sendable (Programme, Selection) -> Bool = { _, _ in true }
  /// Whether its files are what somebody signs, carry it, or tell of who does.
  var isSigned = false
  /// Whether a programme's budget limits its files.
  var hasBudget: @Sendable (Budget) -> Bool = { _ in false }
  /// Files that it made of everything once: where an earlier run lists one, it is drawn further.
  var former: [FileName] = []
  /// Lays everything out and paints nothing: what is wrong is in the report. `nil` where nothing can be.
  let check: (@Sendable (inout Work, inout Report) -> Void)?
  /// Makes the files one by one.
  let make: @Sendable (inout Work) throws(WorldError) -> Void

  static let all = [
    badge, awardBadge, card, certificate, readme, credential, signedCertificate, snippets, page,
    personPage,
    personWall, programmeWall, badgePage, achievement, programmePages, issuer, rootPages,
    contactSheet,
  ]

  /// What the command line may ask for, each once, in the order of the table.
  public static let ids = all.reduce(into: [String]()) { ids, surface in
    if !ids.contains(surface.id) { ids.append(surface.id) }
  }
}
