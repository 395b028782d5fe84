public import BlazonForm
internal import BlazonScene
internal import BlazonSource

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

extension Tree {
  /// Whether what is written here, or there for dark pages, can come to something other on those.
  func canDiffer(from dark: Tree) -> Bool { self != dark || hasThemedColor }

  /// `programme.yaml` as it reads in `theme`: what `themes` says of it laid over the rest.
  func main(in theme: Theme) -> Tree {
    guard let own = self["themes"]?[theme.rawValue], own.entries != nil else { return self }
    return merged(with: own)
  }
}
