/// How fast work goes, and how long it will last.
///
/// The rate is that of the later half of the time so far, or of its last minute if that is shorter: the first items
/// of a run are others than the last, and what they took says less the longer the run goes on.
struct Pace {
  private var samples: [(done: Int, seconds: Double)] = []

  /// Notes that `done` items were done after `seconds`; both only grow.
  mutating func note(_ done: Int, after seconds: Double) {
    // Sixty-four a window are enough, however long it is.
    if samples.count > 1, seconds - samples[samples.count - 2].seconds < window(seconds) / 64 {
      samples[samples.count - 1] = (done, seconds)
    } else {
      samples.append((done, seconds))
    }
    let begin = seconds - window(seconds)
    while samples.count > 2, samples[1].seconds <= begin { samples.removeFirst() }
  }

  private func window(_ seconds: Double) -> Double { min(seconds / 2, 60) }

  /// Items a second; `nil` until half a second shows it.
  var rate: Double? {
    guard let first = samples.first, let last = samples.last, last.seconds > 0.5,
      last.done > first.done, last.seconds > first.seconds
    else { return nil }
    return Double(last.done - first.done) / (last.seconds - first.seconds)
  }

  /// The seconds until `total` are done.
  func left(of total: Int) -> Double? {
    guard let rate, let last = samples.last else { return nil }
    return Double(total - last.done) / rate
  }
}
