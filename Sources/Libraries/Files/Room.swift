#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What stands at `path`, or the nearest folder above where nothing does.
private func nearest(_ path: String) -> String {
  var path = path.isEmpty ? "." : path
  while kind(of: path) == nil, let slash = path.lastIndex(of: "/"), path != "/" {
    path = slash == path.startIndex ? "/" : String(path[..<slash])
  }
  return kind(of: path) == nil ? "." : path
}

/// Whether this user may make files in the folder at `path`, or make that folder where nothing is.
public func canWrite(in path: String) -> Bool {
  let path = nearest(path)
  guard kind(of: path) == .folder else { return false }
  return unsafe access(path, W_OK | X_OK) == 0
}

/// How many bytes this user may still write on the disk of `path`, or of the nearest folder above that is there; `nil` if
/// the system does not say.
public func freeBytes(at path: String) -> Int? {
  var room = statvfs()
  guard unsafe statvfs(nearest(path), &room) == 0 else { return nil }
  let (bytes, isBeyond) = Int(clamping: room.f_bavail)
    .multipliedReportingOverflow(by: Int(clamping: room.f_frsize))
  return isBeyond ? .max : bytes
}

/// Whether PATH finds a program of this name.
public func isOnPath(_ program: String) -> Bool {
  (environment("PATH") ?? "").split(separator: ":").contains { folder in
    unsafe access("\(folder)/\(program)", X_OK) == 0
  }
}
