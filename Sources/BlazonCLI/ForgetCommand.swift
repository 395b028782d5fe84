internal import BlazonArguments
internal import BlazonIntake
internal import BlazonShelf
internal import BlazonSource
internal import Files

extension Command {
  static let forget = Command(
    name: "forget", operands: "PERSON [PATH…]",
    summary: "take out a person: their rows, their files, their names on pages",
    details: """
      Takes the rows of PERSON, a handle, out of the ledgers of each PATH, badge-specs unless given,
      and of those that --awards names; removes their files from the output folder, with what its
      lists say of them; and draws the pages that list people anew. What git and others keep of
      them is for you to see to: “git filter-repo”, caches, search engines.

      Exit codes as in “blazon help render”.
      """,
    options: [
      Option(
        names: ["-o", "--output"], value: "DIR", help: "where they stand; output unless given"),
      .awards,
      Option(names: ["--dry-run"], value: nil, help: "tell what would be done, and write nothing"),
      Option(names: ["-q", "--quiet"], value: nil, help: "no closing lines"),
    ],
    examples: [("blazon forget jan", "his rows, his files, and his name in lists")],
    run: { arguments throws(UsageError) in
      guard arguments.operands.first.map({ !$0.isEmpty }) == true else {
        throw UsageError(message: "needs a person's handle")
      }
      let handle = arguments.operands[0].lowercased()
      let paths = Array(arguments.operands.dropFirst())
      let output = arguments.value("-o") ?? "output"
      let messages = arguments.messages
      let isTrial = arguments.has("--dry-run")
      func say(_ text: String) {
        if !arguments.has("-q") { Stream.output.write(text) }
      }
      var report = Report()
      do throws(WorldError) {
        let (files, programmes, credentials) = try SpecFolder.forget(
          handle, in: paths.isEmpty ? ["badge-specs"] : paths, awards: arguments.all("--awards"),
          trial: isTrial, report: &report)
        tell(report, as: messages) { $0.severity == .error }
        guard !report.hasErrors else { return .problems }
        for (file, rows) in files {
          say(
            "\(file): \(rows) row\(rows == 1 ? "" : "s") \(isTrial ? "would be " : "")taken out\n")
        }
        var removed = 0
        if kind(of: output) != nil {
          let shelf = try openShelf(output, as: messages)
          for programme in programmes {
            removed +=
              isTrial
              ? try shelf.count(of: handle, in: programme)
              : try shelf.forget(handle, of: programme)
          }
        }
        guard !files.isEmpty || removed > 0 else {
          report.error(
            "nobody is called “\(handle)”", at: nil, help: "write the handle, as ledgers have it")
          tell(report, as: messages)
          return .problems
        }
        let lost = "\(removed) file\(removed == 1 ? "" : "s")"
        if isTrial {
          say("\(lost) of “\(output)” would be removed; nothing was written\n")
          return .success
        }
        say("\(lost) removed from “\(output)”\n")
        if !credentials.isEmpty {
          // Afterwards the numbers are nowhere.
          say(
            "whoever has a copy of their credentials goes on to be believed, also where they were taken back; "
              + "to end that, add to programme.yaml:\n"
              + "  credentials: {revoked: [\(credentials.joined(separator: ", "))]}\n")
        }
      } catch {
        tell(report, as: messages)
        return failed(error, as: messages)
      }
      guard kind(of: "\(output)/manifest.json") != nil else { return .success }
      // The pages that had the name in a list.
      let words =
        paths + ["--surface", "site", "-o", output, "-q", "--messages", messages.rawValue]
        + arguments.all("--awards").flatMap { ["--awards", $0] }
      return try Session(Arguments(words, options: Command.render.allOptions)).render()
    })
}
