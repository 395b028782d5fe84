#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

// Files that are nobody else's: keys.

/// Makes the folder at `path` and those above it; it, if it is new, for its owner alone.
public func makePrivateFolder(_ path: String) throws(FileError) {
  if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
    try makeFolders(String(path[..<slash]))
  }
  guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
    throw FileError("making the folder “\(path)”", errno)
  }
  try checkPrivate(path, isFolder: true)
}

/// Writes a new file that its owner alone may read; refused where one is, or a link.
public func writePrivate(_ path: String, _ bytes: [UInt8]) throws(FileError) {
  let attempt = "writing “\(path)”"
  let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
  guard file >= 0 else { throw FileError(attempt, errno) }
  var failure = put(bytes, into: file)
  if failure == 0, fsync(file) != 0 { failure = errno }
  if close(file) != 0, failure == 0 { failure = errno }
  guard failure == 0 else {
    _ = unsafe unlink(path)
    throw FileError(attempt, failure)
  }
}

/// The bytes of a file that its owner alone may read; refused where it is a link, or others may read it too.
public func readPrivate(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
  let attempt = "reading “\(path)”"
  let file = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
  guard file >= 0 else {
    guard errno != ELOOP else { throw FileError("\(attempt): it is a link") }
    throw FileError(attempt, errno)
  }
  defer { close(file) }
  var info = stat()
  guard unsafe fstat(file, &info) == 0 else { throw FileError(attempt, errno) }
  guard info.st_mode & S_IFMT == S_IFREG else { throw FileError("\(attempt): it is no file") }
  try check(info, attempt)
  guard info.st_size <= limit else {
    throw FileError("\(attempt): it is too large", isTooLong: true)
  }
  var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
  var offset = 0
  while offset < bytes.count {
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe receive(file, $0.baseAddress! + offset, $0.count - offset)
    }
    if count == 0 { break }
    if count > 0 { offset += count } else if errno != EINTR { throw FileError(attempt, errno) }
  }
  return Array(bytes.prefix(offset))
}

/// Refuses what is at `path` unless it is this user's own, and nobody else's to read.
public func checkPrivate(_ path: String, isFolder: Bool) throws(FileError) {
  let attempt = "using “\(path)” for keys"
  var info = stat()
  guard unsafe lstat(path, &info) == 0 else { throw FileError(attempt, errno) }
  let wanted = isFolder ? S_IFDIR : S_IFREG
  guard info.st_mode & S_IFMT == wanted else {
    throw FileError("\(attempt): it is no \(isFolder ? "folder" : "file")")
  }
  try check(info, attempt)
}

private func check(_ info: stat, _ attempt: String) throws(FileError) {
  guard info.st_uid == geteuid() else { throw FileError("\(attempt): it is another user's") }
  guard info.st_mode & 0o077 == 0 else {
    throw FileError("\(attempt): others may read it; chmod go= takes that from them")
  }
}

private func receive(_ descriptor: Int32, _ start: UnsafeMutableRawPointer, _ count: Int) -> Int {
  #if canImport(Glibc)
    unsafe Glibc.read(descriptor, start, count)
  #else
    unsafe Darwin.read(descriptor, start, count)
  #endif
}

/// The bytes up to the first line break, or the end, of the open descriptor `number`: a passphrase that another
/// program hands over.
public func readLine(ofDescriptor number: Int32, limit: Int) throws(FileError) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(limit)
  var byte: UInt8 = 0
  while bytes.count < limit {
    try waitForInput(number)
    let count = unsafe receive(number, &byte, 1)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw FileError("reading descriptor \(number)", errno) }
    if count == 0 || byte == UInt8(ascii: "\n") { return bytes }
    bytes.append(byte)
  }
  throw FileError(
    "reading descriptor \(number): a line of more than \(limit) bytes", isTooLong: true)
}

/// Asks at the terminal, which does not show what is typed; `nil` where there is no terminal.
public func askSecretly(_ question: String, limit: Int) throws(FileError) -> [UInt8]? {
  let terminal = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)
  guard terminal >= 0 else { return nil }
  defer { close(terminal) }
  var before = termios()
  guard unsafe tcgetattr(terminal, &before) == 0 else { return nil }
  var silent = before
  silent.c_lflag &= ~tcflag_t(ECHO)
  _ = unsafe tcsetattr(terminal, TCSAFLUSH, &silent)
  defer { _ = unsafe tcsetattr(terminal, TCSAFLUSH, &before) }
  func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe send(terminal, $0.baseAddress!, $0.count) }
  }
  say(question)
  defer { say("\n") }
  return try readLine(ofDescriptor: terminal, limit: limit)
}

/// The value of the environment's variable `name`; `nil` where it has none.
public func environment(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}

/// The absolute path of what is at `path`, without links and dots; `nil` if nothing is.
public func realPath(_ path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

/// Seconds since 1970-01-01T00:00:00Z, as the system's clock says.
public func clockSeconds() -> Int { time(nil) }
