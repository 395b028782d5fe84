internal import CProcess

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Changes a file that somebody else wrote: the one behind `path`, if that is a link, with its owner, its mode and its
/// extended attributes, under all names that it has. Written whole or not at all, but for one of several names, or that
/// this user may write and not make anew as it was, which is written in its place.
public func rewrite(_ path: String, with bytes: [UInt8]) throws(FileError) {
  let attempt = "writing “\(path)”"
  guard let resolved = unsafe realpath(path, nil) else { throw FileError(attempt, errno) }
  defer { unsafe free(resolved) }
  let target = unsafe String(cString: resolved)
  var info = stat()
  guard unsafe lstat(target, &info) == 0 else { throw FileError(attempt, errno) }
  let staged = try StagedFile(target, bytes)
  guard info.st_nlink > 1 || !staged.isMade(as: info, of: target) else {
    return try staged.commit()
  }
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
  /// Whether it belongs to whom `info` says, with the mode there and the attributes of `original`: it is made so where this
  /// user may do that.
  fileprivate func isMade(as info: stat, of original: String) -> Bool {
    guard unsafe lchown(temporary, info.st_uid, info.st_gid) == 0 else { return false }
    guard unsafe chmod(temporary, info.st_mode & 0o7777) == 0 else { return false }
    // A list of who may do what sets the mode as well, so that it comes last.
    return unsafe process_copy_attributes(original, temporary) == 0
  }
}
