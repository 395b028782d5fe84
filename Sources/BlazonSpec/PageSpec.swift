public import BlazonForm
internal import BlazonScene
public import BlazonSource

/// What a page is for.
public enum PageKind: String, CaseIterable, Sendable {
  case card, certificate

  /// The card that stands in the place of those of an award that was taken back.
  public static let revoked = "revoked"

  /// The key under which specs list such pages.
  var key: String { "\(rawValue)s" }

  /// The one that every programme has.
  public var standard: String {
    switch self {
    case .card: "open-graph"
    case .certificate: "guilloche"
    }
  }
}

/// A page, read: a card or a certificate with the overrides of one variant merged in.
public struct PageSpec: Sendable {
  public var format: PageFormat
  public var vars: [(name: String, value: TokenExpression)]
  /// In the order of painting.
  public var layers: [Element]

  /// The files of the pictures in it.
  public var images: [Located<String>] { layers.flatMap(\.images) }

  enum Keys {
    static let extends = Key("extends", Form<String>.id, "the page to derive from")
    static let format = Key(
      "format", Form<PageFormat>.pageFormat,
      "its size: " + PageFormat.all.map(\.name).joined(separator: ", ")
        + "; or a width and a height, as in [1600, 900] or [210mm, 148mm]")
    static let vars = Key(
      "vars", Form<Tree>.map(.id, of: .text), "tokens of the page, by name: colours and metals")
    static let styles = Key(
      "styles", Form<Tree>.map(of: .chapter("text-element")),
      "the look of texts by name, for the key style")
    static let layers = Key(
      "layers", Form<Tree>.map(of: .element), "elements by name, painted in the written order")
    static let variants = Key(
      "variants", Form<Tree>.map(.choice(variantNames), of: .chapter("page")),
      "overrides by theme or paper: " + variantNames.joined(separator: ", "))
    static let all = [
      KeyDeclaration(extends), .init(format), .init(vars), .init(styles), .init(layers),
      .init(variants),
    ]
  }

  /// What variants are called: the theme or the paper that they are for.
  static let variantNames =
    [Theme.dark.rawValue] + PageFormat.papers.map(\.name)

  /// A page with all overrides merged in.
  init?(_ tree: Tree, of what: String, _ reading: inout Reading) {
    guard var fields = Fields(tree, of: what, declared: Keys.all, &reading) else { return nil }
    let format = fields.require(Keys.format, &reading)
    reading.tokens = Slots.baseTokens
    vars = reading.variables(fields.take(Keys.vars, &reading))
    let styles = fields.take(Keys.styles, &reading)
    for entry in styles?.entries ?? [] where !entry.value.isNull {
      TextElement.checkStyle(entry.value, &reading)
    }
    let layers = fields.take(Keys.layers, &reading)
    // Merged before, by whoever made this tree.
    _ = fields.take(Keys.extends, &reading)
    for entry in fields.take(Keys.variants, &reading)?.entries ?? []
    where !PageSpec.variantNames.contains(entry.key.value) {
      reading.error(
        "unknown variant “\(entry.key.value.prefix(60))”", at: entry.key.place,
        help: helpText(for: entry.key.value, among: PageSpec.variantNames))
    }
    fields.finish(&reading)
    var elements = ElementReader(styles: styles, reading: reading)
    self.layers = elements.children(layers)
    reading = elements.reading
    guard let format else { return nil }
    self.format = format.value
  }
}

extension Reading {
  /// The tokens that `tree` defines, each for those after it too.
  mutating func variables(_ tree: Tree?) -> [(name: String, value: TokenExpression)] {
    var vars: [(name: String, value: TokenExpression)] = []
    for entry in tree?.entries ?? [] where !entry.value.isNull {
      guard checkID(entry.key.value, at: entry.key.place) else { continue }
      if let value = Form<TokenExpression>.token.read(entry.value, &self) {
        vars.append((entry.key.value, value))
      }
      tokens.insert(entry.key.value)
    }
    return vars
  }
}
