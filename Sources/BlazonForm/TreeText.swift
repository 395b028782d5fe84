internal import BlazonSource

/// A tree as YAML: what `blazon show` prints of a badge once everything is inherited.
extension Tree {
  /// Block style, two spaces a level; what was removed with `null` is left out.
  package func yaml(indent: Int = 0) -> String {
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

extension Tree {
  /// A map with its keys in the order of the alphabet, what is below them as it is.
  package var sorted: Tree {
    guard case .map(let entries) = value else { return self }
    return Tree(.map(entries.sorted { $0.key.value < $1.key.value }), place)
  }

  /// All that is written in it, with what removes and what appends: equal for trees that mean the same to
  /// whatever they are laid over. Digests are made of it.
  package var source: String {
    switch value {
    case .scalar(let text, let isPlain): "\(isPlain ? "p" : "q")\(text.utf8.count):\(text)"
    case .list(let items): "[\(items.map(\.source).joined(separator: ","))]"
    case .map(let entries):
      "{\(entries.map { "\($0.key.value):\($0.value.source)" }.joined(separator: ","))}"
    }
  }
}
