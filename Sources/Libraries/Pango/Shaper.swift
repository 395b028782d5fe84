internal import CPango

/// What to look for in the font set.
public struct FontRequest: Hashable, Sendable {
  /// Families in the order of preference; a later one serves glyphs that the earlier lack.
  public var families: [String]
  /// CSS's 100…900.
  public var weight: Int
  public var isItalic: Bool
  /// As CSS's `font-feature-settings`, e.g. `"lnum=1"`; empty for the font's defaults.
  public var features: String
  /// BCP 47: fonts draw some letters differently by language.
  public var language: String

  public init(
    families: [String], weight: Int, isItalic: Bool = false, features: String = "",
    language: String = "en"
  ) {
    (self.families, self.weight, self.isItalic) = (families, weight, isItalic)
    (self.features, self.language) = (features, language)
  }
}

/// One line of shaped text. All lengths are in thousandths of the font size.
public struct ShapedText: Sendable {
  public struct Glyph: Sendable {
    public var id: UInt32
    /// An index into `Shaper.faces`.
    public var face: Int
    /// The glyph's origin: x from the line's start, y downwards from the baseline.
    public var x: Double, y: Double
    public var advance: Double
    /// The offset in UTF-8 of the first character it stands for.
    public var cluster: Int
    /// Whether it belongs to text that runs from right to left.
    public var isRightToLeft: Bool
  }

  /// In visual order, left to right.
  public var glyphs: [Glyph] = []
  public var width = 0.0
  /// The characters that no font of the set can write.
  public var missing: [Unicode.Scalar] = []
}

/// A piece of a glyph's outline, in font units, y up.
public enum OutlineSegment: Sendable {
  case move(Double, Double)
  case line(Double, Double)
  case quad(Double, Double, Double, Double)
  case cubic(Double, Double, Double, Double, Double, Double)
  case close
}

/// A font as the shaper found it.
public struct ShapedFace: Sendable {
  /// The font file's name in the font set.
  public var name: String
  /// By which an author or a browser asks for it.
  public var family: String
  public var file: FontFile
  /// Whether the system has it installed: it is none of those that the font set was given.
  public var isInstalled: Bool
  /// Whether it is one of somebody's own.
  public var isOwn: Bool
  public var unitsPerEm: Double
  /// In font units.
  public var capHeight: Double
  public var xHeight: Double
  /// How far its lines reach above the baseline and below it, in font units.
  public var ascent: Double, descent: Double
  /// How far its upright strokes lean to the right, of their height.
  public var slant: Double
  /// Whether it draws glyphs in colours of its own.
  public var isColored: Bool
  /// Whether its glyphs are pictures of few sizes, which Pango measures at one of these.
  public var isPicture: Bool
}

/// Turns strings into glyphs. Costly to make, and not to be shared between threads.
///
/// Owns a Pango font map and context, and one HarfBuzz font for each face it met. The font map is that of
/// FreeType alone: Cairo 1.16 keeps the faces of a file in a list that no lock guards, so that two threads
/// with Cairo's font maps could free each other's.
@safe public final class Shaper {
  private static let emSize = 1000.0

  private let fonts: FontSet
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  public private(set) var faces: [ShapedFace] = []
  private var harfbuzz: [OpaquePointer] = unsafe []
  private var faceIndices: [FontFile: Int] = [:]

  /// `emoji` are the families that are asked for emoji, in this order.
  public init(fonts: FontSet, emoji: [String]) {
    self.fonts = fonts
    unsafe map = blazon_font_map(fonts.config, emoji.joined(separator: ","))!
    unsafe context = pango_font_map_create_context(map)
    unsafe pango_context_set_round_glyph_positions(context, 0)
    // Not the locale's language: output must not depend on LANG.
    unsafe pango_context_set_language(context, pango_language_from_string("en"))
  }

  deinit {
    for index in faces.indices { unsafe hb_font_destroy(harfbuzz[index]) }
    unsafe g_object_unref(UnsafeMutableRawPointer(context))
    unsafe g_object_unref(map)
  }

  /// `text` as one line of a paragraph that runs from the right or the left. Line feeds and other controls
  /// must have been taken out before.
  public func shape(_ text: String, as request: FontRequest, fromRight: Bool = false) -> ShapedText
  {
    unsafe pango_context_set_base_dir(
      context, fromRight ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
    let layout = unsafe pango_layout_new(context)!
    defer { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }
    unsafe pango_layout_set_single_paragraph_mode(layout, 1)
    unsafe pango_layout_set_auto_dir(layout, 0)
    unsafe setFont(request, of: layout)
    var copy = text
    copy.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe pango_layout_set_text(layout, $0.baseAddress, Int32($0.count))
      }
    }
    return unsafe glyphs(of: layout)
  }

  /// The offsets in UTF-8 at which a line of `text` may end, by the rules of Unicode (UAX #14) and
  /// of `language`: after spaces and hyphens, between ideographs, between Thai words.
  public func lineBreaks(in text: String, language: String) -> [Int] {
    let scalars = Array(text.unicodeScalars)
    var attributes = [PangoLogAttr](repeating: PangoLogAttr(), count: scalars.count + 1)
    var copy = text
    copy.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe pango_get_log_attrs(
          $0.baseAddress, Int32($0.count), -1, pango_language_from_string(language), &attributes,
          Int32(attributes.count))
      }
    }
    var offsets: [Int] = []
    var offset = 0
    for (index, scalar) in scalars.enumerated() {
      if index > 0, attributes[index].is_line_break != 0 { offsets.append(offset) }
      offset += UTF8.width(scalar)
    }
    return offsets
  }

  private func setFont(_ request: FontRequest, of layout: OpaquePointer) {
    let description = unsafe pango_font_description_new()
    defer { unsafe pango_font_description_free(description) }
    unsafe pango_font_description_set_family(description, request.families.joined(separator: ","))
    unsafe pango_font_description_set_absolute_size(
      description, Shaper.emSize * Double(PANGO_SCALE))
    unsafe pango_font_description_set_weight(description, PangoWeight(UInt32(request.weight)))
    if request.isItalic { unsafe pango_font_description_set_style(description, PANGO_STYLE_ITALIC) }
    unsafe pango_layout_set_font_description(layout, description)
    let attributes = unsafe pango_attr_list_new()
    defer { unsafe pango_attr_list_unref(attributes) }
    if !request.features.isEmpty {
      unsafe pango_attr_list_insert(attributes, pango_attr_font_features_new(request.features))
    }
    unsafe pango_attr_list_insert(
      attributes, pango_attr_language_new(pango_language_from_string(request.language)))
    unsafe pango_layout_set_attributes(layout, attributes)
  }

  private func glyphs(of layout: OpaquePointer) -> ShapedText {
    var shaped = ShapedText()
    let unit = Double(PANGO_SCALE)
    // What glyphs before are wider than Pango takes them for.
    var shift = 0.0
    let iterator = unsafe pango_layout_get_iter(layout)!
    defer { unsafe pango_layout_iter_free(iterator) }
    repeat {
      // "The list of runs is terminated by a nil run": the end of the line.
      guard let run = unsafe pango_layout_iter_get_run_readonly(iterator) else { continue }
      var extents = PangoRectangle()
      unsafe pango_layout_iter_get_run_extents(iterator, nil, &extents)
      var x = Double(extents.x) / unit + shift
      let item = unsafe run.pointee.item.pointee
      let string = unsafe run.pointee.glyphs.pointee
      // A font set without a single font leaves no font here.
      guard let font = unsafe item.analysis.font else { continue }
      let face = unsafe index(of: font)
      for i in unsafe 0..<Int(string.num_glyphs) {
        let info = unsafe string.glyphs[i]
        var advance = Double(info.geometry.width) / unit
        if faces[face].isPicture, advance > 0 {
          let width = unsafe hb_font_get_glyph_h_advance(harfbuzz[face], info.glyph)
          let own = Double(width) * Shaper.emSize / faces[face].unitsPerEm
          shift += own - advance
          advance = own
        }
        let cluster = unsafe Int(string.log_clusters[i]) + Int(item.offset)
        if info.glyph & PANGO_GLYPH_UNKNOWN_FLAG != 0 {
          if let scalar = Unicode.Scalar(info.glyph & 0xFF_FFFF) { shaped.missing.append(scalar) }
        } else if info.glyph != PANGO_GLYPH_EMPTY {
          unsafe shaped.glyphs.append(
            .init(
              id: info.glyph, face: face, x: x + Double(info.geometry.x_offset) / unit,
              y: Double(info.geometry.y_offset) / unit, advance: advance, cluster: cluster,
              isRightToLeft: item.analysis.level & 1 == 1))
        }
        x += advance
      }
      shaped.width = max(shaped.width, x)
    } while unsafe pango_layout_iter_next_run(iterator) != 0
    return shaped
  }

  /// The same file is the same face, whatever the request that found it.
  private func index(of font: UnsafeMutablePointer<PangoFont>) -> Int {
    let pattern = unsafe pango_fc_font_get_pattern(
      UnsafeMutableRawPointer(font).assumingMemoryBound(to: PangoFcFont.self))
    var file = unsafe FontFile(pattern) ?? FontFile(path: "", index: 0)
    let isOwn = fonts.isOwn(file.path)
    if isOwn { unsafe file.variations = FontFile.variations(pattern) }
    if let index = faceIndices[file] { return index }

    let given = unsafe pango_font_get_hb_font(font)
    let face = unsafe hb_font_get_face(given)!
    let own = unsafe hb_font_create(face)!
    let unitsPerEm = unsafe Int32(hb_face_get_upem(face))
    unsafe hb_font_set_scale(own, unitsPerEm, unitsPerEm)
    if !file.variations.isEmpty {
      var count: UInt32 = 0
      let coordinates = unsafe hb_font_get_var_coords_normalized(given, &count)
      unsafe hb_font_set_var_coords_normalized(own, coordinates, count)
    }
    /// What the font states, unless somebody's own font shows the height of `letter`.
    func metric(_ tag: hb_ot_metrics_tag_t, of letter: Unicode.Scalar, else share: Double) -> Double
    {
      if isOwn, let height = unsafe height(of: letter, in: own) { return height }
      var value: hb_position_t = 0
      guard unsafe hb_ot_metrics_get_position(own, tag, &value) != 0, value > 0 else {
        return Double(unitsPerEm) * share
      }
      return Double(value)
    }
    var extents = hb_font_extents_t()
    unsafe hb_font_get_h_extents(own, &extents)
    faces.append(
      ShapedFace(
        name: fonts.names[file] ?? file.path,
        family: unsafe pattern.flatMap { unsafe familyName(of: $0) } ?? "", file: file,
        isInstalled: !fonts.isGiven(file), isOwn: isOwn,
        unitsPerEm: Double(unitsPerEm),
        capHeight: metric(HB_OT_METRICS_TAG_CAP_HEIGHT, of: "H", else: 0.7),
        xHeight: metric(HB_OT_METRICS_TAG_X_HEIGHT, of: "x", else: 0.5),
        ascent: Double(extents.ascender), descent: Double(-extents.descender),
        slant: unsafe Double(hb_style_get_value(own, HB_STYLE_TAG_SLANT_RATIO)),
        isColored: unsafe hb_ot_color_has_png(face) != 0 || hb_ot_color_has_layers(face) != 0
          || hb_ot_color_has_svg(face) != 0,
        isPicture: unsafe hb_ot_color_has_png(face) != 0))
    unsafe harfbuzz.append(own)
    faceIndices[file] = faces.count - 1
    return faces.count - 1
  }

  /// How high above the baseline the ink of a letter reaches; `nil` if the font has none.
  private func height(of letter: Unicode.Scalar, in font: OpaquePointer) -> Double? {
    var (glyph, box) = (hb_codepoint_t(), hb_glyph_extents_t())
    guard unsafe hb_font_get_nominal_glyph(font, letter.value, &glyph) != 0,
      unsafe hb_font_get_glyph_extents(font, glyph, &box) != 0, box.y_bearing > 0
    else { return nil }
    return Double(box.y_bearing)
  }

  /// The glyph of `faces[face]` for one character by itself; `nil` if it has none.
  public func glyph(for scalar: Unicode.Scalar, in face: Int) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    let isFound = unsafe hb_font_get_nominal_glyph(harfbuzz[face], scalar.value, &glyph)
    return isFound != 0 ? glyph : nil
  }

  /// What `faces[face]` draws of a glyph in colours of its own; `nil` if its outline is all.
  public func colors(of glyph: UInt32, in face: Int) -> ColorGlyph? {
    faces[face].isColored ? unsafe colorGlyph(glyph, of: harfbuzz[face]) : nil
  }

  /// The outline of a glyph of `faces[face]`.
  public func outline(of glyph: UInt32, in face: Int) -> [OutlineSegment] {
    var segments: [OutlineSegment] = []
    unsafe withUnsafeMutablePointer(to: &segments) {
      unsafe hb_font_get_glyph_shape(harfbuzz[face], glyph, drawFunctions, $0)
    }
    return segments
  }
}

private func list(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<[OutlineSegment]> {
  unsafe data!.assumingMemoryBound(to: [OutlineSegment].self)
}

/// Immutable once made, hence safe to share.
nonisolated(unsafe) private let drawFunctions: OpaquePointer = {
  let functions = unsafe hb_draw_funcs_create()!
  unsafe hb_draw_funcs_set_move_to_func(
    functions,
    { _, data, _, x, y, _ in unsafe list(data).pointee.append(.move(Double(x), Double(y))) }, nil,
    nil)
  unsafe hb_draw_funcs_set_line_to_func(
    functions,
    { _, data, _, x, y, _ in unsafe list(data).pointee.append(.line(Double(x), Double(y))) }, nil,
    nil)
  unsafe hb_draw_funcs_set_quadratic_to_func(
    functions,
    { _, data, _, cx, cy, x, y, _ in
      unsafe list(data).pointee.append(.quad(Double(cx), Double(cy), Double(x), Double(y)))
    }, nil, nil)
  unsafe hb_draw_funcs_set_cubic_to_func(
    functions,
    { _, data, _, ax, ay, bx, by, x, y, _ in
      unsafe list(data).pointee.append(
        .cubic(Double(ax), Double(ay), Double(bx), Double(by), Double(x), Double(y)))
    }, nil, nil)
  unsafe hb_draw_funcs_set_close_path_func(
    functions, { _, data, _, _ in unsafe list(data).pointee.append(.close) }, nil, nil)
  unsafe hb_draw_funcs_make_immutable(functions)
  return unsafe functions
}()
