internal import Blazon
internal import BlazonReadme
internal import BlazonSource
internal import Files

extension Command {
  static let readmeBadge = Command(
    name: "readme-badge", operands: "LABEL MESSAGE",
    summary: "draw a small flat badge, as READMEs show them",
    details: """
      Draws LABEL and MESSAGE side by side, with the measures and colours that badges of READMEs
      share. Either may be empty: "". The SVG goes to standard output unless -o names a file.

      A colour is one of brightgreen, green, yellowgreen, yellow, orange, red, blue, grey and
      lightgrey; success, important, critical, informational or inactive; a hexadecimal colour,
      with # or without; a name of CSS; or rgb(…) or hsl(…).

      Exit codes as in “blazon help render”.
      """,
    options: [
      Option(
        names: ["--style"], value: "STYLE",
        help: "flat (unless given), flat-square, plastic, for-the-badge or social"),
      Option(
        names: ["--color"], value: "COLOUR", help: "of the message; brightgreen unless given"),
      Option(names: ["--label-color"], value: "COLOUR", help: "of the label; grey unless given"),
      Option(
        names: ["--link"], value: "URL",
        help: "where the badge leads; given twice, where label and message lead"),
      Option(
        names: ["-o", "--output"], value: "FILE", help: "where to write; ends in .svg or .png"),
      Option(
        names: ["--scale"], value: "N", help: "pixels of a PNG for each of the badge, 1 to 8; 2"),
    ],
    examples: [
      ("blazon readme-badge build passing > build.svg", "green, as an SVG"),
      (
        "blazon readme-badge certified \"mesh expert\" --color blue -o expert.png",
        "as a PNG, twice as large"
      ),
      (
        "blazon readme-badge \"\" beta --style for-the-badge --color fe7d37",
        "no label, in capitals"
      ),
    ],
    run: { arguments throws(UsageError) in
      let request = try request(arguments)
      var report = Report()
      do throws(WorldError) {
        if let bytes = try request.draw(report: &report) {
          try ReadmeRequest.write(bytes, to: arguments.value("-o"))
        }
        for diagnostic in report.sorted { Stream.error.write(MessageFormat.text.print(diagnostic)) }
        return report.hasErrors ? .problems : .success
      } catch {
        Stream.error.write(MessageFormat.text.print(Diagnostic(.error, error.description, at: nil)))
        return .failure
      }
    })
}

private func request(_ arguments: Arguments) throws(UsageError) -> ReadmeRequest {
  guard arguments.operands.count == 2 else {
    throw UsageError(
      message: "needs two words, a label and a message, not \(arguments.operands.count); "
        + "put quotes around a text with blanks, and \"\" for none")
  }
  let format = try format(arguments)
  var scale = 2
  if let text = arguments.value("--scale") {
    guard let number = Int(text), (1...8).contains(number) else {
      throw UsageError(message: "--scale: “\(text)” is not a number from 1 to 8")
    }
    guard format == .png else {
      throw UsageError(message: "--scale is for PNG; an SVG is sharp at any size")
    }
    scale = number
  }
  let style: ReadmeStyle? = try choice(arguments.value("--style"), "--style")
  let fill = try color(arguments, "--color")
  let labelFill = try color(arguments, "--label-color")
  do throws(ReadmeBadgeError) {
    let badge = try ReadmeBadge(
      label: arguments.operands[0], message: arguments.operands[1],
      style: style ?? .flat,
      color: fill ?? .brightgreen,
      labelColor: labelFill, links: arguments.all("--link"))
    return ReadmeRequest(badge, as: format, scale: scale)
  } catch {
    throw UsageError(message: error.description)
  }
}

/// The kind of file that `-o` names by its ending; an SVG where there is no `-o`.
private func format(_ arguments: Arguments) throws(UsageError) -> ReadmeRequest.Format {
  guard let path = arguments.value("-o") else { return .svg }
  let ending = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
  switch ending {
  case "svg": return .svg
  case "png": return .png
  default:
    throw UsageError(message: "--output: “\(path)” is no picture; end it in .svg or .png")
  }
}

private func color(_ arguments: Arguments, _ option: String) throws(UsageError) -> ReadmeColor? {
  guard let word = arguments.value(option) else { return nil }
  guard let color = ReadmeColor(word) else {
    let names = ReadmeColor.names.map(\.name)
    let help = suggestions(for: word, among: names + ReadmeColor.otherNames).first
    throw UsageError(
      message: "\(option): unknown colour “\(word)”; "
        + (help.map { "did you mean “\($0)”?" }
          ?? "use one of: \(names.joined(separator: ", ")), or write it as 4c1 or 97ca00"))
  }
  return color
}
