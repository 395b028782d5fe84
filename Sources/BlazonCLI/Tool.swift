internal import BlazonScene
internal import BlazonSource
internal import Files

/// `blazon` on the command line.
@main struct Tool {
  static func main() {
    settleProcess(exhaustion: ExitCode.failure.rawValue)
    noteInterruptions()
    let code = run(Array(processWords.dropFirst()))
    // What nobody could read was not told.
    if let trouble = Stream.trouble {
      if code != .failure { _ = failed(trouble) }
      exitProcess(ExitCode.failure.rawValue)
    }
    exitProcess(code.rawValue)
  }

  static var commands: [Command] {
    [
      .render, .check, .preview, .new, .importing, .awards, .draw, .show, .list, .diff,
      .readmeBadge,
      .snippet,
      .revoke, .reinstate, .renew, .correct, .forget, .keys, .verify, .manifest,
      .completions,
      .help,
    ]
  }

  static func run(_ words: [String]) -> ExitCode {
    guard let first = words.first else {
      Stream.error.write(overview)
      return .usage
    }
    switch first {
    case "--version":
      Stream.output.write("blazon \(Program.version)\n")
      return .success
    case "-h", "--help":
      Stream.output.write(overview)
      return .success
    default: break
    }
    guard let command = commands.first(where: { $0.name == first }) else {
      let likely = suggestions(for: first, among: commands.map(\.name))
      Stream.error.write(
        "blazon: unknown command “\(printable(first))”"
          + (likely.first.map { "; did you mean “\($0)”?" } ?? "") + "\nTry “blazon help”.\n")
      return .usage
    }
    let rest = Array(words.dropFirst())
    if rest.contains("-h") || rest.contains("--help") {
      Stream.output.write(command.manual)
      return .success
    }
    do throws(UsageError) {
      return try command.run(Arguments(rest, options: command.options))
    } catch {
      Stream.error.write(
        "blazon \(command.name): \(printable(error.message))\nTry “blazon help \(command.name)”.\n")
      return .usage
    }
  }

  static var overview: String {
    """
    blazon: badge specs in, finished badge images out

    usage: blazon COMMAND [options]

    commands:
    \(table(commands.map { ($0.name, $0.summary) }))
    “blazon help COMMAND” tells more, with examples; “blazon --version” tells the version.

    """
  }
}
