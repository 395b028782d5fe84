internal import BlazonDesign
internal import BlazonLayout
internal import BlazonPaint
public import BlazonSource
internal import BlazonSpec

/// One badge told in a sentence, and the file that was asked for.
public struct DrawRequest: Sendable {
  public enum Format: String, CaseIterable, Sendable { case svg, png }

  public var sentence: SourceText
  public var format: Format
  /// Pixels across a PNG.
  public var width: Int

  public init(_ sentence: SourceText, as format: Format, width: Int = 512) {
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
    let size = format == .svg ? Int.max : width
    // What does not fit at full size is said, whatever size is asked for.
    for size in [.max, size] {
      guard let design = Design(badge, of: loaded.programme, width: size) else { return nil }
      let scene = composer.compose(design, report: &report)
      guard size != .max || format == .svg else { continue }
      guard !report.hasErrors else { return nil }
      switch format {
      case .svg: return SVGPainter(idPrefix: "badge").paint(scene)
      case .png:
        return try painting { () throws(PaintError) in
          PNGEncoder().encode(
            try RasterPainter(width: width, of: scene).paint(scene),
            within: width <= 512 ? badgeBytes : .max)
        }
      }
    }
    return nil
  }
}
