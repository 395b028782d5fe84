public import BlazonScene
internal import Pango
internal import Shipped
internal import Synchronization

/// A face that drawings can ask for by the name of its family.
public struct NamedFace: Hashable, Sendable {
  enum Source: Hashable, Sendable {
    /// A file that ships, by its name.
    case shipped(String)
    /// A font of the programme's own, by its place among these.
    case own(Int)
  }

  /// The family's name, as messages show it.
  public let family: String
  /// The names under which it is found, in small letters.
  let names: [String]
  /// CSS's 1…1000.
  public let weight: Int
  public let isItalic: Bool
  let source: Source
}

extension [NamedFace] {
  /// The face whose weight is nearest to `weight`, as browsers choose (CSS Fonts 4, section 5.2).
  public func nearest(to weight: Int) -> NamedFace? {
    func distance(_ face: NamedFace) -> Int {
      let own = face.weight
      if own == weight { return 0 }
      // Above a regular weight: heavier ones first. Below: lighter ones. Between 400 and 500: up to 500 first.
      let isPreferred =
        (400...500).contains(weight)
        ? own > weight && own <= 500 : weight > 500 ? own > weight : own < weight
      let isSecond = (400...500).contains(weight) && own < weight
      return abs(own - weight) + (isPreferred ? 0 : isSecond ? 1000 : 2000)
    }
    return self.min { distance($0) < distance($1) }
  }
}

/// Words as a drawing of somebody's sets them: in the face that it names, as browsers would, and in no other.
///
/// Nothing stands in for a letter that a face lacks. A face is opened when words are first set in it.
public final class NamedFonts: Sendable {
  /// The programme's own, whose fonts are asked first.
  public let typeface: Typeface
  private let faces: [NamedFace]
  private let own: [Typeface.Font]
  private let engines = Mutex<[NamedFace.Source: Engine]>([:])

  public init(_ typeface: Typeface = Typeface()) {
    self.typeface = typeface
    own = typeface.distinct.reduce(into: []) { fonts, font in
      if !fonts.contains(where: { $0.digest == font.digest }) { fonts.append(font) }
    }
    let named = own.enumerated().flatMap { index, font in
      (font.variableWeights ?? [font.font.weight]).map { weight in
        NamedFace(
          family: font.font.families.first ?? "", names: font.font.families.map { $0.lowercased() },
          weight: weight, isItalic: font.font.isItalic, source: .own(index))
      }
    }
    let shipped = FontFace.all.map { face in
      // Of a design's faces those that are neither regular nor bold are families by themselves, too.
      let names = [400, 700].contains(face.weight) ? [face.design] : [face.design, face.name]
      return NamedFace(
        family: face.design, names: names.map { $0.lowercased() }, weight: face.weight,
        isItalic: face.isItalic, source: .shipped(face.file))
    }
    faces = named + shipped
  }

  /// The families that can be asked for, each once, the programme's own first.
  public var families: [String] {
    faces.map(\.family).reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
  }

  /// The faces of a family; none where neither a font that ships nor one of the programme's own is called so.
  public func faces(ofFamily family: String) -> [NamedFace] {
    let name = family.lowercased()
    let found = faces.filter { $0.names.contains(name) }
    // One that the programme brings is meant as it is.
    let own = found.filter { if case .own = $0.source { true } else { false } }
    return own.isEmpty ? found : own
  }

  /// `text` on one line in `face`, in its own ligatures unless it is spaced. Line feeds and other controls must have been
  /// taken out before. Throws if the operating system cannot lend the memory.
  public func set(
    _ text: String, in face: NamedFace, isSpaced: Bool = false, language: String = "en",
    direction: TextDirection = .leftToRight
  ) throws(FontLibraryError) -> NamedLine {
    do throws(FontError) {
      return try engines.withLock { (engines) throws(FontError) in
        if engines[face.source] == nil { engines[face.source] = try engine(of: face.source) }
        return engines[face.source]?.line(
          text, in: face, isSpaced: isSpaced, language, direction) ?? NamedLine()
      }
    } catch { throw FontLibraryError(description: error.description) }
  }

  /// An engine with one file alone: there is nothing else that a letter could come from.
  private func engine(of source: NamedFace.Source) throws(FontError) -> Engine {
    let fonts: FontSet
    switch source {
    case .shipped(let name):
      let files = ShippedFile.fonts.filter { $0.name == name }
      fonts = try FontSet(files: files.map { ($0.name, $0.bytes) })
    case .own(let index): fonts = try FontSet(files: [], own: [own[index].ownFont])
    }
    return Engine(fonts: fonts, emoji: [])
  }
}

/// A line of words in one face, its baseline on y = 0 and its left end at x = 0. The em is 1.
public struct NamedLine: Sendable {
  public struct Glyph: Sendable {
    /// The offset in UTF-8 of the first character that it stands for.
    public let cluster: Int
    public let isRightToLeft: Bool
    public let x: Double, advance: Double
    public let outline: Path
  }

  /// From left to right.
  public var glyphs: [Glyph] = []
  public var width = 0.0
  /// How far lines of the face reach above the baseline and below it.
  public var ascent = 0.0, descent = 0.0
  /// The characters that the face lacks.
  public var missing: [Unicode.Scalar] = []
}

extension Engine {
  fileprivate mutating func line(
    _ text: String, in face: NamedFace, isSpaced: Bool, _ language: String,
    _ direction: TextDirection
  ) -> NamedLine {
    let shaped = shaper.shape(
      text,
      as: FontRequest(
        families: [face.family], weight: face.weight, isItalic: face.isItalic,
        // As browsers take CSS Text 3, section 8.2.
        features: isSpaced ? "liga=0, clig=0, dlig=0, hlig=0, calt=0" : "", language: language),
      fromRight: direction == .rightToLeft)
    var line = NamedLine(width: shaped.width / 1000, missing: shaped.missing)
    for glyph in shaped.glyphs {
      let font = shaper.faces[glyph.face]
      let unit = 1 / font.unitsPerEm
      (line.ascent, line.descent) = (font.ascent * unit, font.descent * unit)
      line.glyphs.append(
        NamedLine.Glyph(
          cluster: glyph.cluster, isRightToLeft: glyph.isRightToLeft, x: glyph.x / 1000,
          advance: glyph.advance / 1000,
          outline: drawing(of: glyph.id, in: glyph.face).outline.transformed(
            by: Affine(unit, 0, 0, -unit, glyph.x / 1000, glyph.y / 1000))))
    }
    return line
  }
}

extension Typeface.Font {
  /// The hundreds among the weights of a variable font; `nil` where it has one weight.
  fileprivate var variableWeights: [Int]? {
    guard let axis = font.axes.first(where: { $0.tag == "wght" }) else { return nil }
    let weights = stride(from: 100, through: 900, by: 100).filter {
      axis.range.contains(Double($0))
    }
    return weights.isEmpty ? nil : weights
  }

  /// The font by itself, in all weights that drawings may ask for.
  fileprivate var ownFont: OwnFont {
    let instances = (variableWeights ?? []).map { weight in
      var chosen = axes
      chosen["wght"] = Double(weight)
      return OwnFont.Instance(weight: weight, variations: Typeface.Font.text(chosen))
    }
    return OwnFont(
      name: name, bytes: font.program, family: "Typeface", isCFF: font.isCFF,
      instances: instances.isEmpty
        ? [OwnFont.Instance(weight: 400, variations: Typeface.Font.text(axes))] : instances)
  }
}
