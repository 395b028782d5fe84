/// A name or a sentence as it will be drawn: one line, without what nobody can see.
public struct PlainText {
  public private(set) var text = ""
  /// What was taken out, each with its place among the scalars that were written.
  public private(set) var removed: [(scalar: Unicode.Scalar, offset: Int)] = []
  /// Whether anything can be seen.
  public private(set) var isVisible = false
  /// Whether letters were lost before the ledger was written.
  public private(set) var hasLostLetters = false

  /// Every run of white space becomes one space, none at the ends; controls and invisible format
  /// characters are taken out, except the two joiners, which scripts and emoji need.
  public init(_ written: String) {
    var out = String.UnicodeScalarView()
    var isSpacePending = false
    for (offset, scalar) in written.unicodeScalars.enumerated() {
      switch PlainText.role(of: scalar, after: isSpacePending ? nil : out.last) {
      case .space: isSpacePending = !out.isEmpty
      case .removed:
        removed.append((scalar, offset))
        // A separator of lines or paragraphs parts words.
        if scalar.properties.isWhitespace { isSpacePending = !out.isEmpty }
      case .kept:
        if isSpacePending { out.append(" ") }
        isSpacePending = false
        out.append(scalar)
        if scalar == "\u{FFFD}" { hasLostLetters = true }
        isVisible = isVisible || PlainText.isVisible(scalar)
      }
    }
    text = String(out)
  }

  /// Whether a scalar may be one that nobody sees: a look at its number, which spares letters a look at their properties.
  /// A test holds it against these for every scalar there is.
  static func mayBeHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x34F: value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xAD
    case 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0x3164,
      0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFF:
      true
    default: value >= 0x1BCA0
    }
  }

  enum Role { case space, removed, kept }

  static func role(of scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Role {
    let properties = scalar.properties
    switch scalar.value {
    case 0x20...0x7E: return scalar == " " ? .space : .kept
    case 0x2028, 0x2029: return .removed
    case 0x200C, 0x200D: return .kept
    // Interlinear annotations, and what is no character at all.
    case 0xFFF9...0xFFFB, 0xFDD0...0xFDEF: return .removed
    case let value where value & 0xFFFE == 0xFFFE: return .removed
    default: break
    }
    if properties.isWhitespace { return .space }
    if properties.generalCategory == .control { return .removed }
    // A variation selector chooses the form of the character before it: names in Japanese need it.
    if properties.isVariationSelector {
      return previous.map { isVisible($0) } ?? false ? .kept : .removed
    }
    return properties.isDefaultIgnorableCodePoint ? .removed : .kept
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    // The braille pattern without dots is a symbol by category.
    if scalar.value == 0x2800 || scalar.properties.isDefaultIgnorableCodePoint { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation,
      .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }

  /// `written` without what nobody can see but soft hyphens, which say where a word may break, and what was taken out.
  public static func visible(_ written: String) -> (text: String, removed: [Unicode.Scalar]) {
    guard written.unicodeScalars.contains(where: { mayBeHidden($0.value) }) else {
      return (written, [])
    }
    var (out, removed) = (String.UnicodeScalarView(), [Unicode.Scalar]())
    for scalar in written.unicodeScalars {
      if scalar == "\u{AD}" || role(of: scalar, after: out.last) != .removed {
        out.append(scalar)
      } else {
        removed.append(scalar)
      }
    }
    return (String(out), removed)
  }
}

extension Unicode.Scalar {
  package var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// `U+0041`.
  public var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// `U+202E`, with the name that Unicode gives it.
  public var named: String {
    properties.name.map { "\(codePoint) (\($0.lowercased()))" } ?? codePoint
  }
}
