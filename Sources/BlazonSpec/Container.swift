internal import BlazonForm

/// Elements one below the other, side by side, or in columns.
public struct Container: Sendable {
  public enum Direction: Hashable, Sendable {
    case stack, row
    case grid(columns: Int)
  }

  public var direction: Direction
  public var children: [Element]
  public var gap: Double
  public var padding: Double

  enum Keys {
    static let stack = Key(
      "stack", Form<Tree>.map(of: .element), "elements by name, one below the other")
    static let row = Key("row", Form<Tree>.map(of: .element), "elements by name, side by side")
    static let grid = Key(
      "grid", Form<Tree>.map(of: .element), "elements by name, in columns of equal width")
    static let columns = Key("columns", Form<Int>.count(in: 1...8), "how many columns of a grid")
    static let gap = Key("gap", .length, "between elements")
    static let padding = Key("padding", .length, "around them")
    static let stackKeys = [KeyDeclaration(stack), .init(gap), .init(padding)]
    static let rowKeys = [KeyDeclaration(row), .init(gap), .init(padding)]
    static let gridKeys = [KeyDeclaration(grid), .init(columns), .init(gap), .init(padding)]
  }
}
