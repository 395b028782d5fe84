internal import BlazonScene
internal import Pango
internal import Shipped

/// The fonts that ship with the program, ready to set text. Make one for the process.
public final class FontLibrary: Sendable {
  let fonts: FontSet

  /// Throws if the operating system cannot lend the memory.
  public init() throws(FontLibraryError) {
    do throws(FontError) {
      fonts = try FontSet(files: Shipped.ShippedFile.fonts.map { ($0.name, $0.bytes) })
    } catch {
      throw FontLibraryError(description: error.description)
    }
  }
}

public struct FontLibraryError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

/// How a line of text looks.
public struct TextStyle: Hashable, Sendable {
  public var face: FontFace
  /// The em, in scene units.
  public var size: Double
  /// Added between neighbouring characters, in scene units; turns ligatures off unless 0.
  public var letterSpacing: Double

  public init(face: FontFace, size: Double, letterSpacing: Double = 0) {
    (self.face, self.size, self.letterSpacing) = (face, size, letterSpacing)
  }

  /// The style at `share` of its size, spacing included.
  public func scaled(by share: Double) -> TextStyle {
    TextStyle(face: face, size: size * share, letterSpacing: letterSpacing * share)
  }
}

/// Strings and fonts in; positioned glyph outlines out. One user at a time.
public struct Typesetter: ~Copyable {
  private struct Key: Hashable {
    var text: String
    var face: FontFace
    var isSpaced: Bool
  }

  private let shaper: Shaper
  private var shaped: [Key: ShapedText] = [:]
  private var outlines: [UInt64: Path] = [:]

  public init(fonts: FontLibrary) { shaper = Shaper(fonts: fonts.fonts) }

  /// `text` on one line; its baseline begins at (0, 0).
  public mutating func set(_ text: String, in style: TextStyle) -> TextLine {
    let shaped = shape(text, face: style.face, isSpaced: style.letterSpacing != 0)
    let unit = style.size / 1000
    let spacing = isCursive(text) ? 0 : style.letterSpacing
    var glyphs: [TextLine.Glyph] = []
    var spaces = 0
    var cluster: Int?
    for glyph in shaped.glyphs {
      if let last = cluster, last != glyph.cluster { spaces += 1 }
      cluster = glyph.cluster
      let face = shaper.faces[glyph.face]
      glyphs.append(
        .init(
          id: glyph.id, cluster: glyph.cluster, file: face.name,
          x: glyph.x * unit + Double(spaces) * spacing, y: glyph.y * unit,
          advance: glyph.advance * unit, scale: style.size / face.unitsPerEm,
          outline: outline(of: glyph)))
    }
    let metrics = shaped.glyphs.first.map { shaper.faces[$0.face] }
    return TextLine(
      text: text, size: style.size, width: shaped.width * unit + Double(spaces) * spacing,
      capHeight: metrics.map { $0.capHeight / $0.unitsPerEm * style.size } ?? 0,
      glyphs: glyphs, missing: shaped.missing)
  }

  /// The width of `text` on one line, in scene units.
  public mutating func width(of text: String, in style: TextStyle) -> Double {
    set(text, in: style).width
  }

  private mutating func shape(_ text: String, face: FontFace, isSpaced: Bool) -> ShapedText {
    let key = Key(text: text, face: face, isSpaced: isSpaced)
    if let known = shaped[key] { return known }
    // A batch of many thousand names must not remember them all.
    if shaped.count > 2000 { shaped = [:] }
    let result = shaper.shape(
      text,
      as: FontRequest(
        families: [face.family] + FontFace.fallbackFamilies, weight: face.weight,
        isItalic: face.isItalic, features: isSpaced ? "liga=0, clig=0" : ""))
    shaped[key] = result
    return result
  }

  private mutating func outline(of glyph: ShapedText.Glyph) -> Path {
    let key = UInt64(glyph.face) << 32 | UInt64(glyph.id)
    if let known = outlines[key] { return known }
    let path = Path(
      shaper.outline(of: glyph.id, in: glyph.face).map { segment -> Path.Segment in
        switch segment {
        case .move(let x, let y): .move(Point(x, y))
        case .line(let x, let y): .line(Point(x, y))
        case .quad(let cx, let cy, let x, let y): .quad(Point(cx, cy), Point(x, y))
        case .cubic(let ax, let ay, let bx, let by, let x, let y):
          .cubic(Point(ax, ay), Point(bx, by), Point(x, y))
        case .close: .close
        }
      })
    outlines[key] = path
    return path
  }
}

/// Whether the letters of `text` join, so that spacing would tear them (Arabic and its kin).
private func isCursive(_ text: String) -> Bool {
  text.unicodeScalars.contains {
    (0x0600...0x08FF).contains($0.value) || (0xFB50...0xFEFC).contains($0.value)
  }
}
