internal import BlazonSource

/// What a ledger has to know of badges: their ids, how long they last, and which need a number.
public struct BadgeDirectory: Sendable {
  /// A badge that awards may name.
  public struct Entry: Hashable, Sendable {
    public var programme: String
    public var id: String
    /// Other ids that mean it.
    public var aliases: [String]
    /// How long an award lasts, in months; `nil` for ever.
    public var validMonths: Int?
    /// Whether each of its awards has an id of its own.
    public var needsID: Bool
    /// Whether each of its awards has a credential, and so a number for that.
    public var needsUUID: Bool

    public init(
      programme: String, id: String, aliases: [String] = [], validMonths: Int? = nil,
      needsID: Bool = false, needsUUID: Bool = false
    ) {
      (self.programme, self.id, self.aliases) = (programme, id, aliases)
      (self.validMonths, self.needsID, self.needsUUID) = (validMonths, needsID, needsUUID)
    }
  }

  /// Badges of a programme that cannot be read. Their own errors say so; their awards need not.
  public struct Unread: Hashable, Sendable {
    public var programme: String
    /// Their ids, and other ids that mean them.
    public var names: Set<String>
    /// Whether any other id may be among them, because a whole file cannot be read.
    public var isOpen: Bool

    public init(programme: String, names: Set<String> = [], isOpen: Bool = false) {
      (self.programme, self.names, self.isOpen) = (programme, names, isOpen)
    }

    fileprivate func mayHold(_ name: String) -> Bool { isOpen || names.contains(name) }
  }

  /// What grants keep of a badge.
  final class Subject: Sendable {
    let programme: String, id: String

    init(_ entry: Entry) { (programme, id) = (entry.programme, entry.id) }
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

  /// The badges of one programme by id and by alias, as indices of `entries`.
  private struct Names {
    var ids: [String: Int] = [:]
    var aliases: [String: [Int]] = [:]

    /// An id goes before an alias.
    func indices(of name: String) -> [Int] { ids[name].map { [$0] } ?? aliases[name] ?? [] }

    var all: [String] { (Array(ids.keys) + aliases.keys).sorted() }
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
    }
    self.programmes = programmes
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
    if parts.count == 2 {
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

  private func answer(_ indices: [Int]) -> Answer {
    switch indices.count {
    case 0: .noBadge
    case 1: .one(indices[0])
    default: .several(indices)
    }
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
    if !suggestions(for: word, among: own).isEmpty { return helpText(for: word, among: own) }
    let all = Set(programmes.values.flatMap(\.all)).sorted()
    return helpText(
      for: word, among: suggestions(for: word, among: all).isEmpty && !own.isEmpty ? own : all)
  }
}
