internal import BlazonArguments
internal import BlazonDesk
internal import BlazonIntake
internal import BlazonSite
internal import BlazonSource
internal import Files

extension Command {
  static let snippet = Command(
    name: "snippet", operands: "PERSON|PERSON/BADGE|BADGE [PATH…]",
    summary: "print the lines that show awards and badges in READMEs, pages and e-mails",
    details: """
      Prints what shows all that PERSON, a handle, earned, as a row; one award; or a badge that
      nobody is named with. PATH is as for “render”. Its addresses are those below “publish”.

      \(table(SnippetForm.allCases.map { ($0.rawValue, $0.summary) }))
      With --into the lines stand in a file, between two comments; what is around them stays, and
      the same lines twice change nothing.

      Exit codes as in “blazon help render”.
      """,
    options: [
      Option(names: ["--as"], value: "FORM", help: "one of the above; markdown unless given"),
      Option(names: ["--into"], value: "FILE", help: "keep the lines in a file"),
      Option(
        names: ["--dry-run"], value: nil, help: "tell whether the file would change; write nothing"),
    ],
    examples: [
      ("blazon snippet asa-lo", "a row of what she earned, as Markdown"),
      ("blazon snippet asa-lo/docs-author --as html", "one award, as HTML"),
      ("blazon snippet docs-author --as rst", "the badge, for Read the Docs"),
      ("blazon snippet asa-lo --into README.md", "kept up to date in a README"),
    ],
    run: { arguments throws(UsageError) in
      guard let name = arguments.operands.first else {
        throw UsageError(message: "needs a person, an award or a badge")
      }
      let form: SnippetForm = try choice(arguments.value("--as"), "--as") ?? .markdown
      let messages = arguments.messages
      let file = arguments.value("--into")
      if file == "" { throw UsageError(message: "--into has an empty value") }
      let paths = Array(arguments.operands.dropFirst())
      let request = SnippetRequest(name, as: form, into: file)
      var report = Report()
      do throws(WorldError) {
        let programmes = try SpecFolder.load(
          paths.isEmpty ? ["badge-specs"] : paths, report: &report)
        let lines = report.hasErrors ? nil : try request.lines(of: programmes, report: &report)
        if let lines, let file {
          let isTrial = arguments.has("--dry-run")
          let isChanged = try request.put(lines, trial: isTrial, report: &report)
          let change = isTrial ? "would be written; nothing was" : "written"
          if !report.hasErrors {
            Stream.output.write("\(file): \(isChanged ? change : "is as it should be")\n")
          }
        } else if let lines {
          Stream.output.write(lines + "\n")
        }
        tell(report, as: messages) { $0.severity == .error }
        return report.hasErrors || lines == nil ? .problems : .success
      } catch {
        tell(report, as: messages)
        return failed(error, as: messages)
      }
    })
}
