internal import BlazonScene
internal import BlazonSource

/// A colour that is another on dark pages: `{light: "#0B7A86", dark: "#5FD3DF"}`.
package enum ThemedKeys {
  package static let light = Key("light", Form<String>.text, "the colour on light pages")
  package static let dark = Key("dark", Form<String>.text, "the colour on dark pages")
  package static let all = [KeyDeclaration(light), .init(dark)]
}

extension Reading {
  /// The value that `tree` has in the theme that is read: what it is, or its entry of that name.
  package mutating func themed(_ tree: Tree) -> Tree? {
    guard let entries = tree.entries else { return tree }
    isThemed = true
    let names = Theme.allCases.map(\.rawValue)
    if let other = entries.first(where: { !names.contains($0.key.value) }) {
      error(
        "a colour has no “\(other.key.value.prefix(60))”", at: other.key.place,
        help: helpText(for: other.key.value, among: names))
      return nil
    }
    guard entries.count == 2, let value = tree[theme.rawValue] else {
      error(
        "a colour on light and dark pages has both", at: tree.place,
        help: "as in {light: \"#0B7A86\", dark: \"#5FD3DF\"}")
      return nil
    }
    return value
  }
}

extension Tree {
  /// Whether any value in it looks like a colour with one for each theme.
  package var hasThemedColor: Bool {
    switch value {
    case .scalar: false
    case .list(let items): items.contains(where: \.hasThemedColor)
    case .map(let entries):
      Set(entries.map(\.key.value)) == ["light", "dark"]
        || entries.contains { $0.value.hasThemedColor }
    }
  }
}
