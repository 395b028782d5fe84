internal import Deflate

/// Writes PNG files (ISO/IEC 15948).
public struct PNGEncoder: Sendable {
  /// libdeflate's level, 1 to 12.
  public var level: Int

  public init(level: Int = 8) { self.level = level }

  /// `raster` as a PNG file: RGB if it is opaque, else RGBA.
  public func encode(_ raster: Raster) -> [UInt8] {
    let isOpaque = raster.isOpaque
    let rows = Rows(raster, channels: isOpaque ? 3 : 4)
    let compressor = Compressor(level: level)
    // Which filter compresses best cannot be foreseen: gradients defeat the usual heuristic.
    let candidates = [compressor.zlib(rows.adaptive()), compressor.zlib(rows.filtered(by: .up))]
    let data = candidates.min { $0.count < $1.count } ?? []

    var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    png.appendChunk(
      "IHDR",
      bigEndian(raster.width) + bigEndian(raster.height) + [8, isOpaque ? 2 : 6, 0, 0, 0])
    // Colours are sRGB, rendering intent perceptual.
    png.appendChunk("sRGB", [0])
    png.appendChunk("IDAT", data)
    png.appendChunk("IEND", [])
    return png
  }
}

extension [UInt8] {
  fileprivate mutating func appendChunk(_ type: StaticString, _ data: [UInt8]) {
    append(contentsOf: bigEndian(data.count))
    let start = count
    append(contentsOf: "\(type)".utf8)
    append(contentsOf: data)
    append(contentsOf: bigEndian(Int(crc32(self[start...]))))
  }
}

private func bigEndian(_ value: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}

/// The rows of an image, to be filtered (PNG, section 9).
private struct Rows {
  enum Filter: UInt8, CaseIterable {
    case none, sub, up, average, paeth
  }

  private let bytes: [UInt8]
  private let rowLength: Int
  private let channels: Int
  private let height: Int

  init(_ raster: Raster, channels: Int) {
    self.channels = channels
    rowLength = raster.width * channels
    height = raster.height
    guard channels == 3 else {
      bytes = raster.pixels
      return
    }
    var packed: [UInt8] = []
    packed.reserveCapacity(raster.width * raster.height * 3)
    for i in stride(from: 0, to: raster.pixels.count, by: 4) {
      packed.append(contentsOf: raster.pixels[i..<i + 3])
    }
    bytes = packed
  }

  /// Every row by `filter`.
  func filtered(by filter: Filter) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity((rowLength + 1) * height)
    var row = [UInt8](repeating: 0, count: rowLength)
    for y in 0..<height {
      apply(filter, to: y, into: &row)
      out.append(filter.rawValue)
      out.append(contentsOf: row)
    }
    return out
  }

  /// Each row by the filter whose differences are smallest.
  func adaptive() -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity((rowLength + 1) * height)
    let filters: [Filter] = [.sub, .up, .average, .paeth]
    var rows = filters.map { _ in [UInt8](repeating: 0, count: rowLength) }
    for y in 0..<height {
      var best = (index: 0, sum: Int.max)
      for (index, filter) in filters.enumerated() {
        apply(filter, to: y, into: &rows[index])
        var sum = 0
        for byte in rows[index] { sum &+= Int(Int8(bitPattern: byte).magnitude) }
        if sum < best.sum { best = (index, sum) }
      }
      out.append(filters[best.index].rawValue)
      out.append(contentsOf: rows[best.index])
    }
    return out
  }

  private func apply(_ filter: Filter, to y: Int, into row: inout [UInt8]) {
    let start = y * rowLength
    let n = channels
    let length = rowLength
    let isFirst = y == 0
    let input = bytes.span
    var out = row.mutableSpan
    for i in 0..<length {
      let at = start &+ i
      let left = i >= n ? input[at &- n] : 0
      let up = isFirst ? 0 : input[at &- length]
      let prediction: UInt8
      switch filter {
      case .none: prediction = 0
      case .sub: prediction = left
      case .up: prediction = up
      case .average: prediction = UInt8((UInt16(left) &+ UInt16(up)) >> 1)
      case .paeth:
        prediction = paeth(left, up, i >= n && !isFirst ? input[at &- length &- n] : 0)
      }
      out[i] = input[at] &- prediction
    }
  }
}

/// The neighbour nearest to left + up − corner (PNG, section 9.4).
@inline(__always)
private func paeth(_ left: UInt8, _ up: UInt8, _ corner: UInt8) -> UInt8 {
  let (a, b, c) = (Int16(left), Int16(up), Int16(corner))
  let (pa, pb) = (b &- c, a &- c)
  let pc = pa &+ pb
  if abs(pa) <= abs(pb), abs(pa) <= abs(pc) { return left }
  return abs(pb) <= abs(pc) ? up : corner
}
