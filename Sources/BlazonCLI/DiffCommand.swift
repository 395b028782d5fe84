internal import BlazonArguments
internal import BlazonDesk
internal import BlazonSource
internal import Files

extension Command {
  static let diff = Command(
    name: "diff", operands: "OLD NEW", summary: "show which pictures changed, and how",
    details: """
      Compares two PNG files, two output folders, or the badges of two folders of specs, and prints
      a summary in Markdown. A name that git knows is a commit: its folder badge-specs is meant,
      or what stands behind a colon. A name that is a commit and a path is refused: write ./main
      for the path, refs/heads/main for the commit. With -o it writes, for every picture that
      changed, one with before, difference and after, and the summary beside them.

      Exit codes: 0 nothing changed, 1 something changed or the specs have problems, 64 and 70 as
      in “blazon help render”.
      """,
    options: [
      Option(names: ["-o", "--output"], value: "DIR", help: "write pictures and summary there")
    ],
    examples: [
      ("blazon diff output.old output", "two output folders"),
      ("blazon diff HEAD~1 HEAD -o diff", "the badges of two commits"),
      ("blazon diff origin/main badge-specs", "what the work at hand changes"),
      ("blazon diff v1.0:art/specs art/specs", "specs that stand elsewhere"),
    ],
    run: { arguments throws(UsageError) in
      guard arguments.operands.count == 2 else {
        throw UsageError(message: "needs two paths or commits, not \(arguments.operands.count)")
      }
      var report = Report()
      do throws(WorldError) {
        let comparison = try Comparison(
          arguments.operands[0], arguments.operands[1], report: &report)
        tell(report, as: arguments.messages)
        if report.hasErrors { return .problems }
        if let folder = arguments.value("-o") { try comparison.write(into: folder) }
        Stream.output.write(comparison.summary)
        return comparison.changes.isEmpty ? .success : .problems
      } catch {
        tell(report, as: arguments.messages)
        return failed(error, as: arguments.messages)
      }
    })
}
