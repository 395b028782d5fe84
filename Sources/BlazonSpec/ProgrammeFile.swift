package import BlazonForm
public import BlazonSource

/// One file of a programme: the keys at its top.
enum FileKeys {
  static let blazon = Key("blazon", Form<Int>.count(in: 1...1), "the version of the language: 1")
  static let badges = Key("badges", Form<Tree>.map(.id, of: .chapter("badge")), "badges by id")
  static let presets = Key(
    "presets", Form<Tree>.map(.id, of: .chapter("preset")), "presets of the programme's own, by id")
  static let cards = Key(
    "cards", Form<Tree>.map(.id, of: .chapter("page")), "designs of share cards, by id")
  static let certificates = Key(
    "certificates", Form<Tree>.map(.id, of: .chapter("page")), "designs of certificates, by id")
  static let walls = Key("walls", Form<Tree>.map, "designs of walls", isDrawn: false)
  static let readmeBadges = Key(
    "readme-badges", Form<Tree>.map(.choice([ReadmeSpec.award]), of: .chapter("readme-badge")),
    "designs of README badges, by id; award is drawn")
  static let all = [
    KeyDeclaration(blazon), .init(badges), .init(presets), .init(cards), .init(certificates),
    .init(walls), .init(readmeBadges),
  ]
}

/// The keys of `programme.yaml`.
enum ProgrammeKeys {
  static let blazon = FileKeys.blazon
  static let programme = Key(
    "programme", Form<String>.id, "the programme's id: the name of its output folder")
  static let name = Key("name", LocalizedText.form, "what the programme is called")
  static let publish = Key("publish", ProgrammeKeys.addressForm, "where its output will be served")
  static let color = Key("color", .color, "the programme's colour")
  static let accent = Key("accent", .color, "its second colour")
  static let metal = Words.Keys.metal
  static let finish = Words.Keys.finish
  static let ground = Words.Keys.ground
  static let capitals = Words.Keys.capitals
  static let paper = Key("paper", .color, "the colour of light surfaces")
  static let ink = Key("ink", .color, "the colour of words on them")
  static let language = Key(
    "language", ProgrammeKeys.languageForm, "the language of its texts; en unless given")
  static let families = Key(
    "families", Form<Tree>.map(.id, of: .chapter("badge")),
    "families by id: words that their badges start from")
  static let extends = Key(
    "extends", Form<String>.text,
    "the folder of another programme, whose families and presets are used")
  static let include = Key(
    "include", Form<[Located<String>]>.list(of: .id, named: "a list of ids"),
    "badges of that programme to draw in this one's colours")
  static let partnerOf = Key(
    "partner-of", Form<String>.id, "the programme this one is a partner of")
  static let presets = FileKeys.presets
  static let badges = FileKeys.badges
  static let logo = Key("logo", Form<String>.artwork, "the programme's logo, a .svg or .png file")
  static let languages = Key(
    "languages",
    Form<[Located<String>]>.list(of: ProgrammeKeys.languageForm, named: "a list of languages"),
    "the languages, beside its own, in which people get cards and certificates")
  static let fonts = Key(
    "fonts", FontFamilies.form, "installed families for other scripts {sans, serif}")
  static let awards = Key(
    "awards", Form<[Located<String>]>.list(of: .ledger, named: "a list of files"),
    "ledgers of who earned what: .csv, .yaml and .json files, as in awards/*.csv")
  static let tiers = Key(
    "tiers", Form<Tree>.map(.id, of: .chapter("variant")),
    "words of tiers by name: a shipped one's are laid over, another is a tier of the programme's own"
  )
  static let words = Key(
    "words", Form<Tree>.map(.language, of: .chapter("words")),
    "fixed words of pictures, by language")
  static let themes = Key(
    "themes", Form<Tree>.chapter("themes"), "what is other on light and on dark pages")
  static let description = Key(
    "description", LocalizedText.prose, "what the programme is, one or two sentences for its page")
  static let website = Key("website", ProgrammeKeys.webForm, "the issuer's own pages")
  static let linkedin = Key(
    "linkedin", ProgrammeKeys.numberForm,
    "the organisation's number at LinkedIn, which shows its logo beside certifications")
  static let license = Key(
    "license", Form<String>.text,
    "the terms its pictures may be used under: an SPDX identifier such as CC-BY-4.0, or an address")
  static let withdrawn = Key(
    "withdrawn", Form<[Located<String>]>.list(of: .published, named: "a list of paths"),
    "what was published once and is taken away: paths in its output folder, without endings")
  static let budget = Key("budget", Budget.form, "the most bytes of files by kind")
  static let check = Key("check", CheckKeys.form, "how much it minds what is a matter of taste")
  static let all = [
    KeyDeclaration(blazon), .init(programme), .init(name), .init(publish), .init(color),
    .init(accent), .init(metal), .init(finish), .init(ground), .init(capitals), .init(paper),
    .init(ink), .init(language),
    .init(families), .init(presets), .init(badges), .init(extends), .init(include),
    .init(partnerOf), .init(logo), .init(languages), .init(fonts), .init(awards), .init(tiers),
    .init(words), .init(themes), .init(description), .init(website), .init(linkedin),
    .init(license), .init(withdrawn), .init(budget), .init(check),
  ]

  private static let webForm = Form<String>(
    "an https address", .pattern(addressPattern)
  ) { tree, reading in
    guard let text = Form<String>.text.read(tree, &reading) else { return nil }
    do throws(WebAddress.Problem) { return try WebAddress(text).text } catch {
      reading.error(error.message, at: tree.place, help: error.help)
      return nil
    }
  }

  private static let numberForm = Form<String>(
    "a number such as 1234567", .pattern("^[0-9]{1,20}$")
  ) {
    tree, reading in
    guard let text = Form<String>.text.read(tree, &reading) else { return nil }
    guard (1...20).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      reading.error(
        "“\(text.prefix(60))” is not a number of LinkedIn", at: tree.place,
        help: "the digits at the end of the address of the organisation's page, as in 1234567")
      return nil
    }
    return text
  }

  /// Without slashes at its end: what is served below it begins with one.
  private static let addressForm = Form<String>(
    "an https address", .pattern(addressPattern)
  ) { tree, reading in
    guard let text = Form<String>.text.read(tree, &reading) else { return nil }
    do throws(WebAddress.Problem) {
      let address = try WebAddress(text)
      let extra = address.query != nil ? "a query" : address.fragment != nil ? "a fragment" : nil
      if let extra {
        throw WebAddress.Problem(
          "“\(text.prefix(80))” has \(extra), below which nothing can be served",
          help: "write the address up to its path, as in https://badges.example.org/ours")
      }
      var folder = address.text[...]
      while folder.hasSuffix("/") { folder.removeLast() }
      return String(folder)
    } catch {
      reading.error(error.message, at: tree.place, help: error.help)
      return nil
    }
  }

  /// Scheme, host, port and path, as far as a pattern can tell.
  private static let addressPattern: String = {
    let label = "[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?"
    let host = "(\\[[0-9A-Fa-f:.]+\\]|\(label)(\\.\(label))*\\.?)"
    return
      "^[Hh][Tt][Tt][Pp][Ss]?://\(host)(:[0-9]{1,5})?(/([!$&-;=@-\\[\\]_a-z~]|%[0-9A-Fa-f]{2})*)?$"
  }()

  static let languageForm = Form<String>("a language", .language) { tree, reading in
    guard let text = Form<String>.text.read(tree, &reading),
      reading.checkLanguage(text, at: tree.place)
    else { return nil }
    return text
  }
}

/// The files of one programme's folder, as text.
public struct ProgrammeSources: Sendable {
  /// The folder as messages show it.
  public var folder: String
  /// `programme.yaml` and its neighbours, by name.
  public var files: [SourceText]
  /// Whether there are others that could not be read.
  public var hasUnreadFiles = false

  public init(folder: String, files: [SourceText]) { (self.folder, self.files) = (folder, files) }
}

/// A programme's files as trees: what is read before anything is inherited.
public struct ProgrammeDocument: Sendable {
  struct Entry: Sendable {
    var id: Located<String>
    var tree: Tree
  }

  public let folder: String
  let main: Tree
  var families: [Entry] = []
  var presets: [Entry] = []
  var badges: [Entry] = []
  var cards: [Entry] = []
  var certificates: [Entry] = []
  var readmeBadges: [Entry] = []
  /// The folder that `extends` names, relative to this one.
  public private(set) var base: Located<String>?

  /// Ids of badges that are not ids, and so begin no badge.
  private(set) var refusedBadges: Set<String> = []
  /// The texts that it was read from; none, if it was told in a sentence.
  private var sources: [SourceText] = []
  /// Whether a file, or the badges of one, cannot be read: whatever is not found may stand there.
  private(set) var hasUnreadFiles = false

  /// Whether it goes without a name, as the programme of one badge that is drawn by itself.
  private(set) var isAnonymous = false

  /// The presets that ship, and those of `base`, by name.
  package static func presets(of base: ProgrammeDocument?) -> [String: Tree] {
    Presets.shipped.merging(
      (base?.presets ?? []).map { ($0.id.value, $0.tree) }, uniquingKeysWith: { $1 })
  }

  /// Whether the programme says what it is called.
  package var hasName: Bool { main["name"] != nil }

  /// The programme of one badge, with the identity, the looks and the presets of `base`.
  package init(
    badge: [Tree.Entry], of programme: [Tree.Entry], in base: ProgrammeDocument?, at place: Place
  ) {
    folder = base?.folder ?? "."
    func map(_ entries: [Tree.Entry]) -> Tree { Tree(.map(entries), place) }
    func plain(_ key: String, _ text: String) -> Tree.Entry {
      Tree.Entry(key: Located(key, place), value: Tree(.scalar(text, isPlain: true), place))
    }
    let identity: Set = [
      "name", "language", "color", "accent", "metal", "finish", "ground", "capitals", "paper",
      "ink", "words", "themes",
    ]
    main = map([plain("blazon", "1"), plain("programme", "drawn")])
      .merged(with: base?.main.keeping(identity) ?? .emptyMap(at: place))
      .merged(with: map(programme))
    isAnonymous = main["name"] == nil
    badges = [Entry(id: Located("drawn", place), tree: map(badge))]
  }

  /// Whether both were read from the same texts.
  package func isSame(as other: ProgrammeDocument) -> Bool {
    folder == other.folder && hasUnreadFiles == other.hasUnreadFiles && !sources.isEmpty
      && sources.count == other.sources.count
      && zip(sources, other.sources).allSatisfy { $0.name == $1.name && $0.bytes == $1.bytes }
  }

  /// `nil` if there is no programme to speak of; everything wrong is in the report.
  public init?(_ sources: ProgrammeSources, report: inout Report) {
    folder = sources.folder
    hasUnreadFiles = sources.hasUnreadFiles
    self.sources = sources.files
    var reading = Reading()
    defer { report.add(reading.report) }
    guard
      let file = sources.files.first(where: {
        $0.name.hasSuffix("/programme.yaml") || $0.name == "programme.yaml"
      })
    else {
      reading.report.error(
        "“\(sources.folder)” is not a programme's folder", at: nil,
        help: "a programme has a file programme.yaml")
      return nil
    }
    let tree = Tree(file, report: &reading.report)
    main =
      tree
      ?? Tree.emptyMap(
        at: Place(file, start: Position(line: 1, column: 1), end: Position(line: 1, column: 1)))
    for source in sources.files where source !== file {
      // A key that is misspelt may have been “badges”.
      if !read(source, &reading) { hasUnreadFiles = true }
    }
    guard tree != nil else { return nil }
    add(main["families"], to: \.families, named: "family", &reading)
    add(main["presets"], to: \.presets, named: "preset", &reading)
    add(main["badges"], to: \.badges, named: "badge", &reading)
    if let tree = main["extends"], case .scalar(let folder, _) = tree.value {
      base = Located(folder, tree.place)
    }
  }

  /// Reads a file beside `programme.yaml`. False if what it holds is not wholly known, which is then
  /// reported.
  private mutating func read(_ source: SourceText, _ reading: inout Reading) -> Bool {
    let errors = reading.report.errorCount
    guard let tree = Tree(source, report: &reading.report),
      var fields = Fields(tree, of: "a file of badges", declared: FileKeys.all, &reading)
    else { return false }
    let version = fields.require(FileKeys.blazon, &reading)
    let badges = fields.take(FileKeys.badges, &reading)
    let presets = fields.take(FileKeys.presets, &reading)
    let cards = fields.take(FileKeys.cards, &reading)
    let certificates = fields.take(FileKeys.certificates, &reading)
    _ = fields.take(FileKeys.walls, &reading)
    let readmeBadges = fields.take(FileKeys.readmeBadges, &reading)
    fields.finish(&reading)
    let isWhole = reading.report.errorCount == errors
    guard version != nil else { return false }
    add(badges, to: \.badges, named: "badge", &reading)
    add(presets, to: \.presets, named: "preset", &reading)
    add(cards, to: \.cards, named: "card", &reading)
    add(certificates, to: \.certificates, named: "certificate", &reading)
    add(readmeBadges, to: \.readmeBadges, named: "README badge", &reading)
    return isWhole
  }

  func pages(_ kind: PageKind) -> [Entry] {
    switch kind {
    case .card: cards
    case .certificate: certificates
    }
  }

  private mutating func add(
    _ tree: Tree?, to list: WritableKeyPath<ProgrammeDocument, [Entry]>, named what: String,
    _ reading: inout Reading
  ) {
    var known = Dictionary(
      self[keyPath: list].map { ($0.id.value, $0.id.place) },
      uniquingKeysWith: { first, _ in first })
    for entry in tree?.entries ?? [] {
      guard reading.checkID(entry.key.value, at: entry.key.place) else {
        if list == \.badges { refusedBadges.insert(entry.key.value) }
        continue
      }
      if let first = known[entry.key.value] {
        reading.error(
          "the \(what) “\(entry.key.value)” is given twice", at: entry.key.place,
          help: "the first stands at \(first.label)")
        continue
      }
      known[entry.key.value] = entry.key.place
      self[keyPath: list].append(Entry(id: entry.key, tree: entry.value))
    }
  }
}

extension Form where Value == String {
  /// A ledger's file below the programme's folder; one `*` stands for any part of its name.
  static let ledger = Form("a .csv, .yaml or .json file", .path(endings: "csv|yaml|yml|json")) {
    tree, reading in
    guard let path = Form.text.read(tree, &reading) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard [".csv", ".yaml", ".yml", ".json"].contains(where: path.hasSuffix),
      parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }),
      !parts.dropLast().contains(where: { $0.contains("*") }), path.count(where: { $0 == "*" }) < 2,
      !path.contains("\\")
    else {
      reading.error(
        "“\(path.prefix(80))” is not a ledger of the programme", at: tree.place,
        help: "name .csv, .yaml or .json files below this folder, as in awards/*.csv")
      return nil
    }
    return path
  }
}

/// Installed families that write what the shipped fonts cannot.
public struct FontFamilies: Sendable {
  public var sans: [Located<String>] = []
  /// For faces with serifs.
  public var serif: [Located<String>] = []

  enum Keys {
    static let families = Form<[Located<String>]>.list(of: .words, named: "a list of families")
    static let sans = Key("sans", families, "families for other scripts, the first that can")
    static let serif = Key("serif", families, "the same for faces with serifs")
    static let all = [KeyDeclaration(sans), .init(serif)]
  }

  static let form = Form<FontFamilies>("families {sans: […], serif: […]}", .chapter("fonts")) {
    tree, reading in
    guard var fields = Fields(tree, of: "fonts", declared: Keys.all, &reading) else { return nil }
    let families = FontFamilies(
      sans: fields.take(Keys.sans, &reading) ?? [], serif: fields.take(Keys.serif, &reading) ?? [])
    fields.finish(&reading)
    if let extra = (families.sans + families.serif).dropFirst(40).first {
      reading.error("more than 40 families", at: extra.place, help: "name those that names need")
      return nil
    }
    return families
  }
}
