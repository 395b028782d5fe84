public import BlazonScene
internal import Pango
internal import Shipped

/// The fonts that ship with the program and the installed families that a programme names, ready to
/// set text. Make one for each choice of families.
public final class FontLibrary: Sendable {
  let fonts: FontSet
  let fallback: FallbackFamilies

  /// Throws if the operating system cannot lend the memory.
  public init(_ fallback: FallbackFamilies = FallbackFamilies()) throws(FontLibraryError) {
    do throws(FontError) {
      fonts = try FontSet(
        files: Shipped.ShippedFile.fonts.map { ($0.name, $0.bytes) }, families: fallback.all)
    } catch {
      throw FontLibraryError(description: error.description)
    }
    self.fallback = fallback
  }

  /// The families asked for that are not installed.
  public var missingFamilies: [String] { fonts.missingFamilies }

  /// The file of the face that glyph runs call `name`, and its place in a file of several.
  public func file(of name: String) -> (path: String, index: Int)? {
    fonts.file(of: name).map { ($0.path, $0.index) }
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
  /// BCP 47: some letters are drawn differently by language.
  public var language: String
  /// Of the text that a line is part of; `nil` for a line that is a text of its own.
  public var direction: TextDirection?

  public init(
    face: FontFace, size: Double, letterSpacing: Double = 0, language: String = "en",
    direction: TextDirection? = nil
  ) {
    (self.face, self.size, self.letterSpacing) = (face, size, letterSpacing)
    (self.language, self.direction) = (language, direction)
  }

  /// The style at `share` of its size, spacing included.
  public func scaled(by share: Double) -> TextStyle {
    TextStyle(
      face: face, size: size * share, letterSpacing: letterSpacing * share, language: language,
      direction: direction)
  }
}

/// Strings and fonts in; positioned glyph outlines out. One user at a time.
public struct Typesetter: ~Copyable {
  private struct Key: Hashable {
    var text: String
    var face: FontFace
    var isSpaced: Bool
    var language: String
    var direction: TextDirection
  }

  private let fonts: FontSet
  private let shaper: Shaper
  private let fallback: FallbackFamilies
  private var shaped: [Key: ShapedText] = [:]
  private var outlines: [UInt64: Path] = [:]

  public init(fonts: FontLibrary) {
    self.fonts = fonts.fonts
    shaper = Shaper(fonts: fonts.fonts)
    fallback = fonts.fallback
  }

  /// `text` on one line; its baseline begins at (0, 0).
  public mutating func set(_ text: String, in style: TextStyle) -> TextLine {
    let shaped = shape(text, style)
    let bare = BareText(text)
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
          id: glyph.id, cluster: bare.offset(glyph.cluster), isRightToLeft: glyph.isRightToLeft,
          file: face.name,
          x: glyph.x * unit + Double(spaces) * spacing, y: glyph.y * unit,
          advance: glyph.advance * unit, scale: style.size / face.unitsPerEm,
          outline: outline(of: glyph)))
    }
    let metrics = shaped.glyphs.first.map { shaper.faces[$0.face] }
    return TextLine(
      text: bare.text, size: style.size, letterSpacing: spacing,
      width: shaped.width * unit + Double(spaces) * spacing,
      capHeight: metrics.map { $0.capHeight / $0.unitsPerEm * style.size } ?? 0,
      glyphs: glyphs, missing: shaped.missing)
  }

  /// The families that the system has installed and that draw any of `scalars`.
  func installedFamilies(writing scalars: [Unicode.Scalar]) -> [InstalledFamily] {
    fonts.installedFamilies(writing: scalars)
  }

  /// The width of `text` on one line, in scene units.
  public mutating func width(of text: String, in style: TextStyle) -> Double {
    set(text, in: style).width
  }

  /// The offsets in UTF-8 at which Unicode lets a line of `text` end.
  func unicodeBreaks(in text: String, language: String) -> [Int] {
    shaper.lineBreaks(in: text, language: language)
  }

  private mutating func shape(_ text: String, _ style: TextStyle) -> ShapedText {
    let isSpaced = style.letterSpacing != 0
    let direction = style.direction ?? TextDirection(of: text)
    let key = Key(
      text: text, face: style.face, isSpaced: isSpaced, language: style.language,
      direction: direction)
    if let known = shaped[key] { return known }
    // A batch of many thousand names must not remember them all.
    if shaped.count > 2000 { shaped = [:] }
    let face = style.face
    // Old-style figures read as letters in dates and percentages.
    let features = (isSpaced ? ["liga=0", "clig=0"] : []) + (face.isSerif ? ["lnum=1"] : [])
    let result = shaper.shape(
      text,
      as: FontRequest(
        families: [face.family] + face.fallbackFamilies(fallback, for: text, in: style.language),
        weight: face.weight, isItalic: face.isItalic, features: features.joined(separator: ", "),
        language: style.language), fromRight: direction == .rightToLeft)
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

/// Whether the letters of `text` join, so that spacing would tear them: Arabic and its kin, and the
/// scripts of India, which hang from one line.
private func isCursive(_ text: String) -> Bool {
  text.unicodeScalars.contains { scalar in
    switch scalar.value {
    case 0x0600...0x08FF, 0x0900...0x0DFF, 0x1800...0x18AF, 0xFB50...0xFEFC: true
    default: false
    }
  }
}

/// A text without the marks that isolate values in it: who copies a line wants its words alone.
private struct BareText {
  var text: String
  /// Where the marks stood, in UTF-8.
  private var marks: [Int] = []

  init(_ text: String) {
    self.text = text
    guard text.utf8.contains(0xE2), text.unicodeScalars.contains(where: \.isIsolate) else { return }
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar.isIsolate { marks.append(offset) }
      offset += UTF8.width(scalar)
    }
    self.text = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isIsolate }))
  }

  /// Where the character at `offset` of the whole text stands in the bare one. A mark has three bytes.
  func offset(_ offset: Int) -> Int { offset - 3 * marks.count { $0 < offset } }
}

extension Unicode.Scalar {
  fileprivate var isIsolate: Bool { (0x2066...0x2069).contains(value) }
}
