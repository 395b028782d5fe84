/// The drawings of their own that a programme's designs name, by their files' paths.
public struct Artworks: Sendable {
  /// Logos and signatures, in the colours that they have.
  public var pictures: [String: Artwork] = [:]
  /// Emblems; where one chooses no colour it is white, as the emblems of the library are.
  public var emblems: [String: Artwork] = [:]
  /// The SHA-256 of each file: what a change of it is told from.
  public var digests: [String: String] = [:]

  public init() {}
}
