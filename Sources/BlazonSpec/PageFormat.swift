package import BlazonForm
public import BlazonScene

/// A size that pages come in: one row for each.
public struct PageFormat: Hashable, Sendable {
  /// As specs call it.
  public let name: String
  /// In canvas units: pixels of a card, quarters of a millimetre of paper.
  public let size: Size
  /// What is to be read stays inside these margins, where no crop and no trimming reaches.
  public let safeArea: Insets
  /// The width of the paper in millimetres; `nil` for screens.
  public let millimetres: Double?
  /// Whether cards of it are drawn for dark pages too: a banner and a signature stand on light ones alone.
  public let isThemed: Bool

  private init(
    _ name: String, _ size: Size, safeArea: Insets, millimetres: Double? = nil,
    isThemed: Bool = true
  ) {
    (self.name, self.size, self.safeArea) = (name, size, safeArea)
    (self.millimetres, self.isThemed) = (millimetres, isThemed)
  }

  public static let all = [
    // Link previews crop up to a tenth of each side.
    PageFormat(
      "open-graph", Size(width: 1200, height: 630),
      safeArea: Insets(horizontal: 96, vertical: 63)),
    // The preview of a repository on GitHub: 40 pixels of each side may be hidden.
    PageFormat(
      "github", Size(width: 1280, height: 640),
      safeArea: Insets(horizontal: 60, vertical: 50)),
    PageFormat(
      "square", Size(width: 1080, height: 1080),
      safeArea: Insets(horizontal: 72, vertical: 72)),
    // Above and below stand the names and buttons of whoever shows it.
    PageFormat(
      "story", Size(width: 1080, height: 1920),
      safeArea: Insets(top: 250, right: 72, bottom: 280, left: 72)),
    // On LinkedIn the owner's picture covers the lower left.
    PageFormat(
      "banner", Size(width: 1584, height: 396),
      safeArea: Insets(top: 36, right: 60, bottom: 36, left: 420), isThemed: false),
    // Shown at half its size, below an e-mail.
    PageFormat(
      "signature", Size(width: 1280, height: 320),
      safeArea: Insets(horizontal: 24, vertical: 20), isThemed: false),
    // Text stays 5 mm, or a quarter of an inch, from where paper is trimmed.
    PageFormat(
      "a4", Size(width: 1188, height: 840), safeArea: Insets(horizontal: 20, vertical: 20),
      millimetres: 297),
    PageFormat(
      "letter", Size(width: 1117.6, height: 863.6),
      safeArea: Insets(horizontal: 25.4, vertical: 25.4), millimetres: 279.4),
    PageFormat(
      "a4-portrait", Size(width: 840, height: 1188),
      safeArea: Insets(horizontal: 20, vertical: 20), millimetres: 210),
    PageFormat(
      "letter-portrait", Size(width: 863.6, height: 1117.6),
      safeArea: Insets(horizontal: 25.4, vertical: 25.4), millimetres: 215.9),
  ]

  /// Those that are printed.
  static var papers: [PageFormat] { all.filter { $0.millimetres != nil } }

  /// The format that specs call `name`.
  public init?(named name: String) {
    guard let format = PageFormat.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  /// Units to the millimetre of paper.
  static let unitsPerMillimetre = 4.0

  /// A size of one's own, its sides in units: what is to be read stays as far from them as on paper or cards that are
  /// known.
  fileprivate init(width: Double, height: Double, isPaper: Bool) {
    let per = isPaper ? PageFormat.unitsPerMillimetre : 1
    let margin = isPaper ? 5 * per : 0.05 * min(width, height)
    func side(_ units: Double) -> String { plain((units / per * 100).rounded() / 100) }
    self.init(
      "[\(side(width)), \(side(height))]\(isPaper ? " mm" : "")",
      Size(width: width, height: height),
      safeArea: Insets(horizontal: margin, vertical: margin),
      millimetres: isPaper ? width / per : nil)
  }
}

extension Form where Value == PageFormat {
  /// A name, or a width and a height: pixels of a card, millimetres of paper.
  package static let pageFormat = Form(
    "a page format",
    .either([
      .choice(PageFormat.all.map(\.name)), .list(.pattern(lengthPattern), 2...2),
      .list(.number(100...4096), 2...2),
    ])
  ) { tree, reading in
    guard case .list(let items) = tree.value else {
      let name = Form<String>.name(of: "a page format") { PageFormat.all.map(\.name) }
      return name.read(tree, &reading).flatMap { PageFormat(named: $0) }
    }
    let sides = items.compactMap(\.side)
    guard items.count == 2, sides.count == 2, sides[0].isPaper == sides[1].isPaper else {
      reading.error(
        "this is no size of a page", at: tree.place,
        help: "write a width and a height, as in [1600, 900] or [210mm, 148mm]")
      return nil
    }
    let (width, height) = (sides[0].units, sides[1].units)
    // A page is painted as pixels too.
    guard (100...4096).contains(width), (100...4096).contains(height),
      (0.125...8).contains(width / height)
    else {
      reading.error(
        "a page is 100 to 4096 pixels or 25 to 1024 millimetres a side, and at most eight times as long as wide",
        at: tree.place, help: "as in [1600, 900] or [210mm, 148mm]")
      return nil
    }
    return PageFormat(width: width, height: height, isPaper: sides[0].isPaper)
  }

  private static var lengthPattern: String { "^[0-9]+(\\.[0-9]+)?(mm|cm|in)$" }
}

extension Tree {
  /// A side of a page in units, and whether it is of paper; `nil` for what is none.
  fileprivate var side: (units: Double, isPaper: Bool)? {
    guard case .scalar(let text, _) = value else { return nil }
    for (unit, millimetres) in [("mm", 1.0), ("cm", 10), ("in", 25.4)] where text.hasSuffix(unit) {
      guard let number = Double(decimal: text.dropLast(2)), number > 0 else { return nil }
      return (number * millimetres * PageFormat.unitsPerMillimetre, true)
    }
    guard let number = Double(decimal: text), number > 0 else { return nil }
    return (number, false)
  }
}
