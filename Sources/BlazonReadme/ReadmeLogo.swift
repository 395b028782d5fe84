public import BlazonScene

/// A small picture that stands before the words.
///
/// Whoever makes one vouches for its bytes: they are shown to readers as they are.
public struct ReadmeLogo: Hashable, Sendable {
  /// The file that the SVG carries.
  public let bytes: [UInt8]
  /// What `bytes` are: `image/svg+xml` or `image/png`.
  public let mediaType: String
  /// The same picture as nodes in 0…`size`, for PNG.
  public let nodes: [Node]
  public let size: Size

  public init(bytes: [UInt8], mediaType: String, nodes: [Node], size: Size) {
    precondition(size.width > 0 && size.height > 0, "a picture has an extent")
    (self.bytes, self.mediaType, self.nodes, self.size) = (bytes, mediaType, nodes, size)
  }

  /// The file as a URL that fetches nothing.
  var url: String { "data:\(mediaType);base64,\(base64(bytes))" }

  /// The nodes in the middle of `box`, as large as it allows: what `<image>` does unless told
  /// otherwise.
  func node(in box: Rect) -> Node {
    let scale = min(box.width / size.width, box.height / size.height)
    let corner = box.center - Point(size.width, size.height) * (scale / 2)
    return .group(Group(nodes, transform: Affine(scale, 0, 0, scale, corner.x, corner.y)))
  }
}

/// `bytes` in base 64 (RFC 4648, section 4).
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let chunk = bytes[start..<min(start + 3, bytes.count)]
    let bits = chunk.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - chunk.count))
    for place in 0..<4 {
      text.append(
        place <= chunk.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
  }
  return String(decoding: text, as: UTF8.self)
}
