/// The syntax of IRIs (RFC 3987) and of language tags, as far as a statement depends on it.
enum IRI {
  /// Whether `text` has a scheme and something after it, and nothing that cannot stand in an IRI.
  static func isAbsolute(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = text.utf8[..<colon]
    let rest = text.utf8[text.utf8.index(after: colon)...]
    guard let first = scheme.first, isLetter(first), !rest.isEmpty,
      scheme.allSatisfy({ isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) })
    else { return false }
    return text.unicodeScalars.allSatisfy(isAllowed) && hasWholeEscapes(rest)
  }

  /// Whether `text` looks like a tag of BCP 47: parts of at most eight letters or digits.
  static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts[0].allSatisfy(isLetter)
      && parts.allSatisfy {
        (1...8).contains($0.count) && $0.allSatisfy { isLetter($0) || isDigit($0) }
      }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0x9F: false
    case 0xFDD0...0xFDEF, 0xFFF0...0xFFFF: false
    case 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: false  // " < > \ ^ ` { | }
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }

  private static func hasWholeEscapes(_ bytes: Substring.UTF8View) -> Bool {
    bytes.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false).dropFirst()
      .allSatisfy { part in
        part.count >= 2 && part.prefix(2).allSatisfy { isDigit($0) || isHexLetter($0) }
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isHexLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
