#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Why a folder does not lend what is asked for.
public enum Refusal: Error, Hashable, Sendable {
  /// Nothing is there.
  case missing
  /// A link leads out of the folder.
  case leadsOut
  /// A folder, a pipe, a device, or a file that the system makes up.
  case notPlain
  /// More bytes than may be read.
  case tooLarge(limit: Int)
  /// The system refuses.
  case failed(FileError)

  init(_ attempt: String, _ code: Int32) {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG: self = .missing
    // A link was put there since.
    case ELOOP: self = .leadsOut
    default: self = .failed(FileError(attempt, code))
    }
  }
}

/// A folder that is opened once and lends the plain files below it, and no others.
///
/// Links are followed as long as they stay below. Each part of a path is opened by itself, and never
/// through a link, so that nobody can put one in the way.
public final class BoundedFolder: Sendable {
  /// A file that was lent.
  public struct File: Sendable {
    /// Its path from the folder, without links.
    public var path: String
    public var bytes: [UInt8]
  }

  /// As it was named.
  public let path: String
  private let descriptor: Descriptor

  /// The folder at `path`, links followed: whoever names it means what they lead to.
  public init(_ path: String) throws(Refusal) {
    self.path = path
    descriptor = try Descriptor(
      unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "reading the folder “\(path)”")
  }

  private init(_ descriptor: Descriptor, _ path: String) {
    (self.descriptor, self.path) = (descriptor, path)
  }

  /// What is at `name`, links followed; `.link` if they lead out, `nil` if nothing is there.
  public func kind(of name: String) -> FileKind? {
    do throws(Refusal) {
      switch try find(name) {
      case .folder: return .folder
      case .file: return .file
      case .other: return .other
      }
    } catch {
      return error == .leadsOut ? .link : nil
    }
  }

  /// The folder `name`, which then bounds what it lends itself.
  public func folder(_ name: String) throws(Refusal) -> BoundedFolder {
    guard case .folder(let descriptor) = try find(name) else { throw .notPlain }
    return BoundedFolder(descriptor, "\(path)/\(name)")
  }

  /// The names in the folder `name`, in the order of their bytes.
  public func list(_ name: String = ".") throws(Refusal) -> [String] {
    guard case .folder(let descriptor) = try find(name) else { throw .notPlain }
    let attempt = "reading the folder “\(path)/\(name)”"
    let copy = unsafe openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw Refusal(attempt, errno) }
    guard let directory = unsafe fdopendir(copy) else {
      close(copy)
      throw .failed(FileError(attempt, errno))
    }
    return unsafe names(in: directory)
  }

  /// The plain file `name`, refused beyond `limit` bytes.
  public func read(_ name: String, limit: Int) throws(Refusal) -> File {
    guard case .file(let folder, let part, let parts) = try find(name) else { throw .notPlain }
    let attempt = "reading “\(path)/\(name)”"
    // What was a file may have become a pipe, which must not make the run wait.
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let file = try Descriptor(unsafe openat(folder.number, part, flags), attempt)
    let bytes = try contents(of: file.number, attempt: attempt, limit: limit)
    return File(path: parts.joined(separator: "/"), bytes: bytes)
  }

  private enum Found {
    case folder(Descriptor)
    case file(in: Descriptor, name: String, path: [String])
    case other
  }

  private static let linkLimit = 40

  /// What the path `name` means, every link on it followed.
  private func find(_ name: String) throws(Refusal) -> Found {
    var way: [(name: String, descriptor: Descriptor)] = []
    var rest = Array(name.split(separator: "/").map(String.init).reversed())
    var links = 0
    while let part = rest.popLast() {
      if part == "." { continue }
      if part == ".." {
        guard way.popLast() != nil else { throw .leadsOut }
        continue
      }
      let here = way.last?.descriptor ?? descriptor
      let attempt = "reading “\(path)/\(name)”"
      var info = stat()
      guard unsafe fstatat(here.number, part, &info, AT_SYMLINK_NOFOLLOW) == 0 else {
        throw Refusal(attempt, errno)
      }
      switch info.st_mode & S_IFMT {
      case S_IFLNK:
        links += 1
        let target = try link(part, in: here, attempt)
        // A circle has no end.
        guard links <= BoundedFolder.linkLimit else { throw .missing }
        guard !target.hasPrefix("/") else { throw .leadsOut }
        rest += target.split(separator: "/").map(String.init).reversed()
      case S_IFDIR:
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        way.append((part, try Descriptor(unsafe openat(here.number, part, flags), attempt)))
      case S_IFREG:
        guard rest.isEmpty else { throw .missing }
        return .file(in: here, name: part, path: way.map(\.name) + [part])
      default: return .other
      }
    }
    return .folder(way.last?.descriptor ?? descriptor)
  }

  /// Where the link `name` leads.
  private func link(
    _ name: String, in folder: Descriptor, _ attempt: String
  ) throws(Refusal) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlinkat(folder.number, name, &buffer, buffer.count)
    guard count >= 0 else { throw Refusal(attempt, errno) }
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// An open file or folder, closed with its last user.
final class Descriptor: Sendable {
  let number: Int32

  /// `number` is what a call of the system gave, negative if it failed.
  init(_ number: Int32, _ attempt: String) throws(Refusal) {
    guard number >= 0 else { throw Refusal(attempt, errno) }
    self.number = number
  }

  deinit { close(number) }
}
