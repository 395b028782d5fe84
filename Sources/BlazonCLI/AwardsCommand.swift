internal import BlazonArguments
internal import BlazonDesk
internal import BlazonIntake
internal import BlazonLedger
internal import BlazonSource
internal import Files

extension Command {
  static let awards = Command(
    name: "awards", operands: "[PATH…]",
    summary: "list who has what, whose time is over soon, and who is one badge away",
    details: """
      Lists the newest award of every badge to everybody, with those that follow from others, as
      they stand on the day of --today; the newest of the ledgers unless given. What no list may
      show is left out. PATH is as in “blazon help render”.

      Exit codes as in “blazon help render”.
      """,
    options: [
      Option(
        names: ["--expiring"], value: "DAYS",
        help: "those alone that end within so many days, as in 90d"),
      Option(
        names: ["--almost"], value: nil,
        help: "who holds all but one of what a derived badge takes, and what is missing"),
      Option(
        names: ["--as"], value: "FORM",
        help: AwardsTable.Form.allCases.map(\.rawValue).joined(separator: ", ")
          + "; text unless given; a calendar has those that end"),
      .today,
      .awards,
      .database,
    ],
    examples: [
      ("blazon awards", "everybody's awards"),
      ("blazon awards --expiring 90d --today 2026-12-01", "whom to remind"),
      ("blazon awards --expiring 365d --as ics > ends.ics", "as a calendar"),
      ("blazon awards --almost", "who is one exam away"),
    ],
    run: { arguments throws(UsageError) in
      let paths = arguments.operands.isEmpty ? ["badge-specs"] : arguments.operands
      let form: AwardsTable.Form = try choice(arguments.value("--as"), "--as") ?? .text
      let days = try expiring(arguments)
      let databases = try arguments.databases()
      let today = try arguments.today()
      let isAlmost = arguments.has("--almost")
      if isAlmost, days != nil || form == .ics {
        throw UsageError(
          message: "--almost tells what is missing, which has no day: leave out "
            + (days != nil ? "--expiring" : "--as ics"))
      }
      var report = Report()
      do throws(WorldError) {
        if isAlmost {
          let lacks = try SpecFolder.almost(
            paths, awards: arguments.all("--awards"), databases: databases, today: today,
            report: &report)
          tell(report, as: arguments.messages)
          if report.hasErrors { return .problems }
          Stream.output.write(AwardsTable.text(lacks, form) ?? "")
          return .success
        }
        let programmes = try SpecFolder.load(
          paths, awards: arguments.all("--awards"), today: today, databases: databases,
          report: &report)
        tell(report, as: arguments.messages)
        if report.hasErrors { return .problems }
        var table = AwardsTable(programmes)
        if let days, let day = today ?? programmes.compactMap(\.day).max() {
          table.keep(expiringWithin: days, of: day)
        }
        Stream.output.write(table.text(form))
        return .success
      } catch {
        tell(report, as: arguments.messages)
        return failed(error, as: arguments.messages)
      }
    })
}

private func expiring(_ arguments: Arguments) throws(UsageError) -> Int? {
  guard let text = arguments.value("--expiring") else { return nil }
  let digits = text.hasSuffix("d") ? text.dropLast() : text[...]
  guard let days = Int(digits), (0...36_600).contains(days) else {
    throw UsageError(message: "--expiring: “\(text)” is not a number of days, as in 90d")
  }
  return days
}
