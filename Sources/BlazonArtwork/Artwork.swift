public import BlazonScene
public import BlazonSource
internal import PNG

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
  public enum Kind: String, Sendable { case svg, png }

  public let kind: Kind
  /// In 0…`size`.
  public let nodes: [Node]
  /// The longer side is `side`, whatever the file's own units, so that coordinates round alike.
  public let size: Size
  /// What is not as the file says, and near enough.
  private let warnings: [ArtworkError]

  public static let side = 512.0

  /// How much of a PNG file is read.
  public enum Limits: Sendable {
    /// Drawings that somebody sends: four million pixels.
    case strangers
    /// What Blazon draws itself: sheets, certificates, badges of 4096 pixels.
    case ours
  }

  /// The picture in a file. Shapes that choose no colour, and `currentColor`, are painted with `ink`.
  public init(
    _ bytes: [UInt8], ink: Color = .black, limits: Limits = .strangers
  ) throws(ArtworkError) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      try self.init(png: bytes, limits)
    } else if Artwork.beginsAsXML(bytes) {
      var reader = SVGReader(ink: ink)
      let (nodes, size) = try reader.read(bytes)
      self.init(.svg, nodes, size, reader.warnings)
    } else {
      throw ArtworkError("this is neither SVG nor PNG", help: "use an SVG or a PNG file")
    }
  }

  private init(png bytes: [UInt8], _ limits: Limits) throws(ArtworkError) {
    let image: PNG.Image
    do throws(PNGError) { image = try PNG.decode(bytes, limits: limits.png) } catch {
      throw ArtworkError(error.description, help: "use a whole and smaller PNG file")
    }
    let scale = Artwork.side / Double(max(image.width, image.height))
    let size = Size(width: Double(image.width) * scale, height: Double(image.height) * scale)
    let raster = Raster(width: image.width, height: image.height, pixels: image.pixels)
    let box = Rect(x: 0, y: 0, width: size.width, height: size.height)
    self.init(.png, [.image(Picture(raster, in: box))], size)
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

extension Artwork.Limits {
  fileprivate var png: PNG.Limits {
    switch self {
    case .strangers: PNG.Limits(bytes: 1 << 22, side: 4096, pixels: 1 << 22)
    case .ours: PNG.Limits(bytes: 1 << 26, side: 1 << 14, pixels: 1 << 25)
    }
  }
}
