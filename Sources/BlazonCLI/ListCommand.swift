internal import BlazonArguments
internal import BlazonDesk
internal import BlazonSource
internal import Files

extension Command {
  static let list = Command(
    name: "list", operands: lists.joined(separator: "|") + " [WORD…]",
    summary: "list what there is to choose from",
    details: """
      Lists the emblems, presets or fonts that ship, the formats that are written, the rules
      that are checked, or the badges of badge-specs. WORD keeps those that it finds in a name or a
      description; emblems are also found by what they stand for, in ten languages besides
      English, the best first. With -o it draws a sheet of them as a PNG.

      Exit codes as in “blazon help render”; 1 also if WORD finds nothing.
      """,
    options: [
      Option(names: ["-o", "--output"], value: "FILE", help: "draw a sheet; ends in .png"),
      Option(names: ["--json"], value: nil, help: "an array of names and summaries, for programs"),
    ],
    examples: [
      ("blazon list emblems", "all emblems"),
      ("blazon list emblems book", "those that have to do with books"),
      ("blazon list emblems machine learning", "those that a title might mean"),
      ("blazon list presets -o presets.png", "a picture of every preset"),
    ],
    run: { arguments throws(UsageError) in
      guard let name = arguments.operands.first else {
        throw UsageError(message: "needs one of \(lists.joined(separator: ", "))")
      }
      if arguments.has("--json"), arguments.has("-o") {
        throw UsageError(message: "--json prints a list, and -o draws one: take either")
      }
      if name == badges { return try listBadges(arguments) }
      guard let catalogue = Catalogue(rawValue: name) else {
        throw UsageError(message: "unknown list “\(name)”; " + helpText(for: name, among: lists))
      }
      let words = arguments.operands.dropFirst().joined(separator: " ")
      let isAsked = arguments.operands.count > 1
      let entries = isAsked ? catalogue.entries(matching: words) : catalogue.entries
      guard !entries.isEmpty else {
        if arguments.has("--json") { tell([], arguments) }
        let near = suggestions(for: words, among: catalogue.entries.map(\.name))
        let text =
          "nothing found for “\(words.prefix(80))”"
          + (near.first.map { "; did you mean “\($0)”?" } ?? "")
        Stream.error.write(
          arguments.messages == .text
            ? text + "\n" : arguments.messages.print(Diagnostic(.error, text, at: nil)))
        return .problems
      }
      guard let path = arguments.value("-o") else {
        tell(entries, arguments)
        return .success
      }
      return try drawSheet(catalogue, entries, path, as: arguments.messages)
    })
}

/// The list of what stands in badge-specs, which is no catalogue of ours.
private let badges = "badges"
private let lists = Catalogue.allCases.map(\.rawValue) + [badges]

/// The badges of badge-specs by their ids, with their titles: those of which a word begins as each that was asked for.
private func listBadges(_ arguments: Arguments) throws(UsageError) -> ExitCode {
  guard !arguments.has("-o") else {
    throw UsageError(message: "a sheet of badges is the contact sheet that “blazon render” draws")
  }
  var report = Report()
  do throws(WorldError) {
    let found = try Catalogue.badges(
      in: ["badge-specs"], matching: arguments.operands.dropFirst().joined(separator: " "),
      report: &report)
    tell(report, as: arguments.messages) { $0.severity == .error }
    tell(found, arguments)
    return report.hasErrors || found.isEmpty ? .problems : .success
  } catch {
    return failed(error, as: arguments.messages)
  }
}

/// Prints `entries`, a line each: a table, or an array of objects with `name` and `summary`.
private func tell(_ entries: [Catalogue.Entry], _ arguments: Arguments) {
  guard arguments.has("--json") else {
    Stream.output.write(table(entries.map { ($0.name, $0.summary) }))
    return
  }
  let rows = entries.map { "  {\"name\": \(quoted($0.name)), \"summary\": \(quoted($0.summary))}" }
  Stream.output.write(rows.isEmpty ? "[]\n" : "[\n\(rows.joined(separator: ",\n"))\n]\n")
}

private func drawSheet(
  _ catalogue: Catalogue, _ entries: [Catalogue.Entry], _ path: String, as messages: MessageFormat
) throws(UsageError) -> ExitCode {
  guard path.hasSuffix(".png") else {
    throw UsageError(message: "--output: “\(path)” is no PNG; end it in .png")
  }
  guard catalogue.isVisible else {
    throw UsageError(message: "there is no picture of \(catalogue.rawValue)")
  }
  do throws(WorldError) {
    let png = try catalogue.sheet(of: entries)
    try writePicture(png, to: path)
    return .success
  } catch {
    return failed(error, as: messages)
  }
}
