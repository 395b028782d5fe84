package import BlazonReadme
internal import BlazonSource

/// What a command line asks of a README badge.
package struct ReadmeOrder {
  package static let options = [
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
  ]

  private let words: (label: String, message: String)
  private let style: ReadmeStyle
  private let color: ReadmeColor
  private let labelColor: ReadmeColor?
  private let links: [String]
  private let language: String?
  /// The file of a logo; `nil` for none.
  package let logo: String?
  /// The colour of its shapes that choose none; `nil` for black.
  package let logoInk: ReadmeColor?
  /// Whether it is as wide as it is itself, not as its height.
  package let isLogoWide: Bool
  /// Where the picture is written; `nil` for standard output.
  package let path: String?

  private enum LogoSize: String, CaseIterable { case square, auto }

  /// Throws what is wrong with one of `arguments` alone.
  package init(_ arguments: Arguments) throws(UsageError) {
    guard arguments.operands.count == 2 else {
      throw UsageError(
        message: "needs two words, a label and a message, not \(arguments.operands.count); "
          + "put quotes around a text with blanks, and \"\" for none")
    }
    words = (arguments.operands[0], arguments.operands[1])
    style = try choice(arguments.value("--style"), "--style") ?? .flat
    color = try BlazonArguments.color(arguments, "--color") ?? .brightgreen
    labelColor = try BlazonArguments.color(arguments, "--label-color")
    logo = arguments.value("--logo")
    logoInk = try BlazonArguments.color(arguments, "--logo-color")
    let size: LogoSize? = try choice(arguments.value("--logo-size"), "--logo-size")
    isLogoWide = size == .auto
    links = arguments.all("--link")
    path = arguments.value("-o")
    language = arguments.value("--language")
    if let language, language.isEmpty || !language.utf8.allSatisfy(isOfTag) {
      throw UsageError(message: "--language: “\(language)” is no tag, such as el or pt-BR")
    }
    for option in ["--logo-color", "--logo-size"] where arguments.has(option) && logo == nil {
      throw UsageError(message: "\(option) is for a logo; name its file with --logo")
    }
  }

  /// The badge, with the picture that was made of its logo. Throws what is wrong with its words and links.
  package func badge(with logo: ReadmeLogo?) throws(UsageError) -> ReadmeBadge {
    do throws(ReadmeBadgeError) {
      return try ReadmeBadge(
        label: words.label, message: words.message, style: style, color: color,
        labelColor: labelColor, logo: logo, links: links, language: language)
    } catch {
      throw UsageError(message: error.description)
    }
  }
}

/// Whether `byte` stands in tags of BCP 47: a letter, a digit or a hyphen.
private func isOfTag(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
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
