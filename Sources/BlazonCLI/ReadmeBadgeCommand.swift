internal import BlazonDesk
internal import BlazonReadme
internal import BlazonScene
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
        names: ["--logo"], value: "FILE",
        help: "an SVG, PNG, JPEG or WebP, drawn 14 pixels high before the label"),
      Option(
        names: ["--logo-size"], value: "SIZE",
        help: "square (unless given), or auto: as wide as it is, to 84 pixels"),
      Option(
        names: ["--logo-color"], value: "COLOUR",
        help: "of a logo's shapes that choose none; black unless given"),
      Option(
        names: ["--link"], value: "URL",
        help: "where the badge leads; given twice, where label and message lead"),
      Option(
        names: ["--language"], value: "TAG",
        help: "of its words, as el or pt-BR: how it writes capitals"),
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
    run: { arguments throws(UsageError) in try ReadmeSession(arguments).run() })
}

/// One run of `readme-badge`.
private struct ReadmeSession {
  private let arguments: Arguments
  private let format: PictureFormat
  private var scale = 2
  private let style: ReadmeStyle
  private let color: ReadmeColor
  private let labelColor: ReadmeColor?
  private let logoInk: ReadmeColor?
  private let logoSize: LogoSize

  /// How wide a logo is: as its height, or as it is itself.
  private enum LogoSize: String, CaseIterable { case square, auto }

  init(_ arguments: Arguments) throws(UsageError) {
    guard arguments.operands.count == 2 else {
      throw UsageError(
        message: "needs two words, a label and a message, not \(arguments.operands.count); "
          + "put quotes around a text with blanks, and \"\" for none")
    }
    self.arguments = arguments
    format = try arguments.pictureFormat()
    style = try choice(arguments.value("--style"), "--style") ?? .flat
    color = try BlazonCLI.color(arguments, "--color") ?? .brightgreen
    labelColor = try BlazonCLI.color(arguments, "--label-color")
    logoInk = try BlazonCLI.color(arguments, "--logo-color")
    logoSize = try choice(arguments.value("--logo-size"), "--logo-size") ?? .square
    if let language = arguments.value("--language"),
      !language.utf8.allSatisfy({
        ($0 | 0x20) > 0x60 && ($0 | 0x20) < 0x7B || $0 == 0x2D || $0 > 0x2F && $0 < 0x3A
      })
        || language.isEmpty
    {
      throw UsageError(message: "--language: “\(language)” is no tag, such as el or pt-BR")
    }
    for option in ["--logo-color", "--logo-size"]
    where arguments.has(option) && !arguments.has("--logo") {
      throw UsageError(message: "\(option) is for a logo; name its file with --logo")
    }
    guard let text = arguments.value("--scale") else { return }
    guard let number = Int(text), (1...8).contains(number) else {
      throw UsageError(message: "--scale: “\(text)” is not a number from 1 to 8")
    }
    guard format == .png else {
      throw UsageError(message: "--scale is for PNG; an SVG is sharp at any size")
    }
    scale = number
  }

  func run() throws(UsageError) -> ExitCode {
    var report = Report()
    var logo: ReadmeLogo?
    do throws(WorldError) {
      if let path = arguments.value("--logo") {
        logo = try ReadmeRequest.logo(
          path, ink: logoInk?.color ?? .black, isWide: logoSize == .auto, report: &report)
      }
    } catch {
      return failed(error, as: arguments.messages)
    }
    guard !report.hasErrors else { return finished(report) }
    let request = ReadmeRequest(try badge(with: logo), as: format, scale: scale)
    do throws(WorldError) {
      if let bytes = try request.draw(report: &report) {
        try writePicture(bytes, to: arguments.value("-o"))
      }
    } catch {
      return failed(error, as: arguments.messages)
    }
    return finished(report)
  }

  private func badge(with logo: ReadmeLogo?) throws(UsageError) -> ReadmeBadge {
    do throws(ReadmeBadgeError) {
      return try ReadmeBadge(
        label: arguments.operands[0], message: arguments.operands[1], style: style, color: color,
        labelColor: labelColor, logo: logo, links: arguments.all("--link"),
        language: arguments.value("--language"))
    } catch {
      throw UsageError(message: error.description)
    }
  }

  private func finished(_ report: Report) -> ExitCode {
    tell(report, as: arguments.messages)
    return report.hasErrors ? .problems : .success
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
