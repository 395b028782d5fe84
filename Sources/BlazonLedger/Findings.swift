internal import BlazonCheck
internal import BlazonSource

/// What is found in one ledger: as much as somebody may read, and the number of the rest.
struct Findings {
  /// Of each severity.
  static let limit = 1000

  private(set) var report = Report()
  private var warnings = 0
  /// All errors so far, said or not.
  private(set) var errorCount = 0
  /// Where the first finding stands that is not said.
  private var silent: [Diagnostic.Severity: (count: Int, place: Place?)] = [:]

  mutating func error(
    _ message: @autoclosure () -> String, at place: Place?, breaking rule: Rule? = nil,
    help: @autoclosure () -> String? = nil
  ) {
    errorCount += 1
    guard errorCount <= Findings.limit else { return skip(.error, place) }
    var diagnostic = Diagnostic(.error, message(), at: place, help: isRead ? help() : nil)
    diagnostic.rule = rule?.id
    report.add(diagnostic)
  }

  mutating func warning(
    _ message: @autoclosure () -> String, at place: Place?,
    help: @autoclosure () -> String? = nil
  ) {
    guard warnings < Findings.limit else { return skip(.warning, place) }
    warnings += 1
    report.add(Diagnostic(.warning, message(), at: place, help: isRead ? help() : nil))
  }

  /// Help may mean comparing a word with thousands: it is looked for only while somebody may read it.
  private var isRead: Bool { report.diagnostics.count < 100 }

  private mutating func skip(_ severity: Diagnostic.Severity, _ place: Place?) {
    silent[severity, default: (0, place)].count += 1
  }

  /// Adds all to `report`.
  func conclude(in report: inout Report) {
    report.add(self.report)
    for severity in [Diagnostic.Severity.error, .warning] {
      guard let (count, place) = silent[severity] else { continue }
      report.add(
        Diagnostic(
          severity, "from here on, \(count) more \(severity.rawValue)s are not shown", at: place,
          help: "mend those above first"))
    }
  }
}
