/// This program.
public enum Program {
  public static let name = "Blazon"
  /// Pictures of one version are the same.
  public static let version = "0.1.0"
  /// Both.
  public static let title = "\(name) \(version)"
}
