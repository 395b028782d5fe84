internal import BlazonArtwork
internal import BlazonDesign
internal import BlazonIntake
internal import BlazonLedger
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText
internal import Synchronization

/// The version of this program: pictures of one version are the same.
public let version = "0.1.0"

/// Makes the keys of a plan's items: digests of all that their files are made from.
///
/// The program and its fonts, the look of the programme, the preset, the words of the badge, the drawings
/// that it names, the design of the page, the award, and for words that installed fonts write what is
/// installed: what changes none of these changes no file.
public final class Keys: Sendable {
  private let plan: Plan
  private let looks: [String]
  /// Digests of presets and pages, by programme and name.
  private let known = Mutex<[String: String]>([:])
  /// Whether words that a programme shows on everything need fonts that are installed.
  private let areForeign: [Bool]

  public init(_ plan: Plan) {
    self.plan = plan
    let selection = plan.selection
    let formats = selection.formats.map(\.rawValue).sorted().joined(separator: ",")
    let sizes = selection.sizes.map(String.init).joined(separator: ",")
    areForeign = plan.programmes.map { loaded in
      loaded.programme.source.needsInstalledFonts
        || loaded.programme.languages.contains { !isWrittenByOurFonts($0) }
    }
    looks = plan.programmes.map { loaded in
      let (programme, digests) = (loaded.programme, loaded.artworks.digests)
      let taken = programme.badges.compactMap { $0.words.certificate?.preset?.value }
      return digest(
        of: [
          "blazon \(version)", formats, sizes, programme.source,
          programme.logo.flatMap { digests[$0.path] } ?? "",
          programme.budget.png.map { String($0.value) } ?? "",
          Set(taken).sorted().joined(separator: ","),
        ])
    }
  }

  /// The key of `item`, which is one of the plan's.
  func key(of item: Plan.Item) -> String {
    let loaded = plan.programmes[item.programme]
    var parts = [looks[item.programme], item.surface.id, item.surface.scope.rawValue]
    switch item.subject {
    case .programme:
      for badge in loaded.programme.badges.flatMap(\.drawings) {
        parts += sources(of: badge, item)
      }
    case .badge(let badge, let language):
      parts += [language ?? ""] + sources(of: badge, item)
    case .award(let index):
      let grant = loaded.grants[index]
      guard let badge = loaded.programme.badge(grant.badge) else { break }
      let award = grant.award
      let drawn = badge.variant(tier: award.tier?.value, count: award.count?.value)
      parts += award.content + [grant.badge, grant.expires?.isoText ?? ""]
      parts += sources(of: badge, item) + sources(of: drawn, item)
      parts += pages(of: loaded.programme, item)
    }
    if areForeign[item.programme] || parts.contains(where: \.needsInstalledFonts) {
      parts.append(fonts(of: loaded.programme, item))
    }
    return digest(of: parts)
  }

  /// The installed fonts that letters may come from.
  private func fonts(of programme: Programme, _ item: Plan.Item) -> String {
    known("fonts", item) {
      let families = FallbackFamilies(
        sans: programme.fonts.sans.map(\.value), serif: programme.fonts.serif.map(\.value))
      return FontLibrary.inventory(families).joined(separator: "\n")
    }
  }

  /// The badge's words, its preset, and the files of its drawings: what is in them, wherever they stand.
  private func sources(of badge: Badge, _ item: Plan.Item) -> [String] {
    let digests = plan.programmes[item.programme].artworks.digests
    let signatures = badge.words.certificate?.signatures ?? []
    let files = [badge.words.emblem?.path] + signatures.map { $0.image?.path }
    return badge.sources + files.map { $0.flatMap { digests[$0] } ?? "" } + [
      known("preset \(badge.presetName)", item) { badge.presetSource }
    ]
  }

  /// The designs that a surface of an award may be laid out by.
  private func pages(of programme: Programme, _ item: Plan.Item) -> [String] {
    PageKind.allCases.flatMap { kind in
      programme.pages.names(kind).map { name in
        known("\(kind.rawValue) \(name)", item) {
          "\(name) \(programme.pages.template(kind, name).source)"
        }
      }
    }
  }

  private func known(_ name: String, _ item: Plan.Item, _ text: () -> String) -> String {
    let key = "\(item.programme) \(name)"
    if let digest = known.withLock({ $0[key] }) { return digest }
    let digest = digest(of: [text()])
    known.withLock { $0[key] = digest }
    return digest
  }
}

extension String {
  /// Whether the text has letters that may come from an installed font: those of scripts that the shipped
  /// fonts do not have, emoji and rare signs.
  fileprivate var needsInstalledFonts: Bool {
    guard utf8.contains(where: { $0 >= 0xD4 }) else { return false }
    return unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0..<0x0530, 0x1E00..<0x20D0, 0xFB00..<0xFB07, 0xFE0E..<0xFE10, 0xFEFF: false
      default: true
      }
    }
  }
}

/// Whether the words that ship in `language` are in letters of the shipped fonts.
private func isWrittenByOurFonts(_ language: String) -> Bool {
  let code = language.prefix { $0 != "-" }.lowercased()
  return [
    "be", "bg", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "ga", "gl",
    "hr", "hu", "id", "is", "it", "lt", "lv", "mk", "ms", "nb", "nl", "nn", "no", "pl", "pt", "ro",
    "ru", "sk", "sl", "sq", "sr", "sv", "sw", "tr", "uk", "und", "vi",
  ].contains(code)
}
