internal import Synchronization

/// Counts what is read: documents, maps, expressions, templates. A test proves by it that drawing reads nothing
/// again.
package final class ReadingCount: Sendable {
  /// Whoever counts at the moment in this task; nobody, unless a test does.
  @TaskLocal package static var current: ReadingCount?

  private let total = Atomic<Int>(0)

  package init() {}

  /// How often something was read.
  package var value: Int { total.load(ordering: .relaxed) }

  /// Notes that something is read.
  static func add() { current?.total.add(1, ordering: .relaxed) }
}
