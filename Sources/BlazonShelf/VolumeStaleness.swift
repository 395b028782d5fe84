internal import Files

extension Volume {
  /// Why something has to be drawn.
  public enum Reason: Hashable, Sendable {
    /// Nothing is listed that was made from the same.
    case unknown
    /// A file that is listed is not there, or is another.
    case missing(String)
    case changed(String)
  }

  /// Why what has `key` must be made; `nil` if all its files stand as they were made.
  public func staleness(of key: String) -> Reason? {
    guard !key.isEmpty, let paths = pathsByKey[key] else { return .unknown }
    for path in paths {
      guard let entry = earlier[path] else { continue }
      guard isReachable(path), let size = fileSize("\(root)/\(path)") else { return .missing(path) }
      guard size == entry.bytes, !isVerifying || digest(path) == entry.sha256 else {
        return .changed(path)
      }
    }
    return nil
  }
}
