internal import BlazonSource

/// The presets that ship with the program.
enum Presets {
  static let shipped: [String: Tree] = {
    var report = Report()
    var presets: [String: Tree] = [:]
    for (name, source) in ShippedPreset.sources {
      guard let tree = Tree(source, report: &report) else { continue }
      for entry in tree["presets"]?.entries ?? [] { presets[entry.key.value] = entry.value }
      precondition(!report.hasErrors, "the shipped preset \(name) is broken")
    }
    return presets
  }()

  /// Reads `preset` as it is and with each override of a word or a state.
  static func check(_ preset: Tree, _ reading: inout Reading) {
    let states = (preset["states"]?.entries ?? []).map { preset.merged(with: $0.value) }
    let words = (preset["when"]?.entries ?? []).map { entry in
      applying(when: Set(conditions(of: entry.key.value)), to: preset)
    }
    for tree in [preset] + words + states {
      _ = Badge.slots(tree, width: .max, &reading)
      for width in Badge.opticalWidths(tree) { _ = Badge.slots(tree, width: width, &reading) }
    }
  }

  /// The words that a key of `when` asks for.
  static func conditions(of key: String) -> [String] { key.split(separator: " ").map(String.init) }

  /// `preset` with the overrides of all that `words` satisfy, in the written order, without those
  /// that `done` already satisfied.
  static func applying(
    when words: Set<String>, except done: Set<String>? = nil, to preset: Tree
  ) -> Tree {
    (preset["when"]?.entries ?? [])
      .filter { entry in
        let asked = conditions(of: entry.key.value)
        return words.isSuperset(of: asked) && !(done?.isSuperset(of: asked) ?? false)
      }
      .reduce(preset) { $0.merged(with: $1.value) }
  }
}
