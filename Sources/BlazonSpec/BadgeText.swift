internal import BlazonForm
internal import BlazonSource

extension Badge {
  /// The words of the badge with all that it inherits, as YAML; with the preset's slots, all overrides
  /// merged in, if `isExpanded`.
  public func yaml(isExpanded: Bool) -> String {
    let words = Tree(
      .map([.init(key: Located(fileName, id.place), value: origin.words.removing(["adjust"]))]),
      origin.words.place)
    var text = "blazon: 1\nbadges:" + words.yaml(indent: 2)
    guard isExpanded else { return text }
    let slots = Tree(
      .map([
        .init(
          key: Located(presetName, id.place),
          value: slots.tree.removing(["when", "states", "extends"]))
      ]), slots.tree.place)
    text += "presets:" + slots.yaml(indent: 2)
    return text
  }

  /// The words that the badge says and its preset has no place for.
  public var unplacedWords: [String] {
    let slots = slots(width: .max)
    let shown = slots.facts
    var words: [String] = []
    if !shown.contains(.title), !shown.contains(.short) { words.append("title") }
    if self.words.subtitle != nil, !shown.contains(.subtitle) { words.append("subtitle") }
    if self.words.band != nil, shown.isDisjoint(with: [.band, .state, .tag, .label]) {
      words.append("band")
    }
    if self.words.marker != nil, !shown.contains(.marker) { words.append("marker") }
    if self.words.emblem != nil, slots.emblem == nil { words.append("emblem") }
    if (self.words.stars ?? 0) > 0, slots.stars == nil { words.append("stars") }
    if self.words.logo?.value == true, slots.logo == nil { words.append("logo") }
    if self.words.says("scene"), slots.scene == nil { words.append("scene") }
    return words
  }
}
