internal import BlazonCheck
internal import BlazonForm
internal import BlazonSource

/// Who writes which files: two badges must never write one.
struct FileNames {
  private var owners: [String: Located<String>] = [:]
  /// Files and folders of `paths`, in small letters: not every system tells capitals from them.
  private var paths: [String: (owner: Located<String>, isFile: Bool)] = [:]

  /// Notes that the badge `id` writes files called `name`; reports it if another does.
  mutating func claim(_ name: Located<String>, for id: String, _ reading: inout Reading) {
    guard let owner = owners[name.value] else {
      owners[name.value] = Located(id, name.place)
      return
    }
    reading.error(
      "“\(name.value)” would be written by two badges", at: name.place, breaking: .files,
      help: "the other is “\(owner.value)” at \(owner.place.label)")
  }

  /// Notes that the badge `id` writes a file at `path`; reports it if another does, or has a folder there.
  mutating func claim(_ path: Located<KeptPath>, for id: String, _ reading: inout Reading) {
    var part = ""
    let parts = path.value.path.lowercased().split(separator: "/")
    for (index, name) in parts.enumerated() {
      part += index == 0 ? String(name) : "/\(name)"
      let isFile = index == parts.count - 1
      guard let known = paths[part] else {
        paths[part] = (Located(id, path.place), isFile)
        continue
      }
      guard isFile || known.isFile else { continue }
      reading.error(
        known.isFile && isFile
          ? "“\(path.value.path)” would be written twice"
          : "“\(path.value.path)” would be a file and a folder",
        at: path.place, breaking: .files,
        help: "the other is of “\(known.owner.value)” at \(known.owner.place.label)")
      return
    }
  }
}
