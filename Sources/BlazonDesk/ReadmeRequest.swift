internal import BlazonArtwork
internal import BlazonLayout
internal import BlazonPaint
public import BlazonReadme
public import BlazonScene
public import BlazonSource
internal import BlazonText
internal import Files

/// A badge for a README, and the kind of file that was asked for.
public struct ReadmeRequest: Sendable {
  public var badge: ReadmeBadge
  public var format: PictureFormat
  /// Pixels of a PNG for each pixel of the badge.
  public var scale: Int

  public init(_ badge: ReadmeBadge, as format: PictureFormat, scale: Int = 2) {
    (self.badge, self.format, self.scale) = (badge, format, scale)
  }

  /// The badge as a file; `nil` if that kind of file cannot show it, which the report says.
  public func draw(report: inout Report) throws(WorldError) -> [UInt8]? {
    switch format {
    case .svg:
      if badge.isOfKnownLetters { return badge.svg }
      let fonts = try wrapping { () throws(FontLibraryError) in try FontLibrary() }
      var typesetter = Typesetter(fonts: fonts)
      return badge.svg(&typesetter)
    case .png: return try png(&report)
    }
  }

  private func png(_ report: inout Report) throws(WorldError) -> [UInt8]? {
    let fonts = try wrapping { () throws(FontLibraryError) in try FontLibrary() }
    var typesetter = Typesetter(fonts: fonts)
    if let missing = badge.missingLetters(&typesetter) {
      let characters = missing.letters.map { "“\($0)”" }.joined(separator: ", ")
      let install =
        missing.packages.isEmpty
        ? "" : "apt install \(missing.packages.joined(separator: " ")), or "
      report.error(
        "no font here can write \(characters)", at: nil,
        help: install + "draw an SVG, which is shown with the reader's fonts")
      return nil
    }
    let scene = badge.scene(&typesetter)
    return try wrapping { () throws(PaintError) in
      PNGEncoder().encode(try RasterPainter(scale: Double(scale)).paint(scene))
    }
  }

  /// The most bytes that a logo may add to a badge.
  private static let logoLimit = 100_000

  /// The picture in the file at `path`; `nil` if it cannot be shown, which the report says.
  ///
  /// Shapes that choose no colour are painted with `ink`. What the badge carries is drawn anew, so
  /// that nothing of the file but its looks gets into it.
  public static func logo(
    _ path: String, ink: Color = .black, isWide: Bool = false, report: inout Report
  ) throws(WorldError) -> ReadmeLogo? {
    let bytes = try wrapping { () throws(FileError) in try read(path, limit: 1 << 23) }
    let artwork: Artwork
    let source = SourceText(name: path, bytes: bytes)
    do throws(ArtworkError) { artwork = try Artwork(bytes, ink: ink) } catch {
      for diagnostic in error.diagnostics(in: source) { report.add(diagnostic) }
      return nil
    }
    for warning in artwork.warnings(in: source) { report.add(warning) }
    let file: (bytes: [UInt8], type: StaticString) =
      switch (artwork.kind.isRaster, artwork.nodes.first) {
      case (true, .image(let picture)): (png(picture.raster), "image/png")
      default:
        (
          SVGPainter().paint(
            Scene(size: artwork.size, nodes: artwork.nodes, title: "", description: "")),
          "image/svg+xml"
        )
      }
    guard file.bytes.count <= logoLimit else {
      report.error(
        "“\(path)” would make the badge \(file.bytes.count / 1000) kB larger", at: nil,
        help: "use a simpler or smaller picture, of at most \(logoLimit / 1000) kB")
      return nil
    }
    return ReadmeLogo(
      url: dataURL(of: file.bytes, type: file.type), nodes: artwork.nodes, size: artwork.size,
      isWide: isWide)
  }

  /// A picture of pixels as it is, or smaller if it would be too much: a logo is a few pixels high.
  private static func png(_ raster: Raster) -> [UInt8] {
    let bytes = PNGEncoder().encode(raster)
    return bytes.count <= logoLimit ? bytes : PNGEncoder().encode(raster.scaled(to: 128))
  }
}
