internal import BlazonArguments
internal import BlazonCheck
internal import BlazonDesk
internal import BlazonPress
internal import BlazonShelf
internal import BlazonSource
internal import Files

extension Command {
  static let render = Command(
    name: "render", operands: "[PATH…]",
    summary: "draw badges, and the cards and certificates of who earned them",
    details: """
      Draws the badges of each PATH: a file of badges, a programme's folder, or a folder of
      programmes; badge-specs unless given. For every award of a ledger it draws, in
      PROGRAMME/people/HANDLE/BADGE, the badge, the share card light and dark, the certificate
      where the badge has one, the README badge, and snippets to paste. What stands there and is
      made from the same is left as it is: a second run draws what has changed. Everything to be
      drawn is checked first: a run that finds an error writes nothing. Every file is replaced
      whole.

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
      Option(
        names: ["--verify"], value: nil,
        help: "read the files that stand there, and draw those anew that are not as written"),
      Option(
        names: ["--prune"], value: nil, help: "remove files of earlier runs that nothing draws"),
      Option(
        names: ["--optimize"], value: nil,
        help: "the smallest PNG files: drawing them takes several times as long"),
      Option(names: ["--explain"], value: nil, help: "tell of all that is drawn, why"),
      Option(
        names: ["--dry-run"], value: nil, help: "tell what would be drawn, and write nothing"),
      Option(
        names: ["--shard"], value: "K/N",
        help: "the share K of N, counted from 1, for one of many machines; see “manifest merge”"),
      Option(names: ["--keys"], value: "DIR", help: "the folder of the keys that sign credentials"),
      Command.passphraseOption,
      Option(
        names: ["--stdin"], value: nil,
        help: "awards as JSON lines in, a line each of what came of them out; no ledgers are read"),
    ] + selectionOptions,
    examples: [
      ("blazon render", "everything in badge-specs, into output"),
      ("blazon render badge-specs/acme --only docs-author", "one badge, and who earned it"),
      ("blazon render --people amara,linh", "what two people earned, nothing else"),
      ("blazon render --surface card,certificate", "no badges, only pages"),
      ("blazon render --awards new.csv", "with a ledger that no programme names"),
      ("blazon render --format png --size 256 -o /tmp/art", "only PNG, 256 pixels wide"),
      ("blazon render --explain", "and tell why each thing is drawn"),
      ("blazon render --stdin < awards.jsonl", "what comes, for as long as it comes"),
    ],
    run: { arguments throws(UsageError) in
      if arguments.has("--stdin") { return try Session(arguments).stream() }
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

      A folder of pictures that is no programme, as in “blazon check site/assets/badges”, is looked
      at as it is: pairs of SVG and PNG that differ, missing formats, words that depend on fonts,
      embedded pixels, what screen readers miss, heavy files, twins, empty margins, drifting names.

      Exit codes as in “blazon help render”.
      """,
    options: [
      Option(names: ["--fix"], value: nil, help: "write missing ids into the ledgers"),
      Option(
        names: ["--dry-run"], value: nil, help: "with --fix: tell which ledgers, write nothing"),
      Option(
        names: ["--untranslated"], value: nil,
        help: "tell every text that readers of a language get in another"),
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
      if arguments.has("--dry-run"), !arguments.has("--fix") {
        throw UsageError(message: "--dry-run goes with --fix: else nothing is written anyway")
      }
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
    Option(
      names: ["--only"], value: "ID,ID",
      help: "these badges alone; of the others not even what is wrong is told"),
    .awards,
    Option(
      names: ["--keep-going"], value: nil,
      help: "leave out awards that cannot be right, draw the rest, and exit with 1"),
    .database,
    .today,
    Option(
      names: ["--people"], value: "HANDLE,HANDLE", help: "what these people earned, nothing else"),
    Option(
      names: ["--surface"], value: "LIST",
      help: Surface.ids.joined(separator: ",") + "; all unless given; one design as in card.square"),
    Option(
      names: ["-j", "--jobs"], value: "N",
      help: "how many badges at a time; one a processor unless given"),
    Option(names: ["-q", "--quiet"], value: nil, help: "no progress, no closing line"),
  ]
}
