public import BlazonSource

/// The specs of a commit, read from what git keeps: nothing of them is laid out on disk.
public struct CommittedSpecs: Sendable {
  public let source: SpecSource
  /// Where they stand, as messages show it: `origin/main:badge-specs`.
  public let path: String

  /// What `name` calls, as git writes it: a commit, `main` or `HEAD~1`, whose badge-specs are meant, or
  /// a commit and a path, `v1.2:art/specs`. `nil` if git knows no such commit.
  public init?(_ name: String) throws(WorldError) {
    let (commit, inner) = CommittedSpecs.parts(of: name)
    let git = Git()
    guard let id = try git.commit(commit) else { return nil }
    let files = StoredFiles(try git.tree(of: id), label: "\(commit):", git: git)
    source = SpecSource(files)
    path = files.shown(inner)
    guard !inner.hasPrefix("/"), source.kind(of: path) != nil else {
      throw WorldError("the commit “\(commit)” has no folder “\(inner)”")
    }
  }

  /// Another way to write `name`, which no path on disk has; `nil` if it is no commit.
  public static func wholeName(of name: String) throws(WorldError) -> String? {
    let (commit, _) = parts(of: name)
    guard let id = try Git().commit(commit) else { return nil }
    let whole = try Git().reference(commit)
    return (whole == commit ? id : whole ?? id) + name.dropFirst(commit.count)
  }

  private static func parts(of name: String) -> (commit: String, inner: String) {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard let commit = parts.first, name.hasPrefix(commit) else { return ("", "") }
    return (commit, parts.count > 1 ? parts[1] : "badge-specs")
  }
}
