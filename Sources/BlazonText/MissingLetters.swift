internal import Pango

/// What of a text no font of a programme can write, and what would write it.
public struct MissingLetters: Hashable, Sendable {
  /// In the order of the text, each once. At least one.
  public let letters: [Unicode.Scalar]
  /// Installed families that write all of them together, the fewest and most usual; empty if none do.
  public let families: [String]
  /// Debian packages of fonts that write what no installed family does; empty if none is known.
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
    return MissingLetters(
      letters, of: text, installed: installedFamilies(writing: letters + probes))
  }
}

extension MissingLetters {
  /// `installed` are the families that write any of `letters` or of the probes of `DebianFonts`.
  init(_ letters: [Unicode.Scalar], of text: String, installed: [InstalledFamily]) {
    let region = FallbackFamilies.ideographRegion(of: text, in: "") ?? "SC"
    let installed = installed.sorted { rank($0.name, region) < rank($1.name, region) }
    var rest = letters
    var chosen: [String] = []
    while true {
      let counts = installed.map { family in rest.count { family.scalars.contains($0) } }
      guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else {
        break
      }
      chosen.append(installed[index].name)
      rest.removeAll { installed[index].scalars.contains($0) }
    }
    let packages = rest.map { DebianFonts(writing: $0, installed: installed)?.rawValue }
    self.letters = letters
    families = rest.isEmpty ? chosen : []
    self.packages = packages.contains(nil) ? [] : Set(packages.compactMap { $0 }).sorted()
  }
}

/// Debian's packages of Noto.
private enum DebianFonts: String, CaseIterable {
  case core = "fonts-noto-core"
  case cjk = "fonts-noto-cjk"

  /// A letter by which the package is known to be installed.
  var probe: Unicode.Scalar {
    switch self {
    case .core: "\u{13A0}"
    case .cjk: "\u{4E00}"
    }
  }

  /// The package that has a font with `scalar`; `nil` if it is installed and has none, for emoji, which
  /// only fonts in colours have, and for what is no letter of a script.
  init?(writing scalar: Unicode.Scalar, installed: [InstalledFamily]) {
    switch scalar.value {
    case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
      0xFF00...0xFFEF, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
      self = .cjk
    default:
      if scalar.properties.isEmojiPresentation { return nil }
      switch scalar.properties.generalCategory {
      case .privateUse, .unassigned, .format, .control, .surrogate: return nil
      default: self = .core
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

/// What comes first is proposed first: Noto, without serifs, with the ideographs of the text's region.
private func rank(_ family: String, _ region: String) -> (Int, Int, String) {
  let kind =
    family.hasPrefix("Noto Sans ")
    ? 0
    : family.hasPrefix("Noto Serif ") ? 1 : family.hasPrefix("Noto ") ? 2 : 3
  return (kind, family.hasSuffix(" \(region)") ? 0 : 1, family)
}
