public import BlazonArt
public import BlazonSource

/// A badge with all that it inherits: its words, and its preset up to the optical size.
public struct Badge: Sendable {
  public let id: Located<String>
  public let words: Words
  /// The preset with the overrides of words, state and `adjust` merged in.
  let preset: Tree
  public let presetName: String
  /// The silhouette, for the alternative text.
  public let silhouette: Silhouette

  /// The slots as they are drawn `width` pixels wide.
  ///
  /// `optical` overrides apply from the widest down to the narrowest that is at least `width`.
  public func slots(width: Int) -> Slots? {
    var reading = Reading()
    return Badge.slots(preset, width: width, &reading)
  }

  /// The widths at which the drawing changes, widest first.
  static func opticalWidths(_ preset: Tree) -> [Int] {
    Array(
      (preset["optical"]?.entries ?? []).compactMap { Int($0.key.value) }.sorted(by: >).prefix(16))
  }

  static func slots(_ preset: Tree, width: Int, _ reading: inout Reading) -> Slots? {
    var tree = preset
    for largest in opticalWidths(preset) where width <= largest {
      if let overrides = preset["optical"]?[String(largest)] { tree = tree.merged(with: overrides) }
    }
    return Slots(tree, &reading)
  }
}
