internal import BlazonScene
internal import PNG
internal import Pango

/// A text as glyphs, whatever its size: all lengths are in thousandths of it.
struct Setting {
  struct Glyph {
    var shaped: ShapedText.Glyph
    var face: ShapedFace
    var drawing: GlyphDrawing
  }

  var glyphs: [Glyph]
  var width: Double
  /// The characters that no font can write.
  var missing: [Unicode.Scalar]
}

/// What a glyph looks like, in font units, y up.
struct GlyphDrawing: Sendable {
  /// Colours of its own, which are painted instead of the outline.
  enum Colors: Sendable {
    /// One over the other; a colour of `nil` is the text's.
    case layers([(outline: Path, color: Color?)])
    case picture(Raster, Rect)
  }

  var outline: Path
  var colors: Colors?

  var isBlank: Bool { outline.isEmpty && colors == nil }

  /// A box around it; `nil` if it shows nothing.
  var box: Rect? {
    switch colors {
    case nil: return outline.controlBox
    case .picture(_, let box): return box
    case .layers(let layers):
      let boxes = layers.compactMap(\.outline.controlBox)
      return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
    }
  }
}

/// A shaper, and what its glyphs look like.
struct Engine {
  let shaper: Shaper
  private var drawings: [UInt64: GlyphDrawing] = [:]

  init(fonts: FontSet, emoji: [String]) { shaper = Shaper(fonts: fonts, emoji: emoji) }

  /// The text of `order` in `families`, the first preferred.
  mutating func set(_ order: Order, _ families: [String]) -> Setting {
    var (families, shaped) = whole(order, families)
    if order.text.hasFreeMarks { placeMarks(of: order, families, in: &shaped) }
    var setting = Setting(glyphs: [], width: shaped.width, missing: shaped.missing)
    for glyph in shaped.glyphs {
      let face = shaper.faces[glyph.face]
      let drawing = drawing(of: glyph.id, in: glyph.face)
      // A font of pictures may have a place for a letter, and no picture that we can draw.
      if face.isColored, drawing.isBlank, let scalar = order.text.visibleScalar(at: glyph.cluster) {
        setting.missing.append(scalar)
      } else {
        setting.glyphs.append(.init(shaped: glyph, face: face, drawing: drawing))
      }
    }
    return setting
  }

  func shape(_ order: Order, _ families: [String], features: String = "") -> ShapedText {
    shaper.shape(
      order.text,
      as: FontRequest(
        families: families, weight: order.face.weight, isItalic: order.face.isItalic,
        features: [order.features, features].filter { !$0.isEmpty }.joined(separator: ", "),
        language: order.language), fromRight: order.direction == .rightToLeft)
  }

  // MARK: Drawings

  mutating func drawing(of glyph: UInt32, in face: Int) -> GlyphDrawing {
    let key = UInt64(face) << 32 | UInt64(glyph)
    if let known = drawings[key] { return known }
    let drawing = GlyphDrawing(
      outline: outline(of: glyph, in: face),
      colors: shaper.colors(of: glyph, in: face).flatMap { colors(of: $0, in: face) })
    drawings[key] = drawing
    return drawing
  }

  private func outline(of glyph: UInt32, in face: Int) -> Path {
    Path(
      shaper.outline(of: glyph, in: face).map { segment -> Path.Segment in
        switch segment {
        case .move(let x, let y): .move(Point(x, y))
        case .line(let x, let y): .line(Point(x, y))
        case .quad(let cx, let cy, let x, let y): .quad(Point(cx, cy), Point(x, y))
        case .cubic(let ax, let ay, let bx, let by, let x, let y):
          .cubic(Point(ax, ay), Point(bx, by), Point(x, y))
        case .close: .close
        }
      })
  }

  private func colors(of glyph: ColorGlyph, in face: Int) -> GlyphDrawing.Colors? {
    switch glyph {
    case .layers(let layers):
      return .layers(
        layers.map { layer in
          let color = layer.color.map {
            Color(
              red: Double($0.red) / 255, green: Double($0.green) / 255,
              blue: Double($0.blue) / 255, alpha: Double($0.alpha) / 255)
          }
          return (outline(of: layer.glyph, in: face), color)
        })
    case .picture(let png, let x, let y, let width, let height):
      let limits = PNG.Limits(bytes: 1 << 20, side: 1024, pixels: 1 << 20)
      do throws(PNGError) {
        let image = try PNG.decode(png, limits: limits)
        return .picture(
          Raster(width: image.width, height: image.height, pixels: image.pixels),
          Rect(x: x, y: y, width: width, height: height))
      } catch { return nil }
    }
  }
}

extension Setting {
  /// The letters that other fonts might write, or write better: those that are missing, those of scripts
  /// that only the last resort has, and emoji without colours.
  func wanted(in order: Order) -> [Unicode.Scalar] {
    guard order.text.utf8.contains(where: { $0 >= 0xC2 }) else { return missing }
    let emoji = Set(order.text.emoji)
    let isLastResort = order.face.family == FontFace.lastResort
    let starts = Set(glyphs.map(\.shaped.cluster)).sorted()
    let faces = Dictionary(glyphs.map { ($0.shaped.cluster, $0.face) }, uniquingKeysWith: { $1 })
    var (wanted, offset, start) = (missing, 0, 0)
    for scalar in order.text.unicodeScalars {
      while start + 1 < starts.count, starts[start + 1] <= offset { start += 1 }
      offset += UTF8.width(scalar)
      guard start < starts.count, let face = faces[starts[start]] else { continue }
      let isPoor =
        emoji.contains(scalar)
        ? !face.isColored
        : !isLastResort && face.name.hasPrefix("DejaVuSans") && !face.isOwn && scalar.isForeign
      if isPoor { wanted.append(scalar) }
    }
    return wanted
  }
}

extension String {
  /// The first character of those at `offset` in UTF-8, unless it is one that shows nothing.
  func visibleScalar(at offset: Int) -> Unicode.Scalar? {
    let scalar = unicodeScalars[utf8.index(startIndex, offsetBy: offset)]
    let properties = scalar.properties
    return properties.isWhitespace || properties.isDefaultIgnorableCodePoint ? nil : scalar
  }
}
