internal import BlazonForm
public import BlazonSource
internal import Shipped

/// The files of `Presets/`, as they travel inside the program.
public enum ShippedPreset {
  /// By file name; shown in messages as `<presets>/pennant.yaml`.
  public static let sources: [(name: String, source: SourceText)] = Shipped.ShippedFile.presets.map
  {
    ($0.name, SourceText(name: "<presets>/\($0.name)", bytes: $0.bytes))
  }

  /// Designs of pages that are read where somebody names them, by file name.
  public static let designs: [(name: String, source: SourceText)] = Shipped.ShippedFile.designs.map
  {
    ($0.name, SourceText(name: "<presets>/\($0.name)", bytes: $0.bytes))
  }

  /// The names of the presets, each with what the head of its file says of it.
  public static var presets: [(name: String, summary: String)] {
    Presets.shipped.sorted { $0.key < $1.key }.map { name, tree in
      (name, Presets.headline(of: tree.place.source))
    }
  }

  /// What is wrong in the shipped presets, every override included. Nothing, or a test fails.
  public static func check() -> Report {
    var reading = Reading()
    for (_, preset) in Presets.shipped.sorted(by: { $0.key < $1.key }) {
      Presets.check(preset, &reading)
    }
    return reading.report
  }
}
