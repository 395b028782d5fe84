#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Changes a file that somebody else wrote: the one behind `path`, if that is a link, with its owner and its mode, under all
/// names that it has. Written whole or not at all, but for one of several names, or of an owner whose files this user may
/// only write, which is written in its place.
public func rewrite(_ path: String, with bytes: [UInt8]) throws(FileError) {
  let attempt = "writing “\(path)”"
  guard let resolved = unsafe realpath(path, nil) else { throw FileError(attempt, errno) }
  defer { unsafe free(resolved) }
  let target = unsafe String(cString: resolved)
  var info = stat()
  guard unsafe lstat(target, &info) == 0 else { throw FileError(attempt, errno) }
  let staged = try StagedFile(target, bytes)
  guard info.st_nlink > 1 || !staged.isOwned(as: info) else { return try staged.commit() }
  // There is room for it, as was just seen.
  defer { staged.discard() }
  let descriptor = unsafe open(target, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError(attempt, errno) }
  defer { close(descriptor) }
  let code = put(bytes, into: descriptor)
  guard code == 0 else { throw FileError(attempt, code) }
  guard ftruncate(descriptor, off_t(bytes.count)) == 0, fsync(descriptor) == 0 else {
    throw FileError(attempt, errno)
  }
}

extension StagedFile {
  /// Whether it belongs to whom `info` says, after it was given to them where this user may do so.
  fileprivate func isOwned(as info: stat) -> Bool {
    guard unsafe lchown(temporary, info.st_uid, info.st_gid) == 0 else { return false }
    return unsafe chmod(temporary, info.st_mode & 0o7777) == 0
  }
}
