internal import BlazonScene
internal import Deflate

/// The rows of an image, each after the number of its filter (PNG, section 9).
struct PNGRows {
  /// The pixels, unfiltered: red, green, blue and, if anything lets light through, alpha.
  private let bytes: [UInt8]
  /// Bytes of a row, and of a pixel.
  private let length: Int, depth: Int
  private let height: Int

  init(_ raster: Raster, isOpaque: Bool) {
    depth = isOpaque ? 3 : 4
    (length, height) = (raster.width * depth, raster.height)
    bytes = isOpaque ? PNGRows.withoutAlpha(raster) : raster.pixels
  }

  private static func withoutAlpha(_ raster: Raster) -> [UInt8] {
    let input = raster.pixels.span
    let count = raster.width * raster.height
    return [UInt8](capacity: count * 3) { out in
      var at = 0
      for _ in 0..<count {
        out.append(input[at])
        out.append(input[at &+ 1])
        out.append(input[at &+ 2])
        at &+= 4
      }
    }
  }

  /// Opaque pictures are pages: flat areas and gradients whose rows repeat, which unfiltered compress best and
  /// soonest. Badges have shadows and shining metals, for which each row is filtered by Sub or Up, whichever
  /// leaves the smaller differences: with Average and Paeth among them they compress worse, in twice the time.
  func usual() -> [UInt8] { filtered(among: depth == 3 ? [.none] : [.sub, .up], by: .size) }

  /// The smallest of all ways to choose filters, as a zlib stream.
  func smallest() -> [UInt8] {
    let ways: [([Filter], Measure)] = [
      ([.none], .size), ([.paeth], .size), ([.sub, .up], .size), (Filter.allCases, .size),
      (Filter.allCases, .variety),
    ]
    var best: (rows: [UInt8], size: Int)?
    for (filters, measure) in ways {
      let rows = filtered(among: filters, by: measure)
      // Which is smallest is known long before how small it can be.
      let size = Compressor(level: 7).zlib(rows).count
      if size < best?.size ?? .max { best = (rows, size) }
    }
    return Compressor(level: 12).zlib(best?.rows ?? usual())
  }

  // MARK: Filters

  private enum Filter: UInt8, CaseIterable { case none, sub, up, average, paeth }

  /// How it is told which filter suits a row.
  private enum Measure {
    /// The sum of the differences, each without its sign: the standard's advice.
    case size
    /// How many different pairs of neighbouring bytes there are.
    case variety
  }

  /// All rows, each by that of `filters` that `measure` prefers.
  private func filtered(among filters: [Filter], by measure: Measure) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: (length + 1) * height)
    var trial = filters.count > 1 ? [UInt8](repeating: 0, count: length + 1) : []
    var seen = measure == .variety ? [Int32](repeating: -1, count: 1 << 16) : []
    var stamp: Int32 = -1
    for y in 0..<height {
      let start = y * (length + 1)
      var least = Int.max
      for filter in filters {
        guard filters.count > 1 else {
          self.filter(row: y, by: filter, into: &out, at: start)
          continue
        }
        self.filter(row: y, by: filter, into: &trial, at: 0)
        stamp &+= 1
        let cost =
          measure == .size
          ? PNGRows.size(of: trial) : PNGRows.variety(of: trial, &seen, stamp)
        guard cost < least else { continue }
        least = cost
        out.replaceSubrange(start..<start + length + 1, with: trial)
      }
    }
    return out
  }

  private static func size(of row: [UInt8]) -> Int {
    var sum = 0
    for byte in row.dropFirst() { sum &+= Int(Int8(bitPattern: byte).magnitude) }
    return sum
  }

  private static func variety(of row: [UInt8], _ seen: inout [Int32], _ stamp: Int32) -> Int {
    var (count, last) = (0, 0)
    for byte in row.dropFirst() {
      last = (last << 8 | Int(byte)) & 0xFFFF
      if seen[last] != stamp {
        seen[last] = stamp
        count &+= 1
      }
    }
    return count
  }

  /// Writes the row `y`, filtered, to `place` of `out`.
  private func filter(row y: Int, by filter: Filter, into out: inout [UInt8], at place: Int) {
    let (start, length, depth) = (y &* length, length, depth)
    let hasAbove = y > 0
    out[place] = filter.rawValue
    let input = bytes.span
    var rows = out.mutableSpan
    let first = min(depth, length)
    switch filter {
    case .none:
      for i in 0..<length { rows[place &+ 1 &+ i] = input[start &+ i] }
    case .sub:
      for i in 0..<first { rows[place &+ 1 &+ i] = input[start &+ i] }
      for i in first..<length {
        rows[place &+ 1 &+ i] = input[start &+ i] &- input[start &+ i &- depth]
      }
    case .up:
      for i in 0..<length {
        let above = hasAbove ? input[start &+ i &- length] : 0
        rows[place &+ 1 &+ i] = input[start &+ i] &- above
      }
    case .average, .paeth:
      for i in 0..<length {
        let left = i >= depth ? Int(input[start &+ i &- depth]) : 0
        let above = hasAbove ? Int(input[start &+ i &- length]) : 0
        let corner = hasAbove && i >= depth ? Int(input[start &+ i &- length &- depth]) : 0
        let guess =
          filter == .average ? (left &+ above) / 2 : PNGRows.paeth(left, above, corner)
        rows[place &+ 1 &+ i] = input[start &+ i] &- UInt8(truncatingIfNeeded: guess)
      }
    }
  }

  /// Whichever neighbour is nearest to left + above − corner.
  private static func paeth(_ left: Int, _ above: Int, _ corner: Int) -> Int {
    let guess = left &+ above &- corner
    let (a, b, c) = (abs(guess &- left), abs(guess &- above), abs(guess &- corner))
    return a <= b && a <= c ? left : b <= c ? above : corner
  }
}
