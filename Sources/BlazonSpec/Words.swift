public import BlazonArt
public import BlazonForm
public import BlazonSource

/// What a badge says: the closed list of words that every preset understands.
public struct Words: Sendable {
  public var title: Located<LocalizedText>?
  public var short: Located<LocalizedText>?
  public var subtitle: Located<LocalizedText>?
  public var band: Located<LocalizedText>?
  public var emblem: Located<EmblemChoice>?
  public var emblemColor: EmblemChoice.Coloring
  public var marker: Located<String>?
  public var color: ColorExpression?
  public var accent: ColorExpression?
  public var metal: Metal.Name?
  public var finish: Finish
  public var ground: Ground
  /// Whether presets set in capitals what they mark so.
  public var hasCapitals: Bool
  /// How much of it is done, 0…1, where the badge is in progress.
  public var progress: Double?
  public var stars: Int?
  /// Whether the programme's logo stands on it.
  public var logo: Located<Bool>?
  public var family: Located<String>?
  public var criteria: LocalizedText?
  public var description: LocalizedText?
  public var skills: [LocalizedText]
  /// What it shows of an earner, with how much weight each has.
  public var competencies: [(name: Located<String>, weight: Double)]
  /// The line of certifications that it belongs to.
  public var track: LocalizedText?
  public var level: Level?
  /// Badges that must be held first.
  public var requires: [Located<String>]
  /// Whether whoever holds all that it requires holds it, without an award of it.
  public var isDerived: Bool
  /// Badges whose awards renew it.
  public var renewedBy: [Located<String>]
  public var valid: Int?
  public var state: State
  public var aliases: [Located<String>]
  /// Where its picture stands besides, for those who link to it there.
  public var paths: [Located<KeptPath>]
  public var alt: LocalizedText?
  public var preset: Located<String>?
  public var certificate: Certificate?
  public var achievement: AchievementSpec?
  /// Tiers, years and counts, in this order.
  var variants: [VariantEntry]

  /// The look of surfaces.
  public enum Finish: String, CaseIterable, Sendable {
    /// Sheens, gradients, shadows.
    case rich
    /// Plain areas, for programmes and platforms that want them.
    case flat
  }

  /// What the field of a badge is painted with.
  public enum Ground: String, CaseIterable, Sendable {
    /// The badge's colour as it was asked for.
    case color
    /// A pale or a dark companion of it.
    case light, dark
  }

  /// How far along its track a certification is, lowest first.
  public enum Level: String, CaseIterable, Sendable { case beginner, intermediate, advanced }

  /// Where a badge is in its life.
  public enum State: String, CaseIterable, Sendable {
    case active
    case comingSoon = "coming-soon"
    case inProgress = "in-progress"
    case locked, archived, expired, revoked, emeritus
  }

  public enum Keys {
    private static let skillLimit = 50
    static let title = Key("title", LocalizedText.form, "the words on the art")
    static let short = Key(
      "short", LocalizedText.form, "a shorter title, used where room is scarce")
    static let subtitle = Key("subtitle", LocalizedText.form, "a line under the title")
    static let band = Key(
      "band", LocalizedText.form, "the words on the ribbon, such as the family's name")
    static let emblem = Key(
      "emblem", EmblemChoice.form,
      "a name of the library, a file, or {letters: …}, {number: …}, {scene: …}; a star unless given"
    )
    static let emblemColor = Key(
      "emblem-color", Form<EmblemChoice.Coloring>.choice("emblem colour"),
      "natural, the colours that nature gave the emblem, or programme")
    static let marker = Key(
      "marker", Words.markerForm, "up to 4 characters in the place the preset keeps for it")
    static let color = Key("color", .color, "the colour that everything is derived from")
    static let accent = Key("accent", .color, "a second colour, for the ribbon")
    static let metal = Key(
      "metal", Form<Metal.Name>.choice("metal"), "the metal of rims, rings and ribbon")
    static let finish = Key("finish", Form<Finish>.choice("finish"), "rich or flat")
    static let ground = Key(
      "ground", Form<Ground>.choice("ground"), "the field: in the colour itself, light or dark")
    static let capitals = Key(
      "capitals", .bool, "whether ribbons and rings are set in capitals; true unless given")
    static let progress = Key(
      "progress", Words.progressForm, "how much is done of what is in progress, such as 3/5")
    static let stars = Key("stars", Form<Int>.count(in: 0...5), "how many stars")
    static let logo = Key("logo", .bool, "whether the programme's logo stands on the badge")
    static let family = Key("family", Form<String>.id, "the family whose words are the defaults")
    static let criteria = Key(
      "criteria", LocalizedText.sentence, "what it takes to earn it, one sentence")
    static let description = Key(
      "description", LocalizedText.form, "a longer text, for pages and cards")
    static let skills = Key(
      "skills",
      Form<[Located<LocalizedText>]>.list(
        of: LocalizedText.sentence, named: "a list of texts", 0...skillLimit),
      "what an earner can do")
    static let competencies = Key(
      "competencies", Words.competenciesForm,
      "what an earner has shown, each with its weight, such as {Server: 20, CLI: 14}")
    static let track = Key(
      "track", LocalizedText.form, "the line of certifications that it belongs to, for pages")
    static let level = Key("level", Form<Level>.choice("level"), "how far along its track it is")
    static let requires = Key(
      "requires", Form<[Located<String>]>.list(of: .id, named: "a list of ids"),
      "badges that must be held first")
    static let derived = Key(
      "derived", .bool, "whether whoever holds all that it requires holds it")
    static let renewedBy = Key(
      "renewed-by", Form<[Located<String>]>.list(of: .id, named: "a list of ids"),
      "badges, such as a shorter exam, that renew it while it holds")
    static let valid = Key("valid", Words.validForm, "how long it lasts, such as 24 months")
    static let state = Key("state", Form<State>.choice("state"), "where the badge is in its life")
    static let aliases = Key(
      "aliases", Form<[Located<String>]>.list(of: .id, named: "a list of ids"),
      "other ids under which its files stand too")
    static let paths = Key(
      "paths",
      Form<[Located<KeptPath>]>.list(
        of: KeptPath.form, named: "a list of paths", 0...KeptPath.countLimit),
      "paths of the output folder at which its picture stands too")
    static let alt = Key(
      "alt", LocalizedText.form, "the alternative text, instead of the composed sentence")
    static let preset = Key("preset", Form<String>.id, "the preset that draws it")
    static let extends = Key("extends", Form<String>.id, "another badge to derive from")
    static let adjust = Key(
      "adjust", Form<Tree>.chapter("adjust"), "any slot of a preset, laid over it: the way out")
    static let tiers = Key(
      "tiers", VariantEntry.tiersForm, "a ladder: one variant for each tier, by what it takes")
    static let years = Key(
      "years", VariantEntry.yearsForm, "one badge for each year, with the words it changes")
    static let counts = Key("counts", VariantEntry.countsForm, "one variant for each count")
    static let certificate = Key(
      "certificate", Certificate.form, "the certificate that goes with it, and who signs it")
    static let achievement = Key(
      "achievement", AchievementSpec.form, "what it is in the terms of credentials")
    static let all = [
      KeyDeclaration(title), .init(short), .init(subtitle), .init(band), .init(emblem),
      .init(emblemColor), .init(marker), .init(stars), .init(logo), .init(color), .init(accent),
      .init(metal),
      .init(finish),
      .init(ground), .init(capitals), .init(progress), .init(family), .init(preset), .init(extends),
      .init(state), .init(criteria),
      .init(description), .init(skills), .init(competencies), .init(track), .init(level),
      .init(requires), .init(derived), .init(renewedBy), .init(valid),
      .init(aliases), .init(paths), .init(alt), .init(tiers),
      .init(years), .init(counts), .init(certificate), .init(achievement), .init(adjust),
    ]
  }

  /// Words as a badge and its family give them; none is required here.
  init?(_ tree: Tree, of what: String, _ reading: inout Reading) {
    guard var fields = Fields(tree, of: what, declared: Keys.all, &reading) else { return nil }
    reading.tokens = Slots.baseTokens.subtracting(["metal", "ground", "cloth"])
    title = fields.locate(Keys.title, &reading)
    short = fields.locate(Keys.short, &reading)
    subtitle = fields.locate(Keys.subtitle, &reading)
    band = fields.locate(Keys.band, &reading)
    emblem = fields.locate(Keys.emblem, &reading)
    emblemColor = fields.take(Keys.emblemColor, &reading) ?? .programme
    marker = fields.locate(Keys.marker, &reading)
    color = fields.take(Keys.color, &reading)
    accent = fields.take(Keys.accent, &reading)
    metal = fields.take(Keys.metal, &reading)
    finish = fields.take(Keys.finish, &reading) ?? .rich
    ground = fields.take(Keys.ground, &reading) ?? .color
    hasCapitals = fields.take(Keys.capitals, &reading) ?? true
    progress = fields.take(Keys.progress, &reading)
    stars = fields.take(Keys.stars, &reading)
    logo = fields.locate(Keys.logo, &reading)
    family = fields.locate(Keys.family, &reading)
    criteria = fields.take(Keys.criteria, &reading)
    description = fields.take(Keys.description, &reading)
    skills = (fields.take(Keys.skills, &reading) ?? []).map(\.value)
    competencies = fields.take(Keys.competencies, &reading) ?? []
    track = fields.take(Keys.track, &reading)
    level = fields.take(Keys.level, &reading)
    requires = fields.take(Keys.requires, &reading) ?? []
    let derived = fields.locate(Keys.derived, &reading)
    isDerived = derived?.value ?? false
    if let derived, derived.value, requires.isEmpty {
      reading.error(
        "a derived badge requires others", at: derived.place,
        help: "name them, as in requires: [first-exam, second-exam]")
    }
    renewedBy = fields.take(Keys.renewedBy, &reading) ?? []
    valid = fields.take(Keys.valid, &reading)
    state = fields.take(Keys.state, &reading) ?? .active
    aliases = fields.take(Keys.aliases, &reading) ?? []
    paths = fields.take(Keys.paths, &reading) ?? []
    alt = fields.take(Keys.alt, &reading)
    preset = fields.locate(Keys.preset, &reading)
    _ = fields.take(Keys.extends, &reading)
    _ = fields.take(Keys.adjust, &reading)
    variants =
      (fields.take(Keys.tiers, &reading) ?? []) + (fields.take(Keys.years, &reading) ?? [])
      + (fields.take(Keys.counts, &reading) ?? [])
    certificate = fields.take(Keys.certificate, &reading)
    achievement = fields.take(Keys.achievement, &reading)
    fields.finish(&reading)
  }

  /// Reports every text that is given in other languages only.
  func checkLanguage(_ language: String, _ reading: inout Reading) {
    for (name, word) in [
      ("title", title), ("short", short), ("subtitle", subtitle), ("band", band),
    ] {
      guard let word, word.value.text(in: language) == nil else { continue }
      reading.error(
        "“\(name)” has no text in “\(language)”, the programme's language", at: word.place,
        help: "add \(language): …")
    }
  }

  /// The stone that the badge is set with, where no marker of its own takes the place.
  private var stone: String? {
    guard let metal, marker == nil, [.diamond, .emerald, .ruby].contains(metal) else { return nil }
    return metal.rawValue
  }

  /// Whether the badge says the word, by the name that a preset's `when` asks for.
  package func says(_ word: String) -> Bool {
    switch word {
    case "title": title != nil
    case "short": short != nil
    case "subtitle": subtitle != nil
    case "band": band != nil
    case "emblem": emblem != nil
    case "letters":
      if case .letters = emblem?.value { true } else { false }
    // A state is told by what it does to an emblem, and a scene would hide that.
    case "scene":
      if case .scene = emblem?.value, state == .active { true } else { false }
    // A stone is told by its cut, in the marker's place: colour alone would not do.
    case "marker": marker != nil || stone != nil
    case "color": color != nil
    case "accent": accent != nil
    case "metal": metal != nil
    case "stars": (stars ?? 0) > 0
    case "logo": logo?.value == true
    case "diamond", "emerald", "ruby": stone == word
    // Who earned it is no word of the badge: it comes with an award.
    default: false
    }
  }

  /// The words that the badge says, as `when` asks for them.
  var said: Set<String> { Set(Words.conditions.filter(says)) }

  /// The words that `when` may ask for; a state is asked for by its own name.
  static let conditions = [
    "title", "short", "subtitle", "band", "emblem", "letters", "scene", "marker", "color", "accent",
    "metal",
    "stars", "logo", "diamond", "emerald", "ruby", Words.recipient,
  ]

  /// What `when` asks for where a preset has a place for the name of who earned the badge.
  static let recipient = "recipient"

  /// Words and states with spaces between them, as `when` asks for them.
  static let asked: Schema = {
    let names = (conditions + State.allCases.map(\.rawValue)).joined(separator: "|")
    return .pattern("^ *(\(names))( +(\(names)))* *$")
  }()

  private static let markerForm = Form<String>("up to 4 characters", .words) { tree, reading in
    guard let text = Form<String>.words.read(tree, &reading) else { return nil }
    guard text.count <= 4 else {
      reading.error(
        "the marker “\(text)” has \(text.count) characters", at: tree.place, help: "use at most 4")
      return nil
    }
    return text
  }

  /// `3/5`, `60%` or `0.6`.
  private static let progressForm = Form<Double>(
    "a share such as 3/5",
    .pattern("^ *([0-9]{1,6} */ *[1-9][0-9]{0,5}|[0-9]{1,3}(\\.[0-9]+)? *%|0(\\.[0-9]+)?|1) *$")
  ) { tree, reading in
    if case .scalar(let text, _) = tree.value, let share = Share(text) { return share.value }
    reading.error(
      "expected how much is done, not \(tree.told)", at: tree.place, help: "as in 3/5 or 60%")
    return nil
  }

  /// As many as a ring can show apart.
  private static let competenciesForm = Form<[(name: Located<String>, weight: Double)]>(
    "weights by name, such as {Server: 20, CLI: 14}", .map(.number(0.1...1000))
  ) { tree, reading in
    guard let entries = tree.entries, (1...12).contains(entries.count) else {
      reading.error(
        "expected 1 to 12 weights by name, not \(tree.told)", at: tree.place,
        help: "as in {Server: 20, CLI: 14}")
      return nil
    }
    return entries.compactMap { entry in
      let name = Tree(.scalar(entry.key.value, isPlain: false), entry.key.place)
      let weight = Form<Double>.number(in: 0.1...1000).read(entry.value, &reading)
      return Form<String>.words.read(name, &reading).flatMap { name in
        weight.map { (Located(name, entry.key.place), $0) }
      }
    }
  }

  /// In months.
  private static let validForm = Form<Int>(
    "a time such as 24 months",
    .pattern("^ *([1-9]|[1-9][0-9]|[1-5][0-9]{2}|600) +(month|months|year|years) *$")
  ) { tree, reading in
    if case .scalar(let text, _) = tree.value {
      let parts = text.split(separator: " ")
      if parts.count == 2, let number = Int(parts[0]), (1...600).contains(number) {
        switch parts[1] {
        case "month", "months": return number
        case "year", "years": return number * 12
        default: break
        }
      }
    }
    reading.error(
      "expected a time, not \(tree.told)", at: tree.place, help: "as in 24 months or 2 years")
    return nil
  }
}
