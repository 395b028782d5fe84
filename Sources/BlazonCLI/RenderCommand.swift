internal import Blazon
internal import BlazonSource
internal import BlazonSpec
internal import Files

extension Command {
  static let render = Command(
    name: "render", operands: "[PATH…]", summary: "draw badges as SVG and PNG",
    details: """
      Draws the badges of each PATH: a file of badges, a programme's folder, or a folder of
      programmes; badge-specs unless given. Everything is checked first: a run that finds an
      error writes nothing. Every file is replaced whole.

      Exit codes: 0 done, 1 the specs have problems, 64 the command line was not understood,
      70 the disk, the memory or the program failed.
      """,
    options: [
      Option(names: ["-o", "--output"], value: "DIR", help: "where to write; output unless given"),
      Option(names: ["--format"], value: "LIST", help: "svg,png; both unless given"),
      Option(
        names: ["--size"], value: "LIST",
        help: "pixel widths of PNG files; 512,1024,64,32 unless given"),
    ] + selectionOptions,
    examples: [
      ("blazon render", "everything in badge-specs, into output"),
      ("blazon render badge-specs/acme --only docs-author", "one badge"),
      ("blazon render --format png --size 256 -o /tmp/art", "only PNG, 256 pixels wide"),
    ],
    run: { arguments throws(UsageError) in try Session(arguments).render() })

  static let check = Command(
    name: "check", operands: "[PATH…]", summary: "find what is wrong in specs, without drawing",
    details: """
      Reads and lays out the badges of each PATH as “render” would, and reports every problem
      with its place. Writes nothing.

      Exit codes as in “blazon help render”.
      """,
    options: selectionOptions,
    examples: [
      ("blazon check", "everything in badge-specs"),
      ("blazon check --messages github", "as annotations in a pull request"),
    ],
    run: { arguments throws(UsageError) in try Session(arguments).check() })

  private static let selectionOptions = [
    Option(names: ["--only"], value: "ID,ID", help: "these badges alone"),
    Option(
      names: ["-j", "--jobs"], value: "N",
      help: "how many badges at a time; one a processor unless given"),
    Option(names: ["-q", "--quiet"], value: nil, help: "no progress, no closing line"),
    Option(
      names: ["--messages"], value: "FORMAT", help: "text, json (one object a line) or github"),
  ]
}

/// One run of `render` or `check`.
private struct Session {
  private let paths: [String]
  private let output: String
  private var request = Workshop.Request()
  private let isQuiet: Bool
  private let messages: MessageFormat
  private let start = monotonicSeconds()

  init(_ arguments: Arguments) throws(UsageError) {
    paths = arguments.operands.isEmpty ? ["badge-specs"] : arguments.operands
    output = arguments.value("-o") ?? "output"
    isQuiet = arguments.has("-q")
    messages = try choice(arguments.value("--messages"), "--messages") ?? .text
    request.workers = processorCount
    if let jobs = arguments.value("-j") {
      guard let count = Int(jobs), (1...256).contains(count) else {
        throw UsageError(message: "--jobs: “\(jobs)” is not a number from 1 to 256")
      }
      request.workers = count
    }
    let only = arguments.list("--only")
    request.only = Set(only ?? [])
    if let formats = arguments.list("--format") {
      var chosen = Set<ImageFormat>()
      for name in formats {
        if let format: ImageFormat = try choice(name, "--format") { chosen.insert(format) }
      }
      request.formats = chosen
    }
    if let sizes = arguments.list("--size") {
      request.sizes = []
      for text in sizes {
        guard let size = Int(text), (16...4096).contains(size) else {
          throw UsageError(message: "--size: “\(text)” is not a number from 16 to 4096")
        }
        if !request.sizes.contains(size) { request.sizes.append(size) }
      }
    }
    guard !output.isEmpty, !request.formats.isEmpty, !request.sizes.isEmpty, only != [] else {
      throw UsageError(message: "an option has an empty value")
    }
  }

  func check() throws(UsageError) -> ExitCode {
    do throws(WorldError) {
      let workshop = try Workshop()
      guard let programmes = try load(workshop, isRendering: false) else { return .problems }
      let count = programmes.flatMap(\.badges)
        .count { request.only.isEmpty || request.only.contains($0.id.value) }
      say("\(counted(count, "badge")) checked, nothing wrong: \(seconds)\n")
      return .success
    } catch {
      return failed(error)
    }
  }

  func render() throws(UsageError) -> ExitCode {
    do throws(WorldError) {
      let workshop = try Workshop()
      guard let programmes = try load(workshop, isRendering: true) else { return .problems }
      let bar = ProgressBar(isShown: !isQuiet && Stream.error.isTerminal)
      defer { bar.clear() }
      let summary = try workshop.render(
        programmes, request, into: output, isCancelled: { isInterrupted },
        progress: { bar.show(done: $0, of: $1) })
      bar.clear()
      say(
        "\(counted(summary.badges, "badge")), \(counted(summary.files, "file")), \(size(summary.bytes)) in “\(output)”: "
          + "\(seconds)\n")
      return .success
    } catch {
      return failed(error)
    }
  }

  /// The programmes, read and checked; `nil` if they have errors. Prints all that was found.
  private func load(
    _ workshop: Workshop, isRendering: Bool
  ) throws(WorldError) -> [LoadedProgramme]? {
    var report = Report()
    let programmes: [LoadedProgramme]
    do throws(WorldError) {
      programmes = try SpecFolder.load(paths, report: &report)
    } catch {
      // What was found before the world failed is worth knowing.
      for diagnostic in report.sorted { Stream.error.write(messages.print(diagnostic)) }
      throw error
    }
    let ids = Set(programmes.flatMap { $0.badges.map(\.id.value) })
    for id in request.only.subtracting(ids).sorted() where !report.hasErrors {
      report.error(
        "--only: no badge is called “\(id)”", at: nil, help: helpText(for: id, among: ids.sorted()))
    }
    if !report.hasErrors {
      report.add(workshop.check(programmes, request, isCancelled: { isInterrupted }))
    }
    for diagnostic in report.sorted where !isQuiet || diagnostic.severity == .error {
      Stream.error.write(messages.print(diagnostic))
    }
    if isInterrupted { throw WorldError("interrupted: what was there before is whole") }
    guard report.hasErrors else { return programmes }
    if messages == .text {
      let count = report.errorCount
      Stream.error.write(
        "\(counted(count, "error"))\(isRendering ? "; nothing was written" : "")\n")
    }
    return nil
  }

  private func failed(_ error: WorldError) -> ExitCode {
    let diagnostic = Diagnostic(.error, error.description, at: nil)
    Stream.error.write(messages.print(diagnostic))
    return .failure
  }

  private func say(_ text: String) {
    if !isQuiet { Stream.output.write(text) }
  }

  /// `1 badge`, `2 badges`.
  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private var seconds: String {
    let tenths = Int(((monotonicSeconds() - start) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }

  private func size(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
  }
}
