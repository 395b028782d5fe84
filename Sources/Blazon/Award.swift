internal import BlazonDesign
internal import BlazonIntake
internal import BlazonLedger
internal import BlazonPress
internal import BlazonShelf
public import BlazonSource
internal import BlazonSpec

/// A badge that somebody earned, with the pictures that tell of it.
public struct Award: Sendable {
  /// Its place among those of the programme.
  private let index: Int
  private let programme: Programme

  init(_ index: Int, of programme: Programme) {
    (self.index, self.programme) = (index, programme)
  }

  private var grant: Grant { programme.loaded.grants[index] }

  /// The badge's id.
  public var badge: String { grant.badge }

  /// The recipient's name, as it is drawn.
  public var name: String { grant.award.name.value }

  /// The name of the recipient's folder, in lower case.
  public var handle: String { grant.award.handle.value }

  /// The day of issue, as in `2026-03-09` (ISO 8601).
  public var issued: String { grant.award.issued.value.isoText }

  /// The last day, in the same form; `nil` for an award without an end.
  public var expires: String? { grant.expires?.isoText }

  /// Where its files are served, with a slash at the end; `nil` where the programme is not published.
  public var address: String? { AwardDesign(grant, in: programme.loaded).address }

  /// One file of the award.
  public struct File: Sendable {
    /// As in `card.dark.jpg`.
    public var name: String
    /// As RFC 6838 calls it: `image/jpeg`.
    public var mediaType: String
    /// The whole file.
    public var bytes: [UInt8]
    /// The alternative text; empty for what is no picture.
    public var alternativeText: String
  }

  /// The cards to share, for light pages and for dark: JPEG of 1200 × 630 pixels and at most 300 000 bytes,
  /// sRGB; and those that the programme designs itself. None for a revoked award.
  ///
  /// Throws if the memory does not suffice, as the next ones do.
  public func cards() throws(WorldError) -> [File] { try files("card") }

  /// The certificate in `formats`: PDF on A4 and US Letter, with text that can be searched; PNG of
  /// 1782 × 1260 pixels and SVG of A4. None where the badge has no certificate, or the award does not hold.
  public func certificates(
    as formats: Set<ImageFormat> = [.pdf]
  ) throws(WorldError) -> [File] {
    try files("certificate", formats)
  }

  /// The flat badge for READMEs, as SVG, 20 pixels high in the usual style.
  public func readmeBadge() throws(WorldError) -> File? { try files("readme").first }

  /// The badge as it stands in the recipient's folder: SVG, and PNG of 512 × 512 pixels; in the state of the
  /// award, with the name where the design has a place for it.
  public func badgeFiles() throws(WorldError) -> [File] { try files("badge") }

  /// `snippets.md` and `index.html`: lines to paste, and the page that the award's address shows.
  public func texts() throws(WorldError) -> [File] {
    // Pages that lead to it from elsewhere are no files of its own.
    try files("snippets") + files("page").prefix(1)
  }

  private func files(
    _ surface: String, _ formats: Set<ImageFormat> = Set(ImageFormat.allCases)
  ) throws(WorldError) -> [File] {
    var selection = Selection()
    (selection.surfaces, selection.formats) = ([surface], formats)
    let plan = Plan(award: index, of: programme.loaded, selection)
    return try Press(programme.studio).artifacts(of: plan)
      .map { artifact in
        File(
          name: artifact.address.file?.text ?? "", mediaType: artifact.mediaType,
          bytes: artifact.bytes, alternativeText: artifact.alt)
      }
  }
}
