internal import BlazonForm
public import BlazonScene
public import BlazonSource

/// The drawing that stands for a programme, or two: one for light pages and one for dark ones.
public struct Logo: Sendable {
  private let light: Located<String>
  private let dark: Located<String>?

  /// The file for pages of `theme`.
  public func file(in theme: Theme) -> Located<String> { theme == .dark ? dark ?? light : light }

  /// The files of both.
  public var files: [Located<String>] { [light] + [dark].compactMap(\.self) }

  /// What stands under each theme.
  enum Keys {
    static let light = Key("light", Form<String>.artwork, "the logo on light pages")
    static let dark = Key("dark", Form<String>.artwork, "the logo on dark pages")
    static let all = [KeyDeclaration(light), .init(dark)]
  }

  static let form = Form<Logo>(
    "a drawing of the programme", .either([Form<String>.artwork.schema, .chapter("themed-logo")])
  ) { tree, reading in
    guard case .map = tree.value else {
      return Form<String>.artwork.read(tree, &reading)
        .map { Logo(light: Located($0, tree.place), dark: nil) }
    }
    guard var fields = Fields(tree, of: "a logo", declared: Keys.all, &reading) else { return nil }
    let light = fields.locate(Keys.light, &reading)
    let dark = fields.locate(Keys.dark, &reading)
    fields.finish(&reading)
    guard tree["light"] != nil, tree["dark"] != nil else {
      reading.error(
        "a logo for light and dark pages has both", at: tree.place,
        help: "as in {light: art/logo.svg, dark: art/logo-dark.svg}")
      return nil
    }
    guard let light, let dark else { return nil }
    return Logo(light: light, dark: dark)
  }
}
