public import BlazonSource
internal import Files

/// The specs of a commit, laid out in a folder of a moment: `remove` it when done.
public struct CommittedSpecs {
  /// Where the specs stand.
  public let path: String
  private let folder: String

  /// What `name` calls, as git writes it: a commit, `main` or `HEAD~1`, whose badge-specs are meant, or
  /// a commit and a folder, `v1.2:art/specs`. `nil` if git knows no such commit.
  public init?(_ name: String) throws(WorldError) {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    let commit = parts.first ?? ""
    let inner = parts.count > 1 ? parts[1] : "badge-specs"
    guard !commit.isEmpty, !commit.hasPrefix("-"), !inner.hasPrefix("/"),
      !inner.split(separator: "/").contains("..")
    else { return nil }
    func git(_ words: String...) throws(WorldError) -> Bool {
      try wrapping { () throws(FileError) in try run(["git"] + words) } == 0
    }
    guard try git("rev-parse", "--verify", "--quiet", "\(commit)^{commit}") else { return nil }
    let folder = try wrapping { () throws(FileError) in try makeTemporaryFolder() }
    self.folder = folder
    path = "\(folder)/\(inner)"
    let archive = "\(folder)/specs.tar"
    // With its neighbours: a programme may extend one of them.
    let top = inner.split(separator: "/").first.map(String.init) ?? inner
    guard try git("archive", "--format=tar", "--output=\(archive)", commit, "--", top),
      try wrapping({ () throws(FileError) in
        try run(["tar", "--no-same-owner", "-xf", archive, "-C", folder])
      }) == 0, kind(of: path) != nil
    else {
      removeFolder(folder)
      throw WorldError("the commit “\(commit)” has no folder “\(inner)”")
    }
  }

  public func remove() { removeFolder(folder) }
}
