/// The kinds of file that pictures are written as.
public enum ImageFormat: String, CaseIterable, Sendable {
  /// Shapes, sharp at any size (SVG 1.1).
  case svg
  /// Pixels with transparency, without loss.
  case png
  /// Pixels without transparency.
  case jpg
  /// Paper, with text that can be searched.
  case pdf

  /// As RFC 6838 calls it.
  public var mediaType: String {
    switch self {
    case .svg: "image/svg+xml"
    case .png: "image/png"
    case .jpg: "image/jpeg"
    case .pdf: "application/pdf"
    }
  }

  /// One line for lists.
  public var summary: String {
    switch self {
    case .svg: "badges, certificates and README badges, sharp at any size"
    case .png: "badges and certificates as pixels"
    case .jpg: "share cards"
    case .pdf: "certificates to print, with text that can be searched"
    }
  }
}
