internal import BlazonArguments
internal import BlazonImport
internal import BlazonSource
internal import Files

/// A folder of others as a programme.
func importFolder(_ path: String, _ arguments: Arguments) throws(UsageError) -> ExitCode {
  let messages = arguments.messages
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
