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

  private init(_ name: String, _ size: Size, safeArea: Insets, millimetres: Double? = nil) {
    (self.name, self.size, self.safeArea) = (name, size, safeArea)
    self.millimetres = millimetres
  }

  public static let all = [
    // Link previews crop up to a tenth of each side.
    PageFormat(
      "open-graph", Size(width: 1200, height: 630),
      safeArea: Insets(horizontal: 96, vertical: 63)),
    // Text stays 5 mm, or a quarter of an inch, from where paper is trimmed.
    PageFormat(
      "a4", Size(width: 1188, height: 840), safeArea: Insets(horizontal: 20, vertical: 20),
      millimetres: 297),
    PageFormat(
      "letter", Size(width: 1117.6, height: 863.6),
      safeArea: Insets(horizontal: 25.4, vertical: 25.4), millimetres: 279.4),
  ]

  /// Those that are printed.
  static var papers: [PageFormat] { all.filter { $0.millimetres != nil } }

  /// The format that specs call `name`.
  public init?(named name: String) {
    guard let format = PageFormat.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }
}
