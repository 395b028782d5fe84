public import BlazonSource

/// A YAML value that knows where it was written. Merging keeps the places.
public struct Tree: Hashable, Sendable {
  public indirect enum Value: Hashable, Sendable {
    /// `isPlain`: written without quotes.
    case scalar(String, isPlain: Bool)
    case list([Tree])
    case map([Entry])
  }

  public struct Entry: Hashable, Sendable {
    public var key: Located<String>
    public var value: Tree

    package init(key: Located<String>, value: Tree) { (self.key, self.value) = (key, value) }
  }

  public var value: Value
  public var place: Place

  package init(_ value: Value, _ place: Place) { (self.value, self.place) = (value, place) }

  /// An empty map that stands at `place`.
  package static func emptyMap(at place: Place) -> Tree { Tree(.map([]), place) }

  /// Whether the author wrote `null`, which removes what is inherited.
  package var isNull: Bool {
    if case .scalar(let text, isPlain: true) = value {
      return ["null", "Null", "NULL", "~"].contains(text)
    }
    return false
  }

  /// A map without what it removes.
  package var withoutNulls: Tree {
    guard case .map(let entries) = value else { return self }
    return Tree(.map(entries.filter { !$0.value.isNull }), place)
  }

  /// Whether quotes alone keep it from being a number.
  package var isQuotedNumber: Bool {
    if case .scalar(let text, isPlain: false) = value {
      Double(decimal: text) != nil
    } else {
      false
    }
  }

  /// What was written, for messages.
  package var told: String {
    switch value {
    case .scalar(let text, isPlain: true): "“\(text.prefix(40))”"
    case .scalar(let text, isPlain: false): "the text “\(text.prefix(40))”"
    case .list: "a list"
    case .map: "a map"
    }
  }

  package var entries: [Entry]? {
    if case .map(let entries) = value { return entries }
    return nil
  }

  /// The value of a key, unless it says `null`.
  public subscript(_ name: String) -> Tree? {
    entries?.first { $0.key.plainName == name && !$0.value.isNull }?.value
  }

  package func removing(_ names: Set<String>) -> Tree {
    guard case .map(let entries) = value else { return self }
    return Tree(.map(entries.filter { !names.contains($0.key.plainName) }), place)
  }

  package func keeping(_ names: Set<String>) -> Tree {
    guard case .map(let entries) = value else { return self }
    return Tree(.map(entries.filter { names.contains($0.key.plainName) }), place)
  }

}

// MARK: - Inheritance

extension Tree {
  /// `self` with `child` laid over it: maps merge deeply, lists replace, `key+` appends, `null`
  /// removes. What the child does not mention stays, in its order.
  ///
  /// A `null` and a `key+` stay in the result: it may itself be laid over something.
  public func merged(with child: Tree) -> Tree {
    guard case .map(let own) = value, case .map(let theirs) = child.value else { return child }
    var entries = own
    var indices = Dictionary(
      own.enumerated().map { ($0.element.key.plainName, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for entry in theirs {
      let name = entry.key.plainName
      guard let index = indices[name] else {
        indices[name] = entries.count
        entries.append(entry)
        continue
      }
      let below = entries[index]
      if entry.key.value == name {
        entries[index] = Entry(key: entry.key, value: below.value.merged(with: entry.value))
      } else if below.value.isNull {
        entries[index] = Entry(key: Located(name, entry.key.place), value: entry.value)
      } else {
        let items = below.value.items + entry.value.items
        entries[index] = Entry(
          key: Located(below.key.value, entry.key.place),
          value: Tree(.list(items), entry.value.place))
      }
    }
    return Tree(.map(entries), child.place)
  }

  /// The items of a list; anything else is a list of one.
  private var items: [Tree] {
    if case .list(let items) = value { return items }
    return [self]
  }
}

extension Located<String> {
  /// The key without the `+` that asks for appending.
  package var plainName: String { value.hasSuffix("+") ? String(value.dropLast()) : value }
}
