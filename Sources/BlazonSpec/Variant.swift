internal import BlazonArt
internal import BlazonForm
internal import BlazonScene
internal import BlazonSource

/// One of several drawings of a badge: a tier of its ladder, a year, a count.
public struct Variant: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case tier
    case year
    case count
  }

  public var kind: Kind
  /// `gold`, `2025`, `100`: what its files are called by, after the badge's id and a dot.
  public var name: String
  /// How often the badge was earned to reach it; `nil` for years.
  public var count: Int?
  /// What the alternative text says of it: `gold tier`.
  public var phrase: String
}

/// A variant as a badge's spec writes it: what it is, and the words it changes.
struct VariantEntry: Sendable {
  var variant: Variant
  var place: Place
  /// Words that follow from what it is, such as a tier's metal.
  var consequences: Tree
  /// Words of its own, laid over those.
  var overrides: Tree

  /// A ladder's tiers know their metals and how many stars tell them apart without colour.
  static let tiers: [(name: String, metal: Metal.Name, stars: Int)] = [
    ("common", .common, 0), ("bronze", .bronze, 1), ("silver", .silver, 2), ("gold", .gold, 3),
    ("platinum", .platinum, 4), ("diamond", .diamond, 0), ("emerald", .emerald, 0),
    ("ruby", .ruby, 0),
  ]

  /// The programme's own tiers, laid over those of its base.
  static func tiers(_ base: Tree?, under own: Tree?, _ reading: inout Reading) -> [Tree.Entry] {
    guard let tree = base.map({ base in own.map(base.merged) ?? base }) ?? own else { return [] }
    var tiers: [Tree.Entry] = []
    for entry in tree.entries ?? [] where !entry.value.isNull {
      guard reading.checkID(entry.key.value, at: entry.key.place) else { continue }
      for key in wholeWords + ["aliases", "paths", "alt"] {
        guard let place = entry.value[key]?.place else { continue }
        reading.error("a tier has no “\(key)”", at: place, help: "write it in the badge")
      }
      if Words(entry.value, of: "the tier “\(entry.key.value)”", &reading) != nil {
        tiers.append(entry)
      }
    }
    return tiers
  }

  // MARK: Forms

  /// `{bronze: 1, silver: {count: 10, band: Silver}}`; lowest first.
  static let tiersForm = Form<[VariantEntry]>(
    "a ladder {bronze: 1, silver: 10}",
    .named(.id, .either([.integer(0...1_000_000), .chapter("tier")]))
  ) { tree, reading in
    let own = reading.tiers
    let names = tiers.map(\.name) + own.map(\.key.value)
    let entries = reading.variants(tree, "a ladder", "as in {bronze: 1, silver: 10}") {
      entry, reading -> VariantEntry? in
      let name = entry.key.value
      if let theme = Theme(rawValue: name) {
        reading.error(
          "a tier cannot be called “\(theme.rawValue)”", at: entry.key.place,
          help: "so are files for \(theme.rawValue) pages")
        return nil
      }
      guard names.contains(name) else {
        reading.error(
          "unknown tier “\(entry.key.value.prefix(60))”", at: entry.key.place,
          help: helpText(for: entry.key.value, among: names))
        return nil
      }
      let count: Int?
      var overrides = Tree.emptyMap(at: entry.value.place)
      if entry.value.entries != nil {
        guard let tree = entry.value["count"] else {
          reading.error(
            "the tier “\(name)” has no count", at: entry.value.place,
            help: "say how often it takes, as in count: 10")
          return nil
        }
        count = countForm.read(tree, &reading)
        guard let own = reading.overrides(entry.value.removing(["count"])) else { return nil }
        overrides = own
      } else {
        count = countForm.read(entry.value, &reading)
      }
      guard let count else { return nil }
      let shipped = tiers.first { $0.name == name }.map {
        Tree.words(["metal": $0.name, "stars": String($0.stars)], at: entry.key.place)
      }
      let words = own.first { $0.key.value == name }?.value ?? .emptyMap(at: entry.key.place)
      return VariantEntry(
        variant: Variant(kind: .tier, name: name, count: count, phrase: "\(name) tier"),
        place: entry.key.place, consequences: shipped?.merged(with: words) ?? words,
        overrides: overrides)
    }
    let counts = (entries ?? []).compactMap(\.variant.count)
    for (index, entry) in (entries ?? []).enumerated().dropFirst()
    where counts[index] <= counts[index - 1] {
      reading.error(
        "the tier “\(entry.variant.name)” takes no more than the one before it", at: entry.place,
        help: "write tiers from the lowest to the highest")
    }
    return entries
  }

  static let countForm = Form<Int>.count(in: 0...1_000_000)

  enum Keys {
    static let count = Key("count", VariantEntry.countForm, "how often it takes")
    static let all = [KeyDeclaration(count)]
  }

  /// `{2024: {state: archived}, 2025: {}}`.
  static let yearsForm = Form<[VariantEntry]>(
    "a map of years {2024: {}, 2025: {}}",
    .named(.pattern("^(19|2[0-9])[0-9]{2}$"), .chapter("variant"))
  ) {
    tree, reading in
    reading.variants(tree, "years", "as in {2024: {state: archived}, 2025: {}}") { entry, reading in
      let year = entry.key.value
      guard year.count == 4, let number = Int(year), (1900...2999).contains(number) else {
        reading.error(
          "“\(year.prefix(20))” is not a year", at: entry.key.place, help: "as in 2025")
        return nil
      }
      guard let overrides = reading.overrides(entry.value) else { return nil }
      return VariantEntry(
        variant: Variant(kind: .year, name: year, count: nil, phrase: year),
        place: entry.key.place, consequences: .words(["marker": year], at: entry.key.place),
        overrides: overrides)
    }
  }

  /// `[1, 10, 100]`, or `{10: {}, 100: {metal: gold}}`.
  static let countsForm = Form<[VariantEntry]>(
    "a list of counts, or a map of them",
    .either([
      .list(.integer(1...1_000_000), 1...60),
      .named(.pattern("^[1-9][0-9]{0,6}$"), .chapter("variant")),
    ])
  ) {
    tree, reading in
    var map = tree
    if case .list(let items) = tree.value {
      map.value = .map(
        items.compactMap { item in
          guard case .scalar(let text, _) = item.value else {
            reading.error("expected a count, not \(item.told)", at: item.place, help: "as in 10")
            return nil
          }
          return Tree.Entry(
            key: Located(text, item.place), value: .emptyMap(at: item.place))
        })
    }
    var known: Set<String> = []
    return reading.variants(map, "counts", "as in [1, 10, 100]") { entry, reading in
      guard known.insert(entry.key.value).inserted else {
        reading.error(
          "the count “\(entry.key.value)” is given twice", at: entry.key.place, help: "take one out"
        )
        return nil
      }
      guard let count = Int(entry.key.value), (1...1_000_000).contains(count),
        String(count) == entry.key.value
      else {
        reading.error(
          "“\(entry.key.value.prefix(20))” is not a count", at: entry.key.place,
          help: "a whole number from 1 to 1000000")
        return nil
      }
      guard let overrides = reading.overrides(entry.value) else { return nil }
      let shown = count < 10_000 ? String(count) : "\(min(999, count / 1000))k"
      return VariantEntry(
        variant: Variant(
          kind: .count, name: String(count), count: count,
          phrase: count == 1 ? "once" : "\(count) times"),
        place: entry.key.place, consequences: .words(["marker": shown], at: entry.key.place),
        overrides: overrides)
    }
  }

  /// Words that say what a badge is made from: no variant has one of its own.
  static let wholeWords = ["family", "extends", "tiers", "years", "counts"]

  /// The words that a variant may change.
  static var words: [KeyDeclaration] {
    Words.Keys.all.filter { !wholeWords.contains($0.name) }
  }

  /// The most variants of one badge.
  static let limit = 60
}

extension Reading {
  /// The variants of a map, each once and not too many.
  fileprivate mutating func variants(
    _ tree: Tree, _ what: String, _ help: String,
    _ read: (Tree.Entry, inout Reading) -> VariantEntry?
  ) -> [VariantEntry]? {
    guard let entries = tree.entries?.filter({ !$0.value.isNull }), !entries.isEmpty else {
      error("expected \(what)", at: tree.place, help: help)
      return nil
    }
    guard entries.count <= VariantEntry.limit else {
      error(
        "\(entries.count) variants of one badge", at: entries[VariantEntry.limit].key.place,
        help: "at most \(VariantEntry.limit)")
      return nil
    }
    return entries.compactMap { read($0, &self) }
  }

  /// The words that a variant changes.
  fileprivate mutating func overrides(_ tree: Tree) -> Tree? {
    if case .scalar("", isPlain: true) = tree.value { return .emptyMap(at: tree.place) }
    guard tree.entries != nil else {
      error(
        "expected a map of words, not \(tree.told)", at: tree.place, help: "{} changes nothing")
      return nil
    }
    for name in VariantEntry.wholeWords {
      guard let entry = tree.entries?.first(where: { $0.key.plainName == name }) else { continue }
      error(
        "“\(name)” has no meaning in a variant", at: entry.key.place,
        help: "it belongs to the badge as a whole")
    }
    return tree
  }
}

extension Tree {
  /// A map of plain words that all stand at `place`.
  fileprivate static func words(_ words: [String: String], at place: Place) -> Tree {
    Tree(
      .map(
        words.sorted { $0.key < $1.key }.map {
          Entry(key: Located($0.key, place), value: Tree(.scalar($0.value, isPlain: true), place))
        }), place)
  }
}

extension Variant {
  /// The tiers that ship, from the lowest, with the stars that tell them without colour.
  package static var shippedTiers: [(name: String, stars: Int)] {
    VariantEntry.tiers.map { ($0.name, $0.stars) }
  }
}
