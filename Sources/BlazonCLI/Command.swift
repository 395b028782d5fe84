internal import BlazonArguments

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
