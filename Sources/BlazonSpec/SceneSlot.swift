internal import BlazonForm
public import BlazonScene

/// The place a preset keeps for an emblem as a picture in full colours.
public struct SceneSlot: Sendable {
  /// The middle of the picture's circle.
  public var at: Point
  /// The diameter of the circle that shows it.
  public var size: Double
  /// The outline that cuts it off, with what lies over it: patterns, the shadow along its edge, a line. `nil` for the
  /// picture's circle.
  public var inside: Figure?

  enum Keys {
    static let at = Key("at", .point, "the middle of the picture's circle")
    static let size = Key("size", .size, "the diameter of the circle that shows what matters of it")
    static let inside = Key(
      "inside", Figure.form,
      "the outline that cuts it off, and what lies over it; its circle unless given")
    static let all = [KeyDeclaration(at), .init(size), .init(inside)]
  }

  static let form = Form<SceneSlot>("where a scene is painted", .chapter("scene")) {
    tree, reading in
    guard var fields = Fields(tree, of: "the scene's slot", declared: Keys.all, &reading) else {
      return nil
    }
    let slot = SceneSlot(
      at: fields.take(Keys.at, &reading) ?? Point(256, 256),
      size: fields.take(Keys.size, &reading) ?? 300, inside: fields.take(Keys.inside, &reading))
    fields.finish(&reading)
    return slot
  }
}
