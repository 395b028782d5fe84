internal import BlazonArguments
internal import BlazonDesk
internal import BlazonSentence
internal import BlazonSource
internal import BlazonSpec
internal import Files

extension Command {
  static let draw = Command(
    name: "draw", operands: "[SENTENCE | FILE]",
    summary: "draw one badge from a sentence, or a picture as badges show it",
    details: """
      SENTENCE tells the badge in words of the language, between commas, in any order:

        a preset, with metal, colour, finish or state before it     gold shield, flat teal seal
        an emblem                                                   open book
        letters in its place                                        letters CSA
        stars; a tier, which is a metal with its stars              three stars, silver tier
        a word of badges and its text: title, short, subtitle,      title Docs Author
        band, marker, color, accent, metal, finish, state, emblem   marker 7
        what stands on the ribbon                                   ribbon Docs
        the programme's name                                        of Acme

      A text with a comma in it stands in quotes. A line above the sentence is the alternative
      text, so that what “blazon show sentence” prints draws the same badge again; “-” reads both
      from standard input. What is not understood is refused, with what would be.

      FILE is a drawing or a picture as editors export it: SVG, PNG, JPEG or WebP. It is drawn as
      it would be as a logo or an emblem: a copy that runs, fetches and hides nothing.

      The SVG goes to standard output unless -o names a file.

      Exit codes as in “blazon help render”.
      """,
    options: Command.sayings.map { word, value, help in
      Option(names: ["--\(word)"], value: value, help: help)
    } + [
      Option(
        names: ["--in"], value: "FOLDER",
        help: "a programme whose presets, colours, name and fonts are meant"),
      Option(
        names: ["-o", "--output"], value: "FILE", help: "where to write; ends in .svg or .png"),
      Option(names: ["--size"], value: "N", help: "pixels across a PNG, 16 to 4096; 512"),
      Option(names: ["--optimize"], value: nil, help: "the smallest PNG, which takes a while"),
    ],
    examples: [
      ("blazon draw \"gold shield, open book, ribbon Docs, three stars\" -o docs.svg", "a badge"),
      ("blazon draw --preset seal --emblem rocket --title Liftoff -o liftoff.png", "from options"),
      ("blazon draw logo.svg -o harmless.svg", "a logo, as badges would show it"),
      ("blazon show sentence --badge first-view | blazon draw - > first-view.svg", "once more"),
    ],
    run: { arguments throws(UsageError) in
      var sentence = arguments.operands.first ?? ""
      if sentence == "-" {
        do throws(FileError) {
          sentence = String(decoding: try readInput(limit: 1 << 16), as: UTF8.self)
        } catch { return failed(error, as: arguments.messages) }
      }
      return try DrawSession(arguments, sentence).run()
    })

  /// What options say as items of the sentence do.
  fileprivate static let sayings = [
    ("preset", "NAME", "the shape and its furniture"), ("emblem", "NAME", "what stands on it"),
    ("letters", "ABC", "1 to 4 letters instead"), ("number", "N", "a numeral instead"),
    ("scene", "NAME", "a picture in full colours instead"),
    ("emblem-color", "NAME", "natural or programme"), ("title", "TEXT", "the words on the art"),
    ("short", "TEXT", "a shorter title"), ("subtitle", "TEXT", "a line under the title"),
    ("band", "TEXT", "the family's name, or the like"),
    ("marker", "TEXT", "up to 4 characters"), ("color", "COLOUR", "as #0B7A86, or a name of CSS"),
    ("accent", "COLOUR", "a second colour"), ("metal", "NAME", "of rims and rings"),
    ("finish", "NAME", "rich or flat"), ("stars", "N", "0 to 5"),
    ("state", "NAME", "active, archived, locked, …"),
  ]
}

/// One run of `draw`.
private struct DrawSession {
  private let request: Request
  private let folder: String?
  private let output: String?
  private let messages: MessageFormat

  init(_ arguments: Arguments, _ sentence: String) throws(UsageError) {
    guard arguments.operands.count <= 1 else {
      throw UsageError(message: "one sentence at a time; put quotes around it")
    }
    var sentence = sentence
    let items = Command.sayings.compactMap { word, _, _ in
      arguments.value("--\(word)").map { "\(word) \(Sentence.quoted($0))" }
    }
    while sentence.last?.isWhitespace == true { sentence.removeLast() }
    let text = ((sentence.isEmpty ? [] : [sentence]) + items).joined(separator: ", ")
    guard !text.isEmpty else {
      throw UsageError(message: "needs a sentence, as in “gold shield, open book, ribbon Docs”")
    }
    output = arguments.value("-o")
    folder = arguments.value("--in")
    messages = arguments.messages
    let format = try arguments.pictureFormat()
    var width = 512
    if let text = arguments.value("--size") {
      guard let number = Int(text), (16...4096).contains(number) else {
        throw UsageError(message: "--size: “\(text)” is not a number from 16 to 4096")
      }
      guard format == .png else {
        throw UsageError(message: "--size is for PNG; an SVG is sharp at any size")
      }
      width = number
    }
    let isOptimizing = arguments.has("--optimize")
    guard !isOptimizing || format == .png else {
      throw UsageError(message: "--optimize is for PNG")
    }
    if let file = arguments.operands.first, ArtworkRequest.isFile(file) {
      guard items.isEmpty, folder == nil else {
        throw UsageError(message: "“\(file)” is a picture; words are for badges")
      }
      var picture = ArtworkRequest(file, as: format, width: width)
      picture.isOptimizing = isOptimizing
      request = .picture(picture)
      return
    }
    var badge = DrawRequest(
      SourceText(name: "sentence", bytes: Array(text.utf8)), as: format, width: width)
    badge.isOptimizing = isOptimizing
    request = .badge(badge)
  }

  private enum Request {
    case badge(DrawRequest)
    case picture(ArtworkRequest)
  }

  func run() -> ExitCode {
    var report = Report()
    do throws(WorldError) {
      let bytes =
        switch request {
        case .badge(let badge): try badge.draw(in: folder, report: &report)
        case .picture(let picture): try picture.draw(report: &report)
        }
      tell(report, as: messages)
      guard let bytes else { return .problems }
      try writePicture(bytes, to: output)
      return .success
    } catch {
      tell(report, as: messages)
      return failed(error, as: messages)
    }
  }
}
