/// How a run ended, as sysexits.h and the manual number it.
enum ExitCode: Int32, CaseIterable {
  case success = 0
  /// The input has problems.
  case problems = 1
  /// What was asked cannot be told from what is at hand.
  case unknown = 3
  /// The command line was not understood.
  case usage = 64
  /// The world or the program failed.
  case failure = 70

  /// What a run means that ends so.
  var meaning: String {
    switch self {
    case .success: "done"
    case .problems:
      "what was read has problems, which are told; or two things differ, or nothing was found"
    case .unknown: "what was asked cannot be told from what is at hand"
    case .usage: "the command line was not understood"
    case .failure: "a path is not there, or the disk, the memory or the program failed"
    }
  }
}

/// A command of the tool: one row of the table in `Tool`.
struct Command: Sendable {
  var name: String
  var operands: String
  var summary: String
  var details: String
  /// Its own; `allOptions` are those that it takes.
  var options: [Option]
  var examples: [(line: String, what: String)]
  var run: @Sendable (Arguments) throws(UsageError) -> ExitCode

  /// Its own options, and those of every command.
  var allOptions: [Option] { options + [.messages] }

  /// The manual page of the command.
  var manual: String {
    var text = "usage: blazon \(name) [options] \(operands)\n\n"
    text += "\(details)\n\noptions:\n"
    let rows = allOptions.map { option in
      (option.names.joined(separator: ", ") + (option.value.map { " \($0)" } ?? ""), option.help)
    }
    text += table(rows)
    if !examples.isEmpty {
      text += "\nexamples:\n" + table(examples.map { ($0.line, $0.what) })
    }
    return text
  }
}

/// Two columns, the second aligned.
func table(_ rows: [(String, String)]) -> String {
  let width = rows.map(\.0.count).max() ?? 0
  return rows.map { left, right in
    "  \(left)\(String(repeating: " ", count: width - left.count + 2))\(right)\n"
  }.joined()
}
