internal import BlazonLetters
public import BlazonScene
internal import Pango

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
    /// Strings are equal whose letters are composed or in parts; they are not set alike.
    var length: Int
    var face: FontFace
    var isSpaced: Bool
    var language: String
    var direction: TextDirection
  }

  let library: FontLibrary
  /// Sets what the fonts of the programme write.
  private var own: Engine
  /// Sets what they cannot with all that is installed; made when it is first needed.
  private var all: Engine?
  private var known: [Key: Setting] = [:]

  public init(fonts: FontLibrary) {
    library = fonts
    own = Engine(fonts: fonts.fonts, emoji: fonts.fallback.emoji)
  }

  /// `text` on one line; its baseline begins at (0, 0).
  ///
  /// Letters in parts are composed where their font has the parts alone, and another has the letter.
  public mutating func set(_ text: String, in style: TextStyle) -> TextLine {
    var (text, setting) = (text, setting(of: text, style))
    let whole = composed(text)
    if whole.utf8.count != text.utf8.count {
      let better = self.setting(of: whole, style)
      if better.glyphs.count < setting.glyphs.count { (text, setting) = (whole, better) }
    }
    let bare = BareText(text)
    let letters = Letters(of: text)
    let unit = style.size / 1000
    let spacing = text.canBeSpaced ? style.letterSpacing : 0
    var glyphs: [TextLine.Glyph] = []
    var spaces = 0
    var last: Int?
    for glyph in setting.glyphs {
      let letter = letters.index(at: glyph.shaped.cluster)
      if let last, last != letter { spaces += 1 }
      last = letter
      let (shaped, face) = (glyph.shaped, glyph.face)
      glyphs.append(
        .init(
          id: shaped.id, cluster: bare.offset(shaped.cluster), letter: letter,
          isRightToLeft: shaped.isRightToLeft, file: face.name,
          isEmbeddable: !face.isOwn || library.typeface.restriction(of: face.family) == nil,
          isOwn: face.isOwn,
          x: shaped.x * unit + Double(spaces) * spacing, y: shaped.y * unit,
          advance: shaped.advance * unit, scale: style.size / face.unitsPerEm,
          drawing: glyph.drawing))
      if face.isInstalled { library.note(face.file) }
    }
    let face = setting.glyphs.first?.face
    return TextLine(
      text: bare.text, size: style.size, letterSpacing: spacing,
      width: setting.width * unit + Double(spaces) * spacing,
      capHeight: face.map { $0.capHeight / $0.unitsPerEm * style.size } ?? 0,
      glyphs: glyphs, missing: setting.missing,
      families: setting.glyphs.map(\.face).filter(\.isInstalled).reduce(into: []) {
        if !$0.contains($1.family) { $0.append($1.family) }
      })
  }

  /// The width of `text` on one line, in scene units.
  public mutating func width(of text: String, in style: TextStyle) -> Double {
    set(text, in: style).width
  }

  /// The offsets in UTF-8 at which Unicode lets a line of `text` end.
  func unicodeBreaks(in text: String, language: String) -> [Int] {
    own.shaper.lineBreaks(in: text, language: language)
  }

  // MARK: Shaping

  private mutating func setting(of text: String, _ style: TextStyle) -> Setting {
    let isSpaced = style.letterSpacing != 0
    let direction = style.direction ?? TextDirection(of: text)
    let key = Key(
      text: text, length: text.utf8.count, face: style.face, isSpaced: isSpaced,
      language: style.language, direction: direction)
    if let known = known[key] { return known }
    // A batch of many thousand names must not remember them all.
    if known.count > 2000 { known = [:] }
    let order = Order(
      text: text, face: style.face, own: library.typeface.family(of: style.face.role),
      isSpaced: isSpaced, style.language, direction)
    let setting = set(order)
    known[key] = setting
    return setting
  }

  /// The text in the programme's fonts, and where they lack a letter in all that is installed.
  private mutating func set(_ order: Order) -> Setting {
    let families = order.families(library.fallback)
    let plain = own.set(order, families)
    let wanted = plain.wanted(in: order)
    guard !wanted.isEmpty else { return plain }
    let installed = library.installedFamilies(writing: wanted)
    let hasEmoji = installed.contains(where: \.isColored)
    let chain = FallbackChain(
      for: wanted.filter { hasEmoji ? !$0.properties.isEmojiPresentation : true }, of: order.text,
      in: order.language, isSerif: order.face.isSerif, installed: installed)
    guard hasEmoji || chain != FallbackChain() else { return plain }
    if all == nil {
      all = library.opened().map { Engine(fonts: $0, emoji: library.fallback.emoji) }
    }
    return all?.set(order, order.families(library.fallback, chain: chain)) ?? plain
  }
}

/// A text to be set, whatever its size.
struct Order {
  let text: String
  let face: FontFace
  /// The family of the programme's own typeface that stands for the face.
  let own: String?
  let language: String
  let direction: TextDirection
  let features: String

  init(
    text: String, face: FontFace, own: String? = nil, isSpaced: Bool, _ language: String,
    _ direction: TextDirection
  ) {
    (self.text, self.face, self.own) = (text, face, own)
    (self.language, self.direction) = (language, direction)
    // Old-style figures read as letters in dates and percentages.
    let features =
      (isSpaced ? ["liga=0", "clig=0"] : []) + (face.isSerif || own != nil ? ["lnum=1"] : [])
    self.features = features.joined(separator: ", ")
  }

  func families(_ fallback: FallbackFamilies, chain: FallbackChain = FallbackChain()) -> [String] {
    [own, face.family].compactMap(\.self)
      + face.fallbackFamilies(fallback, for: text, in: language, chain: chain)
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
