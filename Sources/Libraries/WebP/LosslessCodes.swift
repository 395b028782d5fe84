/// Counts the groups of prefix codes of a lossless picture (RFC 9649, section 3), for each of which libwebp makes tables:
/// a file of 300 kB may ask for 400 MB of them. What stands before the pixels is read for it, and no pixel.
struct LosslessCodes {
  /// How many groups the picture's codes are; `nil` if its data are no picture.
  static func groups(of data: ArraySlice<UInt8>, width: Int, height: Int, hasHeader: Bool) -> Int? {
    var reader = LosslessCodes(bits: Bits(data))
    if hasHeader { _ = reader.bits.take(40) }
    return reader.groups(width: width, height: height)
  }

  private var bits: Bits

  private mutating func groups(width: Int, height: Int) -> Int? {
    var width = width
    var seen: Set<Int> = []
    while bits.take(1) == 1 {
      let kind = bits.take(2)
      guard seen.insert(kind).inserted else { return nil }
      switch kind {
      case 0, 1:
        let block = 1 << (bits.take(3) + 2)
        guard image(width: parts(width, block), height: parts(height, block)) != nil else {
          return nil
        }
      case 3:
        let colors = bits.take(8) + 1
        guard image(width: colors, height: 1) != nil else { return nil }
        // Pixels of few colours share a byte.
        width = parts(width, colors <= 2 ? 8 : colors <= 4 ? 4 : colors <= 16 ? 2 : 1)
      default: break
      }
    }
    guard cacheBits() != nil else { return nil }
    guard bits.take(1) == 1 else { return bits.isSpent ? nil : 1 }
    let block = 1 << (bits.take(3) + 2)
    guard let map = image(width: parts(width, block), height: parts(height, block)) else {
      return nil
    }
    return map.reduce(0) { max($0, Int($1 >> 8 & 0xFFFF)) } + 1
  }

  private func parts(_ length: Int, _ block: Int) -> Int { (length + block - 1) / block }

  /// Of the cache of colours; 0 without one, `nil` for a size that none has.
  private mutating func cacheBits() -> Int? {
    guard bits.take(1) == 1 else { return 0 }
    let count = bits.take(4)
    return 1...11 ~= count ? count : nil
  }

  // MARK: Images

  /// An image of one group of codes, as those that help to read the picture are.
  private mutating func image(width: Int, height: Int) -> [UInt32]? {
    guard let cacheBits = cacheBits() else { return nil }
    let cacheSize = cacheBits > 0 ? 1 << cacheBits : 0
    var codes: [PrefixCode] = []
    for alphabet in [256 + 24 + cacheSize, 256, 256, 256, 40] {
      guard let code = PrefixCode(&bits, alphabet: alphabet) else { return nil }
      codes.append(code)
    }
    let count = width * height
    var pixels: [UInt32] = []
    pixels.reserveCapacity(count)
    var cache = [UInt32](repeating: 0, count: cacheSize)
    func slot(_ pixel: UInt32) -> Int { Int((0x1E35_A7BD &* pixel) >> UInt32(32 - cacheBits)) }
    while pixels.count < count {
      guard !bits.isSpent else { return nil }
      let symbol = codes[0].next(&bits)
      if symbol < 256 {
        let red = codes[1].next(&bits)
        let blue = codes[2].next(&bits)
        let alpha = codes[3].next(&bits)
        pixels.append(UInt32(alpha << 24 | red << 16 | symbol << 8 | blue))
      } else if symbol < 256 + 24 {
        let length = number(symbol - 256)
        let distance = distance(number(codes[4].next(&bits)), width)
        guard distance <= pixels.count, pixels.count + length <= count else { return nil }
        for _ in 0..<length { pixels.append(pixels[pixels.count - distance]) }
        // The cache takes in what was copied, each colour at its place.
        if cacheBits > 0 { for pixel in pixels.suffix(length) { cache[slot(pixel)] = pixel } }
        continue
      } else {
        pixels.append(cache[symbol - 256 - 24])
      }
      if cacheBits > 0, let pixel = pixels.last { cache[slot(pixel)] = pixel }
    }
    return pixels
  }

  /// A length or a distance, by its prefix.
  private mutating func number(_ prefix: Int) -> Int {
    guard prefix >= 4 else { return prefix + 1 }
    let extra = (prefix - 2) >> 1
    return (2 + prefix & 1) << extra + bits.take(extra) + 1
  }

  /// How many pixels back: the first 120 codes are neighbours.
  private func distance(_ code: Int, _ width: Int) -> Int {
    guard code <= 120 else { return code - 120 }
    let near = LosslessCodes.neighbors[code - 1]
    return max(1, Int(near >> 4) * width + 8 - Int(near & 15))
  }

  /// Rows up, and 8 less the pixels to the left, in four bits each.
  private static let neighbors: [UInt8] = [
    0x18, 0x07, 0x17, 0x19, 0x28, 0x06, 0x27, 0x29, 0x16, 0x1A, 0x26, 0x2A, 0x38, 0x05, 0x37, 0x39,
    0x15, 0x1B, 0x36, 0x3A, 0x25, 0x2B, 0x48, 0x04, 0x47, 0x49, 0x14, 0x1C, 0x35, 0x3B, 0x46, 0x4A,
    0x24, 0x2C, 0x58, 0x45, 0x4B, 0x34, 0x3C, 0x03, 0x57, 0x59, 0x13, 0x1D, 0x56, 0x5A, 0x23, 0x2D,
    0x44, 0x4C, 0x55, 0x5B, 0x33, 0x3D, 0x68, 0x02, 0x67, 0x69, 0x12, 0x1E, 0x66, 0x6A, 0x22, 0x2E,
    0x54, 0x5C, 0x43, 0x4D, 0x65, 0x6B, 0x32, 0x3E, 0x78, 0x01, 0x77, 0x79, 0x53, 0x5D, 0x11, 0x1F,
    0x64, 0x6C, 0x42, 0x4E, 0x76, 0x7A, 0x21, 0x2F, 0x75, 0x7B, 0x31, 0x3F, 0x63, 0x6D, 0x52, 0x5E,
    0x00, 0x74, 0x7C, 0x41, 0x4F, 0x10, 0x20, 0x62, 0x6E, 0x30, 0x73, 0x7D, 0x51, 0x5F, 0x40, 0x72,
    0x7E, 0x61, 0x6F, 0x50, 0x71, 0x7F, 0x60, 0x70,
  ]
}

/// Bits from the lowest of each byte; zeros after the end.
private struct Bits {
  private let data: ArraySlice<UInt8>
  private var at: Int

  init(_ data: ArraySlice<UInt8>) {
    self.data = data
    at = data.startIndex * 8
  }

  /// Whether more has been taken than there is.
  var isSpent: Bool { at > data.endIndex * 8 }

  mutating func take(_ count: Int) -> Int {
    var value = 0
    for index in 0..<count {
      if at >> 3 < data.endIndex { value |= Int(data[at >> 3] >> UInt8(at & 7) & 1) << index }
      at += 1
    }
    return value
  }
}

/// A canonical prefix code: symbols in the order of their codes, and how many there are of each length.
private struct PrefixCode {
  private var symbols: [Int] = []
  private var counts = [Int](repeating: 0, count: 16)

  /// Reads how long the code of each of `alphabet` symbols is; `nil` if that makes no code.
  init?(_ bits: inout Bits, alphabet: Int) {
    guard let lengths = PrefixCode.lengths(&bits, alphabet) else { return nil }
    self.init(lengths)
  }

  private init?(_ lengths: [Int]) {
    for length in lengths where length > 0 { counts[length] += 1 }
    for length in 1...15 where counts[length] > 0 {
      symbols += lengths.indices.filter { lengths[$0] == length }
    }
    // One symbol takes no bit; of more, the codes leave nothing over.
    let used = (1...15).reduce(0) { $0 + counts[$1] << (15 - $1) }
    guard symbols.count == 1 || used == 1 << 15 else { return nil }
  }

  mutating func next(_ bits: inout Bits) -> Int {
    guard symbols.count > 1 else { return symbols[0] }
    var (code, first, index) = (0, 0, 0)
    for length in 1...15 {
      code |= bits.take(1)
      if code - first < counts[length] { return symbols[index + code - first] }
      index += counts[length]
      first = (first + counts[length]) << 1
      code <<= 1
    }
    return symbols[0]
  }

  private static func lengths(_ bits: inout Bits, _ alphabet: Int) -> [Int]? {
    var lengths = [Int](repeating: 0, count: alphabet)
    if bits.take(1) == 1 {
      let isPair = bits.take(1) == 1
      let first = bits.take(bits.take(1) == 1 ? 8 : 1)
      guard first < alphabet else { return nil }
      lengths[first] = 1
      if isPair {
        let second = bits.take(8)
        guard second < alphabet else { return nil }
        lengths[second] = 1
      }
      return lengths
    }
    var own = [Int](repeating: 0, count: 19)
    for place in order.prefix(4 + bits.take(4)) { own[place] = bits.take(3) }
    guard var code = PrefixCode(own) else { return nil }
    var left = alphabet
    if bits.take(1) == 1 {
      left = 2 + bits.take(2 + 2 * bits.take(3))
      guard left <= alphabet else { return nil }
    }
    var (at, previous) = (0, 8)
    while at < alphabet, left > 0 {
      left -= 1
      let symbol = code.next(&bits)
      if symbol < 16 {
        lengths[at] = symbol
        at += 1
        if symbol > 0 { previous = symbol }
        continue
      }
      let count =
        symbol == 16 ? 3 + bits.take(2) : symbol == 17 ? 3 + bits.take(3) : 11 + bits.take(7)
      guard at + count <= alphabet else { return nil }
      if symbol == 16 { for index in at..<at + count { lengths[index] = previous } }
      at += count
    }
    return lengths
  }

  private static let order = [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
}
