package import BlazonSource
internal import Files

/// Where specs, their ledgers and their drawings are read from: the disk, a commit, or memory.
///
///     let files = SpecSource([
///       "acme/programme.yaml": Array(programme.utf8), "acme/badges.yaml": Array(badges.utf8),
///     ])
///     let programmes = try SpecFolder.load(["acme"], from: files, report: &report)
///
/// A programme's own files are read only from its folder and those below it.
public struct SpecSource: Sendable {
  private enum Storage: Sendable {
    case disk
    case stored(StoredFiles)
  }

  /// What stands at a path.
  package enum Kind: Sendable { case file, folder, other }

  private let storage: Storage

  /// The files of this machine, by paths as its programs write them.
  public static let disk = SpecSource(.disk)

  /// Files in memory, by path: names with `/` between them, none at the beginning.
  public init(_ files: [String: [UInt8]]) { self.init(StoredFiles(files.mapValues { .bytes($0) })) }

  init(_ files: StoredFiles) { self.init(.stored(files)) }

  private init(_ storage: Storage) { self.storage = storage }

  /// What is at `path`, links followed (or not: then they are `.other`); `nil` if nothing is.
  package func kind(of path: String, followingLinks: Bool = true) -> Kind? {
    switch storage {
    case .disk:
      switch Files.kind(of: path, followingLinks: followingLinks) {
      case .file: return .file
      case .folder: return .folder
      case .link, .other: return .other
      case nil: return nil
      }
    case .stored(let files):
      guard let inner = files.path(path) else { return nil }
      if !followingLinks, files.isLink(inner) { return .other }
      switch try? files.find(inner, below: "") {
      case .file: return .file
      case .folder: return .folder
      case nil: return nil
      }
    }
  }

  /// The names in the folder at `path`, in the order of their bytes.
  package func list(_ path: String) throws(WorldError) -> [String] {
    switch storage {
    case .disk: return try wrapping { () throws(FileError) in try Files.list(path) }
    case .stored(let files):
      guard let inner = files.path(path),
        case .folder(let folder)? = try? files.find(inner, below: "")
      else { throw WorldError("no folder “\(path)”") }
      return files.names(in: folder)
    }
  }

  /// The file at `path`, wherever it stands: one that somebody named as what to read.
  package func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
    switch storage {
    case .disk: return try wrapping { () throws(FileError) in try Files.read(path, limit: limit) }
    case .stored(let files):
      do throws(Refusal) {
        guard let inner = files.path(path),
          case .file(_, let entry) = try files.find(inner, below: "")
        else { throw .notPlain }
        return try files.bytes(of: entry, limit: limit)
      } catch {
        throw WorldError(error.message(about: path, in: "."))
      }
    }
  }

  /// The folder at `path`, in which a programme is. Where `folder` is given it was found in there, and no
  /// link may lead out of that.
  func folder(_ path: String, foundIn folder: String?) throws(Refusal) -> SourceFolder {
    switch storage {
    case .disk:
      guard let folder else { return SourceFolder(path, .disk(try BoundedFolder(path))) }
      let name = String(path.dropFirst(folder.count + 1))
      return SourceFolder(path, .disk(try BoundedFolder(folder).folder(name)))
    case .stored(let files):
      guard let outer = files.path(folder ?? path) else { throw .leadsOut }
      guard let folder else {
        guard case .folder(let root) = try files.find(outer, below: "") else { throw .missing }
        return SourceFolder(path, .stored(files, root: root))
      }
      let name = String(path.dropFirst(folder.count + 1))
      guard case .folder(let root) = try files.find(name, below: outer) else { throw .missing }
      return SourceFolder(path, .stored(files, root: outer.isEmpty ? root : "\(outer)/\(root)"))
    }
  }

  /// The folder that `name` means in the one at `folder`, in its shortest form; `nil` if there can be none.
  func path(_ name: String, from folder: String) -> String? {
    switch storage {
    case .disk: return simplified("\(folder)/\(name)")
    case .stored(let files): return files.path("\(folder)/\(name)").map(files.shown)
    }
  }
}

/// A programme's folder: it lends the plain files below it, and no others.
struct SourceFolder: Sendable {
  enum Storage: Sendable {
    case disk(BoundedFolder)
    case stored(StoredFiles, root: String)
  }

  /// As messages show it.
  let path: String
  private let storage: Storage

  init(_ path: String, _ storage: Storage) { (self.path, self.storage) = (path, storage) }

  /// The file `name` in it, as messages show it.
  func shown(_ name: String) -> String { path == "." ? name : "\(path)/\(name)" }

  /// What is at `name`, links followed; `.link` if they lead out, `nil` if nothing is there.
  func kind(of name: String) -> FileKind? {
    switch storage {
    case .disk(let folder): return folder.kind(of: name)
    case .stored(let files, let root):
      do throws(Refusal) {
        switch try files.find(name, below: root) {
        case .file: return .file
        case .folder: return .folder
        }
      } catch {
        return error == .leadsOut ? .link : nil
      }
    }
  }

  /// The names in the folder `name`, in the order of their bytes.
  func list(_ name: String = ".") throws(Refusal) -> [String] {
    switch storage {
    case .disk(let folder): return try folder.list(name)
    case .stored(let files, let root):
      guard case .folder(let path) = try files.find(name, below: root) else { throw .notPlain }
      return files.names(in: root.isEmpty ? path : path.isEmpty ? root : "\(root)/\(path)")
    }
  }

  /// The plain file `name`, refused beyond `limit` bytes, and its name without links.
  func read(_ name: String, limit: Int) throws(Refusal) -> (name: String, bytes: [UInt8]) {
    switch storage {
    case .disk(let folder):
      let file = try folder.read(name, limit: limit)
      return (file.path, file.bytes)
    case .stored(let files, let root):
      guard case .file(let path, let entry) = try files.find(name, below: root) else {
        throw .notPlain
      }
      return (path, try files.bytes(of: entry, limit: limit))
    }
  }
}

extension Refusal {
  /// What is wrong with the file `path`, found in or named from `folder`.
  func message(about path: String, in folder: String) -> String {
    switch self {
    case .missing: "“\(path)” leads to no file"
    case .leadsOut: "“\(path)” is a link that leads out of “\(folder)”"
    case .notPlain: "“\(path)” is not a plain file"
    case .tooLarge(let limit): "“\(path)” has more than \(limit) bytes"
    case .failed(let error): error.description
    }
  }

  /// What would be read instead.
  var help: String {
    switch self {
    case .missing, .leadsOut: "put the file itself there; a link may lead to a file of that folder"
    case .notPlain: "put a file there; pipes, devices and folders are not read"
    case .tooLarge: "make it smaller, or several of it"
    case .failed: "see that it can be read"
    }
  }
}

/// `a/b/../c` as `a/c`, so that messages stay short.
private func simplified(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/", omittingEmptySubsequences: false) {
    if part == "..", let last = parts.last, last != "..", !last.isEmpty, last != "." {
      parts.removeLast()
    } else {
      parts.append(part)
    }
  }
  return parts.joined(separator: "/")
}
