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

  public init(url: String, nodes: [Node], size: Size) {
    precondition(size.width > 0 && size.height > 0, "a picture has an extent")
    (self.url, self.nodes, self.size) = (url, nodes, size)
  }

  /// The nodes in the middle of `box`, as large as it allows: what `<image>` does unless told
  /// otherwise.
  func node(in box: Rect) -> Node {
    let scale = min(box.width / size.width, box.height / size.height)
    let corner = box.center - Point(size.width, size.height) * (scale / 2)
    return .group(Group(nodes, transform: Affine(scale, 0, 0, scale, corner.x, corner.y)))
  }
}
