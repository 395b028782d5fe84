internal import BlazonLedger
internal import BlazonSource

extension Command {
  static let `import` = Command(
    name: "import", operands: "FILE [FOLDER]",
    summary: "bring a table of who earned what into a programme",
    details: """
      Reads FILE, a table as spreadsheets, forms, shops and learning software write it (.csv, .tsv,
      .xlsx, .json, .jsonl), and proposes what its columns say. Shows that and the first awards as
      they are read, copies the table into FOLDER/awards, and writes the proposal into
      FOLDER/programme.yaml. Where FOLDER is no programme yet, badge-specs/NAME unless given, it
      becomes one, with a badge for everything that the table says was earned. Nothing that is there
      already is overwritten.

      Exit codes as in “blazon help render”.
      """,
    options: [
      Option(
        names: ["--column"], value: "KEY=COLUMN",
        help: "the column that says a key, or several joined by +; repeatable"),
      Option(
        names: ["--badge"], value: "BADGE", help: "what everybody in the table earned"),
      Option(names: ["--issued"], value: "DAY", help: "when, where no column says so"),
      Option(
        names: ["--dates"], value: "ORDER",
        help: TableReading.DateOrder.allCases.map(\.rawValue).joined(separator: ", ")
          + ": how its days are written, where nothing tells"),
      Option(
        names: ["--sheet"], value: "NAME", help: "the sheet of a workbook; the first unless given"),
      Option(names: ["--name"], value: "NAME", help: "what a new programme is called"),
      Option(names: ["--color"], value: "COLOUR", help: "its colour"),
      Option(names: ["--dry-run"], value: nil, help: "show what would be done, and write nothing"),
    ],
    examples: [
      ("blazon import answers.csv", "a programme of the sheet of a form"),
      ("blazon import answers.csv badge-specs/acme --dry-run", "what its columns would say there"),
      (
        "blazon import attendees.csv badge-specs/acme --badge summit-2026 --issued 2026-10-14",
        "one badge for all of them"
      ),
    ],
    run: { arguments throws(UsageError) in
      guard let path = arguments.operands.first, arguments.operands.count <= 2 else {
        throw UsageError(message: "needs the file of a table, and perhaps a programme's folder")
      }
      return try importTable(path, arguments)
    })
}
