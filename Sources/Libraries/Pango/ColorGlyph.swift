internal import CPango

/// A glyph that its font draws in colours of its own.
public enum ColorGlyph: Sendable {
  /// Outlines of glyphs one over the other; a color of `nil` is the text's.
  case layers([(glyph: UInt32, color: PaletteColor?)])
  /// A PNG file and the box that it fills, in font units, y up.
  case picture(png: [UInt8], x: Double, y: Double, width: Double, height: Double)
}

/// Channels of 0…255.
public struct PaletteColor: Hashable, Sendable {
  public var red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8
}

/// What `font`, scaled to font units, draws of `glyph` in its first palette; `nil` if that is an outline
/// alone.
func colorGlyph(_ glyph: UInt32, of font: OpaquePointer) -> ColorGlyph? {
  let face = unsafe hb_font_get_face(font)
  if unsafe hb_ot_color_has_layers(face) != 0, let layers = unsafe layers(glyph, of: face) {
    return .layers(layers)
  }
  guard unsafe hb_ot_color_has_png(face) != 0 else { return nil }
  let blob = unsafe hb_ot_color_glyph_reference_png(font, glyph)
  defer { unsafe hb_blob_destroy(blob) }
  var length: UInt32 = 0
  guard let data = unsafe hb_blob_get_data(blob, &length), length > 0 else { return nil }
  let png = unsafe UnsafeRawBufferPointer(start: data, count: Int(length))
  var box = hb_glyph_extents_t()
  guard unsafe hb_font_get_glyph_extents(font, glyph, &box) != 0 else { return nil }
  return unsafe .picture(
    png: Array(png), x: Double(box.x_bearing), y: Double(box.y_bearing + box.height),
    width: Double(box.width), height: Double(-box.height))
}

private func layers(
  _ glyph: UInt32, of face: OpaquePointer?
) -> [(glyph: UInt32, color: PaletteColor?)]? {
  let count = unsafe hb_ot_color_glyph_get_layers(face, glyph, 0, nil, nil)
  guard count > 0 else { return nil }
  var layers = [hb_ot_color_layer_t](repeating: hb_ot_color_layer_t(), count: Int(count))
  var written = count
  unsafe hb_ot_color_glyph_get_layers(face, glyph, 0, &written, &layers)
  var size = unsafe hb_ot_color_palette_get_colors(face, 0, 0, nil, nil)
  var colors = [hb_color_t](repeating: 0, count: Int(size))
  unsafe hb_ot_color_palette_get_colors(face, 0, 0, &size, &colors)
  return layers.map { layer in
    // "A special value 0xFFFF" means the text's own colour.
    guard layer.color_index < colors.count else { return (layer.glyph, nil) }
    let color = colors[Int(layer.color_index)]
    return (
      layer.glyph,
      PaletteColor(
        red: hb_color_get_red(color), green: hb_color_get_green(color),
        blue: hb_color_get_blue(color), alpha: hb_color_get_alpha(color))
    )
  }
}
