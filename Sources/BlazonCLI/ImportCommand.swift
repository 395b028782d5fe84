internal import BlazonImport
internal import BlazonSource
internal import Files

extension Command {
  static let importing = Command(
    name: "import", operands: "FOLDER",
    summary: "make a programme of badges that others have made",
    details: """
      Reads FOLDER: a folder of badges (x/x.png and x/x.svg, with a list in JSON), the pages of an
      academy (content/certifications/ORG/ID/_index.md), or badge classes of Open Badges 2.0; and
      writes a programme of the same badges, in badge-specs/ID unless told otherwise. Pictures are
      copied and stay as they are, and “render” writes them at their old paths too. What is lost or
      doubtful on the way is told, each with its place, and marked in what is written. Nothing that
      is there already is touched, and nothing is fetched.

      Exit codes as in “blazon help render”.
      """,
    options: [
      Option(
        names: ["-o", "--output"], value: "DIR",
        help: "the programme's new folder, and so its id; badge-specs/ID unless given"),
      Option(
        names: ["--pictures"], value: "HOW",
        help: FolderImport.Pictures.allCases.map(\.rawValue).joined(separator: ", ")
          + "; as-they-are unless given"),
      Option(names: ["--dry-run"], value: nil, help: "tell everything, write nothing"),
      Option(
        names: ["--messages"], value: "FORMAT", help: "text, json (one object a line) or github"),
    ],
    examples: [
      ("blazon import ../site/assets/badges --dry-run", "what would come of it"),
      ("blazon import ../site -o badge-specs/acme", "with the paths that pages link to"),
      ("blazon import academy --pictures redraw", "emblems and presets of ours instead"),
    ],
    run: { arguments throws(UsageError) in
      guard let path = arguments.operands.first, arguments.operands.count == 1 else {
        throw UsageError(message: "needs one folder")
      }
      switch kind(of: path) {
      case .folder: return try importFolder(path, arguments)
      case .file, .link, .other:
        throw UsageError(message: "“\(path)” is a file; tables are not read yet, name a folder")
      case nil: throw UsageError(message: "nothing is at “\(path)”")
      }
    })
}

/// A folder of others as a programme.
private func importFolder(_ path: String, _ arguments: Arguments) throws(UsageError) -> ExitCode {
  let messages: MessageFormat = try choice(arguments.value("--messages"), "--messages") ?? .text
  let pictures: FolderImport.Pictures =
    try choice(arguments.value("--pictures"), "--pictures") ?? .asTheyAre
  let request = FolderImport(path, named: arguments.value("-o"), pictures: pictures)
  var folder = arguments.value("-o") ?? "badge-specs/\(request.id)"
  while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
  guard !folder.isEmpty else { throw UsageError(message: "--output has an empty value") }
  let isTrial = arguments.has("--dry-run")
  var report = Report()
  do throws(WorldError) {
    let result = try request.read(report: &report)
    if let result, !report.hasErrors, !isTrial { try result.write(to: folder, report: &report) }
    tell(report, as: messages)
    guard let result, !report.hasErrors else { return .problems }
    Stream.output.write(told(result, in: folder, warnings: report.diagnostics.count, isTrial))
    return .success
  } catch {
    tell(report, as: messages)
    return failed(error, as: messages)
  }
}

/// What came of it, and what to do next.
private func told(
  _ result: FolderImport.Result, in folder: String, warnings: Int, _ isTrial: Bool
) -> String {
  func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
  let families = result.families.map { "\($0.count) \($0.id)" }.joined(separator: ", ")
  var text = "\(counted(result.badgeCount, "badge")): \(families)\n"
  text += "\(result.pictureCount) with the picture they had, "
  text += "\(counted(result.pathCount, "old path")) answered\n"
  if warnings > 0 { text += "\(counted(warnings, "doubt")), told above and marked in the files\n" }
  if isTrial { return text + "\nNothing was written: that was a trial.\n" }
  for file in result.files.prefix(12) { text += "\(folder)/\(file)\n" }
  if result.files.count > 12 { text += "and \(result.files.count - 12) more\n" }
  return text + "\nLook it over with: blazon check \(folder)\n"
}
