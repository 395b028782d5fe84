internal import BlazonScene
internal import BlazonSource

/// What a page is for.
public enum PageKind: String, CaseIterable, Sendable {
  case card, certificate

  /// The key under which specs list such pages.
  var key: String { "\(rawValue)s" }
}

/// A page, read: a card or a certificate with the overrides of one variant merged in.
public struct PageSpec: Sendable {
  public var format: PageFormat
  public var vars: [(name: String, value: TokenExpression)]
  /// In the order of painting.
  public var layers: [Element]

  enum Keys {
    static let extends = Key("extends", Form<String>.id, "the page to derive from")
    static let format = Key(
      "format", Form<String>.name(of: "a page format") { PageFormat.all.map(\.name) },
      "its size: open-graph, a4 or letter")
    static let vars = Key(
      "vars", Form<Tree>.map(.id, of: .text), "tokens of the page, by name: colours and metals")
    static let styles = Key(
      "styles", Form<Tree>.map(of: .chapter("text-element")),
      "the look of texts by name, for the key style")
    static let layers = Key(
      "layers", Form<Tree>.map(of: .element), "elements by name, painted in the written order")
    static let variants = Key(
      "variants", Form<Tree>.map(.choice(variantNames), of: .chapter("page")),
      "overrides by theme or paper: dark, letter")
    static let all = [
      KeyDeclaration(extends), .init(format), .init(vars), .init(styles), .init(layers),
      .init(variants),
    ]
  }

  /// The variants that surfaces ask for; `light` and `a4` are the page as it stands.
  static let variantNames = ["dark", "letter"]

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
    guard let format, let known = PageFormat(named: format.value) else { return nil }
    self.format = known
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

/// The pages of a programme: those that ship, its base's, its own; each over those it extends.
public struct Pages: Sendable {
  private var trees: [PageKind: [String: Tree]] = [:]

  init(shipped: Bool = true, _ documents: [ProgrammeDocument], _ reading: inout Reading) {
    for kind in PageKind.allCases {
      var pages = Presets.shippedPages[kind] ?? [:]
      for document in documents {
        for entry in document.pages(kind) {
          let name = entry.id.value
          guard let extends = entry.tree["extends"], case .scalar(let parent, _) = extends.value
          else {
            pages[name] = entry.tree
            continue
          }
          // Only what stands before can be extended, its own name too: no circle can arise.
          guard let below = pages[parent] else {
            if documents.contains(where: \.hasUnreadFiles) { continue }
            reading.error(
              "unknown \(kind.rawValue) “\(parent.prefix(60))”", at: extends.place,
              help: helpText(for: parent, among: pages.keys.sorted()))
            continue
          }
          pages[name] = below.merged(with: entry.tree)
        }
      }
      trees[kind] = pages
    }
    guard let own = documents.last else { return }
    for kind in PageKind.allCases {
      for entry in own.pages(kind) {
        guard let tree = trees[kind]?[entry.id.value] else { continue }
        for variant in [nil] + PageSpec.variantNames {
          _ = PageSpec(Pages.merged(tree, variant), of: "a \(kind.rawValue)", &reading)
        }
      }
    }
  }

  public func names(_ kind: PageKind) -> [String] { (trees[kind] ?? [:]).keys.sorted() }

  /// The page called `name` in one of its variants; `nil` if there is none.
  public func page(_ kind: PageKind, _ name: String, variant: String? = nil) -> PageSpec? {
    guard let tree = trees[kind]?[name] else { return nil }
    var reading = Reading()
    reading.theme = variant == Theme.dark.rawValue ? .dark : .light
    return PageSpec(Pages.merged(tree, variant), of: "a \(kind.rawValue)", &reading)
  }

  private static func merged(_ tree: Tree, _ variant: String?) -> Tree {
    guard let variant, let overrides = tree["variants"]?[variant] else { return tree }
    return tree.merged(with: overrides)
  }
}
