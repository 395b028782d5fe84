package import BlazonForm
public import BlazonSource

/// One file of a programme: the keys at its top.
enum FileKeys {
  static let blazon = Key(
    "blazon", Form<Int>.count(in: 1...Language.version), "the version of the language: 1")
  static let badges = Key("badges", Form<Tree>.map(.id, of: .chapter("badge")), "badges by id")
  static let presets = Key(
    "presets", Form<Tree>.map(.id, of: .chapter("preset")), "presets of the programme's own, by id")
  static let cards = Key(
    "cards", pagesForm, "share cards: names of those that ship, or designs by id")
  static let certificates = Key(
    "certificates", pagesForm, "certificates: names of those that ship, or designs by id")
  static let walls = Key(
    "walls", Form<Tree>.map(.id, of: .chapter("wall")),
    "walls of badges, by id: the one called wall stands at wall.svg")
  static let readmeBadges = Key(
    "readme-badges", Form<Tree>.map(.choice([ReadmeSpec.award]), of: .chapter("readme-badge")),
    "designs of README badges, by id; award is drawn")
  static let all = [
    KeyDeclaration(blazon), .init(badges), .init(presets), .init(cards), .init(certificates),
    .init(walls), .init(readmeBadges),
  ]

  /// `[square, story]` is `{square: {extends: square}, story: {extends: story}}`.
  private static let pagesForm = Form<Tree>(
    "designs by id, or a list of names",
    .either([.named(.id, .chapter("page")), .list(.id, 1...64)])
  ) { tree, reading in
    guard case .list(let items) = tree.value else { return Form<Tree>.map.read(tree, &reading) }
    let entries = items.compactMap { item in
      Form<String>.id.read(item, &reading).map { name in
        Tree.Entry(
          key: Located(name, item.place),
          value: Tree(
            .map([Tree.Entry(key: Located("extends", item.place), value: item)]), item.place))
      }
    }
    return Tree(.map(entries), tree.place)
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
  var walls: [Entry] = []
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
    let ledgers = AwardsSpec.files(in: main["awards"])
    for source in sources.files where source !== file && !ledgers.contains(where: source.isNamed) {
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
    let walls = fields.take(FileKeys.walls, &reading)
    let readmeBadges = fields.take(FileKeys.readmeBadges, &reading)
    fields.finish(&reading)
    let isWhole = reading.report.errorCount == errors
    guard version != nil else { return false }
    add(badges, to: \.badges, named: "badge", &reading)
    add(presets, to: \.presets, named: "preset", &reading)
    add(cards, to: \.cards, named: "card", &reading)
    add(certificates, to: \.certificates, named: "certificate", &reading)
    add(walls, to: \.walls, named: "wall", &reading)
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
  static let ledger = Form(
    "a .csv, .yaml, .json, .jsonl, .xlsx or .md file",
    .path(endings: ledgerEndings.joined(separator: "|"))
  ) { tree, reading in
    guard let path = Form.text.read(tree, &reading) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard ledgerEndings.contains(where: { path.hasSuffix(".\($0)") }),
      parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }),
      !parts.dropLast().contains(where: { $0.contains("*") }), path.count(where: { $0 == "*" }) < 2,
      !path.contains("\\")
    else {
      reading.error(
        "“\(path.prefix(80))” is not a ledger of the programme", at: tree.place,
        help:
          "name .csv, .yaml, .json, .jsonl, .xlsx or .md files below this folder, as in awards/*.csv"
      )
      return nil
    }
    return path
  }

  private static let ledgerEndings = [
    "csv", "tsv", "yaml", "yml", "json", "jsonl", "ndjson", "xlsx", "md",
  ]
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

  /// Those that a programme names, or its base.
  init(_ fields: inout Fields, _ base: ProgrammeDocument?, _ reading: inout Reading) {
    self =
      fields.take(ProgrammeKeys.fonts, &reading)
      ?? base?.main["fonts"].flatMap { FontFamilies.form.read($0, &reading) }
      ?? FontFamilies(sans: [], serif: [])
  }

  private init(sans: [Located<String>], serif: [Located<String>]) {
    (self.sans, self.serif) = (sans, serif)
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
