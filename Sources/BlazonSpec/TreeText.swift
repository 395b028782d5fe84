internal import BlazonSource

/// A tree as YAML: what `blazon show` prints of a badge once everything is inherited.
extension Tree {
  /// Block style, two spaces a level; what was removed with `null` is left out.
  func yaml(indent: Int = 0) -> String {
    let space = String(repeating: " ", count: indent)
    switch value {
    case .scalar(let text, let isPlain): return Tree.scalar(text, isPlain: isPlain) + "\n"
    case .list(let items):
      if items.isEmpty { return "[]\n" }
      let isFlat = items.allSatisfy { if case .scalar = $0.value { true } else { false } }
      if isFlat {
        let texts = items.map { $0.yaml().dropLast() }
        return "[" + texts.joined(separator: ", ") + "]\n"
      }
      return "\n"
        + items.map { item in
          let text = item.yaml(indent: indent + 2)
          return "\(space)- " + text.drop { $0 == "\n" || $0 == " " }
        }.joined()
    case .map(let entries):
      let shown = entries.filter { !$0.value.isNull }
      if shown.isEmpty { return "{}\n" }
      return (indent == 0 ? "" : "\n")
        + shown.map { entry in
          let text = entry.value.yaml(indent: indent + 2)
          let key = Tree.scalar(entry.key.plainName, isPlain: true)
          return "\(space)\(key):" + (text.hasPrefix("\n") ? text : " " + text)
        }.joined()
    }
  }

  /// Quoted where YAML, or this language, would read something else.
  private static func scalar(_ text: String, isPlain: Bool) -> String {
    let marks = "#:{}[],&*!|>'\"%@`\\"
    let isSafe =
      isPlain && !text.isEmpty && !text.contains { marks.contains($0) || $0 == "\n" }
      && text.first != "-" && text.first != "?" && text.first != " " && text.last != " "
    if isSafe { return text }
    var out = "\""
    for character in text {
      switch character {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      default: out.append(character)
      }
    }
    return out + "\""
  }
}

extension Badge {
  /// The words of the badge with all that it inherits, as YAML; with the preset's slots, all overrides
  /// merged in, if `isExpanded`.
  public func yaml(isExpanded: Bool) -> String {
    let words = Tree(
      .map([.init(key: Located(fileName, id.place), value: source.removing(["adjust"]))]),
      source.place)
    var text = "blazon: 1\nbadges:" + words.yaml(indent: 2)
    guard isExpanded else { return text }
    let slots = Tree(
      .map([
        .init(
          key: Located(presetName, id.place),
          value: preset.removing(["when", "states", "extends"]))
      ]), preset.place)
    text += "presets:" + slots.yaml(indent: 2)
    return text
  }

  /// The words that the badge says and its preset has no place for.
  public var unplacedWords: [String] {
    guard let slots = slots(width: .max) else { return [] }
    var shown = Set<TextTemplate.Fact>()
    let templates =
      slots.texts.map(\.text) + [slots.ribbon?.text, slots.marker?.text].compactMap(\.self)
    for template in templates {
      for case .fact(let fact) in template.pieces { shown.insert(fact) }
    }
    var words: [String] = []
    if !shown.contains(.title), !shown.contains(.short) { words.append("title") }
    if self.words.subtitle != nil, !shown.contains(.subtitle) { words.append("subtitle") }
    if self.words.band != nil, !shown.contains(.band), !shown.contains(.state) {
      words.append("band")
    }
    if self.words.marker != nil, !shown.contains(.marker) { words.append("marker") }
    if self.words.emblem != nil, slots.emblem == nil { words.append("emblem") }
    if (self.words.stars ?? 0) > 0, slots.stars == nil { words.append("stars") }
    return words
  }
}
