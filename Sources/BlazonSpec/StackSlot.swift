internal import BlazonForm
public import BlazonScene
public import BlazonSource

/// The place that emblem, words, stars, marker and logo share: rows that are measured, so that what is absent
/// leaves no gap and what is long takes the room of others before it is refused.
public struct StackSlot: Sendable {
  /// What stands in a row.
  public enum Row: Hashable, Sendable {
    case emblem, stars, marker, logo
    /// A text of the preset, by its name.
    case text(String)
  }

  /// Top to bottom.
  public var rows: [Located<Row>]
  public var box: Rect
  /// The outline that no row leaves; the box alone unless given.
  public var inside: Figure?
  /// How far rows keep from it, left and right.
  public var inset: Double
  /// Between the ink of two rows.
  public var gap: Double

  enum Keys {
    static let rows = Key(
      "rows", Form<[Located<String>]>.list(of: .id, named: "a list of rows", 1...8),
      "top to bottom: emblem, stars, marker, logo and names of texts")
    static let box = Key("box", .box, "where the rows are")
    static let inside = Key("inside", Figure.form, "the outline that no row leaves")
    static let inset = Key("inset", .length, "how far rows keep from that outline")
    static let gap = Key("gap", .length, "between two rows")
    static let all = [
      KeyDeclaration(rows), .init(box), .init(inside), .init(inset), .init(gap),
    ]
  }

  static let form = Form<StackSlot>("a stack of rows", .chapter("seats")) { tree, reading in
    guard var fields = Fields(tree, of: "a stack", declared: Keys.all, &reading) else {
      return nil
    }
    let rows = fields.require(Keys.rows, &reading)
    let box = fields.require(Keys.box, &reading)
    let inside = fields.take(Keys.inside, &reading)
    let inset = fields.take(Keys.inset, &reading) ?? 12
    let gap = fields.take(Keys.gap, &reading) ?? 8
    fields.finish(&reading)
    guard let rows, let box else { return nil }
    return StackSlot(
      rows: rows.value.map { Located(Row($0.value), $0.place) }, box: box.value, inside: inside,
      inset: inset, gap: gap)
  }
}

extension StackSlot.Row {
  fileprivate init(_ name: String) {
    switch name {
    case "emblem": self = .emblem
    case "stars": self = .stars
    case "marker": self = .marker
    case "logo": self = .logo
    default: self = .text(name)
    }
  }
}
