internal import BlazonSource
internal import Files

extension Command {
  static let help = Command(
    name: "help", operands: "[COMMAND]", summary: "explain a command",
    details: "Explains COMMAND, or lists all commands.", options: [],
    examples: [("blazon help render", "the options of render")],
    run: { arguments throws(UsageError) in
      guard let name = arguments.operands.first else {
        Stream.output.write(Tool.overview)
        return .success
      }
      guard let command = Tool.commands.first(where: { $0.name == name }) else {
        throw UsageError(
          message: "no command “\(name)”; " + helpText(for: name, among: Tool.commands.map(\.name)))
      }
      Stream.output.write(command.manual)
      return .success
    })
}
