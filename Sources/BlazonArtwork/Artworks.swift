public import BlazonScene

/// The drawings of their own that a programme's designs name, by their files' paths.
public struct Artworks: Sendable {
  /// Logos and signatures, in the colours that they have.
  public var pictures: [String: Artwork] = [:]
  /// Those that look otherwise on dark pages, as they look there: their shapes that choose no colour are white.
  public var darkPictures: [String: Artwork] = [:]
  /// Emblems; where one chooses no colour it is white, as the emblems of the library are.
  public var emblems: [String: Artwork] = [:]
  /// The SHA-256 of each file: what a change of it is told from.
  public var digests: [String: String] = [:]

  public init() {}

  /// Logos and signatures as they look on pages of `theme`.
  public func pictures(in theme: Theme) -> [String: Artwork] {
    theme == .dark ? pictures.merging(darkPictures) { $1 } : pictures
  }

  /// The picture in the file at `path` as it looks on pages of `theme`.
  public func picture(_ path: String, in theme: Theme) -> Artwork? {
    theme == .dark ? darkPictures[path] ?? pictures[path] : pictures[path]
  }
}
