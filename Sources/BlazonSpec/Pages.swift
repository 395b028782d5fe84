internal import BlazonForm
public import BlazonScene
public import BlazonSource
internal import Synchronization

/// A design of a card or certificate, read with each of its variants.
public struct PageTemplate: Sendable {
  public let kind: PageKind
  /// As specs call it.
  public let name: String
  /// What it was read from: digests are made of it.
  public let source: String
  private let plain: PageSpec
  private let others: [(name: String, page: PageSpec)]

  /// The variants that are drawn beside the page as it stands: `dark`, or a paper.
  ///
  /// A card has one for dark pages even where its design says nothing of them: its colours may.
  public var variants: [String] { others.map(\.name) }

  /// The page in one of its variants; as it stands for one that it does not have.
  public func page(_ variant: String? = nil) -> PageSpec {
    others.first { $0.name == variant }?.page ?? plain
  }

  /// The files of the pictures in it and its variants.
  public var images: [Located<String>] { plain.images + others.flatMap(\.page.images) }

  /// The theme of the pages that a variant is for.
  public static func theme(of variant: String?) -> Theme { variant.flatMap(Theme.init) ?? .light }

  /// `nil` if `tree` is no page, which is then reported.
  init?(_ kind: PageKind, _ name: String, _ tree: Tree, _ reading: inout Reading) {
    func read(_ variant: String?, _ reading: inout Reading) -> PageSpec? {
      let overrides = variant.flatMap { tree["variants"]?[$0] }
      reading.theme = PageTemplate.theme(of: variant)
      defer { reading.theme = .light }
      return PageSpec(
        overrides.map { tree.merged(with: $0) } ?? tree, of: "a \(kind.rawValue)", &reading)
    }
    guard let plain = read(nil, &reading) else { return nil }
    let isThemed = kind == .card && plain.format.isThemed
    let written = PageSpec.variantNames.filter {
      (tree["variants"]?[$0]).map { !$0.isNull } ?? (isThemed && $0 == Theme.dark.rawValue)
    }
    others = written.compactMap { name in read(name, &reading).map { (name, $0) } }
    if kind == .certificate, plain.format.millimetres == nil {
      reading.error(
        "a certificate is a sheet of paper, not “\(plain.format.name)”",
        at: tree["format"]?.place ?? tree.place,
        help: "use one of: " + PageFormat.papers.map(\.name).joined(separator: ", "))
      return nil
    }
    (self.kind, self.name, self.plain) = (kind, name, plain)
    source = tree.source
  }
}

/// The pages of a programme: those that ship, its base's, its own; each over those it extends.
public struct Pages: Sendable {
  private var templates: [PageKind: [String: PageTemplate]] = [:]
  private var written: [PageKind: [String]] = [:]

  /// Those that ship, read when the first asks for them: most programmes use two.
  private static let shipped = Mutex<[PageKind: [String: PageTemplate]]>([:])

  private static func shipped(_ kind: PageKind, _ name: String) -> PageTemplate? {
    shipped.withLock { known in
      if let template = known[kind]?[name] { return template }
      var reading = Reading()
      let template = Presets.page(kind, name).flatMap {
        PageTemplate(kind, name, $0, &reading)
      }
      precondition(!reading.report.hasErrors, "the shipped page “\(name)” is broken")
      known[kind, default: [:]][name] = template
      return template
    }
  }

  init(_ documents: [ProgrammeDocument], _ reading: inout Reading) {
    for kind in PageKind.allCases {
      // Read before anything is drawn.
      _ = Pages.shipped(kind, kind.standard)
      if kind == .card { _ = Pages.shipped(kind, PageKind.revoked) }
      var trees: [String: Tree] = [:]
      var names: [String] = []
      let own = Set((documents.last?.pages(kind) ?? []).map(\.id.value))
      for entry in documents.flatMap({ $0.pages(kind) }) {
        let isOpen = documents.contains(where: \.hasUnreadFiles)
        guard let tree = Pages.tree(of: entry, kind, over: trees, isOpen: isOpen, &reading) else {
          continue
        }
        trees[entry.id.value] = tree
        if !names.contains(entry.id.value) { names.append(entry.id.value) }
      }
      for name in names {
        guard let tree = trees[name] else { continue }
        // What is wrong in the base is its own run's to say.
        var quiet = Reading()
        let template =
          own.contains(name)
          ? PageTemplate(kind, name, tree, &reading) : PageTemplate(kind, name, tree, &quiet)
        // One that cannot be read leaves the one that ships.
        guard let template else { continue }
        templates[kind, default: [:]][name] = template
        written[kind, default: []].append(name)
      }
    }
  }

  /// The page of an entry over the one it extends; `nil` if there is none, which is then reported, unless it
  /// may stand in a file that cannot be read.
  private static func tree(
    of entry: ProgrammeDocument.Entry, _ kind: PageKind, over trees: [String: Tree],
    isOpen: Bool, _ reading: inout Reading
  ) -> Tree? {
    if PageSpec.variantNames.contains(entry.id.value) || entry.id.value == Theme.light.rawValue {
      reading.error(
        "“\(entry.id.value)” is what a variant is called, not a \(kind.rawValue)",
        at: entry.id.place, help: "call it otherwise: its files are named after it")
    }
    guard let extends = entry.tree["extends"], case .scalar(let parent, _) = extends.value else {
      return entry.tree
    }
    // Only what stands before can be extended, its own name too: no circle can arise.
    guard let below = trees[parent] ?? Presets.page(kind, parent) else {
      if isOpen { return nil }
      let known = Presets.pageNames(kind).union(trees.keys)
      reading.error(
        "unknown \(kind.rawValue) “\(parent.prefix(60))”", at: extends.place,
        help: helpText(for: parent, among: known.sorted()))
      return nil
    }
    return below.merged(with: entry.tree)
  }

  public func names(_ kind: PageKind) -> [String] {
    Set((templates[kind] ?? [:]).keys).union(Presets.pageNames(kind)).sorted()
  }

  /// What the page called `name` is read from.
  public func source(_ kind: PageKind, _ name: String) -> String {
    templates[kind]?[name]?.source ?? Presets.page(kind, name)?.source ?? ""
  }

  /// The files of the pictures in all that the programme, or the one it extends, writes itself.
  public var images: [Located<String>] {
    PageKind.allCases.flatMap { kind in
      written(kind).flatMap { templates[kind]?[$0]?.images ?? [] }
    }
  }

  /// Those that the programme, or the one it extends, writes itself, in the written order.
  public func written(_ kind: PageKind) -> [String] { written[kind] ?? [] }

  /// The page called `name`, or the one that every programme has: what names another was reported.
  public func template(_ kind: PageKind, _ name: String? = nil) -> PageTemplate {
    func known(_ name: String) -> PageTemplate? {
      templates[kind]?[name] ?? Pages.shipped(kind, name)
    }
    guard let template = name.flatMap(known) ?? known(kind.standard)
    else { preconditionFailure("the standard pages ship") }
    return template
  }
}
