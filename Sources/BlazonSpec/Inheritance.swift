internal import BlazonArt
internal import BlazonCheck
internal import BlazonForm
internal import BlazonSource

/// Who inherits what: programme it extends ← programme ← family ← badge it extends ← badge.
struct Inheritance {
  private let families: [String: Tree]
  private let presets: [String: Tree]
  /// Whether the programme, or the one it extends, writes presets of its own: others may extend them.
  private let hasOwnPresets: Bool
  private let ownBadges: [ProgrammeDocument.Entry]
  let allBadges: [String: ProgrammeDocument.Entry]
  private let look: Tree
  private let language: String
  /// Each preset over those it extends, once it was asked for.
  private var resolved: [String: Tree] = [:]
  private(set) var compiler: PresetCompiler
  /// Whether names that are not found may stand in a file that cannot be read: then they are no mistake.
  let isOpen: Bool

  init(
    _ document: ProgrammeDocument, base: ProgrammeDocument?, hasOwnColor: Bool, language: String,
    _ compiler: PresetCompiler, _ reading: inout Reading
  ) {
    (self.language, self.compiler) = (language, compiler)
    isOpen = document.mayHoldMore(base)
    func byID(_ entries: [ProgrammeDocument.Entry]) -> [String: Tree] {
      Dictionary(entries.map { ($0.id.value, $0.tree) }, uniquingKeysWith: { first, _ in first })
    }
    // A partner's colour is a colour over the same designs: it wins over the base's families.
    var families = byID(base?.families ?? [])
    if hasOwnColor { families = families.mapValues { $0.removing(["color"]) } }
    families.merge(byID(document.families)) { $0.reworded(by: $1) }
    self.families = families
    presets = Presets.shipped.merging(byID(base?.presets ?? [])) { $1 }
      .merging(byID(document.presets)) { $1 }
    hasOwnPresets = !document.presets.isEmpty || base?.presets.isEmpty == false
    ownBadges = document.badges
    allBadges = Dictionary(
      ((base?.badges ?? []) + document.badges).map { ($0.id.value, $0) },
      uniquingKeysWith: { $1 })
    let lookKeys: Set = ["color", "accent", "metal", "finish", "ground", "capitals"]
    look =
      (base?.main.main(in: reading.theme).keeping(lookKeys)
      ?? Tree.emptyMap(at: document.main.place))
      .merged(with: document.main.main(in: reading.theme).keeping(lookKeys))

    for entry in document.families {
      let words = Tree.emptyMap(at: entry.tree.place).merged(with: entry.tree)
      for key in ["extends", "family"] {
        guard let place = entry.tree[key]?.place else { continue }
        reading.error("a family has no “\(key)”", at: place, help: "only badges derive from others")
      }
      _ = Words(words, of: "the family “\(entry.id.value)”", &reading)
    }
    for entry in document.presets { checkPreset(entry.id.value, &reading) }
  }

  /// The badges that are declared here and in `include`; those of `only` alone, unless it is empty.
  mutating func badges(
    including include: [Located<String>], only: Set<String>, _ reading: inout Reading
  ) -> [Badge] {
    let included = included(include, &reading)
    let entries = included.map(\.entry) + ownBadges
    if entries.count > Programme.badgeLimit {
      reading.error(
        "a programme of \(entries.count) badges", at: entries[Programme.badgeLimit].id.place,
        help: "at most \(Programme.badgeLimit) stand in one folder")
      return []
    }
    var names = FileNames()
    for entry in entries { names.claim(entry.id, for: entry.id.value, &reading) }
    var badges: [Badge] = []
    func isWanted(_ entry: ProgrammeDocument.Entry) -> Bool {
      let id = entry.id.value
      if only.isEmpty || only.contains(id) { return true }
      // A badge of several years is asked for by the year.
      return entry.tree["years"] != nil && only.contains { $0.hasPrefix("\(id)-") }
    }
    for (entry, years) in included where isWanted(entry) {
      badges += self.badges(entry, onlyYears: years, &names, &reading)
    }
    for entry in ownBadges where isWanted(entry) {
      badges += self.badges(entry, &names, &reading)
    }
    return badges
  }

  /// The badge of an entry with its variants, or its badges of several years.
  private mutating func badges(
    _ entry: ProgrammeDocument.Entry, onlyYears: Set<String>? = nil, _ names: inout FileNames,
    _ reading: inout Reading
  ) -> [Badge] {
    reading.concerning = nil
    guard let tree = tree(of: entry, &reading) else { return [] }
    guard var badge = badge(entry.id, tree, nil, &names, &reading) else { return [] }
    checkYears(tree, badge, &reading)
    let plain = tree.removing(["tiers", "years", "counts", "aliases", "paths", "alt"])
    var years: [Badge] = []
    for item in badge.words.variants {
      let isYear = item.variant.kind == .year
      if isYear, onlyYears.map({ !$0.contains(item.variant.name) }) ?? false { continue }
      let id = isYear ? Located("\(entry.id.value)-\(item.variant.name)", item.place) : entry.id
      // A marker of the author's own says more than what follows from the variant.
      let consequences =
        tree["marker"] == nil
        ? item.consequences
        : item.consequences.removing(["marker"])
      let words = plain.merged(with: consequences).reworded(by: item.overrides)
      if isYear {
        names.claim(id, for: id.value, &reading)
        names.claim(
          Located("\(entry.id.value).\(item.variant.name)", item.place), for: id.value, &reading)
      }
      guard var drawn = self.badge(id, words, item.variant, &names, &reading) else { continue }
      if !isYear { drawn.aliasesOfBadge = badge.words.aliases }
      if isYear { years.append(drawn) } else { badge.variants.append(drawn) }
    }
    // Which year, has to be said: there is no badge without one.
    return years.isEmpty ? [badge] : years
  }

  /// A badge of several years is those years, and nothing beside them.
  private func checkYears(_ tree: Tree, _ badge: Badge, _ reading: inout Reading) {
    guard badge.words.variants.contains(where: { $0.variant.kind == .year }) else { return }
    for name in ["tiers", "counts", "aliases", "paths", "alt"] {
      guard let value = tree[name] else { continue }
      reading.error(
        "a badge with “years” has no “\(name)” of its own", at: value.place,
        help: ["aliases", "paths", "alt"].contains(name)
          ? "write it under one of the years" : "give it “years” or “\(name)”")
    }
  }

  /// The words of an entry with all that it inherits.
  func tree(of entry: ProgrammeDocument.Entry, _ reading: inout Reading) -> Tree? {
    guard let own = derived(entry, visited: [entry.id.value], &reading) else { return nil }
    guard let family = own["family"], case .scalar(let name, _) = family.value else {
      return look.merged(with: own)
    }
    guard let words = families[name] else {
      if isOpen { return nil }
      reading.error(
        "unknown family “\(name.prefix(60))”", at: family.place,
        help: helpText(for: name, among: families.keys.sorted()))
      return nil
    }
    return look.merged(with: words).reworded(by: own)
  }

  private mutating func badge(
    _ id: Located<String>, _ tree: Tree, _ variant: Variant?, _ names: inout FileNames,
    _ reading: inout Reading
  ) -> Badge? {
    reading.concerning =
      "in the badge “\(id.value)\(variant.map { $0.kind == .year ? "" : ".\($0.name)" } ?? "")”"
    defer { reading.concerning = nil }
    let before = reading.errorCount
    guard let words = Words(tree, of: "a badge", &reading) else { return nil }
    words.checkLanguage(language, &reading)
    for alias in words.aliases { names.claim(alias, for: id.value, &reading) }
    for path in words.paths { names.claim(path, for: id.value, &reading) }
    if words.title == nil, tree["title"] == nil {
      reading.concerning = nil
      reading.error(
        "the badge “\(id.value)” needs “title”", at: id.place, help: "title: \(id.value)")
    }
    guard let presetName = words.preset else {
      reading.concerning = nil
      reading.error(
        "the badge “\(id.value)” has no preset", at: id.place,
        help: "give it a “family” or a “preset”: \(presets.keys.sorted().joined(separator: ", "))")
      return nil
    }
    guard let preset = resolvedPreset(presetName, &reading) else { return nil }
    let adjust = tree["adjust"]
    check(words, adjust: adjust, over: preset, &reading)
    let slots = compiler.slots(
      .init(
        name: presetName.value, base: preset, said: words.said, state: words.state, adjust: adjust),
      &reading)
    guard let slots, reading.errorCount == before else { return nil }
    return Badge(
      id: id, variant: variant, theme: reading.theme, words: words,
      origin: .init(
        words: tree, preset: preset, isShipped: !hasOwnPresets && adjust == nil, adjust: adjust),
      slots: slots,
      presetName: presetName.value)
  }

  /// The badge's tree over that of the badge it extends.
  private func derived(
    _ entry: ProgrammeDocument.Entry, visited: Set<String>, _ reading: inout Reading
  ) -> Tree? {
    guard let extends = entry.tree["extends"], case .scalar(let name, _) = extends.value else {
      if entry.tree.entries == nil {
        reading.error(
          "a badge is a map of keys and values, not \(entry.tree.told)", at: entry.tree.place,
          help: "as in {title: …, preset: …}")
        return nil
      }
      return entry.tree
    }
    guard let parent = allBadges[name] else {
      if isOpen { return nil }
      reading.error(
        "unknown badge “\(name.prefix(60))”", at: extends.place,
        help: helpText(for: name, among: allBadges.keys.sorted()))
      return nil
    }
    guard !visited.contains(name) else {
      reading.error(
        "“\(entry.id.value)” extends itself", at: extends.place,
        help: "take one “extends” of the circle out")
      return nil
    }
    guard visited.count < 16 else {
      reading.error("more than 16 badges extend each other here", at: extends.place)
      return nil
    }
    // An alias is the name of one badge's files: it is not inherited.
    return derived(parent, visited: visited.union([name]), &reading)?
      .removing(["aliases", "paths", "alt"]).reworded(by: entry.tree)
  }

  /// Reads a preset with each of its overrides, so that its author hears of all mistakes at once.
  private mutating func checkPreset(_ name: String, _ reading: inout Reading) {
    guard let tree = presets[name],
      let resolved = resolvedPreset(Located(name, tree.place), &reading)
    else { return }
    Presets.check(resolved, &reading)
    checkNames(of: resolved, &reading)
    checkOptical(resolved["optical"]?.entries ?? [], &reading)
  }

  /// The keys of `when` are words, those of `states` states.
  private func checkNames(of preset: Tree, _ reading: inout Reading) {
    for entry in preset["when"]?.entries ?? [] {
      for word in Presets.conditions(of: entry.key.value)
      where !Words.conditions.contains(word) && Words.State(rawValue: word) == nil {
        reading.error(
          "unknown word “\(word)” in “when”", at: entry.key.place,
          help: helpText(for: word, among: Words.conditions))
      }
    }
    for entry in preset["states"]?.entries ?? []
    where Words.State(rawValue: entry.key.value) == nil {
      reading.error(
        "unknown state “\(entry.key.value)”", at: entry.key.place,
        help: helpText(for: entry.key.value, among: Words.State.allCases.map(\.rawValue)))
    }
  }

  /// The preset over those it extends.
  private mutating func resolvedPreset(
    _ name: Located<String>, _ reading: inout Reading
  ) -> Tree? {
    if let tree = resolved[name.value] { return tree }
    let tree = resolvedPreset(name, visited: [], &reading)
    resolved[name.value] = tree
    return tree
  }

  private func resolvedPreset(
    _ name: Located<String>, visited: Set<String>, _ reading: inout Reading
  ) -> Tree? {
    guard let tree = presets[name.value] else {
      if isOpen { return nil }
      reading.error(
        "unknown preset “\(name.value)”", at: name.place,
        help: helpText(for: name.value, among: presets.keys.sorted()))
      return nil
    }
    guard let extends = tree["extends"], case .scalar(let parent, _) = extends.value else {
      return tree
    }
    // A preset that extends its own name extends the shipped one.
    if parent == name.value, let shipped = Presets.shipped[parent], shipped.place != tree.place {
      return shipped.merged(with: tree)
    }
    guard !visited.contains(parent) else {
      reading.error(
        "the preset “\(name.value)” extends itself", at: extends.place,
        help: "take one “extends” of the circle out")
      return nil
    }
    guard visited.count < 16 else {
      reading.error("more than 16 presets extend each other here", at: extends.place)
      return nil
    }
    return resolvedPreset(
      Located(parent, extends.place), visited: visited.union([name.value]), &reading
    )?.merged(with: tree)
  }

  /// The keys of `optical` are pixel widths, and few.
  private func checkOptical(_ entries: [Tree.Entry], _ reading: inout Reading) {
    for (index, entry) in entries.filter({ !$0.value.isNull }).enumerated() {
      let width = Int(entry.key.value) ?? 0
      if String(width) != entry.key.value || !(8...4096).contains(width) {
        reading.error(
          "“\(entry.key.value)” is not a pixel width", at: entry.key.place, help: "as in 64 or 32")
      }
      if index == 16 {
        reading.error("more than 16 widths", at: entry.key.place, help: "two or three serve")
        return
      }
    }
  }

  /// Reports what `adjust` may not say, and a state that the preset has no drawing for.
  private func check(
    _ words: Words, adjust: Tree?, over preset: Tree, _ reading: inout Reading
  ) {
    checkNames(of: preset, &reading)
    if words.state != .active, preset["states"]?[words.state.rawValue] == nil,
      let name = words.preset
    {
      reading.report.add(
        Diagnostic(
          .note,
          "the preset “\(name.value)” has no drawing for the state “\(words.state.rawValue)” yet",
          at: name.place, notes: reading.concerning.map { [$0] } ?? []))
    }
    for entry in adjust?.entries ?? [] {
      guard ["when", "states", "extends"].contains(entry.key.value) else { continue }
      reading.error(
        "“\(entry.key.value)” has no meaning in “adjust”", at: entry.key.place,
        help: "write the slots themselves")
    }
    checkOptical(preset["optical"]?.entries ?? [], &reading)
    checkOptical(adjust?["optical"]?.entries ?? [], &reading)
  }
}
