internal import BlazonForm
internal import BlazonSource

/// The presets, pages and fixed words that ship with the program.
enum Presets {
  private static let files: [Tree] = {
    var report = Report()
    return ShippedPreset.sources.compactMap { name, source in
      let tree = Tree(source, report: &report)
      precondition(!report.hasErrors, "the shipped file \(name) is broken")
      return tree
    }
  }()

  /// What all shipped presets derive from: tokens, and what states do to them.
  private static let base: Tree = {
    guard let base = files.compactMap({ $0["base"] }).first else {
      preconditionFailure("the base of presets ships")
    }
    return base
  }()

  static let shipped = members("presets").mapValues { base.merged(with: $0) }

  /// The page that ships under `name`, over the one that it extends; `nil` if none does.
  static func page(_ kind: PageKind, _ name: String) -> Tree? {
    usualPages[kind]?[name] ?? otherPages[kind]?[name]
  }

  /// The names of all pages that ship.
  static func pageNames(_ kind: PageKind) -> Set<String> { Set((otherPages[kind] ?? [:]).keys) }

  /// Those that every programme has.
  private static let usualPages = pages(in: files, over: [:])

  /// All, with those that are drawn where somebody names them: read when the first is asked for.
  private static let otherPages: [PageKind: [String: Tree]] = {
    var report = Report()
    let files = ShippedPreset.designs.compactMap { Tree($0.source, report: &report) }
    precondition(!report.hasErrors, "a shipped file of designs is broken")
    return pages(in: files, over: usualPages)
  }()

  private static func pages(
    in files: [Tree], over known: [PageKind: [String: Tree]]
  ) -> [PageKind: [String: Tree]] {
    Dictionary(
      uniqueKeysWithValues: PageKind.allCases.map { kind in
        // In the order of the files: what is extended stands before.
        let entries = files.flatMap { $0[kind.key]?.entries ?? [] }
        let pages = entries.reduce(into: known[kind] ?? [:]) { pages, entry in
          var tree = entry.value
          if case .scalar(let parent, _)? = tree["extends"]?.value, let below = pages[parent] {
            tree = below.merged(with: tree)
          }
          pages[entry.key.value] = tree
        }
        return (kind, pages)
      })
  }

  /// By language.
  static let shippedWords: Tree = {
    guard let words = files.compactMap({ $0["words"] }).first else {
      preconditionFailure("the fixed words ship")
    }
    return words
  }()

  /// The comment at the head of a file, without its marks, up to the end of the first sentence.
  static func headline(of source: SourceText) -> String {
    var text = ""
    var number = 1
    while let line = source.line(number), line.hasPrefix("#") {
      text += (text.isEmpty ? "" : " ") + line.drop { $0 == "#" || $0 == " " }
      number += 1
    }
    guard let colon = text.firstRange(of: ": ") else { return text }
    let rest = text[colon.upperBound...]
    return String(rest.firstRange(of: ". ").map { rest[..<$0.lowerBound] } ?? rest)
  }

  private static func members(_ key: String) -> [String: Tree] {
    let entries = files.flatMap { $0[key]?.entries ?? [] }
    return Dictionary(uniqueKeysWithValues: entries.map { ($0.key.value, $0.value) })
  }

  /// preset ← words it says ← state ← adjust.
  static func composed(
    _ preset: Tree, saying words: Set<String>, state: Words.State, adjust: Tree?
  ) -> Tree {
    var tree = applying(when: words, to: preset)
    if let overrides = preset["states"]?[state.rawValue] {
      tree = tree.merged(with: overrides)
      // What asks for a state comes after it.
      tree = applying(when: words.union([state.rawValue]), except: words, to: tree)
    }
    if let adjust, adjust.entries != nil { tree = tree.merged(with: adjust) }
    return tree
  }

  /// Reads `preset` as it is and with each override of a word or a state.
  static func check(_ preset: Tree, _ reading: inout Reading) {
    let states = (preset["states"]?.entries ?? []).map { preset.merged(with: $0.value) }
    let words = (preset["when"]?.entries ?? []).map { entry in
      applying(when: Set(conditions(of: entry.key.value)), to: preset)
    }
    for tree in [preset] + words + states { _ = OpticalSlots(tree, &reading) }
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
