internal import BlazonCheck
internal import BlazonSource

/// What is found in one ledger: as much as somebody may read, and the number of the rest.
struct Findings {
  /// Of each severity.
  static let limit = 1000

  private(set) var report = Report()
  /// Whether a row that cannot be right does not stop the others.
  let keepsGoing: Bool
  /// Whether what is found is wrong in one row alone.
  var isInRow = false

  init(keepsGoing: Bool = false) { self.keepsGoing = keepsGoing }

  private var warnings = 0
  /// All errors so far, said or not.
  private(set) var errorCount = 0
  /// Where the first finding stands that is not said.
  private var silent: [Silent: (count: Int, place: Place?)] = [:]

  private struct Silent: Hashable {
    var severity: Diagnostic.Severity
    var leavesOut: Bool
  }

  mutating func error(
    _ message: @autoclosure () -> String, at place: Place?, breaking rule: Rule? = nil,
    help: @autoclosure () -> String? = nil
  ) {
    errorCount += 1
    let leavesOut = keepsGoing && isInRow
    guard errorCount <= Findings.limit else { return skip(.error, place, leavesOut) }
    var diagnostic = Diagnostic(.error, message(), at: place, help: isRead ? help() : nil)
    diagnostic.rule = rule?.id
    diagnostic.leavesOut = leavesOut
    report.add(diagnostic)
  }

  mutating func warning(
    _ message: @autoclosure () -> String, at place: Place?,
    help: @autoclosure () -> String? = nil
  ) {
    guard warnings < Findings.limit else { return skip(.warning, place, false) }
    warnings += 1
    report.add(Diagnostic(.warning, message(), at: place, help: isRead ? help() : nil))
  }

  /// Help may mean comparing a word with thousands: it is looked for only while somebody may read it.
  private var isRead: Bool { report.diagnostics.count < 100 }

  private mutating func skip(
    _ severity: Diagnostic.Severity, _ place: Place?, _ leavesOut: Bool
  ) {
    silent[Silent(severity: severity, leavesOut: leavesOut), default: (0, place)].count += 1
  }

  /// Adds all to `report`.
  func conclude(in report: inout Report) {
    report.add(self.report)
    for (severity, leavesOut) in [(.error, false), (.error, true), (.warning, false)]
      as [(Diagnostic.Severity, Bool)]
    {
      let kind = Silent(severity: severity, leavesOut: leavesOut)
      guard let (count, place) = silent[kind] else { continue }
      var diagnostic = Diagnostic(
        severity, "from here on, \(count) more \(severity.rawValue)s are not shown", at: place,
        help: "mend those above first")
      diagnostic.leavesOut = leavesOut
      report.add(diagnostic)
    }
  }
}
