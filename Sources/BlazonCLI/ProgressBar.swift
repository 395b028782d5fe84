internal import BlazonSource
internal import Files
internal import Synchronization

/// How far a run is: one line on a terminal that fills up, now and then a line in a log, or an event for programs.
final class ProgressBar: Sendable {
  private enum Place { case terminal, log, events, nowhere }

  private struct State {
    var done = -1
    var time: Double
    var pace = Pace()
  }

  private let place: Place
  private let start = monotonicSeconds()
  private let state: Mutex<State>

  init(isQuiet: Bool, messages: MessageFormat = .text) {
    place =
      isQuiet
      ? .nowhere
      : messages == .json
        ? .events : messages == .text && Stream.error.isTerminal ? .terminal : .log
    state = Mutex(State(time: start))
  }

  /// Seconds between lines: on a terminal as smooth as an eye needs, in a log as a reader wants.
  private var pause: Double {
    switch place {
    case .terminal: 0.05
    case .events: 1
    case .log, .nowhere: 10
    }
  }

  /// Shows the state, if it is time. May be called from any thread.
  func show(done: Int, of total: Int) {
    guard place != .nowhere, total > 0 else { return }
    state.withLock { state in
      let now = monotonicSeconds()
      guard done > state.done, now - state.time > pause || (done == total && place != .log)
      else { return }
      (state.done, state.time) = (done, now)
      state.pace.note(done, after: now - start)
      write(done, of: total, state.pace)
    }
  }

  private func write(_ done: Int, of total: Int, _ pace: Pace) {
    if place == .events {
      var fields = ["\"event\":\"progress\"", "\"done\":\(done)", "\"total\":\(total)"]
      if let rate = pace.rate, let left = pace.left(of: total) {
        fields += ["\"perSecond\":\(tenths(rate))", "\"secondsLeft\":\(tenths(left))"]
      }
      Stream.error.write("{\(fields.joined(separator: ","))}\n")
      return
    }
    let numbers = "\(done)/\(total)\(told(pace, done, total))"
    guard place == .terminal else {
      Stream.error.write("drawn: \(numbers)\n")
      return
    }
    let room = max(10, min(40, (Stream.error.columns ?? 80) - numbers.count - 5))
    let filled = room * done / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
    Stream.error.write("\r\(bar) \(numbers)\u{1B}[K")
  }

  /// `, 24/s, 8 s left`, once there is something to tell it from.
  private func told(_ pace: Pace, _ done: Int, _ total: Int) -> String {
    guard let rate = pace.rate, let seconds = pace.left(of: total) else { return "" }
    let left = Int(seconds.rounded(.up))
    let time = left < 100 ? "\(left) s" : "\(left / 60) min"
    return ", \(rate < 10 ? tenths(rate) : "\(Int(rate.rounded()))")/s"
      + (done < total ? ", \(time) left" : "")
  }

  /// Takes the line away.
  func clear() {
    guard place == .terminal else { return }
    state.withLock { state in
      if state.done >= 0 { Stream.error.write("\r\u{1B}[K") }
      state.done = -1
    }
  }
}

/// `value` with one decimal.
func tenths(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
