internal import BlazonForm
internal import BlazonScene
internal import BlazonSource

/// A preset as one badge uses it, read for every size that it is drawn in.
///
/// Small sizes have drawings of their own: `optical` overrides apply from the widest down to the narrowest
/// that is at least the width asked for.
public struct OpticalSlots: Sendable {
  /// The widest drawing first, then each that has overrides, with the largest width it is for.
  private let drawings: [(largest: Int, slots: Slots)]
  /// The preset with all overrides merged in.
  let tree: Tree
  /// Whether any colour in it has a value for each theme.
  let isThemed: Bool

  /// The slots as they are drawn `width` pixels wide; `Int.max` for the drawing of any large size.
  public func callAsFunction(width: Int) -> Slots { drawings[drawing(width: width)].slots }

  /// Which drawing is shown `width` pixels wide: sizes with one number look alike.
  public func drawing(width: Int) -> Int {
    drawings.lastIndex { width <= $0.largest } ?? 0
  }

  /// Reads `tree`; `nil` if a drawing has no shape, which is then reported.
  init?(_ tree: Tree, _ reading: inout Reading) {
    let wasThemed = reading.isThemed
    reading.isThemed = false
    defer { reading.isThemed = reading.isThemed || wasThemed }
    guard let full = Slots(tree, &reading) else { return nil }
    var drawings = [(largest: Int.max, slots: full)]
    var merged = tree
    for width in OpticalSlots.widths(tree) {
      if let overrides = tree["optical"]?[String(width)] { merged = merged.merged(with: overrides) }
      guard let slots = Slots(merged, &reading) else { return nil }
      drawings.append((width, slots))
    }
    self.drawings = drawings
    self.tree = tree
    isThemed = reading.isThemed
  }

  /// The widths at which the drawing changes, widest first.
  private static func widths(_ tree: Tree) -> [Int] {
    let widths = (tree["optical"]?.entries ?? []).compactMap { Int($0.key.value) }
    return Array(widths.sorted(by: >).prefix(16))
  }
}

/// Reads each preset once for all badges that use it alike.
struct PresetCompiler {
  /// What a badge makes of a preset.
  struct Use {
    var name: String
    /// The preset over those it extends, without the overrides of words, state and `adjust`.
    var base: Tree
    /// The words that the badge says, as `when` asks for them.
    var said: Set<String>
    var state: Words.State
    var adjust: Tree?
  }

  private struct Key: Hashable {
    var name: String
    var said: Set<String>
    var state: Words.State
    var theme: Theme
  }

  private var known: [Key: OpticalSlots] = [:]
  /// The words that each preset asks for: others change nothing.
  private var asked: [String: Set<String>] = [:]

  /// The preset as `use` says; `nil` if it cannot be drawn. What is wrong in it is reported for each use.
  mutating func slots(_ use: Use, _ reading: inout Reading) -> OpticalSlots? {
    func read(_ reading: inout Reading) -> OpticalSlots? {
      OpticalSlots(
        Presets.composed(use.base, saying: use.said, state: use.state, adjust: use.adjust), &reading
      )
    }
    // What is adjusted is one badge's alone.
    guard use.adjust == nil else { return read(&reading) }
    let key = Key(
      name: use.name, said: use.said.intersection(words(askedBy: use)), state: use.state,
      theme: reading.theme)
    if let slots = known[key] {
      reading.isThemed = reading.isThemed || slots.isThemed
      return slots
    }
    let before = reading.errorCount
    let slots = read(&reading)
    if reading.errorCount == before { known[key] = slots }
    return slots
  }

  private mutating func words(askedBy use: Use) -> Set<String> {
    if let words = asked[use.name] { return words }
    func conditions(_ tree: Tree) -> [String] {
      (tree["when"]?.entries ?? []).flatMap {
        Presets.conditions(of: $0.key.value) + conditions($0.value)
      }
    }
    let states = (use.base["states"]?.entries ?? []).map(\.value)
    let words = Set(([use.base] + states).flatMap(conditions))
    asked[use.name] = words
    return words
  }
}
