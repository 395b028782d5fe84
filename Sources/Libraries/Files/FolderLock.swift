internal import CProcess
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A folder that no other process locks as long as this lives. Within a process it may be taken any number of times.
///
/// The folder itself is locked (flock), so that nothing stays behind in it, however the process ends. Where the file system
/// knows no locks nothing is held.
public final class FolderLock: Sendable {
  private struct Identity: Hashable {
    var device: UInt64, file: UInt64
  }

  private struct Held {
    var descriptor: Int32
    var count: Int
  }

  private static let all = Mutex<[Identity: Held]>([:])

  private let identity: Identity?

  /// Waits until nobody else holds the folder at `path`; `waiting` is told once, if anybody does. Throws if the folder
  /// cannot be opened, or the process is asked to stop.
  public init(_ path: String, waiting: () -> Void = {}) throws(FileError) {
    let attempt = "locking “\(path)”"
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(attempt, errno) }
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else {
      close(descriptor)
      throw FileError(attempt, errno)
    }
    let identity = Identity(device: UInt64(info.st_dev), file: UInt64(info.st_ino))
    var isTold = false
    while true {
      // Two threads of one process are one holder: the second to come shares what the first has.
      let isHeld = FolderLock.all.withLock { all -> Bool? in
        if all[identity] != nil {
          all[identity]?.count += 1
          close(descriptor)
          return true
        }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
          all[identity] = Held(descriptor: descriptor, count: 1)
          return true
        }
        return errno == EWOULDBLOCK || errno == EINTR ? false : nil
      }
      guard let isHeld else {
        close(descriptor)
        self.identity = nil
        return
      }
      if isHeld { break }
      guard !isInterrupted else {
        close(descriptor)
        throw FileError("interrupted")
      }
      if !isTold { waiting() }
      isTold = true
      pause(milliseconds: 50)
    }
    self.identity = identity
  }

  deinit {
    guard let identity else { return }
    FolderLock.all.withLock { all in
      all[identity]?.count -= 1
      if let held = all[identity], held.count == 0 {
        close(held.descriptor)
        all[identity] = nil
      }
    }
  }
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

/// A file in which lines are noted one after the other, as they come; it may be of any length.
public final class Journal: Sendable {
  private let path: String
  private let descriptor: Int32

  /// The file at `path`, which is made unless it is there. Never through a link.
  public init(_ path: String) throws(FileError) {
    self.path = path
    descriptor = unsafe open(
      path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError("writing “\(path)”", errno) }
  }

  deinit { close(descriptor) }

  /// Adds a line. Throws if not all of it could be written.
  public func note(_ line: String) throws(FileError) {
    let bytes = Array("\(line)\n".utf8)
    let count = unsafe bytes.withUnsafeBytes { unsafe send(descriptor, $0.baseAddress!, $0.count) }
    guard count == bytes.count else {
      throw FileError("writing “\(path)”", count < 0 ? errno : ENOSPC)
    }
  }
}
