internal import BlazonArguments
internal import BlazonIntake
internal import BlazonLedger
internal import BlazonSource
internal import Files

extension Command {
  static let revoke = Command(
    name: "revoke", operands: "PERSON BADGE [PATH…] | NUMBER [PATH…]",
    summary: "take an award back, with the day and the reason",
    details: """
      Writes “revoked”, the day and the reason into the ledger, at the newest award of BADGE to
      PERSON, a handle, or at the award whose id or uuid is NUMBER. The day is today, in UTC by the
      system's clock, unless given. The reason is for everybody to read.

      \(lookedThrough)
      """,
    options: [
      Option(names: ["--reason"], value: "TEXT", help: "why, in at most 400 characters"),
      Option(names: ["--on"], value: "DAY", help: "the day, as in 2026-11-02; today unless given"),
    ] + amendOptions,
    examples: [
      ("blazon revoke ada expert --reason \"Sat the exam for another.\"", "as of today"),
      ("blazon revoke 7YHB-16Q4-DGRG --on 2026-11-02", "by the number on the certificate"),
      ("blazon revoke ada acme/expert badge-specs/acme --dry-run", "what would be written"),
    ],
    run: { arguments throws(UsageError) in
      let (question, paths) = try award(arguments)
      guard let day = try day(arguments, "--on") ?? SpecFolder.today else {
        throw UsageError(message: "the clock is beyond the calendar; name the day with --on")
      }
      if let today = SpecFolder.today, today < day {
        throw UsageError(message: "--on: \(day.isoText) is to come; take it back when it has come")
      }
      let reason = try text(arguments, "--reason", as: .reason)
      return try amend(
        question, by: .revoke(on: day, reason: reason), in: paths,
        arguments)
    })

  static let reinstate = Command(
    name: "reinstate", operands: "PERSON BADGE [PATH…] | NUMBER [PATH…]",
    summary: "give an award again that was taken back",
    details: """
      Takes “revoked”, its day and its reason out of the ledger again, at the newest award of BADGE
      to PERSON, a handle, or at the award whose id or uuid is NUMBER.

      \(lookedThrough)
      """,
    options: amendOptions,
    examples: [("blazon reinstate ada expert", "her award holds again")],
    run: { arguments throws(UsageError) in
      let (question, paths) = try award(arguments)
      return try amend(question, by: .reinstate, in: paths, arguments)
    })

  static let renew = Command(
    name: "renew", operands: "PERSON BADGE [PATH…]",
    summary: "give somebody a badge once more, as of a later day",
    details: """
      Adds an award to the ledger, behind the newest of BADGE to PERSON, a handle: the same person,
      tier and count, the new day, and numbers of its own where the badge needs them. The older
      award stays, as history.

      \(lookedThrough)
      """,
    options: [
      Option(names: ["--on"], value: "DAY", help: "the day it is earned again, as in 2028-10-14"),
      Option(
        names: ["--expires"], value: "DAY", help: "the last day, instead of the badge's own time"),
    ] + amendOptions,
    examples: [("blazon renew ada expert --on 2028-10-14", "for as long as the badge is valid")],
    run: { arguments throws(UsageError) in
      guard arguments.operands.count >= 2 else {
        throw UsageError(message: "needs a person's handle and a badge")
      }
      guard let on = try day(arguments, "--on") else { throw UsageError(message: "needs --on DAY") }
      let expires = try day(arguments, "--expires")
      if let expires, expires < on {
        throw UsageError(message: "--expires: \(expires.isoText) is before \(on.isoText)")
      }
      let question = AwardFinder.Question.newest(
        person: arguments.operands[0], badge: arguments.operands[1])
      return try amend(
        question, by: .renew(on: on, expires: expires), in: arguments.operands.dropFirst(2),
        arguments)
    })

  static let correct = Command(
    name: "correct", operands: "PERSON [PATH…]",
    summary: "write a person's name anew in all ledgers",
    details: """
      Writes the name of PERSON, a handle, into every one of their awards. Handles, ids and uuids
      stay, and with them addresses and the numbers of certificates and credentials.

      \(lookedThrough)
      """,
    options: [
      Option(names: ["--name"], value: "NAME", help: "the name, as it will be drawn"),
      Option(
        names: ["--legal-name"], value: "NAME",
        help: "the name on certificates; an empty one takes it out"),
    ] + amendOptions,
    examples: [
      ("blazon correct asa-lo --name \"Åsa Lindgren-Okoro\"", "in all that she earned"),
      ("blazon correct asa-lo --legal-name \"\"", "her certificates say what all else says"),
    ],
    run: { arguments throws(UsageError) in
      guard let person = arguments.operands.first, !person.isEmpty else {
        throw UsageError(message: "needs a person's handle")
      }
      let isBare = arguments.value("--legal-name") == ""
      let name = try text(arguments, "--name", as: .name)
      let legalName = isBare ? "" : try text(arguments, "--legal-name", as: .legalName)
      guard name != nil || legalName != nil else {
        throw UsageError(message: "needs --name or --legal-name")
      }
      return try amend(
        .all(person: person), by: .correct(name: name, legalName: legalName),
        in: arguments.operands.dropFirst(), arguments)
    })

  private static let lookedThrough = """
    Ledgers of each PATH, badge-specs unless given, are looked through, and those that --awards
    names. Every other byte of them stays; where anything is wrong, nothing is written. “blazon
    render” then publishes it.

    Exit codes as in “blazon help render”.
    """

  private static let amendOptions = [
    .awards,
    Option(names: ["--dry-run"], value: nil, help: "tell what would be done, and write nothing"),
    Option(names: ["-q", "--quiet"], value: nil, help: "say nothing of what was done"),
  ]
}

/// The award that operands mean, and the paths behind them.
private func award(
  _ arguments: Arguments
) throws(UsageError) -> (AwardFinder.Question, ArraySlice<String>) {
  let words = arguments.operands
  guard let first = words.first, !first.isEmpty else {
    throw UsageError(message: "needs a person's handle and a badge, or the number of an award")
  }
  // Ids of somebody's own making look like handles: then what follows tells.
  if words.count == 1 || AwardFinder.isNumber(first) || SpecFolder.isPath(words[1]) {
    return (.number(first), words.dropFirst())
  }
  return (.newest(person: first, badge: words[1]), words.dropFirst(2))
}

/// The day that an option names.
private func day(_ arguments: Arguments, _ option: String) throws(UsageError) -> Day? {
  guard let text = arguments.value(option) else { return nil }
  guard let day = SpecFolder.day(text), day.isPlausible else {
    throw UsageError(message: "\(option): “\(text)” is not a day, as in 2026-10-14")
  }
  return day
}

/// The text that an option gives, as a ledger keeps it under `key`.
private func text(
  _ arguments: Arguments, _ option: String, as key: AwardKey
) throws(UsageError) -> String? {
  guard let written = arguments.value(option) else { return nil }
  guard !written.isEmpty else { throw UsageError(message: "\(option) has an empty value") }
  var report = Report()
  let text = key.text(written, report: &report)
  if let problem = report.diagnostics.first(where: { $0.severity == .error }) {
    throw UsageError(
      message: "\(option): \(problem.message)" + (problem.help.map { "; \($0)" } ?? ""))
  }
  tell(report, as: arguments.messages)
  return text
}

/// Amends awards, and says what was done and what comes next.
private func amend(
  _ question: AwardFinder.Question, by amendment: Amendment, in paths: ArraySlice<String>,
  _ arguments: Arguments
) throws(UsageError) -> ExitCode {
  let messages = arguments.messages
  let isTrial = arguments.has("--dry-run")
  var report = Report()
  do throws(WorldError) {
    let amended = try SpecFolder.amend(
      question, by: amendment, in: paths.isEmpty ? ["badge-specs"] : Array(paths),
      awards: arguments.all("--awards"), trial: isTrial, report: &report)
    tell(report, as: messages) { !arguments.has("-q") || $0.severity == .error }
    guard !report.hasErrors else { return .problems }
    guard !arguments.has("-q") else { return .success }
    for one in amended { Stream.output.write("\(one.file):\(one.line): \(one.what)\n") }
    let words =
      ["blazon", "render"] + paths + arguments.all("--awards").flatMap { ["--awards", $0] }
    Stream.output.write(
      isTrial
        ? "nothing was written\n" : "“\(words.joined(separator: " "))” publishes it\n")
    return .success
  } catch {
    tell(report, as: messages)
    return failed(error, as: messages)
  }
}
