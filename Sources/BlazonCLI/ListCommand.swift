internal import BlazonDesk
internal import BlazonSource
internal import Files

extension Command {
  static let list = Command(
    name: "list", operands: Catalogue.allCases.map(\.rawValue).joined(separator: "|") + " [WORD…]",
    summary: "list what there is to choose from",
    details: """
      Lists the emblems, presets or fonts that ship, the formats that are written, or the rules
      that are checked. WORD keeps those that it finds in a name or a description; emblems are
      also found by what they stand for, in ten languages besides English, the best first. With
      -o it draws a sheet of them as a PNG.

      Exit codes as in “blazon help render”; 1 also if WORD finds nothing.
      """,
    options: [
      Option(names: ["-o", "--output"], value: "FILE", help: "draw a sheet; ends in .png")
    ],
    examples: [
      ("blazon list emblems", "all emblems"),
      ("blazon list emblems book", "those that have to do with books"),
      ("blazon list emblems machine learning", "those that a title might mean"),
      ("blazon list presets -o presets.png", "a picture of every preset"),
    ],
    run: { arguments throws(UsageError) in
      guard let name = arguments.operands.first else {
        let names = Catalogue.allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError(message: "needs one of \(names)")
      }
      guard let catalogue = Catalogue(rawValue: name) else {
        throw UsageError(
          message: "unknown list “\(name)”; "
            + helpText(for: name, among: Catalogue.allCases.map(\.rawValue)))
      }
      let words = arguments.operands.dropFirst().joined(separator: " ")
      let isAsked = arguments.operands.count > 1
      let entries = isAsked ? catalogue.entries(matching: words) : catalogue.entries
      guard !entries.isEmpty else {
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
        Stream.output.write(table(entries.map { ($0.name, $0.summary) }))
        return .success
      }
      return try drawSheet(catalogue, entries, path, as: arguments.messages)
    })
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
