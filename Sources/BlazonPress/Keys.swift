internal import BlazonArtwork
internal import BlazonDesign
internal import BlazonIntake
public import BlazonLedger
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSource
public import BlazonSpec
internal import BlazonText
internal import Synchronization

/// Makes the keys of a plan's items: digests of all that their files are made from.
///
/// A key has four parts of 16 hexadecimal digits, so that what has changed can be told: the program and the
/// look of the programme; the badge, its preset, its words and the drawings that it names; the award, or the
/// language of a badge, and what is asked for; the designs of pages and, for words that installed fonts write, what is installed.
/// What changes none of these changes no file.
public final class Keys: Sendable {
  private let plan: Plan
  private let looks: [String]
  /// Digests of presets, pages and badges, by programme and name.
  private let known = Mutex<[String: Part]>([:])
  /// Whether words that a programme shows on everything need fonts that are installed.
  private let areForeign: [Bool]

  private struct Part: Sendable {
    var digest: String
    var isForeign = false
  }

  public init(_ plan: Plan) {
    self.plan = plan
    areForeign = plan.programmes.map { loaded in
      loaded.programme.source.needsInstalledFonts
        || loaded.programme.languages.contains { !isWrittenByOurFonts($0) }
    }
    looks = plan.programmes.map { loaded in
      let (programme, digests) = (loaded.programme, loaded.artworks.digests)
      func files(_ logo: Logo?) -> String {
        (logo?.files ?? []).map { digests[$0.path] ?? "" }.joined()
      }
      let taken = programme.badges.compactMap { $0.words.certificate?.preset?.value }
      let fonts = loaded.typeface.digests.map { "\($0.key) \($0.value)" }
      let look = [
        "blazon \(Program.version)", programme.source,
        files(programme.logo), files(programme.partner?.logo),
        programme.budget.png.map { String($0.value) } ?? "",
        Set(taken).sorted().joined(separator: ","),
      ]
      return Keys.part(look + fonts.sorted())
    }
  }

  /// A part of a key.
  private static func part(_ texts: [String]) -> String { String(digest(of: texts).prefix(16)) }

  /// What a worker keeps from one item to the next, which is often of the same award.
  struct Memory {
    fileprivate var award: (programme: Int, index: Int, content: [String], isForeign: Bool)?
  }

  /// The key of `item`, which is one of the plan's.
  func key(of item: Plan.Item) -> String {
    var memory = Memory()
    return key(of: item, &memory)
  }

  /// The key of `item`, which is one of the plan's.
  func key(of item: Plan.Item, _ memory: inout Memory) -> String {
    let loaded = plan.programmes[item.programme]
    var isForeign = areForeign[item.programme]
    var (badges, subject, pages) = (Part(digest: ""), [String](), [String]())
    switch item.subject {
    case .output:
      badges = Part(digest: looks.joined())
      subject = plan.programmes.map { String($0.sitemapCount) }
    case .programme:
      badges = allBadges(of: item.programme)
      if item.surface.id == Surface.siteID {
        subject = loaded.grants.flatMap(\.listed)
        pages = [looks.joined()]
      }
      if item.surface.id == Surface.credentialID {
        subject =
          [loaded.day?.isoText ?? ""] + loaded.formerlyRevokedUUIDs
          + loaded.grants.filter { [.revoked, .expired].contains($0.standing) }
          .flatMap {
            [$0.award.uuid?.value ?? "", $0.address.path, $0.award.reason?.value ?? ""]
          }
        pages = [signer(of: loaded)]
      }
    case .person(let range):
      let parts = loaded.grants[range].compactMap { award(of: $0, item.programme) }
      badges = Part(
        digest: Keys.part(parts.map(\.digest)), isForeign: parts.contains(where: \.isForeign))
      subject =
        loaded.grants[range].flatMap(\.content)
        + loaded.grants[range].compactMap {
          $0.award.avatar.flatMap { loaded.avatars.digests[$0.value] }
        }
      pages = [looks.joined()]
      // Walls may show what somebody lacks, in the order of all.
      if !loaded.programme.walls.isEmpty || item.surface.id == Surface.wallID {
        pages.append(allBadges(of: item.programme).digest)
      }
    case .badge(let badge, let language):
      badges = part(of: badge, item.programme)
      subject = [language ?? ""] + (badge.expired == nil ? [] : [Words.State.expired.rawValue])
      if item.surface.id == Surface.credentialID {
        badges = part("drawings of \(badge.fileName)", item.programme) {
          badge.drawings.flatMap { self.sources(of: $0, item.programme) }
        }
      }
      guard item.surface.id == Surface.siteID else { break }
      badges = allBadges(of: item.programme)
      subject +=
        [badge.id.value]
        + Words.State.allCases.filter { badge.personal(state: $0) != nil }.map(\.rawValue)
        + (loaded.holders[badge.id.value] ?? []).flatMap { loaded.grants[$0].listed }
      pages = [looks.joined()]
    case .award(let index):
      let grant = loaded.grants[index]
      guard let part = award(of: grant, item.programme) else { break }
      badges = part
      if memory.award?.index != index || memory.award?.programme != item.programme {
        let content = grant.content
        memory.award = (
          item.programme, index, content, content.contains(where: \.needsInstalledFonts)
        )
      }
      subject = memory.award?.content ?? []
      isForeign = isForeign || memory.award?.isForeign == true
      pages = self.pages(of: loaded.programme, item.programme)
      if let avatar = grant.award.avatar {
        pages.append(loaded.avatars.digests[avatar.value] ?? "")
      }
      if item.surface.isSigned {
        // With its own number: nobody is to see which awards have the same address.
        pages += [
          signer(of: loaded), grant.award.uuid?.value ?? "", grant.award.email?.value ?? "",
        ]
      }
      if item.surface.id == Surface.page.id {
        pages += [
          looks.joined(), loaded.successor(of: grant)?.address.path ?? "",
          grant.award.uuid?.value ?? "",
        ]
        pages += loaded.formerNumbers(of: grant)
      }
    }
    if isForeign || badges.isForeign { pages.append(fonts(of: loaded.programme, item.programme)) }
    return looks[item.programme] + badges.digest
      + Keys.part(asked(of: item.surface) + subject) + Keys.part(pages)
  }

  /// The badge of a grant, with its variant.
  private func award(of grant: Grant, _ index: Int) -> Part? {
    guard let badge = plan.programmes[index].programme.badge(grant.badge) else { return nil }
    let award = grant.award
    let drawn = badge.variant(tier: award.tier?.value, count: award.count?.value)
    return part("award \(badge.id.value) \(drawn.fileName)", index) {
      self.sources(of: badge, index) + self.sources(of: drawn, index)
    }
  }

  private func allBadges(of index: Int) -> Part {
    part("all badges", index) {
      plan.programmes[index].programme.badges.flatMap(\.drawings).flatMap {
        self.sources(of: $0, index)
      }
    }
  }

  /// The digest of all that pictures of `badge` in its programme's language are made from; its programme is the one at
  /// `index` of the plan's. Installed fonts are not in it.
  public func key(of badge: Badge, ofProgramme index: Int) -> String {
    looks[index] + part(of: badge, index).digest
  }

  /// The digest of all that pictures of `grant` are made from; its programme is the one at `index` of the plan's.
  public func key(of grant: Grant, ofProgramme index: Int) -> String {
    let programme = plan.programmes[index].programme
    return looks[index] + (award(of: grant, index)?.digest ?? "") + Keys.part(grant.content)
      + Keys.part(pages(of: programme, index))
  }

  /// The keys that sign for a programme.
  private func signer(of loaded: LoadedProgramme) -> String {
    plan.selection.signers[loaded.programme.id]?.digest ?? ""
  }

  private func part(of badge: Badge, _ index: Int) -> Part {
    part("badge \(badge.fileName)", index) { self.sources(of: badge, index) }
  }

  /// What a run asks of a surface.
  private func asked(of surface: Surface) -> [String] {
    let formats = surface.formats.intersection(plan.selection.formats).map(\.rawValue).sorted()
    let sizes = surface.scope == .drawing ? plan.selection.sizes.map(String.init) : []
    let isSmallest = plan.selection.isOptimizing && formats.contains(ImageFormat.png.rawValue)
    return [surface.id, surface.scope.rawValue, formats.joined(), sizes.joined(separator: ",")]
      + (isSmallest ? ["smallest"] : [])
      + (plan.selection.surfaces.contains(surface.id) ? [] : ["only"])
      + plan.selection.designs(of: surface.id)
      + (surface.scope == .drawing && plan.selection.namesSizes ? ["sizes"] : [])
      + (surface.scope == .drawing && plan.selection.namesPDF ? ["paper"] : [])
      + (surface.id == Surface.wallID && plan.selection.named.contains(surface.id) ? ["named"] : [])
  }

  /// What is different in what two keys were made from; `nil` if one is none.
  static func difference(_ old: String, _ new: String) -> String? {
    let (a, b) = (Array(old.utf8), Array(new.utf8))
    guard a.count == 64, b.count == 64 else { return nil }
    let names = [
      "the program, or the look of the programme", "the badge: its words, its preset or a drawing",
      "the award, or the formats and sizes asked for",
      "the design of a page, an installed font, or the keys that sign",
    ]
    let changed = names.indices.filter { a[$0 * 16..<$0 * 16 + 16] != b[$0 * 16..<$0 * 16 + 16] }
    return changed.isEmpty ? nil : changed.map { names[$0] }.joined(separator: "; ")
  }

  /// The installed fonts that letters may come from.
  private func fonts(of programme: Programme, _ index: Int) -> String {
    part("fonts", index) {
      let families = FallbackFamilies(
        sans: programme.fonts.sans.map(\.value), serif: programme.fonts.serif.map(\.value))
      return FontLibrary.inventory(families)
    }.digest
  }

  /// The badge's words, its preset, and the files of its drawings: what is in them, wherever they stand.
  private func sources(of badge: Badge, _ index: Int) -> [String] {
    let digests = plan.programmes[index].artworks.digests
    let signatures = badge.words.certificate?.signatures ?? []
    let emblem = badge.words.emblem
    let files = [emblem?.path, emblem?.smallPath] + signatures.map { $0.image?.path }
    return badge.sources + files.map { $0.flatMap { digests[$0] } ?? "" } + [
      part("preset \(badge.presetName)", index) { [badge.presetSource] }.digest
    ]
  }

  /// The designs that a surface of an award may be laid out by.
  private func pages(of programme: Programme, _ index: Int) -> [String] {
    [
      part("pages", index) {
        PageKind.allCases.flatMap { kind in
          drawnPages(of: programme, kind).map { name in
            "\(kind.rawValue) \(name) \(programme.pages.source(kind, name))"
          }
        } + programme.pages.images.map { plan.programmes[index].artworks.digests[$0.path] ?? "" }
      }.digest
    ]
  }

  /// The names of the designs that a run may draw.
  private func drawnPages(of programme: Programme, _ kind: PageKind) -> [String] {
    let taken = programme.badges.compactMap { $0.words.certificate?.preset?.value }
    let usual = kind == .card ? [kind.standard, PageKind.revoked] : [kind.standard] + taken
    let asked = plan.selection.designs(of: kind.rawValue)
    return Set(usual + programme.pages.written(kind) + asked).sorted()
  }

  /// The digest of what `texts` says, which is asked once for each name in a programme.
  private func part(_ name: String, _ index: Int, _ texts: () -> [String]) -> Part {
    let key = "\(index) \(name)"
    if let part = known.withLock({ $0[key] }) { return part }
    let texts = texts()
    let part = Part(
      digest: Keys.part(texts), isForeign: texts.contains(where: \.needsInstalledFonts))
    known.withLock { $0[key] = part }
    return part
  }
}

extension Grant {
  /// All that its own files are made from.
  fileprivate var content: [String] {
    award.content + [
      badge, expires?.isoText ?? "", renewed?.isoText ?? "", String(standing.rawValue),
    ]
      // That it has a number for a credential, and not which.
      + (award.uuid == nil ? [] : ["uuid"])
  }

  /// What lists say of it.
  fileprivate var listed: [String] {
    guard award.visibility.isListed else { return [] }
    return [
      award.handle.value, award.name.value, badge, award.issued.value.isoText,
      award.tier?.value ?? "", String(standing.rawValue), award.visibility.rawValue,
    ]
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
