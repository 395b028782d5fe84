internal import BlazonArguments
internal import BlazonImport
internal import BlazonLedger
internal import BlazonSource
internal import Files

extension Command {
  static let importing = Command(
    name: "import", operands: "FILE [FOLDER] | FOLDER",
    summary: "bring in a table of who earned what, or badges that others have made",
    details: """
      Reads FILE, a table as spreadsheets, forms, shops and learning software write it (.csv, .tsv,
      .xlsx, .json, .jsonl), and proposes what its columns say. Shows that and the first awards as
      they are read, copies the table into FOLDER/awards, and writes the proposal into
      FOLDER/programme.yaml. Where FOLDER is no programme yet, badge-specs/NAME unless given, it
      becomes one, with a badge for everything that the table says was earned.

      Reads FOLDER, where that alone is named: a folder of badges (x/x.png and x/x.svg, with a list
      in JSON), the pages of an academy (content/certifications/ORG/ID/_index.md), or badge classes
      of Open Badges 2.0; and writes a programme of the same badges, in badge-specs/ID unless told
      otherwise. Pictures are copied and stay as they are, and “render” writes them at their old
      paths too. What is lost or doubtful on the way is told, each with its place, and marked in
      what is written.

      Nothing that is there already is overwritten, and nothing is fetched.

      Exit codes as in “blazon help render”.
      """,
    options: [
      Option(
        names: ["--column"], value: "KEY=COLUMN",
        help: "the column that says a key, or several joined by +; repeatable"),
      Option(names: ["--badge"], value: "BADGE", help: "what everybody in the table earned"),
      Option(names: ["--issued"], value: "DAY", help: "when, where no column says so"),
      Option(
        names: ["--dates"], value: "ORDER",
        help: TableReading.DateOrder.allCases.map(\.rawValue).joined(separator: ", ")
          + ": how its days are written, where nothing tells"),
      Option(
        names: ["--sheet"], value: "NAME", help: "the sheet of a workbook; the first unless given"),
      Option(names: ["--name"], value: "NAME", help: "what a new programme of a table is called"),
      Option(names: ["--color"], value: "COLOUR", help: "its colour"),
      Option(
        names: ["-o", "--output"], value: "DIR",
        help: "the programme's folder, and so its id; badge-specs/ID unless given"),
      Option(
        names: ["--pictures"], value: "HOW",
        help: FolderImport.Pictures.allCases.map(\.rawValue).joined(separator: ", ")
          + "; as-they-are unless given"),
      Option(names: ["--dry-run"], value: nil, help: "tell everything, write nothing"),
    ],
    examples: [
      ("blazon import answers.csv", "a programme of the sheet of a form"),
      ("blazon import answers.csv badge-specs/acme --dry-run", "what its columns would say there"),
      (
        "blazon import attendees.csv badge-specs/acme --badge summit-2026 --issued 2026-10-14",
        "one badge for all of them"
      ),
      ("blazon import ../site -o badge-specs/acme", "badges, with the paths that pages link to"),
      ("blazon import academy --pictures redraw", "emblems and presets of ours instead"),
    ],
    run: { arguments throws(UsageError) in
      guard let path = arguments.operands.first, arguments.operands.count <= 2 else {
        throw UsageError(message: "needs the file of a table, or a folder of badges")
      }
      switch kind(of: path) {
      case .folder:
        guard arguments.operands.count == 1 else {
          throw UsageError(message: "needs one folder; -o names where the programme goes")
        }
        try refuse(arguments, tableOptions, of: "a table")
        return try importFolder(path, arguments)
      case .file, .link, .other:
        try refuse(arguments, ["--pictures"], of: "a folder of badges")
        return try importTable(path, arguments)
      case nil: throw UsageError(message: "nothing is at “\(path)”")
      }
    })

  private static let tableOptions = [
    "--column", "--badge", "--issued", "--dates", "--sheet", "--name", "--color",
  ]

  /// Refuses options that say nothing of what is brought in.
  private static func refuse(
    _ arguments: Arguments, _ options: [String], of what: String
  ) throws(UsageError) {
    if let option = options.first(where: arguments.has) {
      throw UsageError(message: "\(option) is said of \(what)")
    }
  }
}
