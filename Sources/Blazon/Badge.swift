internal import BlazonDesign
internal import BlazonIntake
internal import BlazonPaint
internal import BlazonPress
public import BlazonScene
public import BlazonSource
internal import BlazonSpec

/// A badge of a programme, or one of its variants, ready to be drawn.
public struct Badge: Sendable {
  private let badge: BlazonSpec.Badge
  private let programme: Programme

  init(_ badge: BlazonSpec.Badge, of programme: Programme) {
    (self.badge, self.programme) = (badge, programme)
  }

  /// What its files are called, without an ending: `docs-author`, or `docs-author.gold`.
  public var id: String { badge.fileName }

  /// All names of its files: its own, and its aliases.
  public var names: [String] { badge.fileNames }

  /// The title in the programme's language.
  public var title: String { design(.max, .light).title }

  /// One sentence for those who do not see the picture, in the programme's language.
  public var alternativeText: String { design(.max, .light).sentence }

  /// The badge as an SVG file in UTF-8: 512 × 512 units, text as outlines, nothing fetched.
  ///
  /// `theme` is that of the page it stands on. Words that do not fit are drawn as well as they can be;
  /// `Programme.check` tells of them.
  public func svg(theme: Theme = .light) -> [UInt8] {
    SVGPainter().paint(scene(.max, theme))
  }

  /// The badge as a PNG file of `width` × `width` pixels, 16 to 4096, with transparency, in sRGB.
  ///
  /// Small sizes are drawings of their own. Up to 512 pixels the file has at most 256 KiB. Throws if the
  /// memory does not suffice.
  public func png(width: Int = 512, theme: Theme = .light) throws(WorldError) -> [UInt8] {
    precondition((16...4096).contains(width), "a badge is 16 to 4096 pixels wide")
    let scene = scene(width, theme)
    return try wrapping { () throws(PaintError) in
      PNGEncoder(of: scene, pixelsPerInch: 96).encode(
        try RasterPainter(width: width, of: scene).paint(scene),
        within: width <= 512 ? badgeBytes : .max)
    }
  }

  private func design(_ width: Int, _ theme: Theme) -> Design {
    Design(badge, of: programme.loaded.programme, width: width, theme: theme)
  }

  private func scene(_ width: Int, _ theme: Theme) -> Scene {
    var report = Report()
    return programme.studio.withBench(for: programme.loaded.programme) { bench in
      bench.compose(design(width, theme), report: &report)
    }
  }
}
