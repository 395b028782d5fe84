internal import BlazonArtwork
internal import BlazonPaint
internal import BlazonScene
public import BlazonSource
internal import Files

/// A stranger's picture, drawn anew: a copy that can be seen and do nothing else, or pixels of it.
public struct ArtworkRequest: Sendable {
  public var path: String
  public var format: PictureFormat
  /// Pixels across a PNG.
  public var width: Int
  public var isOptimizing = false

  public init(_ path: String, as format: PictureFormat, width: Int) {
    (self.path, self.format, self.width) = (path, format, width)
  }

  /// The most bytes that are read of a file: more than the readers of pictures accept, whose messages say more.
  private static let fileLimit = 1 << 24
  /// The most pixels down a PNG.
  private static let heightLimit = 8192.0

  /// Whether `operand` names a picture's file, and is no sentence.
  public static func isFile(_ operand: String) -> Bool {
    let ending = operand.split(separator: ".").last?.lowercased() ?? ""
    // Of others it is told that they are not read.
    let endings = ["svg", "png", "jpg", "jpeg", "webp", "svgz", "pdf", "gif", "eps", "ai", "avif"]
    return operand.contains(".") && endings.contains(ending)
      && !operand.contains(",")
  }

  /// The picture; `nil` if it cannot be drawn, which the report says.
  public func draw(report: inout Report) throws(WorldError) -> [UInt8]? {
    let bytes = try wrapping { () throws(FileError) in
      try read(path, limit: ArtworkRequest.fileLimit)
    }
    let source = SourceText(name: path, bytes: bytes)
    let artwork: Artwork
    do throws(ArtworkError) { artwork = try Artwork(bytes) } catch {
      for diagnostic in error.diagnostics(in: source) { report.add(diagnostic) }
      return nil
    }
    for warning in artwork.warnings(in: source) { report.add(warning) }
    let scene = Scene(size: artwork.size, nodes: artwork.nodes, title: "", description: "")
    switch format {
    case .svg: return SVGPainter().paint(scene)
    case .png:
      guard Double(width) / scene.size.width * scene.size.height <= ArtworkRequest.heightLimit
      else {
        report.error(
          "“\(path)” would be more than \(Int(ArtworkRequest.heightLimit)) pixels high", at: nil,
          help: "ask for a smaller --size")
        return nil
      }
      return try wrapping { () throws(PaintError) in
        let raster = try RasterPainter(width: width, of: scene).paint(scene)
        return PNGEncoder(isOptimizing: isOptimizing).encode(raster)
      }
    }
  }
}
