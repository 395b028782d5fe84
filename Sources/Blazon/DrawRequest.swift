internal import BlazonDesign
internal import BlazonLayout
internal import BlazonPaint
internal import BlazonScene
public import BlazonSource
internal import BlazonSpec

/// One badge told in a sentence, and the file that was asked for.
public struct DrawRequest: Sendable {
  public var sentence: SourceText
  public var format: PictureFormat
  /// Pixels across a PNG.
  public var width: Int

  public init(_ sentence: SourceText, as format: PictureFormat, width: Int = 512) {
    (self.sentence, self.format, self.width) = (sentence, format, width)
  }

  /// The file; `nil` if the badge cannot be drawn, which the report says.
  ///
  /// `folder` is a programme whose presets, colours, name and fonts are meant.
  public func draw(in folder: String?, report: inout Report) throws(WorldError) -> [UInt8]? {
    guard let loaded = try SpecFolder.load(sentence, in: folder, report: &report),
      let badge = loaded.badges.first, !report.hasErrors
    else { return nil }
    let studio = try Studio([loaded], report: &report)
    var composer = studio.composer(for: loaded.programme)
    func scene(_ width: Int) -> Scene? {
      Design(badge, of: loaded.programme, width: width).map {
        composer.compose($0, report: &report)
      }
    }
    // What does not fit at full size is said, whatever size is asked for.
    let full = scene(.max)
    let drawn = format == .svg ? full : scene(width)
    guard let drawn, !report.hasErrors else { return nil }
    switch format {
    case .svg: return SVGPainter().paint(drawn)
    case .png:
      return try painting { () throws(PaintError) in
        PNGEncoder().encode(
          try RasterPainter(width: width, of: drawn).paint(drawn),
          within: width <= 512 ? badgeBytes : .max)
      }
    }
  }
}
