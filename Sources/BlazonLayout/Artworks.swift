public import BlazonArtwork

/// The drawings of their own that a programme's designs name, by their files' paths.
public struct Artworks: Sendable {
  /// Logos and signatures, in the colours that they have.
  public var pictures: [String: Artwork] = [:]
  /// Emblems; where one chooses no colour it is white, as the emblems of the library are.
  public var emblems: [String: Artwork] = [:]

  public init() {}
}
