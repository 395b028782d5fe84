internal import BlazonForm
internal import BlazonSource
internal import BlazonSpec
internal import Files

extension Command {
  static let help = Command(
    name: "help", operands: "[COMMAND | language [CHAPTER]]",
    summary: "explain a command, or the language of specs",
    details: """
      Explains COMMAND, or lists all commands. “help language” lists the kinds of map in a spec,
      “help language CHAPTER” the keys of one.
      """,
    options: [],
    examples: [
      ("blazon help render", "the options of render"),
      ("blazon help language badge", "every word a badge can say"),
    ],
    run: { arguments throws(UsageError) in
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
