#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Whether this user may make files in the folder at `path`, or make that folder where nothing is.
public func canWrite(in path: String) -> Bool {
  var path = path.isEmpty ? "." : path
  while true {
    switch kind(of: path) {
    case .folder: return unsafe access(path, W_OK | X_OK) == 0
    case nil: break
    default: return false
    }
    guard let slash = path.lastIndex(of: "/") else { return canWrite(in: ".") }
    path = slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// How many bytes this user may still write on the disk of `path`, or of the nearest folder above that is there; `nil` if
/// the system does not say.
public func freeBytes(at path: String) -> Int? {
  var path = path.isEmpty ? "." : path
  while kind(of: path) == nil {
    guard let slash = path.lastIndex(of: "/") else {
      path = "."
      break
    }
    path = slash == path.startIndex ? "/" : String(path[..<slash])
  }
  var room = statvfs()
  guard unsafe statvfs(path, &room) == 0 else { return nil }
  return Int(clamping: UInt64(room.f_bavail)).multipliedReportingOverflow(by: Int(room.f_frsize))
    .partialValue
}

/// Whether PATH finds a program of this name.
public func isOnPath(_ program: String) -> Bool {
  (environment("PATH") ?? "").split(separator: ":").contains { folder in
    unsafe access("\(folder)/\(program)", X_OK) == 0
  }
}
