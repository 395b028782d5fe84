internal import BlazonArguments
internal import BlazonDesk
internal import BlazonIntake
internal import BlazonLedger
internal import BlazonScene
internal import BlazonSource
internal import Files

extension Command {
  static let doctor = Command(
    name: "doctor", operands: "[PATH…]",
    summary: "tell what stands in the way of good badges, and the command that mends it",
    details: """
      Looks at what this program can use on this machine (libraries, fonts by script), at the folder
      of output, and at the programmes of each PATH, badge-specs unless given: what is wrong, awards
      that end within 90 days, words that are not translated, files that nothing makes any more.
      Changes nothing.

      Exit codes as in “blazon help render”; 1 if something is bad, notes alone are 0.
      """,
    options: [
      Option(
        names: ["-o", "--output"], value: "DIR", help: "where badges go; output unless given"),
      .today,
      .awards,
      .database,
      Option(names: ["--json"], value: nil, help: "as one document, for programs"),
    ],
    examples: [
      ("blazon doctor", "everything"),
      ("blazon doctor badge-specs/acme --today 2026-12-01", "what ends soon from then"),
      ("blazon doctor --json", "for a script"),
    ],
    run: { arguments throws(UsageError) in
      let today = try arguments.today()
      let databases = try arguments.databases()
      let (output, messages) = (arguments.value("-o") ?? "output", arguments.messages)
      do throws(WorldError) {
        let found = try Examination(
          arguments.operands, awards: arguments.all("--awards"), databases: databases,
          output: output, today: today
        ) { tellWaiting(for: output, as: messages) }
        Stream.output.write(
          arguments.has("--json") ? found.json : "blazon \(Program.version)\n\n\(found.text)")
        return found.hasProblems ? .problems : .success
      } catch {
        return failed(error, as: arguments.messages)
      }
    })
}
