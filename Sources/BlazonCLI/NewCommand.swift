internal import BlazonArguments
internal import BlazonDesk
internal import BlazonSource
internal import Files

extension Command {
  static let new = Command(
    name: "new", operands: "[DIR]", summary: "begin a programme that renders at once",
    details: """
      Writes a programme into DIR, badge-specs/ID unless given: its identity, five badges, a
      ledger with one invented person, and the schema by which editors complete words. What the
      options do not say is asked for on a terminal. Every badge gets the emblem that the words of
      its title suggest, in any of eleven languages, and no two the same; a title that suggests
      none, its initials. Nothing that is there already is touched.

      Exit codes as in “blazon help render”.
      """,
    options: [
      Option(names: ["--name"], value: "NAME", help: "what the programme is called"),
      Option(names: ["--id"], value: "ID", help: "its id; made from the name unless given"),
      Option(names: ["--color"], value: "COLOUR", help: "its colour, as #0B7A86 or a name of CSS"),
      Option(
        names: ["--logo"], value: "FILE", help: "an SVG of shapes, a PNG, JPEG or WebP, to copy"),
      Option(
        names: ["--badge"], value: "TITLE", help: "a badge's title; repeatable; five unless given"),
      Option(names: ["--dry-run"], value: nil, help: "tell which files, and write nothing"),
    ],
    examples: [
      ("blazon new", "asks for name, colour and logo"),
      ("blazon new --name \"Harbour Club\" --color \"#0B7A86\"", "in badge-specs/harbour-club"),
      ("blazon new --name Acme --badge \"First Deploy\" --badge \"Bug Hunter\"", "two badges"),
    ],
    run: { arguments throws(UsageError) in
      guard arguments.operands.count <= 1 else {
        throw UsageError(message: "one folder at a time")
      }
      let answers: Answers
      do throws(WorldError) { answers = try Answers(arguments) } catch {
        return failed(error, as: arguments.messages)
      }
      let (color, logo) = (answers.color, answers.logo)
      guard let name = answers.name else { throw UsageError(message: "needs --name NAME") }
      guard Starter.isColor(color) else {
        throw UsageError(
          message: "“\(color)” is not a colour; write it as #0B7A86, or as a name of CSS")
      }
      let id = arguments.value("--id") ?? Starter.id(from: name)
      guard !id.isEmpty, Starter.id(from: id) == id else {
        throw UsageError(
          message: "“\(id)” is no id; give one with --id, of lower-case letters, digits and hyphens"
        )
      }
      let titles = arguments.all("--badge")
      for words in [name] + titles {
        if let problem = Starter.problem(of: words) {
          throw UsageError(message: "“\(words.prefix(60))”: \(problem)")
        }
      }
      let starter = Starter(
        id: id, name: name, color: color, logo: logo,
        titles: titles.isEmpty ? Starter.titles : titles)
      return begin(
        starter, in: arguments.operands.first ?? "badge-specs/\(id)", arguments)
    })
}

private func begin(
  _ starter: Starter, in folder: String, _ arguments: Arguments
) -> ExitCode {
  let (messages, isTrial) = (arguments.messages, arguments.has("--dry-run"))
  var report = Report()
  do throws(WorldError) {
    let files = try starter.write(to: folder, trial: isTrial, report: &report)
    tell(report, as: messages)
    if report.hasErrors { return .problems }
    for file in files { Stream.output.write("\(file)\n") }
    Stream.output.write(
      isTrial ? "nothing was written\n" : "\nDraw it with: blazon render \(folder)\n")
    return .success
  } catch {
    return failed(error, as: messages)
  }
}

/// What the command line says, and of the rest what somebody at a terminal answers.
private struct Answers {
  private(set) var name: String?
  private(set) var color = "#0B7A86"
  private(set) var logo: String?

  /// Throws if it is interrupted, or the terminal cannot be read.
  init(_ arguments: Arguments) throws(WorldError) {
    let isAlone = arguments.value("--name") == nil
    name = try Answers.text(arguments.value("--name"), "What is the programme called?")
    color =
      try Answers.text(
        arguments.value("--color"), "Its colour, as #0B7A86 or teal? [\(color)]") ?? color
    logo = arguments.value("--logo")
    if logo == nil, isAlone {
      logo = try Answers.text(nil, "A logo, an SVG, PNG, JPEG or WebP file? Empty for none.")
    }
  }

  /// What was given, or is answered to `question`; `nil` where that is nothing, or nobody can answer.
  private static func text(_ given: String?, _ question: String) throws(WorldError) -> String? {
    if let given, !given.isEmpty { return given }
    guard Stream.input.isTerminal else { return nil }
    Stream.output.write("\(question) ")
    var lines = InputLines(limit: 1 << 12)
    let line = try wrapping { () throws(FileError) in try lines.next() }
    let text = String(decoding: line ?? [], as: UTF8.self)
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let inner = words.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
    return inner.isEmpty ? nil : inner.joined(separator: " ")
  }
}
