internal import BlazonArguments
internal import BlazonDesk
internal import BlazonImport
internal import BlazonIntake
internal import BlazonPress
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec
internal import Files

/// One run of `render` or `check`.
struct Session {
  private var paths: [String]
  private let output: String
  private var selection = Selection()
  private let workers: Int
  private let isQuiet: Bool
  private let messages: MessageFormat
  private let awards: [String]
  private let today: Day?
  private let isFixing: Bool, isTellingUntranslated: Bool
  private let shard: (number: Int, count: Int)?
  private let isVerifying: Bool, isPruning: Bool, isExplaining: Bool, isTrial: Bool
  private let keepsGoing: Bool
  private let databases: [String: String]
  private let start = monotonicSeconds()
  /// As it was written: where keys are, and what opens them.
  private let arguments: Arguments

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    paths = arguments.operands.isEmpty ? ["badge-specs"] : arguments.operands
    output = arguments.value("-o") ?? "output"
    isQuiet = arguments.has("-q")
    messages = arguments.messages
    awards = arguments.all("--awards")
    today = try arguments.today()
    isFixing = arguments.has("--fix")
    isTellingUntranslated = arguments.has("--untranslated")
    shard = try Session.shard(arguments)
    isVerifying = arguments.has("--verify")
    isPruning = arguments.has("--prune")
    isExplaining = arguments.has("--explain")
    isTrial = arguments.has("--dry-run")
    for other in ["--watch", "--stdin"] where isTrial && arguments.has(other) {
      throw UsageError(message: "--dry-run tells what one run would do: leave out \(other)")
    }
    keepsGoing = arguments.has("--keep-going")
    databases = try arguments.databases()
    workers = try Session.workers(arguments)
    if let people = arguments.list("--people") {
      selection.people = Set(people.map { $0.lowercased() })
      if people.isEmpty { throw UsageError(message: "--people has an empty value") }
    }
    if let surfaces = arguments.list("--surface") {
      // A design of cards or certificates, as in “card.square”; whether there is one is known when specs are read.
      let designs = surfaces.filter { name in
        PageKind.allCases.contains { name.hasPrefix("\($0.rawValue).") }
      }
      selection.designs = Set(designs)
      selection.surfaces = Set(surfaces).subtracting(designs)
      selection.named = selection.surfaces
      for name in selection.surfaces.sorted() where !Surface.ids.contains(name) {
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
      selection.namesPDF = chosen.contains(.pdf)
    }
    if let sizes = arguments.list("--size") {
      (selection.sizes, selection.namesSizes) = ([], arguments.list("--format") != nil)
      for text in sizes {
        guard let size = Int(text), (16...4096).contains(size) else {
          throw UsageError(message: "--size: “\(text)” is not a number from 16 to 4096")
        }
        if !selection.sizes.contains(size) { selection.sizes.append(size) }
      }
    }
    selection.isOptimizing = arguments.has("--optimize")
    guard !output.isEmpty, !selection.formats.isEmpty, !selection.sizes.isEmpty, only != [],
      !selection.surfaces.isEmpty || !selection.designs.isEmpty
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

  private static func shard(
    _ arguments: Arguments
  ) throws(UsageError) -> (number: Int, count: Int)? {
    guard let text = arguments.value("--shard") else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      (1...10_000).contains(count), (1...count).contains(number)
    else {
      throw UsageError(
        message: "--shard: “\(text)” is not a share, as in 2/8: the second of eight, at most 10000")
    }
    return (number, count)
  }

  /// Awards from standard input.
  func stream() throws(UsageError) -> ExitCode {
    guard selection.only.isEmpty, selection.people.isEmpty, awards.isEmpty, shard == nil else {
      throw UsageError(message: "--stdin is with none of --only, --people, --awards and --shard")
    }
    return StreamSession(
      paths: paths, output: output, selection: selection, isVerifying: isVerifying, today: today,
      arguments: arguments
    ).run()
  }

  /// What the run reads.
  var files: [String] { paths + awards }

  func check() -> ExitCode {
    let folders = paths.filter(FolderCheck.isOne)
    if !folders.isEmpty { return check(pictures: folders) }
    do throws(WorldError) {
      if isFixing {
        guard try fix() else { return .problems }
        if isTrial { return .success }
      }
      var leftOut = 0
      let passed = try checked(isRendering: false, leftOut: &leftOut) {
        (programmes, press, report) throws(WorldError) -> Checked<Plan>? in
        if isTellingUntranslated {
          for loaded in programmes { checkUntranslated(of: loaded.programme, &report) }
        }
        return press.check(Plan(programmes, selection), report: &report)
      }
      guard let (badges, awards) = passed?.value.value.subjectCount else { return .problems }
      let verdict =
        leftOut > 0 ? "\(counted(leftOut, "award")) cannot be right" : "nothing wrong"
      say("\(counted(badges, awards)) checked, \(verdict): \(seconds) s\n")
      return leftOut > 0 ? .problems : .success
    } catch {
      return failed(error, as: messages)
    }
  }

  /// Folders of pictures that are no programmes, and then what else was named.
  private func check(pictures folders: [String]) -> ExitCode {
    var isWell = true
    for folder in folders {
      var report = Report()
      do throws(WorldError) {
        let (badges, pictures) = try FolderCheck(folder).check(report: &report)
        tell(report, as: messages) { !isQuiet || $0.severity == .error }
        let count = report.diagnostics.count
        let found = count == 0 ? "nothing wrong" : counted(count, "finding")
        say(
          "\(counted(badges, "badge")), \(counted(pictures, "picture")) in “\(folder)” checked, \(found)\n"
        )
        if count > 0 { say("Make a programme of them with: blazon import \(folder)\n") }
      } catch {
        return failed(error, as: messages)
      }
      isWell = isWell && !report.hasErrors
    }
    var rest = self
    rest.paths = paths.filter { !folders.contains($0) }
    let code = rest.paths.isEmpty ? .success : rest.check()
    return isWell ? code : code == .success ? .problems : code
  }

  func render() -> ExitCode {
    do throws(WorldError) {
      let shelf = try openShelf(output, verifying: isVerifying, as: messages)
      var terms: [String] = []
      var leftOut = 0
      let found = try checked(isRendering: true, leftOut: &leftOut) {
        (programmes, press, report) throws(WorldError) -> Checked<Survey>? in
        var selection = selection
        try selection.openSigners(of: programmes, arguments, &report)
        guard !report.hasErrors else { return nil }
        terms = programmes.filter { selection.signers[$0.programme.id] != nil }.compactMap {
          loaded in
          loaded.listsHoldUntil.map {
            "\(loaded.programme.id): its credentials are believed until \($0)"
          }
        }
        var plan = Plan(programmes, selection)
        if let shard { plan = plan.shard(shard.number, of: shard.count) }
        let survey = try press.survey(plan, on: shelf, pruning: isPruning)
        return press.check(survey, report: &report)
      }
      guard let (survey, press) = found else { return .problems }
      if isTrial { return told(survey.value, leftOut) }
      let bar = ProgressBar(isQuiet: isQuiet, messages: messages)
      defer { bar.clear() }
      var report = Report()
      var explain: (@Sendable (String, String) -> Void)?
      if isExplaining {
        explain = { (what: String, why: String) in Stream.output.write("\(what): \(why)\n") }
      }
      let summary = try press.render(
        survey, onto: shelf, report: &report, explain: explain,
        progress: { bar.show(done: $0, of: $1) })
      bar.clear()
      say("\(told(summary)) in “\(output)”: \(seconds) s\n")
      if leftOut > 0 { say("\(counted(leftOut, "award")) left out, as told above\n") }
      for term in terms { say("\(term), unless a run with a later --today dates its lists anew\n") }
      if messages == .json, !isQuiet { Stream.error.write(event(summary)) }
      if let first = summary.orphans.first {
        report.add(
          Diagnostic(
            .warning,
            "“\(first)”"
              + (summary.orphans.count > 1 ? " and \(summary.orphans.count - 1) more" : "")
              + " of earlier runs are drawn by nothing any more", at: nil,
            help: "an alias keeps an old address; “withdrawn” takes one away, --prune all of them"))
      }
      tell(report, as: messages)
      return report.hasErrors || leftOut > 0 ? .problems : .success
    } catch {
      return failed(error, as: messages)
    }
  }

  /// What would be drawn; nothing is.
  private func told(_ survey: Survey, _ leftOut: Int) -> ExitCode {
    let (due, total) = (survey.staleCount, survey.plan.count)
    for work in survey.staleWork { Stream.output.write("\(work)\n") }
    say("\(due) of \(total) would be drawn into “\(output)”; nothing was written\n")
    if messages == .json, !isQuiet {
      Stream.error.write("{\"event\":\"planned\",\"due\":\(due),\"total\":\(total)}\n")
    }
    return leftOut > 0 ? .problems : .success
  }

  /// Writes missing ids, or tells where; false if that met a problem. What else is wrong, the check will say.
  private func fix() throws(WorldError) -> Bool {
    var report = Report()
    let files = try SpecFolder.fixLedgers(
      paths, awards: awards, databases: databases, trial: isTrial, report: &report)
    for file in files {
      say("\(file): ids \(isTrial ? "would be written; nothing was" : "written")\n")
    }
    if isTrial, files.isEmpty, !report.hasErrors { say("no ids are missing\n") }
    tell(report, as: messages) { $0.severity == .error }
    return !report.hasErrors
  }

  /// What `check` lets pass of the programmes that are read, and the press for it; `nil` if anything is wrong.
  /// Prints all that was found.
  private func checked<Value: Sendable>(
    isRendering: Bool, leftOut: inout Int,
    _ check: ([LoadedProgramme], Press, inout Report) throws(WorldError) -> Checked<Value>?
  ) throws(WorldError) -> (value: Checked<Value>, press: Press)? {
    var report = Report()
    var result: (Checked<Value>, Press)?
    do throws(WorldError) {
      var programmes = try SpecFolder.load(
        paths, awards: awards, only: isRendering ? selection.only : [], today: today,
        databases: databases, keepingGoing: keepsGoing, report: &report)
      let studio = try Studio(programmes, report: &report)
      if !report.hasErrors { selection.check(programmes, &report) }
      if !report.hasErrors {
        let press = Press(studio, workers: workers, isCancelled: { isInterrupted })
        var found = Report()
        var passed = try check(programmes, press, &found)
        if passed == nil, keepsGoing, let rows = found.rowsAtFault(among: programmes) {
          report.add(found, leavingOut: true)
          for index in programmes.indices { programmes[index].leaveOut(rows) }
          found = Report()
          passed = try check(programmes, press, &found)
        }
        report.add(found)
        result = passed.map { ($0, press) }
      }
    } catch {
      // What was found before the world failed is worth knowing.
      tell(report, as: messages)
      throw error
    }
    tell(report, as: messages) { !isQuiet || $0.severity == .error }
    leftOut = report.rowsLeftOut
    if isInterrupted { throw WorldError("interrupted: what was there before is whole") }
    if result == nil, messages == .text {
      let count = report.errorCount
      Stream.error.write(
        "\(counted(count, "error"))\(isRendering ? "; nothing was written" : "")\n")
    }
    return result
  }

  private func say(_ text: String) {
    if !isQuiet { Stream.output.write(text) }
  }

  /// `64 badges and 1 award, 300 files, 12.3 MB`, and of a run that found some of them done, how many it drew.
  private func told(_ summary: Press.Summary) -> String {
    let drawn = summary.drawn == summary.files ? "" : " (\(summary.drawn) drawn)"
    let removed = summary.removed == 0 ? "" : ", \(summary.removed) removed"
    return
      "\(counted(summary.badges, summary.awards)), \(counted(summary.files, "file"))\(drawn), \(size(summary.bytes))\(removed)"
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

  /// What a finished run made, as an event for programs.
  private func event(_ summary: Press.Summary) -> String {
    "{\"event\":\"finished\",\"badges\":\(summary.badges),\"awards\":\(summary.awards),"
      + "\"files\":\(summary.files),\"drawn\":\(summary.drawn),\"removed\":\(summary.removed),"
      + "\"bytes\":\(summary.bytes),\"seconds\":\(seconds)}\n"
  }

  private var seconds: String { tenths(monotonicSeconds() - start) }

  private func size(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
  }
}
