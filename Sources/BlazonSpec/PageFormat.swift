internal import BlazonForm
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
}
