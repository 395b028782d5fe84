internal import BlazonArguments
internal import BlazonShelf
internal import BlazonSource
internal import Files

/// The most findings that are told of a run: whoever has more mends these first.
private let toldLimit = 1000

/// Writes to standard error what was found, the errors among it before all else if it is too much.
func tell(
  _ report: Report, as format: MessageFormat,
  where isTold: (Diagnostic) -> Bool = { _ in true }
) {
  func isOfTheRun(_ finding: Diagnostic) -> Bool {
    finding.severity == .note && finding.place == nil
  }
  let found = report.sorted.filter(isTold)
  var told = found.filter { !isOfTheRun($0) }
  let count = told.count
  if count > toldLimit {
    told = Array(
      (told.filter { $0.severity == .error } + told.filter { $0.severity != .error })
        .prefix(toldLimit))
  }
  for diagnostic in told { Stream.error.write(format.print(diagnostic)) }
  if count > toldLimit {
    let note = Diagnostic(.note, "\(count - toldLimit) more findings are not told", at: nil)
    Stream.error.write(format.print(note))
  }
  for note in found.filter(isOfTheRun) { Stream.error.write(format.print(note)) }
}

/// Writes to standard error what failed, and says how such a run ends.
func failed(
  _ error: some Error & CustomStringConvertible, as format: MessageFormat
) -> ExitCode {
  Stream.error.write(format.print(Diagnostic(.error, error.description, at: nil)))
  return .failure
}

/// The output folder at `path`, once no other run writes into it, which is told as long as one does.
func openShelf(
  _ path: String, verifying isVerifying: Bool = false, as format: MessageFormat
) throws(WorldError) -> Shelf {
  try Shelf(path, verifying: isVerifying) { tellWaiting(for: path, as: format) }
}

/// Says that another run writes into the folder at `path`.
func tellWaiting(for path: String, as format: MessageFormat) {
  Stream.error.write(
    format.print(
      Diagnostic(.note, "another run writes into “\(path)”; waiting for it to end", at: nil)))
}
