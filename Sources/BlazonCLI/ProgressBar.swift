internal import Files
internal import Synchronization

/// How far a run is: one line on a terminal that fills up, now and then a line in a log.
final class ProgressBar: Sendable {
  private enum Place { case terminal, log, nowhere }

  private let place: Place
  private let start = monotonicSeconds()
  private let last: Mutex<(done: Int, time: Double)>

  init(isQuiet: Bool) {
    place = isQuiet ? .nowhere : Stream.error.isTerminal ? .terminal : .log
    last = Mutex((-1, start))
  }

  /// Seconds between lines: on a terminal as smooth as an eye needs, in a log as a reader wants.
  private var pause: Double { place == .terminal ? 0.05 : 10 }

  /// Shows the state, if it is time. May be called from any thread.
  func show(done: Int, of total: Int) {
    guard place != .nowhere, total > 0 else { return }
    last.withLock { last in
      let now = monotonicSeconds()
      guard done > last.done, now - last.time > pause || (done == total && place == .terminal)
      else { return }
      last = (done, now)
      let numbers = "\(done)/\(total)\(pace(done, total, now - start))"
      guard place == .terminal else {
        Stream.error.write("drawn: \(numbers)\n")
        return
      }
      let room = max(10, min(40, (Stream.error.columns ?? 80) - numbers.count - 5))
      let filled = room * done / total
      let bar =
        String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
      Stream.error.write("\r\(bar) \(numbers)\u{1B}[K")
    }
  }

  /// `, 24/s, 8 s left`, once there is something to tell it from.
  private func pace(_ done: Int, _ total: Int, _ seconds: Double) -> String {
    guard seconds > 0.5, done > 0 else { return "" }
    let rate = Double(done) / seconds
    let shown = rate < 10 ? Double(Int(rate * 10)) / 10 : rate.rounded()
    let left = Int((Double(total - done) / rate).rounded(.up))
    let time = left < 100 ? "\(left) s" : "\(left / 60) min"
    return ", \(rate < 10 ? "\(shown)" : "\(Int(shown))")/s"
      + (done < total ? ", \(time) left" : "")
  }

  /// Takes the line away.
  func clear() {
    guard place == .terminal else { return }
    last.withLock { last in
      if last.done >= 0 { Stream.error.write("\r\u{1B}[K") }
      last.done = -1
    }
  }
}
