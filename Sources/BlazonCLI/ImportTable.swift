internal import BlazonArguments
internal import BlazonDesk
internal import BlazonLedger
internal import BlazonSource
internal import Files

/// Brings the table in `file` into a programme, or makes a programme of it.
func importTable(_ file: String, _ arguments: Arguments) throws(UsageError) -> ExitCode {
  let question = try question(arguments)
  let named = arguments.operands.dropFirst().first ?? arguments.value("-o")
  var folder = named ?? "badge-specs/\(programmeID(of: file))"
  while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
  guard !folder.isEmpty else { throw UsageError(message: "the programme's folder has no name") }
  let messages = arguments.messages
  var table = TableImport(file, into: folder, question)
  table.sheet = arguments.value("--sheet")
  (table.name, table.color) = (arguments.value("--name"), arguments.value("--color"))
  if let color = table.color, !Starter.isColor(color) {
    throw UsageError(
      message: "“\(color)” is not a colour; write it as #0B7A86, or as a name of CSS")
  }
  var report = Report()
  do throws(WorldError) {
    let proposal = try table.proposal(report: &report)
    tell(report, as: messages)
    guard let proposal else {
      Stream.error.write("nothing was written\n")
      return .problems
    }
    Stream.output.write(told(proposal, file, folder))
    if arguments.has("--dry-run") {
      Stream.output.write("Nothing is written: leave out --dry-run for that.\n")
      return .success
    }
    report = Report()
    for path in try table.write(proposal, report: &report) { Stream.output.write("\(path)\n") }
    tell(report, as: messages)
    if report.hasErrors { return .problems }
    Stream.output.write("\nDraw it with: blazon render \(folder)\n")
    return .success
  } catch {
    return failed(error, as: messages)
  }
}

/// `Summer School (answers).csv` as `summer-school-answers`.
private func programmeID(of file: String) -> String {
  let name = file[(file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex)...]
  let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
  let id = Starter.id(from: String(stem))
  return id.isEmpty ? "programme" : id
}

private func question(_ arguments: Arguments) throws(UsageError) -> TableGuess.Question {
  var question = TableGuess.Question()
  for text in arguments.all("--column") {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let key = AwardKey(rawValue: parts[0]) else {
      throw UsageError(
        message:
          "--column: “\(text)” is not KEY=COLUMN, as in --column issued=\"Date earned\"; the "
          + "keys are \(AwardKey.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    question.named.append((key, parts[1]))
  }
  for (option, key) in [("--badge", AwardKey.badge), ("--issued", .issued)] {
    if let text = arguments.value(option) { question.always.append((key, text)) }
  }
  if let text = arguments.value("--dates") {
    question.dates = try choice(text, "--dates")
  }
  return question
}

/// What is proposed, as a person reads it.
private func told(_ proposal: TableImport.Proposal, _ file: String, _ folder: String) -> String {
  var text = "“\(file)” is read so"
  text += proposal.origin.map { ", as a table of \($0):\n\n" } ?? ":\n\n"
  text += proposal.entry + "\n"
  let count = proposal.awardCount
  text += "The first of \(count) award\(count == 1 ? "" : "s"):\n\n"
  for row in proposal.rows {
    text += "  " + row.map { "\($0.key): \($0.text)" }.joined(separator: "; ") + "\n"
  }
  return text + "\n"
}
