public import BlazonScene
internal import BlazonSpec
internal import Checksum

/// Where a design's picture comes from. The digest of its specs is made when somebody asks: most designs are composed
/// into something else, or only looked at.
public struct Provenance: Sendable {
  /// Designs of programmes that are drawn together have the same credits if they have the same name.
  public let name: String
  private let make: @Sendable () -> Credits

  /// That of `badge`, or of a page that shows it: all specs that it is drawn from, not the facts of an award, are in
  /// the digest.
  init(_ badge: Badge?, of programme: Programme, on page: PageTemplate? = nil) {
    name = [
      badge?.likeness(in: programme, "") ?? programme.id, page?.kind.rawValue ?? "",
      page?.name ?? "",
    ].joined(separator: "/")
    make = {
      let texts: [String] =
        [programme.source] + (badge.map { $0.sources + [$0.presetSource] } ?? [])
        + (page.map { [$0.source] } ?? [])
      return Credits(
        author: programme.name, license: programme.license, specDigest: sha256(texts))
    }
  }

  public var credits: Credits { make() }
}
