internal import CProcess

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The operating system refused something: what was tried, and why it failed.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
  /// Whether the file or folder is not there at all.
  public let isMissing: Bool
  /// Whether there was more than may be read.
  public let isTooLong: Bool

  public init(_ description: String, isMissing: Bool = false, isTooLong: Bool = false) {
    self.description = description
    (self.isMissing, self.isTooLong) = (isMissing, isTooLong)
  }

  init(_ attempt: String, _ code: Int32) {
    let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    self.init("\(attempt): \(reason)", isMissing: code == ENOENT)
  }
}

/// What stands at a path.
public enum FileKind: Sendable { case file, folder, link, other }

/// What is at `path`, links not followed (or followed); `nil` if nothing is.
public func kind(of path: String, followingLinks: Bool = true) -> FileKind? {
  var info = stat()
  guard unsafe (followingLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
  switch info.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder
  case S_IFLNK: return .link
  default: return .other
  }
}

/// The bytes of the plain file at `path`, counted; `nil` if no such file is there, or a link.
public func fileSize(_ path: String) -> Int? {
  var info = stat()
  guard unsafe lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
  return Int(info.st_size)
}

/// The bytes of the file at `path`, links followed, refused beyond `limit`.
public func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
  var bytes: [UInt8] = []
  if let size = fileSize(path), size <= limit { bytes.reserveCapacity(size) }
  try read(path, limit: limit) { bytes += $0 }
  return bytes
}

/// Gives `body` the bytes of the file at `path`, links followed, piece by piece; refused beyond `limit`.
public func read(
  _ path: String, limit: Int, _ body: (ArraySlice<UInt8>) -> Void
) throws(FileError) {
  // A device may do something when it is opened.
  guard kind(of: path) ?? .file == .file else {
    throw FileError("“\(path)” is not a plain file")
  }
  let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError("reading “\(path)”", errno) }
  defer { close(descriptor) }
  do throws(Refusal) {
    try pieces(of: descriptor, attempt: "reading “\(path)”", limit: limit, body)
  } catch {
    switch error {
    case .tooLarge(let limit):
      throw FileError("“\(path)” has more than \(limit) bytes", isTooLong: true)
    case .failed(let error): throw error
    case .missing, .leadsOut, .notPlain: throw FileError("“\(path)” is not a plain file")
    }
  }
}

/// The bytes of an open file, which must be a plain one and have at most `limit` of them.
func contents(of descriptor: Int32, attempt: String, limit: Int) throws(Refusal) -> [UInt8] {
  var bytes: [UInt8] = []
  try pieces(of: descriptor, attempt: attempt, limit: limit) { bytes += $0 }
  return bytes
}

/// Gives `body` the bytes of an open file piece by piece: it must be a plain one and have at most `limit` of them.
private func pieces(
  of descriptor: Int32, attempt: String, limit: Int, _ body: (ArraySlice<UInt8>) -> Void
) throws(Refusal) {
  var info = stat()
  guard unsafe fstat(descriptor, &info) == 0 else { throw .failed(FileError(attempt, errno)) }
  guard info.st_mode & S_IFMT == S_IFREG else { throw .notPlain }
  guard Int(info.st_size) <= limit else { throw .tooLarge(limit: limit) }
  var total = 0
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = readChunk(descriptor, &chunk, chunk.count)
    guard count >= 0 else { throw .failed(FileError(attempt, errno)) }
    if count == 0 { return }
    // What the system makes up, as below /proc, says that it is empty, and goes on saying so.
    guard info.st_size > 0 || (unsafe fstat(descriptor, &info) == 0 && info.st_size > 0) else {
      throw .notPlain
    }
    total += count
    guard total <= limit else { throw .tooLarge(limit: limit) }
    body(chunk[..<count])
  }
}

/// `read` of the C library, which `read` above hides.
func readChunk(_ descriptor: Int32, _ buffer: inout [UInt8], _ count: Int) -> Int {
  unsafe buffer.withUnsafeMutableBytes {
    #if canImport(Glibc)
      unsafe Glibc.read(descriptor, $0.baseAddress, count)
    #else
      unsafe Darwin.read(descriptor, $0.baseAddress, count)
    #endif
  }
}

/// The names in the folder at `path`, in the order of their bytes.
public func list(_ path: String) throws(FileError) -> [String] {
  guard let directory = unsafe opendir(path) else {
    throw FileError("reading the folder “\(path)”", errno)
  }
  return unsafe names(in: directory)
}

#if canImport(Glibc)
  typealias DirectoryStream = OpaquePointer
#else
  typealias DirectoryStream = UnsafeMutablePointer<DIR>
#endif

/// The names in an open folder, in the order of their bytes. Closes it.
func names(in directory: DirectoryStream) -> [String] {
  defer { unsafe closedir(directory) }
  var names: [String] = []
  while let entry = unsafe readdir(directory) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
      unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
}

/// Makes the folder at `path`, and those above it.
public func makeFolders(_ path: String) throws(FileError) {
  switch kind(of: path) {
  case .folder: return
  case .file, .link, .other: throw FileError("“\(path)” is not a folder")
  case nil: break
  }
  if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
    try makeFolders(String(path[..<slash]))
  }
  guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
    throw FileError("making the folder “\(path)”", errno)
  }
}

/// Replaces the file at `path` by `bytes`: a reader sees the old file or the new one, whole.
public func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
  try StagedFile(path, bytes).commit()
}

/// The bytes of a file, written beside the one that they are to replace.
public struct StagedFile: Sendable {
  private let path: String
  let temporary: String

  /// Writes `bytes` where nobody looks for them. Throws, and leaves nothing, if not all could be written.
  public init(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    self.path = path
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var temporary = ""
    var descriptor: Int32 = -1
    // An ended process with our number may have left a file of the same name.
    for _ in 0..<100 {
      temporary = "\(folder).blazon-\(getpid())-\(temporaryNumber()).tmp"
      descriptor = unsafe open(
        temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      if descriptor >= 0 || errno != EEXIST { break }
    }
    self.temporary = temporary
    guard descriptor >= 0 else { throw FileError("writing “\(path)”", errno) }
    // Who could read the old file can read the new one, and nobody else.
    var before = stat()
    if unsafe lstat(path, &before) == 0, before.st_mode & S_IFMT == S_IFREG {
      fchmod(descriptor, before.st_mode & 0o777)
    }
    let failure = put(bytes, into: descriptor)
    guard failure == 0 else {
      close(descriptor)
      unsafe unlink(temporary)
      throw FileError("writing “\(path)”", failure)
    }
    // Some file systems tell only here that the disk is full.
    guard close(descriptor) == 0 else {
      let code = errno
      unsafe unlink(temporary)
      throw FileError("writing “\(path)”", code)
    }
  }

  /// Puts it in its place.
  public func commit() throws(FileError) {
    guard unsafe rename(temporary, path) == 0 else {
      let code = errno
      discard()
      throw FileError("writing “\(path)”", code)
    }
  }

  /// Takes it away again.
  public func discard() { unsafe unlink(temporary) }
}

/// Replaces the file at `path` by the one at `other`, which is linked if both are on one file system, else
/// copied: a reader sees the old file or the new one, whole.
public func replace(_ path: String, withFile other: String) throws(FileError) {
  let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  for _ in 0..<100 {
    let temporary = "\(folder).blazon-\(getpid())-\(temporaryNumber()).tmp"
    if unsafe link(other, temporary) == 0 {
      guard unsafe rename(temporary, path) == 0 else {
        let code = errno
        unsafe unlink(temporary)
        throw FileError("writing “\(path)”", code)
      }
      // Two names of one file: renaming one to the other leaves both.
      unsafe unlink(temporary)
      return
    }
    if errno != EEXIST { break }
  }
  try replace(path, with: try read(other, limit: 1 << 31))
}

/// Asks the file system of the folder at `path` to bring all that was written to the disk. A system that cannot is asked
/// for nothing.
public func synchronize(_ path: String) throws(FileError) {
  let attempt = "bringing “\(path)” to the disk"
  let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError(attempt, errno) }
  defer { close(descriptor) }
  let code = process_synchronize(descriptor)
  guard code == 0 || code == ENOSYS else { throw FileError(attempt, code) }
}

/// Removes the file at `path`.
public func remove(_ path: String) throws(FileError) {
  guard unsafe unlink(path) == 0 || errno == ENOENT else {
    throw FileError("removing “\(path)”", errno)
  }
}

/// Removes the folder at `path` if nothing is in it; false if it stays.
public func removeEmptyFolder(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

/// Removes what interrupted runs left in `folder`: temporary files of processes that have ended, and old ones, whose
/// process was one of another container.
public func removeLeftovers(in folder: String) {
  for name in (try? list(folder)) ?? [] where name.hasPrefix(".blazon-") && name.hasSuffix(".tmp") {
    let parts = name.split(separator: "-")
    guard parts.count == 3, let process = pid_t(parts[1]) else { continue }
    let path = "\(folder)/\(name)"
    if kill(process, 0) != 0, errno == ESRCH { unsafe unlink(path) }
    var info = stat()
    if unsafe lstat(path, &info) == 0, time(nil) - modification(info) > 3600 { unsafe unlink(path) }
  }
}

/// When a file was last written, in seconds.
private func modification(_ info: stat) -> Int {
  #if canImport(Glibc)
    info.st_mtim.tv_sec
  #else
    info.st_mtimespec.tv_sec
  #endif
}

/// What a change of a file is told from: when it was last written, and its size.
public struct FileStamp: Hashable, Sendable {
  private let seconds: Int, nanoseconds: Int, size: Int

  /// `nil` if nothing is at `path`, links followed (or not followed).
  public init?(of path: String, followingLinks: Bool = true) {
    var info = stat()
    guard unsafe (followingLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
    #if canImport(Glibc)
      (seconds, nanoseconds) = (info.st_mtim.tv_sec, info.st_mtim.tv_nsec)
    #else
      (seconds, nanoseconds) = (info.st_mtimespec.tv_sec, info.st_mtimespec.tv_nsec)
    #endif
    size = Int(info.st_size)
  }
}
