internal import BlazonDesk
internal import BlazonIntake
internal import BlazonLedger
internal import BlazonSource

/// An option of a command, as help shows it and the command line is read by it.
struct Option: Sendable {
  /// As in `["-o", "--output"]`.
  var names: [String]
  /// What its value is called; `nil` for a switch.
  var value: String?
  var help: String

  /// Of every command: how what is found is told.
  static let messages = Option(
    names: ["--messages"], value: "FORMAT",
    help: "how problems are told: text, json (one object a line) or github")
}

extension Option {
  /// Of the commands that read ledgers.
  static let awards = Option(
    names: ["--awards"], value: "FILE", help: "a ledger beside those of the programmes; repeatable")
  static let database = Option(
    names: ["--database"], value: "NAME=URL",
    help: "where a database is that a programme names; repeatable; else BLAZON_DATABASE_NAME")
  static let today = Option(
    names: ["--today"], value: "DATE",
    help: "the day on which awards are told to stand; the newest of the ledgers unless given")
}

/// The command line was not understood. Exit code 64.
struct UsageError: Error {
  var message: String
}

/// The words after a command, sorted into options and operands.
struct Arguments {
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]
  /// How what is found is told.
  private(set) var messages = MessageFormat.text

  /// Accepts `--name value`, `--name=value`, `-nvalue`, clusters of switches and `--`.
  init(_ words: [String], options: [Option]) throws(UsageError) {
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
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The last value given.
  func value(_ name: String) -> String? { values[name]?.last }

  /// All values given, as they are.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// All values given, each split at commas.
  func list(_ name: String) -> [String]? {
    values[name].map { $0.flatMap { $0.split(separator: ",").map(String.init) } }
  }
}

extension Arguments {
  /// The kind of file that `-o` names by its ending; an SVG where there is no `-o`.
  func pictureFormat() throws(UsageError) -> PictureFormat {
    guard let path = value("-o") else { return .svg }
    let ending = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() }
    guard let format = PictureFormat(rawValue: ending ?? "") else {
      throw UsageError(message: "--output: “\(path)” is no picture; end it in .svg or .png")
    }
    return format
  }
}

/// The value that the option `option` calls `name`; `nil` if nothing was given.
func choice<Value: RawRepresentable<String> & CaseIterable>(
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

extension Arguments {
  /// The day on which awards are told to stand; `nil` for the newest of the ledgers.
  func today() throws(UsageError) -> Day? {
    guard let text = value("--today") else { return nil }
    guard let day = SpecFolder.day(text) else {
      throw UsageError(message: "--today: “\(text)” is not a day, as in 2026-10-14")
    }
    return day
  }

  /// The addresses of databases, by the names that programmes give them: `--database members=URL`.
  func databases() throws(UsageError) -> [String: String] {
    var databases: [String: String] = [:]
    for text in all("--database") {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw UsageError(
          message: "--database: give the name that the programme uses and an address, as in "
            + "--database members=postgresql://localhost/community")
      }
      databases[String(parts[0])] = String(parts[1])
    }
    return databases
  }
}
