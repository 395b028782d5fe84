/// The kinds of file that pictures are written as.
public enum ImageFormat: String, CaseIterable, Sendable {
  case svg, png, jpg, pdf

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
