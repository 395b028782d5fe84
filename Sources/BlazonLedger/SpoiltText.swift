/// Letters that a conversion has spoilt before the ledger was written.
struct SpoiltText {
  /// As a sentence tells what was found.
  let message: String
  /// What was most likely meant.
  let help: String

  /// `nil` for a text that nothing tells of. A question mark tells something in a name alone.
  init?(_ text: String, noun: String, isName: Bool) {
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "?") }) else { return nil }
    let shown = text.prefix(60)
    if let meant = SpoiltText.meant(by: text) {
      message = "the \(noun) “\(shown)” looks like UTF-8 that was read as Latin letters"
      help = "did you mean “\(meant.prefix(60))”? Save the file as UTF-8"
    } else if isName, SpoiltText.hasLost(text) {
      message = "a “?” in the \(noun) “\(shown)” stands where a letter was lost"
      help = "write it again, and save the file as UTF-8"
    } else {
      return nil
    }
  }

  /// `text` with every run of two to four letters read as the UTF-8 that their bytes in Windows-1252 are; `nil` where there is
  /// none. What was converted twice is mended twice.
  static func meant(by text: String) -> String? {
    var mended = text
    for _ in 0..<2 {
      guard let next = once(mended) else { break }
      mended = next
    }
    return mended == text ? nil : mended
  }

  private static func once(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var index = 0
    var isMended = false
    while index < scalars.count {
      guard let lead = byte(of: scalars[index]), (0xC2...0xF4).contains(lead) else {
        out.append(scalars[index])
        index += 1
        continue
      }
      let count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      let bytes = scalars[index...].prefix(count).compactMap(byte)
      let isWhole = bytes.count == count && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
      if isWhole, let letter = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first {
        out.append(letter)
        index += count
        isMended = true
      } else {
        out.append(scalars[index])
        index += 1
      }
    }
    return isMended ? String(out) : nil
  }

  /// The byte that `scalar` is in Windows-1252, or in Latin-1 where that has none.
  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if let byte = WindowsText.bytes[scalar] { return byte }
    return scalar.value < 0x100 ? UInt8(scalar.value) : nil
  }

  /// Whether a question mark stands where none can: between letters, or alone.
  private static func hasLost(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    if scalars.contains("?"), scalars.allSatisfy({ $0 == "?" || $0 == " " }) { return true }
    return scalars.indices.dropFirst().dropLast().contains { index in
      scalars[index] == "?" && scalars[index + 1].properties.isAlphabetic
        && scalars[index - 1].properties.isAlphabetic
    } || zip(scalars, scalars.dropFirst()).contains { $0 == "?" && $1.properties.isLowercase }
  }
}

/// Text as Windows writes it where nobody asked for UTF-8.
package enum WindowsText {
  /// The letters of the bytes 0x80 to 0x9F in Windows-1252; 0 where it has none.
  private static let upper: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  static let bytes: [Unicode.Scalar: UInt8] = {
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for (index, value) in upper.enumerated() {
      if value != 0, let scalar = Unicode.Scalar(value) { bytes[scalar] = UInt8(0x80 + index) }
    }
    return bytes
  }()

  /// `bytes` in Windows-1252 as UTF-8. What it has no letter for is U+FFFD.
  package static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    var out = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80..<0xA0).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
      out.append(value == 0 && byte != 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return Array(String(out).utf8)
  }

  /// `bytes` as UTF-8, where a mark at their beginning says that they are UTF-16; `nil` where none does.
  package static func utf8(ofUTF16 bytes: [UInt8]) -> [UInt8]? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? b << 8 | a : a << 8 | b
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
