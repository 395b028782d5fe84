/// A name that tells the picture in `bytes` from every other: letters and digits, the first a letter.
///
/// All 64 bits of an FNV-1a hash: stable on every machine, and of files that end alike as good as of
/// any. It is no proof against somebody who looks for two pictures of one name.
public func pictureName(of bytes: some Sequence<UInt8>) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return "p" + String(hash, radix: 36)
}
