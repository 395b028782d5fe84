/// Base 64 for addresses and file names, without padding (RFC 4648, section 5; RFC 7515, appendix C).
enum Base64URL {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func text(of bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count * 4 + 2) / 3)
    var start = 0
    while start < bytes.count {
      let count = min(3, bytes.count - start)
      var bits = 0
      for index in 0..<3 { bits = bits << 8 | (index < count ? Int(bytes[start + index]) : 0) }
      for index in 0...count { out.append(alphabet[bits >> (18 - 6 * index) & 63]) }
      start += 3
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// `nil` for what is not written so, padding, blanks and left-over bits included: one value has one text.
  static func bytes(of text: some Sequence<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    var (bits, count) = (0, 0)
    for byte in text {
      guard let value = value(of: byte) else { return nil }
      bits = (bits << 6 | value) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(bits >> count & 0xFF))
      }
    }
    guard count < 6, bits & ((1 << count) - 1) == 0 else { return nil }
    return out
  }

  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
