package import BlazonSource

/// An option of a command, as help shows it and the command line is read by it.
package struct Option: Sendable {
  /// As in `["-o", "--output"]`.
  package var names: [String]
  /// What its value is called; `nil` for a switch.
  package var value: String?
  package var help: String

  package init(names: [String], value: String? = nil, help: String) {
    (self.names, self.value, self.help) = (names, value, help)
  }

  /// Of every command: how what is found is told.
  package static let messages = Option(
    names: ["--messages"], value: "FORMAT",
    help: "how problems are told: text, json (one object a line) or github")
}

/// The command line was not understood. Exit code 64.
package struct UsageError: Error {
  package var message: String

  package init(message: String) { self.message = message }
}

/// The words after a command, sorted into options and operands.
package struct Arguments {
  package private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]
  /// How what is found is told.
  package private(set) var messages = MessageFormat.text

  /// Accepts `--name value`, `--name=value`, `-nvalue`, clusters of switches and `--`.
  package init(_ words: [String], options: [Option]) throws(UsageError) {
    var rest = words[...]
    func option(_ name: String) throws(UsageError) -> Option {
      if let option = options.first(where: { $0.names.contains(name) }) { return option }
      // Of one letter, every other is a misspelling.
      let likely =
        name.hasPrefix("--") ? suggestions(for: name, among: options.flatMap(\.names)) : []
      throw UsageError(
        message: "unknown option \(name)" + (likely.first.map { "; did you mean \($0)?" } ?? ""))
    }
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      var name = word
      var attached: String?
      if word.hasPrefix("--"), let equals = word.firstIndex(of: "=") {
        (name, attached) = (String(word[..<equals]), String(word[word.index(after: equals)...]))
      } else if !word.hasPrefix("--"), word.count > 2 {
        (name, attached) = (String(word.prefix(2)), String(word.dropFirst(2)))
      }
      let option = try option(name)
      if option.value == nil {
        values[option.names[0], default: []].append("")
        guard let attached else { continue }
        guard !word.hasPrefix("--") else { throw UsageError(message: "\(name) takes no value") }
        rest = ["-" + attached] + rest
      } else if let attached {
        values[option.names[0], default: []].append(attached)
      } else if let value = rest.popFirst() {
        values[option.names[0], default: []].append(value)
      } else {
        throw UsageError(message: "\(name) needs a value: \(option.value ?? "")")
      }
    }
    messages = try choice(value("--messages"), "--messages") ?? .text
  }

  /// Whether the option whose first name is `name` was given.
  package func has(_ name: String) -> Bool { values[name] != nil }

  /// The last value given.
  package func value(_ name: String) -> String? { values[name]?.last }

  /// All values given, as they are.
  package func all(_ name: String) -> [String] { values[name] ?? [] }

  /// All values given, each split at commas.
  package func list(_ name: String) -> [String]? {
    values[name].map { $0.flatMap { $0.split(separator: ",").map(String.init) } }
  }
}

/// The value that the option `option` calls `name`; `nil` if nothing was given.
package func choice<Value: RawRepresentable<String> & CaseIterable>(
  _ name: String?, _ option: String
) throws(UsageError) -> Value? {
  guard let name else { return nil }
  guard let value = Value(rawValue: name) else {
    let names = Value.allCases.map(\.rawValue)
    throw UsageError(
      message: "\(option): unknown value “\(name)”; \(helpText(for: name, among: names))")
  }
  return value
}
