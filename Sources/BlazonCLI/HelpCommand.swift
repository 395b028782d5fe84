internal import BlazonArguments
internal import BlazonForm
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import Files

extension Command {
  static let help = Command(
    name: "help", operands: "[COMMAND | language [CHAPTER]]",
    summary: "explain a command, or the language of specs",
    details: """
      Explains COMMAND, or lists all commands. “help language” lists the kinds of map in a spec,
      “help language CHAPTER” the keys of one. With --json all of it is one document for programs:
      commands, options, exit codes.
      """,
    options: [
      Option(names: ["--json"], value: nil, help: "all commands and their options, for programs")
    ],
    examples: [
      ("blazon help render", "the options of render"),
      ("blazon help language badge", "every word a badge can say"),
      ("blazon help --json", "what a program completes command lines from"),
    ],
    run: { arguments throws(UsageError) in
      if arguments.has("--json") {
        guard arguments.operands.isEmpty else {
          throw UsageError(message: "--json tells of all commands at once; name none")
        }
        Stream.output.write(Tool.description)
        return .success
      }
      guard let name = arguments.operands.first else {
        Stream.output.write(Tool.overview)
        return .success
      }
      if name == "language" {
        Stream.output.write(try languageHelp(arguments.operands.dropFirst().first))
        return .success
      }
      guard let command = Tool.commands.first(where: { $0.name == name }) else {
        let names = Tool.commands.map(\.name) + ["language"]
        throw UsageError(message: "no command “\(name)”; " + helpText(for: name, among: names))
      }
      Stream.output.write(command.manual)
      return .success
    })
}

/// The chapters of the language, or the keys of one.
private func languageHelp(_ name: String?) throws(UsageError) -> String {
  let chapters = Language.chapters
  guard let name else {
    return "Specs are YAML. “blazon help language CHAPTER” lists the keys of:\n\n"
      + table(chapters.map { ($0.name, $0.summary) })
  }
  guard let chapter = chapters.first(where: { $0.name == name }) else {
    throw UsageError(
      message: "no chapter “\(name)”; " + helpText(for: name, among: chapters.map(\.name)))
  }
  let rows = chapter.keys.map { key in
    (key.name, "\(key.summary) [\(key.form)]")
  }
  return "\(chapter.summary)\n\n" + table(rows)
}

extension Tool {
  /// All commands, their options and exit codes, as JSON that ends with a line break.
  fileprivate static var description: String {
    let fields = [
      "\"program\":\"blazon\"", "\"version\":\(quoted(Program.version))",
      "\"summary\":\(quoted(summary))",
      "\"commands\":" + list(commands.map(description)),
      "\"exitCodes\":"
        + list(
          ExitCode.allCases.map { "{\"code\":\($0.rawValue),\"meaning\":\(quoted($0.meaning))}" }),
    ]
    return "{\(fields.joined(separator: ",\n"))}\n"
  }

  private static func description(_ command: Command) -> String {
    let fields = [
      "\"name\":\(quoted(command.name))", "\"operands\":\(quoted(command.operands))",
      "\"summary\":\(quoted(command.summary))", "\"details\":\(quoted(command.details))",
      "\"options\":" + list(command.allOptions.map(description)),
      "\"examples\":"
        + list(
          command.examples.map { "{\"line\":\(quoted($0.line)),\"what\":\(quoted($0.what))}" }),
    ]
    return "{\(fields.joined(separator: ","))}"
  }

  private static func description(_ option: Option) -> String {
    let value = option.value.map { ",\"value\":\(quoted($0))" } ?? ""
    return "{\"names\":" + list(option.names.map(quoted)) + value
      + ",\"help\":\(quoted(option.help))}"
  }

  private static func list(_ items: [String]) -> String { "[\(items.joined(separator: ","))]" }
}
