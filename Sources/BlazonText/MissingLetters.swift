internal import Pango

/// What of a text no font can write: neither those that ship nor any that is installed.
public struct MissingLetters: Hashable, Sendable {
  /// In the order of the text, each once. At least one.
  public let letters: [Unicode.Scalar]
  /// Debian packages of fonts that write them; empty if none is known for one of them.
  public let packages: [String]
}

extension Typesetter {
  /// What no font can write of `text`, of which `lines` were set; `nil` if they lack nothing.
  ///
  /// The answer is the same for every face, size and case in which a text is set, so that a text that
  /// stands in several places is found to lack the same.
  public mutating func missingLetters(of text: String, setAs lines: [TextLine]) -> MissingLetters? {
    let missing = lines.flatMap(\.missing)
    guard !missing.isEmpty else { return nil }
    // A face without serifs asks the fewest families: it lacks whatever others lack.
    let plain = set(text, in: TextStyle(face: FontFace(known: "Inter"), size: 1)).missing
    let letters = distinct(plain.isEmpty ? missing : plain, inOrderOf: text)
    let probes = DebianFonts.allCases.map(\.probe)
    return MissingLetters(letters, installed: library.installedFamilies(writing: probes))
  }
}

extension MissingLetters {
  /// `installed` are the families that write any of the probes of `DebianFonts`.
  init(_ letters: [Unicode.Scalar], installed: [InstalledFamily]) {
    self.letters = letters
    let packages = letters.map { DebianFonts(writing: $0, installed: installed)?.rawValue }
    self.packages = packages.contains(nil) ? [] : Set(packages.compactMap { $0 }).sorted()
  }
}

/// Debian's packages of Noto.
private enum DebianFonts: String, CaseIterable {
  case core = "fonts-noto-core"
  case cjk = "fonts-noto-cjk"
  case emoji = "fonts-noto-color-emoji"

  /// A letter by which the package is known to be installed.
  var probe: Unicode.Scalar {
    switch self {
    case .core: "\u{13A0}"
    case .cjk: "\u{4E00}"
    case .emoji: "\u{1F9FF}"
    }
  }

  /// The package that has a font with `scalar`; `nil` if it is installed and has none, and for what is no
  /// letter of a script.
  init?(writing scalar: Unicode.Scalar, installed: [InstalledFamily]) {
    switch scalar.value {
    case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
      0xFF00...0xFFEF, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
      self = .cjk
    default:
      switch scalar.properties.generalCategory {
      case .privateUse, .unassigned, .format, .control, .surrogate: return nil
      default: self = scalar.properties.isEmojiPresentation ? .emoji : .core
      }
    }
    let probe = probe
    if installed.contains(where: { $0.name.hasPrefix("Noto ") && $0.scalars.contains(probe) }) {
      return nil
    }
  }
}

private func distinct(
  _ scalars: [Unicode.Scalar], inOrderOf text: String
) -> [Unicode.Scalar] {
  var left = Set(scalars)
  let ordered = text.unicodeScalars.filter { left.remove($0) != nil }
  return Array(ordered) + left.sorted { $0.value < $1.value }
}
