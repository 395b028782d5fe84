internal import BlazonArguments
internal import BlazonDesk
internal import BlazonIntake
internal import BlazonLedger

extension Option {
  /// Of the commands that read ledgers.
  static let awards = Option(
    names: ["--awards"], value: "FILE", help: "a ledger beside those of the programmes; repeatable")
  static let database = Option(
    names: ["--database"], value: "NAME=URL",
    help: "where a database is that a programme names; repeatable; else BLAZON_DATABASE_NAME")
  static let today = Option(
    names: ["--today"], value: "DATE",
    help: "the day on which awards are told to stand; the newest of the ledgers unless given")
}

extension Arguments {
  /// The kind of file that `-o` names by its ending; an SVG where there is no `-o`.
  func pictureFormat() throws(UsageError) -> PictureFormat {
    guard let path = value("-o") else { return .svg }
    let ending = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() }
    guard let format = PictureFormat(rawValue: ending ?? "") else {
      throw UsageError(message: "--output: “\(path)” is no picture; end it in .svg or .png")
    }
    return format
  }
}

extension Arguments {
  /// The day on which awards are told to stand; `nil` for the newest of the ledgers.
  func today() throws(UsageError) -> Day? {
    guard let text = value("--today") else { return nil }
    guard let day = SpecFolder.day(text) else {
      throw UsageError(message: "--today: “\(text)” is not a day, as in 2026-10-14")
    }
    return day
  }

  /// The addresses of databases, by the names that programmes give them: `--database members=URL`.
  func databases() throws(UsageError) -> [String: String] {
    var databases: [String: String] = [:]
    for text in all("--database") {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw UsageError(
          message: "--database: give the name that the programme uses and an address, as in "
            + "--database members=postgresql://localhost/community")
      }
      databases[String(parts[0])] = String(parts[1])
    }
    return databases
  }
}
