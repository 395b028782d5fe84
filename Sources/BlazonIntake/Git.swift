internal import BlazonSource
internal import Files

/// Asks git for what it keeps: commits, trees and bytes, as they are, with no attribute, filter or hook of
/// anybody's at work.
struct Git: Sendable {
  /// Bytes of the list of a commit's files.
  private static let listLimit = 1 << 27

  /// The id of the commit that `name` calls; `nil` if it calls none, or there is no repository here.
  func commit(_ name: String) throws(WorldError) -> String? {
    guard !name.isEmpty, !name.hasPrefix("-"), !name.contains("\0") else { return nil }
    let answer: ProgramAnswer
    do throws(FileError) {
      answer = try ask("rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}")
    } catch {
      // Without git there is no commit.
      if error.isMissing { return nil }
      throw WorldError(error.description)
    }
    switch answer.status {
    case 0: return Git.line(answer.output)
    case 1: return nil
    default:
      if answer.errors.hasPrefix("fatal: not a git repository") { return nil }
      let why = answer.errors.prefix { $0 != "\n" }
      throw WorldError("git does not say whether “\(name)” is a commit: \(why)")
    }
  }

  /// The whole name of the branch or tag that `name` calls, as `refs/heads/main`; `nil` if it calls none.
  func reference(_ name: String) throws(WorldError) -> String? {
    let answer = try wrapping { () throws(FileError) in
      try ask("rev-parse", "--symbolic-full-name", "--verify", "--quiet", "--end-of-options", name)
    }
    let line = Git.line(answer.output)
    return answer.status == 0 && line.hasPrefix("refs/") ? line : nil
  }

  /// The files and links of the commit `id`, by path. Submodules, which are other repositories, are none.
  func tree(of id: String) throws(WorldError) -> [String: StoredFiles.Entry] {
    let answer = try wrapping { () throws(FileError) in
      try ask("ls-tree", "-r", "-z", "--full-tree", id)
    }
    guard answer.status == 0 else {
      throw WorldError("git cannot list the files of \(id): \(answer.errors.prefix { $0 != "\n" })")
    }
    var entries: [String: StoredFiles.Entry] = [:]
    // Each as “100644 blob ID<tab>PATH”.
    for line in answer.output.split(separator: 0) {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")),
        let path = String(validating: line[(tab + 1)...], as: UTF8.self)
      else { continue }
      let words = line[..<tab].split(separator: UInt8(ascii: " "))
        .map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 3 else { continue }
      switch words[0] {
      case "100644", "100755", "100664": entries[path] = .blob(words[2])
      case "120000": entries[path] = .link(.blob(words[2]))
      default: continue
      }
    }
    return entries
  }

  /// The bytes that git keeps under `id`.
  func blob(_ id: String, limit: Int) throws(Refusal) -> [UInt8] {
    let answer: ProgramAnswer
    do throws(FileError) {
      // With a line before the bytes, “ID blob SIZE”, and one after them.
      answer = try ask("cat-file", "--batch", input: Array("\(id)\n".utf8), limit: limit + 256)
    } catch {
      throw error.isTooLong ? .tooLarge(limit: limit) : .failed(error)
    }
    let output = answer.output
    guard answer.status == 0, let end = output.firstIndex(of: UInt8(ascii: "\n")) else {
      throw .failed(FileError("git cannot read \(id)"))
    }
    let words = String(decoding: output[..<end], as: UTF8.self).split(separator: " ")
    guard words.count == 3, words[1] == "blob", let size = Int(words[2]),
      output.count == end + size + 2
    else { throw .failed(FileError("git cannot read \(id)")) }
    guard size <= limit else { throw .tooLarge(limit: limit) }
    return Array(output[(end + 1)...].dropLast())
  }

  private static func line(_ output: [UInt8]) -> String {
    String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  private func ask(
    _ words: String..., input: [UInt8] = [], limit: Int = Git.listLimit
  ) throws(FileError) -> ProgramAnswer {
    let own = ["git", "--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false"]
    return try run(
      own + words, input: input,
      // What a hook or a job has set could show another repository than the one here.
      keeping: { !$0.hasPrefix("GIT_") && !$0.hasPrefix("LC_") && $0 != "LANGUAGE" },
      adding: [
        "GIT_LITERAL_PATHSPECS": "1", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C",
      ], limit: limit)
  }
}
