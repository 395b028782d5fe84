internal import BlazonScene

/// The font of a page's text: a glyph for each character as it is written, with its marks or as the ligature it is
/// part of, as wide as the way to the next, mapped to what it stands for.
///
/// Readers take what a glyph stands for whole and find no gaps, so words stay together in whatever is copied or searched,
/// of however many faces they are. The letters are the outlines that all pictures have; no other font is needed.
struct PDFTextFont {
  /// An outline in a glyph: its number, and where it stands, in font units from the glyph's beginning, y upwards.
  struct Letter: Hashable {
    var number: Int
    var x: Int, y: Int
  }

  private struct LetterKey: Hashable {
    var face: String
    var id: UInt32
  }

  private struct Key: Hashable {
    /// As they are written: strings would be equal that mean the same.
    var words: [UInt8]
    var letters: [Letter]
  }

  private struct Glyph {
    var words: String
    /// In font units.
    var width: Int
    var letters: [Letter]
    var code: UInt16
  }

  private var letterNumbers: [LetterKey: Int] = [:]
  private var letters: [(outline: Path, size: Double)] = []
  private var known: [Key: [Glyph]] = [:]
  private var glyphs: [Glyph] = []

  /// As many letters and words as codes of 16 bits tell apart.
  private static let limit = 32_000

  /// The number of a letter of `run`; `nil` where it shows nothing, or the font is full.
  mutating func letter(_ glyph: GlyphRun.Glyph, of run: GlyphRun) -> Int? {
    guard !glyph.outline.isEmpty else { return nil }
    let key = LetterKey(face: run.face, id: glyph.id)
    let known = letterNumbers[key]
    // Outlines are rounded to hundredths of a unit: the largest is the most exact.
    if let known, letters[known].size >= run.size { return known }
    let scale = Double(TrueTypeFont.unitsPerEm) / run.size
    let place = glyph.placement
    let outline = glyph.outline.transformed(
      by: Affine(scale, 0, 0, -scale, -place.tx * scale, place.ty * scale))
    if let known {
      letters[known] = (outline, run.size)
      return known
    }
    guard letters.count < PDFTextFont.limit else { return nil }
    letters.append((outline, run.size))
    letterNumbers[key] = letters.count - 1
    return letters.count - 1
  }

  /// How much wider or narrower a glyph may be than the way to the next, in font units: kerning is less, and no reader
  /// takes it for a blank.
  private static let slack = 120

  /// The code of the glyph that stands for `words`, about `width` font units wide, and its width; `nil` when the font
  /// is full.
  mutating func glyph(
    of words: String, width: Int, _ letters: [Letter]
  ) -> (code: UInt16, width: Int)? {
    let width = max(0, min(width, Int(Int16.max)))
    // A map tells of at most 256 units (9.10.3), and a character has at most two.
    let words = String(String.UnicodeScalarView(words.unicodeScalars.prefix(128)))
    let key = Key(words: Array(words.utf8), letters: letters)
    if let known = known[key]?.first(where: { abs($0.width - width) <= PDFTextFont.slack }) {
      return (known.code, known.width)
    }
    guard glyphs.count < PDFTextFont.limit else { return nil }
    let glyph = Glyph(
      words: words, width: width, letters: letters, code: UInt16(glyphs.count + 1))
    glyphs.append(glyph)
    known[key, default: []].append(glyph)
    return (glyph.code, glyph.width)
  }

  var isEmpty: Bool { glyphs.isEmpty }

  /// The font (ISO 32000-1, 9.7), whose parts become objects of `objects`.
  func dictionary(with objects: inout PDFObjects) -> PDFText {
    var entries = PDFText()
    let file = program
    entries += "/Length1 "
    entries.add(file.count)
    let program = objects.add(PDFObject(entries, stream: file))
    let map = objects.add(PDFObject(PDFText(), stream: toUnicode))
    var descriptor = PDFText()
    descriptor += "<</Type/FontDescriptor/FontName"
    descriptor += PDFTextFont.name
    descriptor +=
      "/Flags 4/ItalicAngle 0/StemV 80/FontBBox[0 -200 1000 800]/Ascent 800/Descent -200"
    descriptor += "/CapHeight 700/FontFile2 "
    descriptor.add(reference: program)
    descriptor += ">>"
    var descendant = PDFText()
    descendant += "<</Type/Font/Subtype/CIDFontType2/BaseFont"
    descendant += PDFTextFont.name
    descendant += "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    descendant += "/CIDToGIDMap/Identity/FontDescriptor "
    descendant.add(reference: objects.add(descriptor))
    descendant += "/W[1["
    for glyph in glyphs {
      // In thousandths of the size.
      descendant.add(Double(glyph.width) * 1000 / Double(TrueTypeFont.unitsPerEm))
    }
    descendant += "]]>>"
    var font = PDFText()
    font += "<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont"
    font += PDFTextFont.name
    font += "/DescendantFonts["
    font.add(reference: objects.add(descendant))
    font += "]/ToUnicode "
    font.add(reference: map)
    font += ">>"
    return font
  }

  /// Of a subset, as its first seven characters say.
  private static let name: Literal = "/BLAZON+Words"

  // MARK: What the glyphs stand for

  /// The CMap from codes to UTF-16 (9.10.3).
  private var toUnicode: [UInt8] {
    var out = PDFText()
    out += """
      /CIDInit/ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
      /CMapName/Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000><FFFF>
      endcodespacerange

      """
    // A section has at most a hundred lines.
    for start in stride(from: 0, to: glyphs.count, by: 100) {
      let section = glyphs[start..<min(start + 100, glyphs.count)]
      out.add(section.count)
      out += " beginbfchar\n"
      for (index, glyph) in zip(section.indices, section) {
        out += "<"
        out.add(hex: [UInt16(index + 1)])
        out += "><"
        out.add(hex: glyph.words.utf16)
        out += ">\n"
      }
      out += "endbfchar\n"
    }
    out += "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"
    return out.text.bytes
  }

  /// The font program: the letters follow the words, whose codes are their numbers.
  private var program: [UInt8] {
    let words = glyphs.map { glyph in
      TrueTypeFont.Word(
        components: glyph.letters.map { .init(letter: $0.number, x: $0.x, y: $0.y) },
        width: glyph.width)
    }
    return TrueTypeFont(words: words, letters: letters.map(\.outline)).file
  }
}
