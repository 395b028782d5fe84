internal import BlazonSource

/// What a ledger has to know of badges: their ids, how long they last, and which need a number.
public struct BadgeDirectory: Sendable {
  /// A badge that awards may name.
  public struct Entry: Hashable, Sendable {
    public var programme: String
    public var id: String
    /// Other ids that mean it.
    public var aliases: [String]
    /// What it is called, in all languages: awards may name it so.
    public var titles: [String]
    /// How long an award lasts, in months; `nil` for ever.
    public var validMonths: Int?
    /// Badges of the same programme that are held first, by their ids.
    public var requires: [String] = []
    /// Whether whoever holds all that it requires holds it.
    public var isDerived = false
    /// Badges of the same programme whose awards renew it, by their ids.
    public var renewedBy: [String] = []
    /// Whether each of its awards has an id of its own.
    public var needsID: Bool
    /// Whether each of its awards has a credential, and so a number for that.
    public var needsUUID: Bool

    public init(
      programme: String, id: String, aliases: [String] = [], titles: [String] = [],
      validMonths: Int? = nil, needsID: Bool = false, needsUUID: Bool = false
    ) {
      (self.programme, self.id, self.aliases) = (programme, id, aliases)
      self.titles = titles
      (self.validMonths, self.needsID, self.needsUUID) = (validMonths, needsID, needsUUID)
    }
  }

  /// Badges of a programme that cannot be read. Their own errors say so; their awards need not.
  public struct Unread: Hashable, Sendable {
    public var programme: String
    /// Their ids, and other ids and titles that mean them; folded.
    private let names: Set<String>
    /// Whether any other id may be among them, because a whole file cannot be read.
    public var isOpen: Bool

    public init(programme: String, names: Set<String> = [], isOpen: Bool = false) {
      (self.programme, self.isOpen) = (programme, isOpen)
      self.names = Set(names.map(BadgeDirectory.folded))
    }

    fileprivate func mayHold(_ name: String) -> Bool {
      isOpen || names.contains(BadgeDirectory.folded(name))
    }
  }

  /// What grants keep of a badge.
  final class Subject: Sendable {
    let programme: String, id: String
    /// Of few grants, which have one of their own.
    let renewed: CalendarDate?
    let isDerived: Bool

    init(_ entry: Entry) {
      (programme, id, renewed, isDerived) = (entry.programme, entry.id, nil, false)
    }

    init(_ other: Subject, renewed: CalendarDate?, isDerived: Bool) {
      (programme, id) = (other.programme, other.id)
      (self.renewed, self.isDerived) = (renewed, isDerived)
    }
  }

  public let entries: [Entry]
  /// Of each entry.
  let subjects: [Subject]
  /// The states an award may be in; empty for any.
  public let states: [String]
  /// The tiers an award may have; empty for any.
  public let tiers: [String]
  private let programmes: [String: Names]
  private let unread: [Unread]
  /// Whether whole programmes are missing, because they cannot be read.
  private let isOpen: Bool
  /// What each derived entry is derived from, and what each entry is renewed by.
  private let derivations: [Int: [Int]]
  private let renewals: [Int: [Int]]

  /// The badges of one programme by id and by alias, as indices of `entries`.
  private struct Names {
    var ids: [String: Int] = [:]
    var aliases: [String: [Int]] = [:]
    /// By titles, folded.
    var titles: [String: [Int]] = [:]

    /// An id goes before an alias, and that before a title.
    func indices(of name: String) -> [Int] {
      ids[name].map { [$0] } ?? aliases[name] ?? titles[BadgeDirectory.folded(name)] ?? []
    }

    var all: [String] { (Array(ids.keys) + aliases.keys).sorted() }

    /// The id of the badge whose title is most like `word`.
    func likelyTitle(_ word: String) -> String? {
      suggestions(for: BadgeDirectory.folded(word), among: titles.keys.sorted()).first
        .flatMap { title in titles[title]?.first }
        .flatMap { index in ids.first { $0.value == index }?.key }
    }
  }

  public init(
    _ entries: [Entry], unread: [Unread] = [], isOpen: Bool = false, states: [String] = [],
    tiers: [String] = []
  ) {
    (self.entries, self.states, self.tiers) = (entries, states, tiers)
    (self.unread, self.isOpen) = (unread, isOpen)
    subjects = entries.map(Subject.init)
    var programmes: [String: Names] = [:]
    for (index, entry) in entries.enumerated() {
      programmes[entry.programme, default: Names()].ids[entry.id] = index
      for alias in entry.aliases {
        programmes[entry.programme, default: Names()].aliases[alias, default: []].append(index)
      }
      for title in Set(entry.titles.map(BadgeDirectory.folded)) {
        programmes[entry.programme, default: Names()].titles[title, default: []].append(index)
      }
    }
    self.programmes = programmes
    func indices(_ ids: [String], _ entry: Entry) -> [Int] {
      ids.compactMap { programmes[entry.programme]?.ids[$0] }
    }
    var (derivations, renewals): ([Int: [Int]], [Int: [Int]]) = ([:], [:])
    for (index, entry) in entries.enumerated() {
      if entry.isDerived { derivations[index] = indices(entry.requires, entry) }
      if !entry.renewedBy.isEmpty { renewals[index] = indices(entry.renewedBy, entry) }
    }
    // What goes round in a circle is derived from nothing; its spec is told so.
    self.derivations = derivations.filter { index, _ in !derivations.leadsBack(to: index) }
    self.renewals = renewals
  }

  /// The entries that a derived one is derived from, all of which there are; none for any other.
  func parts(of entry: Int) -> [Int] {
    guard let parts = derivations[entry], parts.count == entries[entry].requires.count else {
      return []
    }
    return parts
  }

  func renewers(of entry: Int) -> [Int] { renewals[entry] ?? [] }

  /// Whether what is held depends on more than the newest award of a badge.
  package var hasTenure: Bool {
    !derivations.isEmpty || !renewals.isEmpty || entries.contains { !$0.requires.isEmpty }
  }

  /// The entry of a grant.
  func entry(of grant: Grant) -> Int? { programmes[grant.programme]?.ids[grant.badge] }

  /// The entry of a badge of the same programme as `entry`.
  func entry(_ id: String, besides entry: Int) -> Int? {
    programmes[entries[entry].programme]?.ids[id]
  }

  /// Whether `word` means a badge of `programme`, or several.
  public func knows(_ word: String, in programme: String) -> Bool {
    switch badge(word, preferring: programme) {
    case .one, .several: true
    case .unread, .noBadge, .noProgramme: false
    }
  }

  /// A title as titles are compared: capitals, blanks, dashes and quotes of any kind do not count.
  package static func folded(_ title: String) -> String {
    let text = PlainText(title).text.lowercased()
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .dashPunctuation: "-"
          case .initialPunctuation, .finalPunctuation: scalar == "’" || scalar == "‘" ? "'" : "\""
          default: scalar
          }
        }))
  }

  /// Indices of entries.
  enum Answer {
    case one(Int)
    case several([Int])
    /// It may be one of the badges that cannot be read.
    case unread
    case noBadge
    case noProgramme
  }

  /// The badge that `word` means: `programme/id`, or an id that is looked up in the programme
  /// `preferred` first and then in all.
  func badge(_ word: String, preferring preferred: String?) -> Answer {
    let parts = word.split(separator: "/", maxSplits: 1).map(String.init)
    // A title may have a slash.
    if parts.count == 2, programmes[parts[0]] != nil || !isTitle(word) {
      let (programme, name) = (parts[0], parts[1])
      let answer = answer(programmes[programme]?.indices(of: name) ?? [])
      guard case .noBadge = answer else { return answer }
      let own = unread.filter { $0.programme == programme }
      if own.contains(where: { $0.mayHold(name) }) { return .unread }
      if programmes[programme] != nil || !own.isEmpty { return .noBadge }
      return isOpen ? .unread : .noProgramme
    }
    if let preferred {
      let own = programmes[preferred]?.indices(of: word) ?? []
      if !own.isEmpty { return answer(own) }
      if unread.contains(where: { $0.programme == preferred && $0.mayHold(word) }) {
        return .unread
      }
    }
    let all = answer(programmes.values.flatMap { $0.indices(of: word) }.sorted())
    guard case .noBadge = all else { return all }
    return isOpen || unread.contains { $0.mayHold(word) } ? .unread : .noBadge
  }

  private func isTitle(_ word: String) -> Bool {
    let title = BadgeDirectory.folded(word)
    return programmes.values.contains { $0.titles[title] != nil }
  }

  private func answer(_ indices: [Int]) -> Answer {
    switch indices.count {
    case 0: .noBadge
    case 1: .one(indices[0])
    default: .several(indices)
    }
  }

  /// The likely badge for one that an award names, or all; and where an id of old belongs.
  func helpForUnknown(_ word: String, preferring programme: String?) -> String {
    let help = help(for: word, preferring: programme)
    return help + (help.hasSuffix("?") ? " A" : "; a")
      + " badge that was renamed keeps its old id under “aliases”"
  }

  /// What to write instead of `word`, which is no badge.
  func help(for word: String, preferring preferred: String?) -> String {
    let parts = word.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      guard let names = programmes[parts[0]] else {
        return helpText(for: parts[0], among: programmes.keys.sorted())
      }
      return helpText(for: parts[1], among: names.all)
    }
    let own = preferred.flatMap { programmes[$0]?.all } ?? []
    if let likely = preferred.flatMap({ programmes[$0]?.likelyTitle(word) }) {
      return "did you mean “\(likely)”?"
    }
    if !suggestions(for: word, among: own).isEmpty { return helpText(for: word, among: own) }
    let all = Set(programmes.values.flatMap(\.all)).sorted()
    return helpText(
      for: word, among: suggestions(for: word, among: all).isEmpty && !own.isEmpty ? own : all)
  }
}

extension [Int: [Int]] {
  /// Whether the way from `start` leads to it again.
  fileprivate func leadsBack(to start: Int) -> Bool {
    var (open, seen) = (self[start] ?? [], Set<Int>())
    while let next = open.popLast() {
      if next == start { return true }
      if seen.insert(next).inserted { open += self[next] ?? [] }
    }
    return false
  }
}
