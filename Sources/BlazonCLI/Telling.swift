internal import BlazonShelf
internal import BlazonSource
internal import Files

/// Writes to standard error what was found.
func tell(
  _ report: Report, as format: MessageFormat = .text,
  where isTold: (Diagnostic) -> Bool = { _ in true }
) {
  for diagnostic in report.sorted where isTold(diagnostic) {
    Stream.error.write(format.print(diagnostic))
  }
}

/// Writes to standard error what failed, and says how such a run ends.
func failed(
  _ error: some Error & CustomStringConvertible, as format: MessageFormat = .text
) -> ExitCode {
  Stream.error.write(format.print(Diagnostic(.error, error.description, at: nil)))
  return .failure
}

/// The output folder at `path`, once no other run writes into it, which is told as long as one does.
func openShelf(
  _ path: String, verifying isVerifying: Bool = false, as format: MessageFormat = .text
) throws(WorldError) -> Shelf {
  try Shelf(path, verifying: isVerifying) {
    Stream.error.write(
      format.print(
        Diagnostic(.note, "another run writes into “\(path)”; waiting for it to end", at: nil)))
  }
}
