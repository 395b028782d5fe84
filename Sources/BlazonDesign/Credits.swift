internal import BlazonScene
internal import BlazonSpec
internal import Checksum

extension Credits {
  /// Those of a picture of `badge`, or of a page that shows it: all specs that it is drawn from, not the facts of an award,
  /// are in the digest.
  init(_ badge: Badge?, of programme: Programme, on page: PageTemplate? = nil) {
    let texts: [String] =
      [programme.source] + (badge.map { $0.sources + [$0.presetSource] } ?? [])
      + (page.map { [$0.source] } ?? [])
    self.init(author: programme.name, license: programme.license, specDigest: sha256(texts))
  }
}
