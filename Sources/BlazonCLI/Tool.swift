internal import BlazonArguments
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
      if code != .failure { _ = failed(trouble, as: format(of: processWords)) }
      exitProcess(ExitCode.failure.rawValue)
    }
    exitProcess(code.rawValue)
  }

  static var commands: [Command] {
    [
      .render, .check, .preview, .new, .doctor, .importing, .awards, .draw, .show, .list, .diff,
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
    let format = format(of: words)
    guard let command = commands.first(where: { $0.name == first }) else {
      let likely = suggestions(for: first, among: commands.map(\.name))
      return misunderstood(
        "blazon: unknown command “\(first)”"
          + (likely.first.map { "; did you mean “\($0)”?" } ?? ""),
        help: "blazon help", as: format)
    }
    let rest = Array(words.dropFirst())
    if rest.contains("-h") || rest.contains("--help") {
      Stream.output.write(command.manual)
      return .success
    }
    do throws(UsageError) {
      return try command.run(Arguments(rest, options: command.allOptions))
    } catch {
      return misunderstood(
        "blazon \(command.name): \(error.message)", help: "blazon help \(command.name)", as: format)
    }
  }

  /// How what is found is told, though the rest of the command line may not be understood.
  private static func format(of words: [String]) -> MessageFormat {
    for (number, word) in words.enumerated() {
      if word == "--messages", number + 1 < words.count {
        return MessageFormat(rawValue: words[number + 1]) ?? .text
      }
      if word.hasPrefix("--messages=") {
        return MessageFormat(rawValue: String(word.dropFirst(11))) ?? .text
      }
    }
    return .text
  }

  private static func misunderstood(
    _ message: String, help: String, as format: MessageFormat
  ) -> ExitCode {
    Stream.error.write(
      format == .text
        ? "\(printable(message))\nTry “\(help)”.\n"
        : format.print(Diagnostic(.error, message, at: nil, help: "try “\(help)”")))
    return .usage
  }

  /// What the program is for.
  static let summary = "badge specs in, finished badge images out"

  static var overview: String {
    """
    blazon: \(summary)

    usage: blazon COMMAND [options]

    commands:
    \(table(commands.map { ($0.name, $0.summary) }))
    “blazon help COMMAND” tells more, with examples; “blazon --version” tells the version.

    """
  }
}
