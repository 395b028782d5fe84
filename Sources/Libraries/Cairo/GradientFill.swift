internal import CCairo

/// Where a gradient's colours are, in pixels from the upper left corner of an image.
public enum GradientShape: Sendable {
  /// From the first point to the second.
  case linear(x0: Float, y0: Float, x1: Float, y1: Float)
  /// From the centre to the circle of this radius.
  case radial(x: Float, y: Float, radius: Float)
}

extension ImageSurface {
  /// Paints a gradient over a part of an image of four bytes a pixel, from a table of its colours: what Cairo works
  /// out anew for every pixel.
  ///
  /// `table` has premultiplied colours as numbers, alpha in the highest byte, then red, green and blue, evenly spaced
  /// from the gradient's beginning to its end; beyond both the end colours go on. Pixels are taken at their middles.
  public func paint(
    _ shape: GradientShape, _ table: [UInt32], x columns: Range<Int>, y rows: Range<Int>
  ) {
    precondition(!table.isEmpty && stride % 4 == 0)
    precondition(columns.lowerBound >= 0 && columns.upperBound <= width)
    precondition(rows.lowerBound >= 0 && rows.upperBound <= height)
    unsafe cairo_surface_flush(pointer)
    defer { unsafe cairo_surface_mark_dirty(pointer) }
    let pixels = unsafe UnsafeMutableRawPointer(cairo_image_surface_get_data(pointer)!)
      .assumingMemoryBound(to: UInt32.self)
    let last = Float(table.count - 1)
    let isOpaque = table.allSatisfy { $0 >> 24 == 255 }
    let ramp = SIMD8<Float>(0, 1, 2, 3, 4, 5, 6, 7)
    unsafe table.withUnsafeBufferPointer { table in
      for y in rows {
        let row = unsafe pixels + y * (stride / 4)
        var x = columns.lowerBound
        while x < columns.upperBound {
          let across = ramp + (Float(x) + 0.5)
          var place: SIMD8<Float>
          switch shape {
          case .linear(let x0, let y0, let x1, let y1):
            let (dx, dy) = (x1 - x0, y1 - y0)
            let length = max(dx * dx + dy * dy, .leastNormalMagnitude)
            place = ((across - x0) * dx + (Float(y) + 0.5 - y0) * dy) / length
          case .radial(let cx, let cy, let radius):
            let (dx, dy) = (across - cx, Float(y) + 0.5 - cy)
            place = (dx * dx + dy * dy).squareRoot() / radius
          }
          place = (place * last).clamped(
            lowerBound: SIMD8(repeating: 0), upperBound: SIMD8(repeating: last))
          // Behind 2²³ a number's lowest bits count ones: that rounds eight at a time.
          let bits = unsafe unsafeBitCast(place + 0x1p23, to: SIMD8<UInt32>.self)
          let entries = bits & 0x7F_FFFF
          for lane in 0..<min(8, columns.upperBound - x) {
            let source = unsafe table[Int(entries[lane])]
            if isOpaque {
              unsafe row[x + lane] = source
              continue
            }
            let rest = 255 - source >> 24
            if rest == 255 { continue }
            unsafe row[x + lane] = source &+ scaled(row[x + lane], by: rest)
          }
          x += 8
        }
      }
    }
  }
}

/// All four channels of `pixel` times `share`/255, each rounded as pixman rounds.
private func scaled(_ pixel: UInt32, by share: UInt32) -> UInt32 {
  func two(_ channels: UInt32) -> UInt32 {
    let product = channels &* share &+ 0x0080_0080
    return (product &+ (product >> 8 & 0x00FF_00FF)) >> 8 & 0x00FF_00FF
  }
  return two(pixel & 0x00FF_00FF) | two(pixel >> 8 & 0x00FF_00FF) << 8
}
