internal import CCairo

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What Cairo says went wrong, and while doing what.
public struct CairoError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  static func check(_ status: cairo_status_t, _ attempt: @autoclosure () -> String)
    throws(CairoError)
  {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    throw CairoError(
      description: unsafe "\(attempt()): \(String(cString: cairo_status_to_string(status)))")
  }
}

/// A colour as Cairo takes it: straight sRGB in 0…1.
public struct RGBA: Hashable, Sendable {
  public var red: Double, green: Double, blue: Double, alpha: Double

  public init(red: Double, green: Double, blue: Double, alpha: Double) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }
}

public enum FillRule: Sendable { case nonZero, evenOdd }

public enum LineCap: Sendable {
  case butt, round, square

  var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

public enum LineJoin: Sendable {
  case miter, round, bevel

  var cairo: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}

/// What a fill or a stroke is painted with, in the user space of the moment of painting.
public enum Source: Sendable {
  case color(RGBA)
  /// From `(x0, y0)` to `(x1, y1)`; the ends extend.
  case linear(
    x0: Double, y0: Double, x1: Double, y1: Double, stops: [(offset: Double, color: RGBA)])
  /// From the focus to the circle `(x, y, r)`; the outside extends.
  case radial(
    focusX: Double, focusY: Double, x: Double, y: Double, r: Double,
    stops: [(offset: Double, color: RGBA)])
}

/// An image in memory, premultiplied 8-bit channels in the order B, G, R, A. Owns a
/// `cairo_surface_t`.
@safe public struct ImageSurface: ~Copyable {
  public enum Format: Sendable { case argb32, a8 }

  let pointer: OpaquePointer
  public let width: Int, height: Int

  public init(_ format: Format = .argb32, width: Int, height: Int) throws(CairoError) {
    let surface = unsafe cairo_image_surface_create(
      format == .argb32 ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_A8, Int32(width), Int32(height))!
    do throws(CairoError) {
      try unsafe CairoError.check(
        cairo_surface_status(surface), "making a \(width)×\(height) image")
    } catch {
      unsafe cairo_surface_destroy(surface)
      throw error
    }
    unsafe pointer = surface
    (self.width, self.height) = (width, height)
  }

  /// An image with the pixels of another, as `copiedPixels` gave them.
  public init(width: Int, height: Int, copying pixels: [UInt8]) throws(CairoError) {
    precondition(pixels.count == width * height * 4, "four bytes a pixel")
    try self.init(width: width, height: height)
    unsafe cairo_surface_flush(pointer)
    unsafe pixels.withUnsafeBytes { bytes in
      unsafe cairo_image_surface_get_data(pointer).update(
        from: bytes.baseAddress!.assumingMemoryBound(to: UInt8.self), count: bytes.count)
    }
    unsafe cairo_surface_mark_dirty(pointer)
  }

  /// The pixels of an image of four bytes a pixel, row after row without gaps.
  public func copiedPixels() -> [UInt8] {
    precondition(stride == width * 4, "four bytes a pixel leave no gaps")
    unsafe cairo_surface_flush(pointer)
    return unsafe Array(
      UnsafeBufferPointer(start: cairo_image_surface_get_data(pointer), count: stride * height))
  }

  /// Whether the pixels in `range`, counted in rows without gaps, are those of `pixels`, as `copiedPixels` gave them.
  public func hasPixels(of pixels: [UInt8], in range: Range<Int>) -> Bool {
    precondition(stride == width * 4 && pixels.count == width * height * 4)
    precondition(range.lowerBound >= 0 && range.upperBound <= width * height)
    return unsafe pixels.withUnsafeBytes { other in
      unsafe memcmp(
        cairo_image_surface_get_data(pointer) + range.lowerBound * 4,
        other.baseAddress! + range.lowerBound * 4, range.count * 4) == 0
    }
  }

  /// Whether no pixel of an image of four bytes a pixel lets anything through.
  public var isOpaque: Bool {
    precondition(stride == width * 4, "four bytes a pixel leave no gaps")
    unsafe cairo_surface_flush(pointer)
    let pixels = unsafe UnsafeRawPointer(cairo_image_surface_get_data(pointer)!)
      .assumingMemoryBound(to: UInt32.self)
    var all = UInt32.max
    for index in 0..<width * height { all &= unsafe pixels[index] }
    return all >> 24 == 255
  }

  /// The pixels of an image of four bytes a pixel, straight (not premultiplied), in the order R, G, B, A, row
  /// after row without gaps.
  public func straightPixels() -> [UInt8] {
    precondition(stride == width * 4, "four bytes a pixel leave no gaps")
    unsafe cairo_surface_flush(pointer)
    let count = width * height
    return unsafe [UInt8](unsafeUninitializedCapacity: count * 4) { buffer, filled in
      // Cairo keeps a pixel as one number, alpha in its highest byte.
      let input = unsafe UnsafeRawPointer(cairo_image_surface_get_data(pointer)!)
        .assumingMemoryBound(to: UInt32.self)
      let output = unsafe UnsafeMutableRawPointer(buffer.baseAddress!)
        .bindMemory(to: UInt32.self, capacity: count)
      for index in 0..<count {
        let pixel = unsafe input[index]
        let swapped = (pixel & 0xFF00_FF00) | (pixel >> 16 & 0xFF) | (pixel & 0xFF) << 16
        unsafe output[index] = swapped.littleEndian
      }
      // Most pixels are opaque or clear; they are right already.
      for index in 0..<count {
        let pixel = unsafe input[index]
        let alpha = pixel >> 24
        if alpha == 0 || alpha == 255 { continue }
        func straight(_ value: UInt32) -> UInt32 {
          min(255, ((value & 0xFF) &* 255 &+ alpha / 2) / alpha)
        }
        let value =
          straight(pixel >> 16) | straight(pixel >> 8) << 8 | straight(pixel) << 16 | alpha << 24
        unsafe output[index] = value.littleEndian
      }
      filled = count * 4
    }
  }

  deinit { unsafe cairo_surface_destroy(pointer) }

  /// Lends a drawing context for the length of `body`.
  public func draw<Failure: Error>(
    _ body: (borrowing Context) throws(Failure) -> Void
  ) throws(Failure) {
    let context = unsafe Context(drawingOn: pointer)
    try body(context)
  }

  /// The bytes between one row and the next.
  public var stride: Int { unsafe Int(cairo_image_surface_get_stride(pointer)) }

  /// Lends the pixels, `stride` bytes a row, for reading.
  public func withPixels<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe cairo_surface_flush(pointer)
    let bytes = unsafe UnsafeBufferPointer(
      start: cairo_image_surface_get_data(pointer), count: stride * height)
    return unsafe body(bytes.span)
  }

  /// Lends the pixels, `stride` bytes a row, for changing.
  public mutating func withMutablePixels<Result>(
    _ body: (inout MutableSpan<UInt8>) -> Result
  ) -> Result {
    unsafe cairo_surface_flush(pointer)
    defer { unsafe cairo_surface_mark_dirty(pointer) }
    let bytes = unsafe UnsafeMutableBufferPointer(
      start: cairo_image_surface_get_data(pointer), count: stride * height)
    var span = unsafe bytes.mutableSpan
    return body(&span)
  }
}

/// A drawing context: Cairo's `cairo_t`, with the calls this house uses. Lives only inside
/// `ImageSurface.draw`.
@safe public struct Context: ~Copyable {
  let pointer: OpaquePointer

  init(drawingOn surface: OpaquePointer) { unsafe pointer = cairo_create(surface) }

  deinit { unsafe cairo_destroy(pointer) }

  /// Throws the first error that drawing met.
  public func check() throws(CairoError) {
    try unsafe CairoError.check(cairo_status(pointer), "drawing")
  }

  public func save() { unsafe cairo_save(pointer) }
  public func restore() { unsafe cairo_restore(pointer) }

  /// Multiplies the current matrix: x' = a·x + c·y + tx, y' = b·x + d·y + ty.
  public func transform(a: Double, b: Double, c: Double, d: Double, tx: Double, ty: Double) {
    var matrix = cairo_matrix_t(xx: a, yx: b, xy: c, yy: d, x0: tx, y0: ty)
    unsafe cairo_transform(pointer, &matrix)
  }

  public func newPath() { unsafe cairo_new_path(pointer) }
  public func move(x: Double, y: Double) { unsafe cairo_move_to(pointer, x, y) }
  public func line(x: Double, y: Double) { unsafe cairo_line_to(pointer, x, y) }
  public func cubic(x1: Double, y1: Double, x2: Double, y2: Double, x: Double, y: Double) {
    unsafe cairo_curve_to(pointer, x1, y1, x2, y2, x, y)
  }
  public func closePath() { unsafe cairo_close_path(pointer) }

  /// Clips to the current path, and forgets the path.
  public func clip() { unsafe cairo_clip(pointer) }

  public func setFillRule(_ rule: FillRule) {
    unsafe cairo_set_fill_rule(
      pointer, rule == .evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
  }

  /// How outlines are drawn from now on: `dashes` begin at `offset` along the outline.
  public func setStroke(
    width: Double, cap: LineCap, join: LineJoin, miterLimit: Double, dashes: [Double],
    from offset: Double
  ) {
    unsafe cairo_set_line_width(pointer, width)
    unsafe cairo_set_line_cap(pointer, cap.cairo)
    unsafe cairo_set_line_join(pointer, join.cairo)
    unsafe cairo_set_miter_limit(pointer, miterLimit)
    unsafe cairo_set_dash(pointer, dashes, Int32(dashes.count), offset)
  }

  public func setSource(_ source: Source) {
    switch source {
    case .color(let c): unsafe cairo_set_source_rgba(pointer, c.red, c.green, c.blue, c.alpha)
    case .linear(let x0, let y0, let x1, let y1, let stops):
      unsafe setPattern(cairo_pattern_create_linear(x0, y0, x1, y1), stops)
    case .radial(let fx, let fy, let x, let y, let r, let stops):
      unsafe setPattern(cairo_pattern_create_radial(fx, fy, 0, x, y, r), stops)
    }
  }

  private func setPattern(_ pattern: OpaquePointer?, _ stops: [(offset: Double, color: RGBA)]) {
    for (offset, c) in stops {
      unsafe cairo_pattern_add_color_stop_rgba(pattern, offset, c.red, c.green, c.blue, c.alpha)
    }
    // "The default extend mode is CAIRO_EXTEND_NONE for surface patterns and CAIRO_EXTEND_PAD for
    // gradient patterns", which is what SVG means by spreadMethod pad.
    unsafe cairo_set_source(pointer, pattern)
    unsafe cairo_pattern_destroy(pattern)
  }

  /// Paints the current path and forgets it.
  public func fill() { unsafe cairo_fill(pointer) }

  /// Strokes the current path and forgets it.
  public func stroke() { unsafe cairo_stroke(pointer) }

  /// Begins drawing on a layer of its own.
  public func pushGroup() { unsafe cairo_push_group(pointer) }

  /// Ends the layer and paints it with `alpha`.
  public func popGroup(alpha: Double) {
    unsafe cairo_pop_group_to_source(pointer)
    unsafe cairo_paint_with_alpha(pointer, alpha)
  }

  /// Ends the layer and makes it the current source.
  public func popGroupToSource() { unsafe cairo_pop_group_to_source(pointer) }

  /// Paints `surface` with its upper left corner at `(x, y)` of the current user space.
  public func paint(_ surface: borrowing ImageSurface, x: Double, y: Double, alpha: Double) {
    unsafe cairo_set_source_surface(pointer, surface.pointer, x, y)
    unsafe cairo_paint_with_alpha(pointer, alpha)
  }

  /// Paints `surface`, one of its pixels to a unit of user space, up to sharp edges: enlarged, it would
  /// fade out at them otherwise.
  public func paint(_ surface: borrowing ImageSurface, width: Int, height: Int) {
    unsafe cairo_set_source_surface(pointer, surface.pointer, 0, 0)
    unsafe cairo_pattern_set_extend(cairo_get_source(pointer), CAIRO_EXTEND_PAD)
    unsafe cairo_rectangle(pointer, 0, 0, Double(width), Double(height))
    unsafe cairo_fill(pointer)
  }

  /// Paints the current source through the alpha of `surface`, placed at `(x, y)`.
  public func mask(_ surface: borrowing ImageSurface, x: Double, y: Double) {
    unsafe cairo_mask_surface(pointer, surface.pointer, x, y)
  }
}
