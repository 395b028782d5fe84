internal import BlazonSource

/// The page that a picture stands on.
public enum Theme: String, CaseIterable, Sendable { case light, dark }

/// The colours of a programme, beside those of its badges.
public struct ProgrammeColors: Hashable, Sendable {
  /// What `$color` means in the words of a badge.
  public var color: ColorExpression?
  public var paper: ColorExpression?
  public var ink: ColorExpression?
}

/// The look of a programme on pages of one theme: a member of `themes`.
enum ThemeKeys {
  static let color = ProgrammeKeys.color
  static let accent = ProgrammeKeys.accent
  static let metal = Words.Keys.metal
  static let finish = Words.Keys.finish
  static let paper = ProgrammeKeys.paper
  static let ink = ProgrammeKeys.ink
  static let all = [
    KeyDeclaration(color), .init(accent), .init(metal), .init(finish), .init(paper), .init(ink),
  ]
}

/// The key `themes`.
enum ThemesKeys {
  static let light = Key(
    "light", Form<Tree>.chapter("theme"), "what is other on light pages")
  static let dark = Key(
    "dark", Form<Tree>.chapter("theme"),
    "what is other on dark pages: badges that it changes are drawn twice")
  static let all = [KeyDeclaration(light), .init(dark)]
}

/// A colour that is another on dark pages: `{light: "#0B7A86", dark: "#5FD3DF"}`.
enum ThemedKeys {
  static let light = Key("light", Form<String>.text, "the colour on light pages")
  static let dark = Key("dark", Form<String>.text, "the colour on dark pages")
  static let all = [KeyDeclaration(light), .init(dark)]
}

extension Reading {
  /// The value that `tree` has in the theme that is read: what it is, or its entry of that name.
  mutating func themed(_ tree: Tree) -> Tree? {
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
  private var hasThemedColor: Bool {
    switch value {
    case .scalar: false
    case .list(let items): items.contains(where: \.hasThemedColor)
    case .map(let entries):
      Set(entries.map(\.key.value)) == ["light", "dark"]
        || entries.contains { $0.value.hasThemedColor }
    }
  }

  /// Whether what is written here, or there for dark pages, can come to something other on those.
  func canDiffer(from dark: Tree) -> Bool { self != dark || hasThemedColor }

  /// `programme.yaml` as it reads in `theme`: what `themes` says of it laid over the rest.
  func main(in theme: Theme) -> Tree {
    guard let own = self["themes"]?[theme.rawValue], own.entries != nil else { return self }
    return merged(with: own)
  }
}
