internal import BlazonArguments
internal import BlazonDesk
internal import BlazonIntake
internal import BlazonSource
internal import BlazonSpec
internal import Files

extension Command {
  static let show = Command(
    name: "show", operands: "spec|design|scene|sentence [PATH…] --badge ID | schema [messages]",
    summary: "show a badge at each stage between its spec and its picture",
    details: """
      spec      the badge's words with all that it inherits, as YAML; with --expanded also the
                slots of its preset, every override merged in
      design    its facts with their places, its tokens with their values
      scene     everything that is drawn, a node a line
      sentence  the alternative text, for a reader who does not see the picture, and below it the
                sentence that “blazon draw” makes the badge of again
      schema    the language as a JSON Schema (2020-12), for editors and validators; or, with
                “messages”, a line of --messages json

      Words for which the preset has no place are said as notes. A variant is called by its file:
      docs-author.gold.

      Exit codes as in “blazon help render”.
      """,
    options: [
      Option(names: ["--badge"], value: "ID", help: "which badge"),
      Option(names: ["--expanded"], value: nil, help: "with the slots of the preset"),
    ],
    examples: [
      ("blazon show spec --badge docs-author", "what the badge inherits"),
      ("blazon show spec --badge docs-author --expanded", "a start for a preset of one's own"),
      ("blazon show sentence --badge docs-author", "its alternative text"),
      ("blazon show schema > blazon.schema.json", "what an editor completes keys from"),
    ],
    run: { arguments throws(UsageError) in
      let names = Inspection.allCases.map(\.rawValue) + ["schema"]
      if arguments.operands == ["schema"] {
        Stream.output.write(Language.schema)
        return .success
      }
      if arguments.operands == ["schema", "messages"] {
        Stream.output.write(Language.messagesSchema)
        return .success
      }
      guard let name = arguments.operands.first else {
        throw UsageError(message: "needs one of \(names.joined(separator: ", "))")
      }
      guard let inspection = Inspection(rawValue: name) else {
        throw UsageError(message: "unknown view “\(name)”; " + helpText(for: name, among: names))
      }
      guard let id = arguments.value("--badge") else {
        throw UsageError(message: "needs --badge ID")
      }
      let paths = Array(arguments.operands.dropFirst())
      let messages = arguments.messages
      var report = Report()
      do throws(WorldError) {
        let programmes = try SpecFolder.load(
          paths.isEmpty ? ["badge-specs"] : paths, report: &report)
        let text = try inspection.text(
          of: id, in: programmes, isExpanded: arguments.has("--expanded"), report: &report)
        tell(report, as: messages)
        if let text { Stream.output.write(text) }
        return report.hasErrors || text == nil ? .problems : .success
      } catch {
        tell(report, as: messages)
        return failed(error, as: messages)
      }
    })
}
