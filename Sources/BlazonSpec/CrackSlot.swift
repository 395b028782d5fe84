public import BlazonForm
public import BlazonScene
internal import BlazonSource

/// A break through a badge that is no longer valid: what it covers is not drawn.
public struct CrackSlot: Sendable {
  /// The gap's outline.
  public var path: Path
  public var stroke: PaintExpression?
  public var strokeWidth: Double

  enum Keys {
    static let d = Key("d", .pathData, "the outline of the gap, as SVG path data")
    static let stroke = Key("stroke", .paint, "the broken edge")
    static let strokeWidth = Key("stroke-width", .length, "how wide the edge is")
    static let all = [KeyDeclaration(d), .init(stroke), .init(strokeWidth)]
  }

  static let form = Form<CrackSlot>("a crack", .chapter("crack")) { tree, reading in
    guard var fields = Fields(tree, of: "a crack", declared: Keys.all, &reading) else { return nil }
    let path = fields.require(Keys.d, &reading)
    let stroke = fields.take(Keys.stroke, &reading)
    let width = fields.take(Keys.strokeWidth, &reading) ?? 3
    fields.finish(&reading)
    return path.map { CrackSlot(path: $0.value, stroke: stroke, strokeWidth: width) }
  }
}
