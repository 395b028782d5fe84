#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

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
    let code = put(Array("\(line)\n".utf8), into: descriptor)
    guard code == 0 else { throw FileError("writing “\(path)”", code) }
  }
}
