internal import BlazonCheck
internal import BlazonDesk
internal import BlazonIntake
internal import BlazonPress
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec
internal import Files

extension Command {
  static let render = Command(
    name: "render", operands: "[PATH…]",
    summary: "draw badges, and the cards and certificates of who earned them",
    details: """
      Draws the badges of each PATH: a file of badges, a programme's folder, or a folder of
      programmes; badge-specs unless given. For every award of a ledger it draws, in
      PROGRAMME/people/HANDLE/BADGE, the badge, the share card light and dark, the certificate
      where the badge has one, the README badge, and snippets to paste. Everything is checked
      first: a run that finds an error writes nothing. Every file is replaced whole.

      Exit codes: 0 done, 1 the specs have problems, 64 the command line was not understood,
      70 the disk, the memory or the program failed.
      """,
    options: [
      Option(names: ["-o", "--output"], value: "DIR", help: "where to write; output unless given"),
      Option(
        names: ["--watch"], value: nil, help: "draw again whenever a file changes, until Ctrl-C"),
      Option(
        names: ["--format"], value: "LIST",
        help: ImageFormat.allCases.map(\.rawValue).joined(separator: ",") + "; all unless given"),
      Option(
        names: ["--size"], value: "LIST",
        help: "pixel widths of badges' PNG files; "
          + Selection().sizes.map(String.init).joined(separator: ",") + " unless given"),
    ] + selectionOptions,
    examples: [
      ("blazon render", "everything in badge-specs, into output"),
      ("blazon render badge-specs/acme --only docs-author", "one badge, and who earned it"),
      ("blazon render --people amara,linh", "what two people earned, nothing else"),
      ("blazon render --surface card,certificate", "no badges, only pages"),
      ("blazon render --awards new.csv", "with a ledger that no programme names"),
      ("blazon render --format png --size 256 -o /tmp/art", "only PNG, 256 pixels wide"),
    ],
    run: { arguments throws(UsageError) in
      guard arguments.has("--watch") else { return try Session(arguments).render() }
      while true {
        let session = try Session(arguments)
        // From before the drawing on: what changes meanwhile is drawn next.
        let watch = Watch(session.files)
        _ = session.render()
        guard watch.awaitChange() else { return .success }
      }
    })

  static let check = Command(
    name: "check", operands: "[PATH…]", summary: "find what is wrong in specs and ledgers",
    details: """
      Reads and lays out the badges and awards of each PATH as “render” would, and reports every
      problem with its place. Writes nothing, unless --fix is given: then every award whose
      certificate needs an id gets one, random and with a check character, in its ledger.

      Exit codes as in “blazon help render”.
      """,
    options: [
      Option(names: ["--fix"], value: nil, help: "write missing ids into the ledgers"),
      Option(
        names: ["--explain"], value: "RULE", help: "what a rule measures and allows; checks nothing"
      ),
    ] + selectionOptions,
    examples: [
      ("blazon check", "everything in badge-specs"),
      ("blazon check --messages github", "as annotations in a pull request"),
      ("blazon check --fix", "number new certificates"),
      ("blazon check --explain contrast", "what is measured, and what to do"),
    ],
    run: { arguments throws(UsageError) in
      guard let id = arguments.value("--explain") else { return try Session(arguments).check() }
      guard let rule = Rule.all.first(where: { $0.id == id }) else {
        throw UsageError(
          message: "--explain: unknown rule “\(id)”; "
            + helpText(for: id, among: Rule.all.map(\.id)))
      }
      Stream.output.write("\(rule.id): \(rule.summary)\n\(rule.explanation)\n")
      return .success
    })

  private static let selectionOptions = [
    Option(names: ["--only"], value: "ID,ID", help: "these badges alone"),
    Option(
      names: ["--awards"], value: "FILE",
      help: "a ledger beside those of the programmes; repeatable"),
    Option(
      names: ["--people"], value: "HANDLE,HANDLE", help: "what these people earned, nothing else"),
    Option(
      names: ["--surface"], value: "LIST",
      help: Surface.ids.joined(separator: ",") + "; all unless given"),
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
  private var selection = Selection()
  private let workers: Int
  private let isQuiet: Bool
  private let messages: MessageFormat
  private let awards: [String]
  private let isFixing: Bool
  private let start = monotonicSeconds()

  init(_ arguments: Arguments) throws(UsageError) {
    paths = arguments.operands.isEmpty ? ["badge-specs"] : arguments.operands
    output = arguments.value("-o") ?? "output"
    isQuiet = arguments.has("-q")
    messages = try choice(arguments.value("--messages"), "--messages") ?? .text
    awards = arguments.all("--awards")
    isFixing = arguments.has("--fix")
    workers = try Session.workers(arguments)
    if let people = arguments.list("--people") {
      selection.people = Set(people.map { $0.lowercased() })
      if people.isEmpty { throw UsageError(message: "--people has an empty value") }
    }
    if let surfaces = arguments.list("--surface") {
      selection.surfaces = Set(surfaces)
      for name in surfaces where !Surface.ids.contains(name) {
        throw UsageError(
          message: "--surface: unknown value “\(name)”; " + helpText(for: name, among: Surface.ids))
      }
    }
    let only = arguments.list("--only")
    selection.only = Set(only ?? [])
    if let formats = arguments.list("--format") {
      var chosen = Set<ImageFormat>()
      for name in formats {
        if let format: ImageFormat = try choice(name, "--format") { chosen.insert(format) }
      }
      selection.formats = chosen
    }
    if let sizes = arguments.list("--size") {
      selection.sizes = []
      for text in sizes {
        guard let size = Int(text), (16...4096).contains(size) else {
          throw UsageError(message: "--size: “\(text)” is not a number from 16 to 4096")
        }
        if !selection.sizes.contains(size) { selection.sizes.append(size) }
      }
    }
    guard !output.isEmpty, !selection.formats.isEmpty, !selection.sizes.isEmpty, only != [],
      !selection.surfaces.isEmpty
    else {
      throw UsageError(message: "an option has an empty value")
    }
    if arguments.has("--surface"), let surface = selection.unwritable.first {
      let formats = { (formats: Set<ImageFormat>) in
        formats.map(\.rawValue).sorted().joined(separator: ", ")
      }
      throw UsageError(
        message: "--surface \(surface.id) is written as \(formats(surface.formats)), not as "
          + formats(selection.formats))
    }
  }

  private static func workers(_ arguments: Arguments) throws(UsageError) -> Int {
    guard let jobs = arguments.value("-j") else { return processorCount }
    guard let count = Int(jobs), (1...256).contains(count) else {
      throw UsageError(message: "--jobs: “\(jobs)” is not a number from 1 to 256")
    }
    return count
  }

  /// What the run reads.
  var files: [String] { paths + awards }

  func check() -> ExitCode {
    do throws(WorldError) {
      if isFixing, try !fix() { return .problems }
      guard let (plan, _) = try load(isRendering: false) else { return .problems }
      let (badges, awards) = plan.value.subjectCount
      say("\(counted(badges, awards)) checked, nothing wrong: \(seconds)\n")
      return .success
    } catch {
      return failed(error, as: messages)
    }
  }

  func render() -> ExitCode {
    do throws(WorldError) {
      guard let (plan, press) = try load(isRendering: true) else { return .problems }
      let bar = ProgressBar(isQuiet: isQuiet)
      defer { bar.clear() }
      var report = Report()
      let summary = try press.render(
        plan, onto: try Shelf(output), report: &report,
        progress: { bar.show(done: $0, of: $1) })
      bar.clear()
      say(
        "\(counted(summary.badges, summary.awards)), \(counted(summary.files, "file")), \(size(summary.bytes)) in “\(output)”: "
          + "\(seconds)\n")
      if let first = summary.orphans.first {
        report.add(
          Diagnostic(
            .warning,
            "“\(first)”"
              + (summary.orphans.count > 1 ? " and \(summary.orphans.count - 1) more" : "")
              + " of earlier runs are drawn by nothing any more", at: nil,
            help: "an alias keeps an old address; “withdrawn” takes one away"))
      }
      tell(report, as: messages)
      return report.hasErrors ? .problems : .success
    } catch {
      return failed(error, as: messages)
    }
  }

  /// Writes missing ids; false if that met a problem. What else is wrong, the check will say.
  private func fix() throws(WorldError) -> Bool {
    var report = Report()
    for file in try SpecFolder.fixLedgers(paths, awards: awards, report: &report) {
      say("\(file): ids written\n")
    }
    tell(report, as: messages) { $0.severity == .error }
    return !report.hasErrors
  }

  /// The programmes, read and checked; `nil` if they have errors. Prints all that was found.
  private func load(
    isRendering: Bool
  ) throws(WorldError) -> (plan: Checked<Plan>, press: Press)? {
    var report = Report()
    let programmes: [LoadedProgramme]
    let studio: Studio
    do throws(WorldError) {
      programmes = try SpecFolder.load(paths, awards: awards, report: &report)
      studio = try Studio(programmes, report: &report)
    } catch {
      // What was found before the world failed is worth knowing.
      tell(report, as: messages)
      throw error
    }
    if !report.hasErrors { checkSelection(programmes, &report) }
    let press = Press(studio, workers: workers, isCancelled: { isInterrupted })
    var checked: Checked<Plan>?
    if !report.hasErrors { checked = press.check(Plan(programmes, selection), report: &report) }
    tell(report, as: messages) { !isQuiet || $0.severity == .error }
    if isInterrupted { throw WorldError("interrupted: what was there before is whole") }
    if let checked { return (checked, press) }
    if messages == .text {
      let count = report.errorCount
      Stream.error.write(
        "\(counted(count, "error"))\(isRendering ? "; nothing was written" : "")\n")
    }
    return nil
  }

  /// Reports badges and people who were asked for and are not there.
  private func checkSelection(_ programmes: [LoadedProgramme], _ report: inout Report) {
    let ids = Set(programmes.flatMap { $0.badges.map(\.id.value) })
    for id in selection.only.subtracting(ids).sorted() {
      report.error(
        "--only: no badge is called “\(id)”", at: nil, help: helpText(for: id, among: ids.sorted()))
    }
    // There may be hundreds of thousands.
    guard !selection.people.isEmpty else { return }
    let handles = programmes.reduce(into: Set()) { $0.formUnion($1.handles) }
    for handle in selection.people.subtracting(handles).sorted() {
      report.error(
        "--people: nobody is called “\(handle)” in the ledgers", at: nil,
        help: helpText(for: handle, among: handles.sorted()))
    }
  }

  private func say(_ text: String) {
    if !isQuiet { Stream.output.write(text) }
  }

  /// `64 badges`, or `64 badges and 1 award`.
  private func counted(_ badges: Int, _ awards: Int) -> String {
    let parts = [(badges, "badge"), (awards, "award")].filter { $0.0 > 0 }.map { counted($0, $1) }
    return parts.isEmpty ? "nothing" : parts.joined(separator: " and ")
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
