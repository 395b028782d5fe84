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
