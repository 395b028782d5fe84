internal import BlazonArguments
internal import BlazonShelf
internal import BlazonSource
internal import Files

extension Command {
  static let manifest = Command(
    name: "manifest", operands: "merge FOLDER…",
    summary: "put together what many machines have drawn",
    details: """
      merge   takes over all files of the FOLDERs, which runs with --shard have made, and their lists;
              comes to the folder that one run would have made. Files are linked where the disk can.

      Exit codes as in “blazon help render”.
      """,
    options: [
      Option(names: ["-o", "--output"], value: "DIR", help: "where to; output unless given"),
      Option(
        names: ["--dry-run"], value: nil, help: "tell how many files would come, and write nothing"),
      Option(names: ["-q", "--quiet"], value: nil, help: "no closing line"),
    ],
    examples: [
      ("blazon render --shard 1/2 -o one", "on one machine"),
      ("blazon render --shard 2/2 -o two", "on another"),
      ("blazon manifest merge one two", "into output"),
    ],
    run: { arguments throws(UsageError) in
      guard arguments.operands.first == "merge" else {
        throw UsageError(message: "needs “merge” and the folders")
      }
      let folders = Array(arguments.operands.dropFirst())
      guard !folders.isEmpty else { throw UsageError(message: "merge needs the folders") }
      let output = arguments.value("-o") ?? "output"
      guard !output.isEmpty else { throw UsageError(message: "--output has an empty value") }
      let messages = arguments.messages
      var report = Report()
      do throws(WorldError) {
        var shards: [Shelf] = []
        for folder in folders { shards.append(try openShelf(folder, as: messages)) }
        let isTrial = arguments.has("--dry-run")
        let account = try openShelf(output, as: messages)
          .merge(shards, trial: isTrial, report: &report)
        tell(report, as: messages)
        if !arguments.has("-q") {
          let files = "\(account.files) file\(account.files == 1 ? "" : "s")"
          Stream.output.write(
            isTrial
              ? "\(files), \(account.drawn) new, would be in “\(output)”; nothing was written\n"
              : "\(files), \(account.drawn) new, in “\(output)”\n")
        }
        return .success
      } catch {
        tell(report, as: messages)
        return failed(error, as: messages)
      }
    })
}
