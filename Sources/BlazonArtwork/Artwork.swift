public import BlazonScene
public import BlazonSource
package import BlazonText

/// What is wrong in a stranger's picture, and what would be accepted.
public struct ArtworkError: Error, Hashable, Sendable {
  public let message: String
  public let help: String
  /// Where in the text; `nil` in a file that is no text.
  public let start: Position?
  public let end: Position?
  /// What else is wrong in the same file, in the order of the text.
  public internal(set) var others: [ArtworkError] = []

  /// Whether nothing more of the file is read.
  var isEnding = false

  init(_ message: String, help: String, start: Position? = nil, end: Position? = nil) {
    (self.message, self.help, self.start, self.end) = (message, help, start, end)
  }

  /// The error and the others of its file, as messages about the file `source`.
  public func diagnostics(in source: SourceText) -> [Diagnostic] {
    [diagnostic(in: source)] + others.map { $0.diagnostic(in: source) }
  }

  fileprivate func diagnostic(_ severity: Diagnostic.Severity = .error, in source: SourceText)
    -> Diagnostic
  {
    guard let start, let end else {
      return Diagnostic(severity, "“\(source.name)”: \(message)", at: nil, help: help)
    }
    return Diagnostic(severity, message, at: Place(source, start: start, end: end), help: help)
  }
}

extension Artwork {
  /// What is not as the file says, and near enough, as messages about the file `source`.
  public func warnings(in source: SourceText) -> [Diagnostic] {
    warnings.map { $0.diagnostic(.warning, in: source) }
  }
}

/// A stranger's picture as nodes of a scene: it can be seen, and do nothing else.
///
/// Of SVG: what a browser shows of a still picture, by attributes and rules of style. What has no effect is passed over;
/// what has one and cannot be drawn is told, all of it at once: as a warning where the picture stays true enough, as an
/// error where it would mislead. Sizes are bounded before memory is made for them.
public struct Artwork: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case svg, png, jpeg, webp

    /// Whether it is of pixels, whose colours are its own.
    public var isRaster: Bool { self != .svg }
  }

  public let kind: Kind
  /// In 0…`size`.
  public let nodes: [Node]
  /// The longer side is `side`, whatever the file's own units, so that coordinates round alike.
  public let size: Size
  /// What is not as the file says, and near enough.
  private let warnings: [ArtworkError]

  public static let side = 512.0

  /// The most pixels on the longer side of a picture of pixels; a larger one is made smaller as it is read. That is
  /// enough for a logo at the size of print.
  public static let longerSide = 1024

  /// How much of a picture of pixels is read.
  public enum Limits: Sendable {
    /// Pictures that somebody sends: sixteen million pixels.
    case strangers
    /// What Blazon draws itself: sheets, certificates, badges of 4096 pixels.
    case ours
  }

  /// The picture in a file. Shapes that choose no colour, and `currentColor`, are painted with `ink`; of pixels at most
  /// `longerSide` stand on the longer side. Words are set in `fonts`.
  package init(
    _ bytes: [UInt8], ink: Color = .black, limits: Limits = .strangers,
    longerSide: Int = Artwork.longerSide, fonts: NamedFonts = NamedFonts()
  ) throws(ArtworkError) {
    if let kind = RasterReader.kind(of: bytes) {
      self.init(
        kind, try RasterReader.raster(bytes, limits: limits, longerSide: longerSide))
    } else if Artwork.beginsAsXML(bytes) {
      var reader = SVGReader(ink: ink, fonts: fonts)
      let (nodes, size) = try reader.read(bytes)
      self.init(.svg, nodes, size, reader.warnings)
    } else {
      throw ArtworkError(
        "this is none of SVG, PNG, JPEG and WebP", help: "use an SVG, PNG, JPEG or WebP file")
    }
  }

  private init(_ kind: Kind, _ raster: Raster) {
    let scale = Artwork.side / Double(max(raster.width, raster.height))
    let size = Size(width: Double(raster.width) * scale, height: Double(raster.height) * scale)
    let box = Rect(x: 0, y: 0, width: size.width, height: size.height)
    self.init(kind, [.image(Picture(raster, in: box))], size)
  }

  private init(_ kind: Kind, _ nodes: [Node], _ size: Size, _ warnings: [ArtworkError] = []) {
    (self.kind, self.nodes, self.size, self.warnings) = (kind, nodes, size, warnings)
  }

  /// Whether the first character that is no blank is `<`.
  private static func beginsAsXML(_ bytes: [UInt8]) -> Bool {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "<")
  }
}
