internal import BlazonDesk
internal import BlazonSource
internal import Files

extension Command {
  static let new = Command(
    name: "new", operands: "[DIR]", summary: "begin a programme that renders at once",
    details: """
      Writes a programme into DIR, badge-specs/ID unless given: its identity, five badges and a
      ledger with one invented person. What the options do not say is asked for on a terminal.
      Every badge gets the emblem that the words of its title suggest, in any of eleven languages,
      and no two the same; a title that suggests none, its initials. Nothing that is there already
      is touched.

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
      let name = try answer(
        arguments.value("--name"), "What is the programme called?", "--name NAME", unless: nil)
      let color = try answer(
        arguments.value("--color"), "Its colour, as #0B7A86 or teal?", "--color COLOUR",
        unless: "#0B7A86")
      guard Starter.isColor(color) else {
        throw UsageError(
          message: "“\(color)” is not a colour; write it as #0B7A86, or as a name of CSS")
      }
      var logo = arguments.value("--logo")
      if logo == nil, arguments.value("--name") == nil, Stream.input.isTerminal {
        let path = ask("A logo, an SVG, PNG, JPEG or WebP file? Empty for none.") ?? ""
        logo = path.isEmpty ? nil : path
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
      return begin(starter, in: arguments.operands.first ?? "badge-specs/\(id)")
    })
}

private func begin(_ starter: Starter, in folder: String) -> ExitCode {
  var report = Report()
  do throws(WorldError) {
    let files = try starter.write(to: folder, report: &report)
    tell(report)
    if report.hasErrors { return .problems }
    for file in files { Stream.output.write("\(file)\n") }
    Stream.output.write("\nDraw it with: blazon render \(folder)\n")
    return .success
  } catch {
    return failed(error)
  }
}

/// What was given, or what somebody at a terminal answers, or `usual`.
private func answer(
  _ given: String?, _ question: String, _ option: String, unless usual: String?
) throws(UsageError) -> String {
  if let given, !given.isEmpty { return given }
  if Stream.input.isTerminal, let text = ask(question + (usual.map { " [\($0)]" } ?? "")) {
    if !text.isEmpty { return text }
  }
  guard let usual else { throw UsageError(message: "needs \(option)") }
  return usual
}

private func ask(_ question: String) -> String? {
  Stream.output.write("\(question) ")
  var lines = InputLines(limit: 1 << 12)
  return (try? lines.next()).map { line in
    var text = Substring(String(decoding: line, as: UTF8.self))
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
