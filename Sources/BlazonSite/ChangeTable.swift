internal import BlazonShelf

/// A picture that is not the same in two states, as a summary of them tells of it.
public struct ChangedPicture: Sendable {
  /// As in `acme/badges/docs-author`.
  public var name: String
  /// What happened to it: a word.
  public var what: String
  /// How much of it changed: `12.5 %`.
  public var share: String
  /// The file that shows it before and after, from where the summary stands; `nil` if there is none.
  public var file: String?

  public init(name: String, what: String, share: String, file: String?) {
    (self.name, self.what, self.share, self.file) = (name, what, share, file)
  }
}

/// What changed of `count` pictures, as Markdown for a pull request.
public func changeTable(_ changes: [ChangedPicture], of count: Int) -> String {
  guard !changes.isEmpty else { return "No picture changed (\(count) compared).\n" }
  let hasFiles = changes.contains { $0.file != nil }
  var text = "\(changes.count) of \(count) pictures changed.\n\n"
  text += "| picture | | pixels |\(hasFiles ? " before, difference, after |" : "")\n"
  text += "|---|---|---|\(hasFiles ? "---|" : "")\n"
  for change in changes {
    text += "| \(markdownCode(change.name)) | \(change.what) | \(change.share) |"
    if hasFiles {
      let parts = (change.file ?? "").split(separator: "/").map { percentEncoded(String($0)) }
      text += " ![](\(parts.joined(separator: "/"))) |"
    }
    text += "\n"
  }
  return text
}
