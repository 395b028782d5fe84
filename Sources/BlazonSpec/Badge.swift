public import BlazonArt
internal import BlazonForm
internal import BlazonScene
public import BlazonSource

/// A badge with all that it inherits: its words, and its preset up to the optical size.
public struct Badge: Sendable {
  public let id: Located<String>
  /// Which of several drawings of the badge this is; `nil` for the badge itself.
  public let variant: Variant?
  /// Its drawings by tier and count. Years are badges of their own.
  public internal(set) var variants: [Badge] = []
  /// Of a tier or a count, the ids that its badge had.
  var aliasesOfBadge: [Located<String>] = []
  /// Whose values its colours have.
  var theme = Theme.light
  /// The badge as it is on dark pages, alone in a list; empty where nothing is other there.
  var others: [Badge] = []
  /// The badge on dark pages, where anything is other there.
  public var dark: Badge? { others.first }
  /// All its drawings: its own, then those of its variants.
  public var drawings: [Badge] { [self] + variants }
  public let words: Words
  /// Where it came from: what `show` tells, and what is read for awards.
  let origin: Origin
  /// Its slots as the programme shows it.
  public let slots: OpticalSlots
  /// Its slots as somebody has it, by the states that awards give it.
  var personal: [Words.State: OpticalSlots] = [:]
  public let presetName: String

  /// All that its drawings are made of beside the look of its programme, as texts: digests are made of them.
  public var sources: [String] {
    [
      fileName + aliasesOfBadge.map { " \($0.value)" }.joined(), presetName, theme.rawValue,
      words.state.rawValue,
      words.said.sorted().joined(separator: " "),
      // The order of a badge's words means nothing.
      origin.words.sorted.source, origin.adjust?.source ?? "",
    ] + others.flatMap(\.sources)
  }

  /// The preset, without the overrides of words, state and `adjust`, as text.
  public var presetSource: String { origin.preset.source }

  /// What a badge was read from.
  struct Origin: Sendable {
    /// The words as they are written, with all that is inherited.
    var words: Tree
    /// The preset without the overrides of words, state and `adjust`.
    var preset: Tree
    /// Whether nobody but us has written what it says.
    var isShipped: Bool
    var adjust: Tree?
  }

  /// The silhouette, for the alternative text.
  public var silhouette: Silhouette {
    if case .silhouette(let silhouette, _) = slots(width: .max).shape.outline { return silhouette }
    return .circle
  }

  /// What its files are called, without an ending.
  public var fileName: String { fileName(of: id.value) }

  /// What they are called where the badge is called `name`.
  private func fileName(of name: String) -> String {
    switch variant?.kind {
    case .tier, .count: "\(name).\(variant?.name ?? "")"
    case .year, nil: name
    }
  }

  /// Ids that it had: those of its badge, where it is a tier or a count.
  public var formerIDs: [Located<String>] {
    switch variant?.kind {
    case .tier, .count: aliasesOfBadge
    case .year, nil: words.aliases
    }
  }

  /// All names of its files: its own, those by its former ids and aliases, a year's also as a variant is called.
  public var fileNames: [String] {
    let year = variant.flatMap { $0.kind == .year ? $0.name : nil }
    let asVariant = year.map { ["\(id.value.dropLast($0.count + 1)).\($0)"] } ?? []
    return [fileName] + asVariant + aliasesOfBadge.map { fileName(of: $0.value) }
      + words.aliases.map(\.value)
  }

  /// The drawing for who reached `tier`, or earned the badge `count` times; the badge itself where
  /// it has none for that.
  public func variant(tier: String?, count: Int?) -> Badge {
    if let tier { return variants.first { $0.variant?.name == tier } ?? self }
    guard let count else { return self }
    // In whatever order they are written.
    func needed(_ badge: Badge) -> Int { badge.variant?.count ?? .max }
    return variants.filter { needed($0) <= count }.max { needed($0) < needed($1) } ?? self
  }

  /// The state in which somebody has it whose award says `state`: that, or its own.
  public func state(awarded state: String?) -> Words.State {
    state.flatMap(Words.State.init) ?? words.state
  }

  /// Whether nobody but us has written its design.
  public var isDesignShipped: Bool { origin.isShipped }

  /// Whether it has places of its own beside what its preset says.
  public var isAdjusted: Bool { origin.adjust != nil }

  /// Whether the preset has a place for the name of who earned it.
  public var hasPlaceForName: Bool {
    (origin.preset["when"]?.entries ?? []).contains {
      Presets.conditions(of: $0.key.value).contains(Words.recipient)
    }
  }

  /// Whether the preset draws the state in a way of its own.
  public func draws(_ state: Words.State) -> Bool {
    state == .active || origin.preset["states"]?[state.rawValue] != nil
  }

  /// The badge as one person has it: in the state of the award, with the name where there is a place
  /// for it; `nil` unless `Programme.prepare` read it so.
  ///
  /// `progress` is how much of it they have done, where that is known.
  public func personal(state: Words.State, progress: Double? = nil) -> Badge? {
    guard let slots = personal[state] else { return nil }
    var words = words
    words.state = state
    if state == .inProgress, let progress { words.progress = progress }
    var badge = Badge(
      id: id, variant: variant, theme: theme, words: words, origin: origin, slots: slots,
      presetName: presetName)
    badge.aliasesOfBadge = aliasesOfBadge
    badge.others = others.compactMap { $0.personal(state: state, progress: progress) }
    return badge.others.count == others.count ? badge : nil
  }

  /// The badge as everybody has it whose award has expired: one that lasts for a time is drawn so once for all. `nil` for
  /// one that never expires by itself, that has no drawing for it, or that shows it already.
  public var expired: Badge? {
    words.valid == nil || words.state == .expired ? nil : personal(state: .expired)
  }

  /// Reads the badge, its variants and its drawings for dark pages as somebody has them in `state`.
  mutating func prepare(
    for state: Words.State, _ compiler: inout PresetCompiler, _ reading: inout Reading
  ) {
    if personal[state] == nil {
      reading.theme = theme
      personal[state] = compiler.slots(
        .init(
          name: presetName, base: origin.preset, said: words.said.union([Words.recipient]),
          state: state, adjust: origin.adjust), &reading)
    }
    for index in others.indices { others[index].prepare(for: state, &compiler, &reading) }
    for index in variants.indices { variants[index].prepare(for: state, &compiler, &reading) }
  }
}
