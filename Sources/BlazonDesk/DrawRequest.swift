internal import BlazonDesign
internal import BlazonIntake
internal import BlazonLayout
internal import BlazonPaint
internal import BlazonPress
internal import BlazonScene
public import BlazonSource
internal import BlazonSpec

/// One badge told in a sentence, and the file that was asked for.
public struct DrawRequest: Sendable {
  public var sentence: SourceText
  public var format: PictureFormat
  /// Pixels across a PNG.
  public var width: Int
  /// Whether a PNG is made as small as it can be, in several times the time.
  public var isOptimizing = false

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
    let drawn = studio.withBench(for: loaded.programme) { bench in
      func scene(_ width: Int) -> Scene {
        bench.compose(Design(badge, of: loaded.programme, width: width), report: &report)
      }
      // What does not fit at full size is said, whatever size is asked for.
      let full = scene(.max)
      return format == .svg ? full : scene(width)
    }
    guard !report.hasErrors else { return nil }
    switch format {
    case .svg: return SVGPainter().paint(drawn)
    case .png:
      return try wrapping { () throws(PaintError) in
        PNGEncoder(of: drawn, pixelsPerInch: 96, isOptimizing: isOptimizing).encode(
          try RasterPainter(width: width, of: drawn).paint(drawn),
          within: width <= 512 ? badgeBytes : .max)
      }
    }
  }
}
