/// A name of `count` letters and digits, the first a letter, that tells the picture in `bytes` from others.
///
/// Taken from an FNV-1a hash of 64 bits: stable on every machine. Five characters are one of 768 million
/// names, ten one of 700 thousand million million. It is no proof against somebody who looks for two pictures
/// of one name.
public func pictureName(of bytes: [UInt8], count: Int) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  // The lowest bits of the hash depend on the lowest bits of the bytes alone.
  hash ^= hash >> 32
  var name: [UInt8] = []
  for index in 0..<count {
    let base = UInt64(index == 0 ? 52 : letters.count)
    name.append(letters[Int(hash % base)])
    hash /= base
  }
  return String(decoding: name, as: UTF8.self)
}

private let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)

extension [UInt8] {
  /// The bytes with `name` wherever `mark` stands.
  public func naming(_ mark: UInt8, _ name: String) -> [UInt8] {
    let name = Array(name.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(count + 128 * name.count)
    var rest = self[...]
    while let index = rest.firstIndex(of: mark) {
      out += rest[..<index]
      out += name
      rest = rest[(index + 1)...]
    }
    out += rest
    return out
  }
}
