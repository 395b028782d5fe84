public import BlazonScene

/// A small picture that stands before the words.
///
/// Whoever makes one vouches for its file: it is shown to readers as it is.
public struct ReadmeLogo: Hashable, Sendable {
  /// The file that the SVG carries, as a `data:` URL.
  public let url: String
  /// The same picture as nodes in 0…`size`, for PNG.
  public let nodes: [Node]
  public let size: Size
  /// How wide it is shown, in pixels of the badge.
  public let width: Double

  /// How high it is shown.
  public static let height = 14.0
  /// A wider one would be more of the badge than its words.
  private static let widest = 6.0

  /// A picture in a square, or, where it `isWide`, as wide as its height makes it, to six times that.
  public init(url: String, nodes: [Node], size: Size, isWide: Bool = false) {
    precondition(size.width > 0 && size.height > 0, "a picture has an extent")
    (self.url, self.nodes, self.size) = (url, nodes, size)
    let ratio = isWide ? max(1, min(ReadmeLogo.widest, size.width / size.height)) : 1
    width = (ReadmeLogo.height * ratio).rounded()
  }

  /// The nodes in the middle of `box`, as large as it allows: what `<image>` does unless told
  /// otherwise.
  package func node(in box: Rect) -> Node {
    let scale = min(box.width / size.width, box.height / size.height)
    let corner = box.center - Point(size.width, size.height) * (scale / 2)
    return .group(Group(nodes, transform: Affine(scale, 0, 0, scale, corner.x, corner.y)))
  }
}
