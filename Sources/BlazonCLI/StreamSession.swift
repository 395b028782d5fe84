internal import BlazonArguments
internal import BlazonIntake
internal import BlazonPress
internal import BlazonShelf
internal import BlazonSource
internal import Files

/// A run of `render --stdin`: an award a line in, what came of it a line out, in the same order.
struct StreamSession {
  let paths: [String]
  let output: String
  let selection: Selection
  let isVerifying: Bool
  let today: Day?
  /// As it was written: where keys are, and what opens them.
  let arguments: Arguments

  func run() -> ExitCode {
    var report = Report()
    do throws(WorldError) {
      let shelf = try openShelf(output, verifying: isVerifying, as: .json)
      var reader = try AwardReader(paths, today: today, report: &report)
      let studio = try Studio(reader.programmes, report: &report)
      var selection = selection
      try selection.openSigners(of: reader.programmes, arguments, &report)
      tell(report, as: .json)
      guard !report.hasErrors else { return .problems }
      let press = Press(studio)
      let stream = AwardStream(press, selection, onto: shelf)
      var lines = InputLines(limit: AwardReader.limit)
      var (number, isWhole) = (0, true)
      while let line = try wrapping({ () throws(FileError) in try lines.next() }) {
        number += 1
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        var found = Report()
        var made: String?
        if let loaded = reader.read(line, report: &found) {
          made = try stream.make(loaded, report: &found).map { fields(of: $0) }
        }
        isWhole = isWhole && !found.hasErrors
        let messages = found.sorted.map { field(of: $0) }
        let told = messages.isEmpty ? "" : ",\"messages\":[\(messages.joined(separator: ","))]"
        Stream.output.write("{\"line\":\(number)\(made ?? "")\(told)}\n")
        if isInterrupted { break }
      }
      var last = Report()
      try stream.finish(report: &last)
      tell(last, as: .json)
      return isWhole && !last.hasErrors && !isInterrupted ? .success : .problems
    } catch {
      return failed(error, as: .json)
    }
  }

  /// `,"programme":…`: whose award it is, and its files.
  private func fields(of result: AwardStream.Result) -> String {
    ",\"programme\":\(quoted(result.programme)),\"badge\":\(quoted(result.badge)),"
      + "\"handle\":\(quoted(result.handle)),\"drawn\":\(result.drawn),"
      + "\"files\":[\(result.files.map { quoted($0) }.joined(separator: ","))]"
  }

  /// A finding; its column is one of the line that came.
  private func field(of diagnostic: Diagnostic) -> String {
    var fields = [
      "\"severity\":\(quoted(diagnostic.severity.rawValue))",
      "\"message\":\(quoted(diagnostic.message))",
    ]
    if let place = diagnostic.place, place.source.name == "award.json" {
      fields.append("\"column\":\(place.start.column)")
    }
    if let help = diagnostic.help { fields.append("\"help\":\(quoted(help))") }
    return "{\(fields.joined(separator: ","))}"
  }
}
