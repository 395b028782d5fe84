/// The world failed us: a disk, memory, a path that is no folder. Says what was tried.
public struct WorldError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, and why it failed.
  public let description: String

  /// A failure that is told so.
  public init(_ description: String) { self.description = description }
}

/// Runs `body`, whose failure is the world's: of files, fonts or painters.
package func wrapping<Value, Failure: Error & CustomStringConvertible>(
  _ body: () throws(Failure) -> Value
) throws(WorldError) -> Value {
  do throws(Failure) { return try body() } catch { throw WorldError(error.description) }
}
