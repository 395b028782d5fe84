public import BlazonCheck
public import BlazonForm
public import BlazonLedger
public import BlazonScene
public import BlazonSource

/// A checked programme: its identity and its badges, each with everything it inherits.
public struct Programme: Sendable {
  public let id: String
  private let colors: [Theme: ProgrammeColors]
  /// Empty for a badge that is drawn by itself.
  public let name: String
  private let names: LocalizedText
  public let publish: String?
  public let language: String
  /// What it is, for its page.
  public let description: LocalizedText?
  /// The issuer's own pages: a web address.
  public let website: String?
  /// The organisation's number at LinkedIn.
  public let linkedIn: String?
  /// The id of the programme that it is a partner of.
  public let partnerOf: String?
  /// That programme, where this one extends it.
  public let partner: Partner?
  /// The terms its pictures may be used under, as their files say them.
  public let license: String?
  /// What its awards prove by themselves; `nil` where they are pictures alone.
  public let credentials: CredentialSpec?
  public private(set) var badges: [Badge]
  /// Where each badge stands among them, by id.
  private let indices: [String: Int]
  private var compiler = PresetCompiler()
  /// Ids, and other ids and titles that mean the same, of badges that are wrong, and so not among `badges`.
  public let unreadBadges: Set<String>
  /// Whether any other badge may be missing, because a whole file cannot be read.
  public let hasUnreadFiles: Bool
  /// The languages, beside its own, in which people get cards and certificates.
  public let languages: [String]
  public let logo: Logo?
  /// Its own typeface; the base's unless given.
  public let typeface: TypefaceSpec?
  public let fonts: FontFamilies
  /// Where its awards come from: files relative to its folder, databases.
  public let awards: [AwardsSpec]
  /// What pages may show of awards beside what all have, each with what its column is called.
  public let facts: [TableReading.Fact]
  public let wording: Wording
  public let pages: Pages
  public let readmeBadge: ReadmeSpec
  /// Walls of badges, its base's first; none unless they are written.
  public let walls: [WallSpec]
  /// Paths in its output folder, without endings, that are taken away.
  public let withdrawn: [Located<String>]
  public let budget: Budget
  /// How much it minds the rules that are a matter of taste.
  public let weights: Weights

  /// What the look and the words of all its pictures come from, as text: digests are made of it.
  public let source: String

  /// The most badges of one programme.
  static let badgeLimit = 5000

  /// Reads `document`; `base` is the document of the programme it extends. Where badges are named in `only`, all
  /// others are known by their ids and not read, so that nobody hears what is wrong with them.
  ///
  /// `nil` if the programme has no id or no name; badges that are wrong are left out. Either is in
  /// the report.
  public init?(
    _ document: ProgrammeDocument, base: ProgrammeDocument?, only: Set<String> = [],
    report: inout Report
  ) {
    var reading = Reading()
    defer { report.add(reading.report) }
    guard
      var fields = Fields(
        document.main, of: "programme.yaml", declared: ProgrammeKeys.all, &reading)
    else { return nil }
    reading.tokens = []
    _ = fields.require(ProgrammeKeys.blazon, &reading)
    let id = fields.require(ProgrammeKeys.programme, &reading)
    if let id, id.value == "verify" {
      reading.error(
        "a programme cannot be called “verify”", at: id.place,
        help: "numbers of awards are looked up in the folder of that name")
    }
    let name = Programme.name(of: document, &fields, &reading)
    publish = fields.take(ProgrammeKeys.publish, &reading)
    language = fields.take(ProgrammeKeys.language, &reading) ?? "en"
    var colors = ProgrammeColors(color: fields.take(ProgrammeKeys.color, &reading))
    reading.tokens = ["color"]
    _ = fields.take(ProgrammeKeys.accent, &reading)
    _ = fields.take(ProgrammeKeys.metal, &reading)
    _ = fields.take(ProgrammeKeys.finish, &reading)
    _ = fields.take(ProgrammeKeys.ground, &reading)
    _ = fields.take(ProgrammeKeys.capitals, &reading)
    colors.paper = fields.take(ProgrammeKeys.paper, &reading)
    colors.ink = fields.take(ProgrammeKeys.ink, &reading)
    for key in [ProgrammeKeys.families, ProgrammeKeys.presets, ProgrammeKeys.badges] {
      _ = fields.take(key, &reading)
    }
    _ = fields.take(ProgrammeKeys.extends, &reading)
    let include = fields.take(ProgrammeKeys.include, &reading) ?? []
    partnerOf = fields.take(ProgrammeKeys.partnerOf, &reading)
    partner = partnerOf.flatMap { id in base.flatMap { Partner(id, $0) } }
    description = fields.take(ProgrammeKeys.description, &reading)
    website = fields.take(ProgrammeKeys.website, &reading)
    linkedIn = fields.take(ProgrammeKeys.linkedin, &reading)
    logo = fields.take(ProgrammeKeys.logo, &reading)
    languages = (fields.take(ProgrammeKeys.languages, &reading) ?? []).map(\.value)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    typeface = Programme.typeface(&fields, base, &reading)
    fonts = FontFamilies(&fields, base, &reading)
    let sources = fields.take(ProgrammeKeys.awards, &reading) ?? []
    let table = TableReading(&fields, &reading)
    awards = AwardsSpec.all(sources, shared: table, &reading)
    facts = table.facts + Programme.ownFacts(of: base, but: table.facts)
    let tiers = fields.take(ProgrammeKeys.tiers, &reading)
    wording = Wording(fields.take(ProgrammeKeys.words, &reading), &reading)
    let themes = fields.take(ProgrammeKeys.themes, &reading)
    license = fields.take(ProgrammeKeys.license, &reading)
    let credentials = fields.locate(ProgrammeKeys.credentials, &reading)
    self.credentials = credentials?.value
    if let credentials, publish == nil {
      reading.error(
        "credentials need an address to be checked at", at: credentials.place,
        help: "say where this is served, as in publish: https://badges.example.org")
    }
    // An issuer is known by a DID of its address, in which a colon divides the parts.
    let path = publish?.split(separator: "/", maxSplits: 2).last.map { $0.drop { $0 != "/" } } ?? ""
    let isSpelt =
      !path.contains("//")
      && path.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || "/.-_".utf8.contains(byte)
      }
    if let credentials, let publish, !publish.hasPrefix("https://") || !isSpelt {
      reading.error(
        "credentials need an https address with letters, digits, “.”, “-” and “_” alone in its path",
        at: credentials.place,
        help: "as in publish: https://badges.example.org/ours")
    }
    withdrawn = fields.take(ProgrammeKeys.withdrawn, &reading) ?? []
    budget = fields.take(ProgrammeKeys.budget, &reading) ?? Budget()
    weights = fields.take(ProgrammeKeys.check, &reading) ?? Weights()
    fields.finish(&reading)
    reading.tiers = VariantEntry.tiers(base?.main["tiers"], under: tiers, &reading)
    let documents = [base, document].compactMap(\.self)
    reading.facts = Set(facts.map(\.name))
    pages = Pages(documents, &reading)
    reading.facts = []
    readmeBadge = Programme.readmeBadge(documents, &reading)
    walls = Programme.walls(documents, &reading)
    self.colors = Programme.themes(colors, themes, of: document, &reading)
    badges = Programme.badges(
      of: document, base: base, including: include, only: only, colors: self.colors,
      language: language, &compiler, &reading)
    let numbered = badges.enumerated().map { ($0.element.id.value, $0.offset) }
    indices = Dictionary(numbered, uniquingKeysWith: { first, _ in first })
    unreadBadges = document.unreadBadges(
      base, including: include, drawn: Set(badges.map(\.id.value)))
    hasUnreadFiles = document.mayHoldMore(base)
    if !hasUnreadFiles {
      Programme.checkCertificates(of: badges, among: pages, wording, &reading)
      Programme.checkLogo(logo, of: badges, &reading)
      let others = (base?.badges ?? []).map(\.id.value)
      Programme.checkRequired(by: badges, among: unreadBadges.union(others), &reading)
      let known = unreadBadges.union(others).union(badges.map(\.id.value))
      for id in walls.flatMap(\.badges) where !known.contains(id.value) {
        reading.error(
          "unknown badge “\(id.value)”", at: id.place,
          help: helpText(for: id.value, among: known.sorted()))
      }
    }
    source = Programme.source(of: documents)
    guard let id, let name else { return nil }
    self.id = id.value
    names = name.value
    self.name =
      name.value.text(in: language) ?? name.value.texts.min { $0.key < $1.key }?.value ?? id.value
  }

  /// What it is called: needed, but for a badge that is drawn by itself.
  private static func name(
    of document: ProgrammeDocument, _ fields: inout Fields, _ reading: inout Reading
  ) -> Located<LocalizedText>? {
    guard document.isAnonymous else { return fields.require(ProgrammeKeys.name, &reading) }
    return fields.locate(ProgrammeKeys.name, &reading)
      ?? Located(LocalizedText(""), document.main.place)
  }

  private static func source(of documents: [ProgrammeDocument]) -> String {
    documents.flatMap { document in
      [document.main.removing(partKeys).source] + document.readmeBadges.map(\.tree.source)
        + document.walls.map { "\($0.id.value) \($0.tree.source)" }
    }.joined(separator: "\n")
  }

  /// The badge called `id`; `nil` if there is none.
  public func badge(_ id: String) -> Badge? { indices[id].map { badges[$0] } }

  /// Reads the badge `id` as somebody has it in `state`, so that `Badge.personal` knows it so.
  ///
  /// The findings are those that the badge itself would give in that state: none if it can be drawn.
  public mutating func prepare(_ id: String, in state: Words.State) -> Report {
    guard let index = indices[id] else { return Report() }
    var reading = Reading()
    badges[index].prepare(for: state, &compiler, &reading)
    return reading.report
  }

  /// Reads all badges as those see them who lack them, where a wall shows such.
  public mutating func prepareLocked() {
    guard walls.contains(where: { $0.locked > 0 }) else { return }
    for index in badges.indices {
      var (badge, reading) = (badges[index], Reading())
      badge.prepare(for: .locked, &compiler, &reading)
      if !reading.report.hasErrors { badges[index] = badge }
    }
  }

  /// Reads what lasts for a time as those have it whose time is over; what cannot be drawn so stays unread.
  public mutating func prepareExpired() {
    for index in badges.indices where badges[index].words.valid != nil {
      var (badge, reading) = (badges[index], Reading())
      badge.prepare(for: .expired, &compiler, &reading)
      if !reading.report.hasErrors { badges[index] = badge }
    }
  }

  /// Where it is published, without the scheme; `nil` where it is not.
  public var publishedHost: String? {
    publish.map { address in
      let host = address.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }
      return String(host.hasSuffix("/") ? host.dropLast() : host)
    }
  }

  /// The keys of `programme.yaml` that do not change how all pictures look.
  private static let partKeys: Set = [
    "families", "presets", "badges", "include", "awards", "columns", "ignore", "dates", "facts",
    "withdrawn", "budget", "check",
  ]

  /// What it is called in `language`, or in its own.
  public func name(in language: String) -> String { names.text(in: language) ?? name }

  /// Its colours on pages of one theme.
  public func colors(in theme: Theme) -> ProgrammeColors { colors[theme] ?? ProgrammeColors() }

  /// The colours of each theme; whatever `themes` says is read, and reported if it is wrong.
  private static func themes(
    _ plain: ProgrammeColors, _ themes: Tree?, of document: ProgrammeDocument,
    _ reading: inout Reading
  ) -> [Theme: ProgrammeColors] {
    var all: [Theme: ProgrammeColors] = [.light: plain, .dark: plain]
    defer { (reading.theme, reading.tokens) = (.light, ["color"]) }
    guard themes != nil || reading.isThemed else { return all }
    reading.isThemed = true
    if let themes, var fields = Fields(themes, of: "themes", declared: ThemesKeys.all, &reading) {
      for key in [ThemesKeys.light, ThemesKeys.dark] { _ = fields.take(key, &reading) }
      fields.finish(&reading)
    }
    for theme in Theme.allCases {
      (reading.theme, reading.tokens) = (theme, [])
      if let tree = themes?[theme.rawValue],
        var fields = Fields(tree, of: "a theme", declared: ThemeKeys.all, &reading)
      {
        _ = fields.take(ThemeKeys.color, &reading)
        reading.tokens = ["color"]
        for key in [ThemeKeys.accent, ThemeKeys.paper, ThemeKeys.ink] {
          _ = fields.take(key, &reading)
        }
        _ = fields.take(ThemeKeys.metal, &reading)
        _ = fields.take(ThemeKeys.finish, &reading)
        fields.finish(&reading)
      }
      let main = document.main.main(in: theme)
      func color(_ key: Key<ColorExpression>) -> ColorExpression? {
        main[key.name].flatMap { key.form.read($0, &reading) }
      }
      reading.tokens = []
      all[theme]?.color = color(ProgrammeKeys.color)
      reading.tokens = ["color"]
      all[theme]?.paper = color(ProgrammeKeys.paper)
      all[theme]?.ink = color(ProgrammeKeys.ink)
    }
    return all
  }

  /// The badges; where anything is other on dark pages, each with its drawing for those.
  private static func badges(
    of document: ProgrammeDocument, base: ProgrammeDocument?,
    including include: [Located<String>], only: Set<String>, colors: [Theme: ProgrammeColors],
    language: String, _ compiler: inout PresetCompiler, _ reading: inout Reading
  ) -> [Badge] {
    let hasOtherColors = colors[.light] != colors[.dark]
    let hasOwnColor = colors[.light]?.color != nil
    func badges(_ compiler: inout PresetCompiler, _ reading: inout Reading) -> [Badge] {
      var inheritance = Inheritance(
        document, base: base, hasOwnColor: hasOwnColor, language: language, compiler, &reading)
      let badges = inheritance.badges(including: include, only: only, &reading)
      compiler = inheritance.compiler
      return badges
    }
    if base?.main["themes"] != nil { reading.isThemed = true }
    let light = badges(&compiler, &reading)
    guard reading.isThemed else { return light }
    reading.theme = .dark
    defer { reading.theme = .light }
    let dark = Dictionary(
      badges(&compiler, &reading).flatMap(\.drawings).map { ($0.fileName, $0) },
      uniquingKeysWith: { first, _ in first })
    func withOther(_ badge: Badge) -> Badge {
      var badge = badge
      if let other = dark[badge.fileName],
        hasOtherColors || badge.origin.words.canDiffer(from: other.origin.words)
          || badge.slots.tree.canDiffer(from: other.slots.tree)
      {
        badge.others = [other]
      }
      badge.variants = badge.variants.map(withOther)
      return badge
    }
    return light.map(withOther)
  }

  /// The README badge of awards: the programme's own over its base's, or the standard one.
  private static func readmeBadge(
    _ documents: [ProgrammeDocument], _ reading: inout Reading
  ) -> ReadmeSpec {
    var tree: Tree?
    for entry in documents.flatMap(\.readmeBadges) {
      guard entry.id.value == ReadmeSpec.award else {
        reading.error(
          "unknown README badge “\(entry.id.value)”", at: entry.id.place,
          help: "the one that is drawn is called “\(ReadmeSpec.award)”")
        continue
      }
      tree = tree.map { $0.merged(with: entry.tree) } ?? entry.tree
    }
    return tree.flatMap { ReadmeSpec.form.read($0, &reading) } ?? ReadmeSpec.standard
  }
}
