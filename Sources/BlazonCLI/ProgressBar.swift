internal import Files
internal import Synchronization

/// One line on a terminal that fills up; nothing in a log.
final class ProgressBar: Sendable {
  private let isShown: Bool
  private let last = Mutex<(done: Int, time: Double)>((-1, 0))

  init(isShown: Bool) { self.isShown = isShown }

  /// Redraws the line, at most twenty times a second. May be called from any thread.
  func show(done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    last.withLock { last in
      let now = monotonicSeconds()
      guard done > last.done, done == total || now - last.time > 0.05 else { return }
      last = (done, now)
      let numbers = " \(done)/\(total) badges"
      let room = max(10, min(60, (Stream.error.columns ?? 80) - numbers.count - 4))
      let filled = room * done / total
      let bar =
        String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
      Stream.error.write("\r\(bar)\(numbers)")
    }
  }

  /// Takes the line away.
  func clear() {
    guard isShown else { return }
    last.withLock { last in
      if last.done >= 0 { Stream.error.write("\r\u{1B}[K") }
      last.done = -1
    }
  }
}
