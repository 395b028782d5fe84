internal import BlazonSource
internal import Files

/// Files of a commit, or of memory, by their paths.
struct StoredFiles: Sendable {
  indirect enum Entry: Sendable {
    case bytes([UInt8])
    /// Bytes that git keeps under a name.
    case blob(String)
    /// A link, and the text of where it leads.
    case link(Entry)
  }

  /// What a path means once every link on it is followed.
  enum Found {
    case file(path: String, Entry)
    case folder(path: String)
  }

  /// What stands before paths in messages: `origin/main:`, or nothing.
  let label: String
  private let entries: [String: Entry]
  /// The names in each folder, in the order of their bytes; the top is called “”.
  private let folders: [String: [String]]
  private let git: Git?

  init(_ entries: [String: Entry], label: String = "", git: Git? = nil) {
    (self.entries, self.label, self.git) = (entries, label, git)
    var folders: [String: Set<String>] = ["": []]
    for path in entries.keys {
      var rest = path[...]
      while true {
        let slash = rest.lastIndex(of: "/")
        let folder = slash.map { String(rest[..<$0]) } ?? ""
        let name = slash.map { String(rest[rest.index(after: $0)...]) } ?? String(rest)
        let isNew = folders[folder] == nil
        folders[folder, default: []].insert(name)
        guard isNew, let slash else { break }
        rest = rest[..<slash]
      }
    }
    self.folders = folders.mapValues { names in
      names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }
  }

  /// `shown`, as messages name it, without the label, in its simplest form: “” for the top; `nil` if it
  /// leads out.
  func path(_ shown: String) -> String? {
    guard shown.hasPrefix(label) else { return nil }
    var parts: [Substring] = []
    for part in shown.dropFirst(label.count).split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// The path as messages show it.
  func shown(_ path: String) -> String { label + (path.isEmpty ? "." : path) }

  private static let linkLimit = 40

  /// What `name` means in the folder at `root`, out of which no link may lead.
  func find(_ name: String, below root: String) throws(Refusal) -> Found {
    var way = ""
    var rest = Array(name.split(separator: "/").map(String.init).reversed())
    var links = 0
    func full(_ path: String) -> String {
      root.isEmpty ? path : path.isEmpty ? root : "\(root)/\(path)"
    }
    while let part = rest.popLast() {
      if part == "." { continue }
      if part == ".." {
        guard !way.isEmpty else { throw .leadsOut }
        way = way.lastIndex(of: "/").map { String(way[..<$0]) } ?? ""
        continue
      }
      let next = way.isEmpty ? part : "\(way)/\(part)"
      if case .link(let text)? = entries[full(next)] {
        links += 1
        let target = String(decoding: try bytes(of: text, limit: 4096), as: UTF8.self)
        // A circle has no end.
        guard links <= StoredFiles.linkLimit else { throw .missing }
        guard !target.hasPrefix("/") else { throw .leadsOut }
        rest += target.split(separator: "/").map(String.init).reversed()
      } else if let entry = entries[full(next)] {
        guard rest.isEmpty else { throw .missing }
        return .file(path: next, entry)
      } else if folders[full(next)] != nil {
        way = next
      } else {
        throw .missing
      }
    }
    guard folders[full(way)] != nil else { throw .missing }
    return .folder(path: way)
  }

  func isLink(_ path: String) -> Bool {
    if case .link? = entries[path] { true } else { false }
  }

  /// The names in the folder at `path`, which has no links on it.
  func names(in path: String) -> [String] { folders[path] ?? [] }

  func bytes(of entry: Entry, limit: Int) throws(Refusal) -> [UInt8] {
    switch entry {
    case .bytes(let bytes):
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
      return bytes
    case .blob(let id):
      guard let git else { preconditionFailure("only commits name bytes by their ids") }
      return try git.blob(id, limit: limit)
    case .link: throw .notPlain
    }
  }
}
