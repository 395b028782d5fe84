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
  /// Whose values its colours have.
  var theme = Theme.light
  /// The badge as it is on dark pages, alone in a list; empty where nothing is other there.
  var others: [Badge] = []
  /// The badge on dark pages, where anything is other there.
  public var dark: Badge? { others.first }
  /// All its drawings: its own, then those of its variants.
  public var drawings: [Badge] { [self] + variants }
  public let words: Words
  /// The words as they are written, with all that is inherited.
  let source: Tree
  /// The preset with the overrides of words, state and `adjust` merged in.
  let preset: Tree
  /// The preset without those.
  let base: Tree
  let adjust: Tree?
  public let presetName: String
  /// The silhouette, for the alternative text.
  public let silhouette: Silhouette

  /// What its files are called, without an ending.
  public var fileName: String {
    switch variant?.kind {
    case .tier, .count: "\(id.value).\(variant?.name ?? "")"
    case .year, nil: id.value
    }
  }

  /// All names of its files: its own and its aliases, a year's also as a variant is called.
  public var fileNames: [String] {
    let year = variant.flatMap { $0.kind == .year ? $0.name : nil }
    let asVariant = year.map { ["\(id.value.dropLast($0.count + 1)).\($0)"] } ?? []
    return [fileName] + asVariant + words.aliases.map(\.value)
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

  /// Whether it has places of its own beside what its preset says.
  public var isAdjusted: Bool { adjust != nil }

  /// Whether the preset has a place for the name of who earned it.
  public var hasPlaceForName: Bool {
    (base["when"]?.entries ?? []).contains {
      Presets.conditions(of: $0.key.value).contains(Words.recipient)
    }
  }

  /// Whether the preset draws the state in a way of its own.
  public func draws(_ state: Words.State) -> Bool {
    state == .active || base["states"]?[state.rawValue] != nil
  }

  /// The badge as one person has it: in the state of the award, with the name where there is a
  /// place for it.
  public func personal(state: Words.State) -> Badge {
    var words = words
    words.state = state
    let preset = Presets.composed(
      base, saying: words.said.union([Words.recipient]), state: state, adjust: adjust)
    return Badge(
      id: id, variant: variant, theme: theme, others: others.map { $0.personal(state: state) },
      words: words, source: source, preset: preset, base: base, adjust: adjust,
      presetName: presetName, silhouette: silhouette)
  }

  /// The slots as they are drawn `width` pixels wide.
  ///
  /// `optical` overrides apply from the widest down to the narrowest that is at least `width`.
  public func slots(width: Int) -> Slots? {
    var reading = Reading()
    reading.theme = theme
    return Badge.slots(preset, width: width, &reading)
  }

  /// The widths at which the drawing changes, widest first.
  static func opticalWidths(_ preset: Tree) -> [Int] {
    Array(
      (preset["optical"]?.entries ?? []).compactMap { Int($0.key.value) }.sorted(by: >).prefix(16))
  }

  static func slots(_ preset: Tree, width: Int, _ reading: inout Reading) -> Slots? {
    var tree = preset
    for largest in opticalWidths(preset) where width <= largest {
      if let overrides = preset["optical"]?[String(largest)] { tree = tree.merged(with: overrides) }
    }
    return Slots(tree, &reading)
  }
}
