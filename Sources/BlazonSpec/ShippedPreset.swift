public import BlazonSource
internal import Shipped

/// The files of `Presets/`, as they travel inside the program.
public enum ShippedPreset {
  /// By file name; shown in messages as `<presets>/pennant.yaml`.
  public static let sources: [(name: String, source: SourceText)] = Shipped.ShippedFile.presets.map {
    ($0.name, SourceText(name: "<presets>/\($0.name)", bytes: $0.bytes))
  }
}
