internal import BlazonForm
public import BlazonSource

/// A wall: all or chosen badges of a person, or of a programme, in one picture.
public struct WallSpec: Sendable {
  /// What comes first.
  public enum Order: String, CaseIterable, Sendable {
    case newest, oldest, title
    /// As the programme writes its badges.
    case written
  }

  /// Which tiers of a badge a programme's wall shows.
  public enum Tiers: String, CaseIterable, Sendable { case highest, all }

  /// As specs call it.
  public var name: String
  public var columns: Int
  /// The most badges that it shows; what is left over is counted.
  public var limit: Int
  public var order: Order
  public var tiers: Tiers
  /// The ids of the badges that it shows; empty for all.
  public var badges: [Located<String>]
  /// How many badges are shown that a person does not have yet.
  public var locked: Int
  public var hasHeader: Bool

  /// The one that stands at `wall.svg`.
  public static let standard = WallSpec("wall")

  /// With all that it shows unless it says otherwise.
  init(_ name: String) {
    self.name = name
    (columns, limit, order, tiers) = (4, 48, .newest, .highest)
    (badges, locked, hasHeader) = ([], 0, true)
  }

  enum Keys {
    static let columns = Key(
      "columns", Form<Int>.count(in: 1...8), "how many badges stand side by side; 4 unless given")
    static let limit = Key(
      "limit", Form<Int>.count(in: 1...200), "the most badges that it shows; 48 unless given")
    static let order = Key(
      "order", Form<Order>.choice("order"), "what comes first; the newest award unless given")
    static let tiers = Key(
      "tiers", Form<Tiers>.choice("value"),
      "the highest tier of each badge, or all, on a programme's wall")
    static let badges = Key(
      "badges", Form<[Located<String>]>.list(of: .id, named: "a list of badges"),
      "the badges that it shows; all unless given")
    static let locked = Key(
      "locked", Form<Int>.count(in: 0...50),
      "how many badges are shown that somebody has not earned yet")
    static let header = Key("header", .bool, "whether it has a name and figures at its top")
    static let all = [
      KeyDeclaration(columns), .init(limit), .init(order), .init(tiers), .init(badges),
      .init(locked), .init(header),
    ]
  }

  /// `nil` if `tree` is no wall, which is then reported.
  init?(_ name: String, _ tree: Tree, _ reading: inout Reading) {
    guard var fields = Fields(tree, of: "a wall", declared: Keys.all, &reading) else { return nil }
    self.init(name)
    columns = fields.take(Keys.columns, &reading) ?? columns
    limit = fields.take(Keys.limit, &reading) ?? limit
    order = fields.take(Keys.order, &reading) ?? order
    tiers = fields.take(Keys.tiers, &reading) ?? tiers
    badges = fields.take(Keys.badges, &reading) ?? badges
    locked = fields.take(Keys.locked, &reading) ?? locked
    hasHeader = fields.take(Keys.header, &reading) ?? hasHeader
    fields.finish(&reading)
  }
}
