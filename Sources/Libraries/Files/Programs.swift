#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What another program wrote, and how it ended.
public struct ProgramAnswer: Sendable {
  /// Its exit code; above 128 if a signal ended it.
  public var status: Int32
  public var output: [UInt8]
  /// What it wrote to standard error, cut off after some kilobytes.
  public var errors: String
}

private let errorLimit = 1 << 14

/// Runs a program that PATH finds, to its end. One that writes more than `limit` bytes is ended, and
/// refused.
///
/// `input` is what it reads; what it does not read is lost. It gets the environment of this process without what
/// `keeping` is false for, and with what `adding` names.
public func run(
  _ words: [String], input: [UInt8] = [], keeping: (String) -> Bool = { _ in true },
  adding: [String: String] = [:], limit: Int
) throws(FileError) -> ProgramAnswer {
  let attempt = "running “\(words.first ?? "")”"
  let (stdin, stdout, stderr) = (try Pipe(attempt), try Pipe(attempt), try Pipe(attempt))
  // A program that goes away without reading is an error of `write`, not the end of this process.
  if !input.isEmpty { signal(SIGPIPE, SIG_IGN) }
  let environment = inherited(keeping) + adding.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
  let child = try start(
    words, environment, stdin: stdin.start, stdout: stdout.end, stderr: stderr.end, attempt)
  for pipe in [stdout, stderr] { pipe.closeEnd() }
  stdin.closeStart()
  let (output, errors, isWhole) = exchange(input, stdin, stdout.start, stderr.start, limit: limit)
  if !isWhole { kill(child, SIGKILL) }
  var status: Int32 = 0
  while unsafe waitpid(child, &status, 0) < 0 {
    guard errno == EINTR else { throw FileError(attempt, errno) }
  }
  guard isWhole else {
    throw FileError("\(attempt): it does not end within \(limit) bytes", isTooLong: true)
  }
  return ProgramAnswer(
    status: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F), output: output,
    errors: String(decoding: errors, as: UTF8.self))
}

/// The environment of this process, as `NAME=value`.
private func inherited(_ keeping: (String) -> Bool) -> [String] {
  var all: [String] = []
  var next = unsafe environ
  while let entry = unsafe next.pointee {
    let text = unsafe String(cString: entry)
    if keeping(String(text.prefix { $0 != "=" })) { all.append(text) }
    unsafe next += 1
  }
  return all
}

private func start(
  _ words: [String], _ environment: [String], stdin: Int32, stdout: Int32, stderr: Int32,
  _ attempt: String
) throws(FileError) -> pid_t {
  var actions: posix_spawn_file_actions_t = unsafe .init()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  for (stream, descriptor) in [(0, stdin), (1, stdout), (2, stderr)] as [(Int32, Int32)] {
    unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, stream)
  }
  var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
  defer { for index in words.indices { unsafe free(arguments[index]) } }
  var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
  defer { for index in environment.indices { unsafe free(variables[index]) } }
  var child = pid_t()
  let code = unsafe posix_spawnp(&child, words[0], &actions, nil, &arguments, &variables)
  guard code == 0 else { throw FileError(attempt, code) }
  return child
}

/// Puts `input` into a pipe and takes all that comes out of two others, as they are ready for it; not whole once the
/// first of these has given more than `limit` bytes.
private func exchange(
  _ input: [UInt8], _ stdin: Pipe, _ output: Int32, _ errors: Int32, limit: Int
) -> (output: [UInt8], errors: [UInt8], isWhole: Bool) {
  var (all, said): ([UInt8], [UInt8]) = ([], [])
  var open = [output, errors]
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  var rest = input[...]
  if rest.isEmpty { stdin.closeEnd() }
  while !open.isEmpty {
    var polls = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    if stdin.end >= 0 { polls.append(pollfd(fd: stdin.end, events: Int16(POLLOUT), revents: 0)) }
    guard unsafe poll(&polls, nfds_t(polls.count), -1) >= 0 else {
      if errno == EINTR { continue }
      return (all, said, false)
    }
    if stdin.end >= 0, polls.removeLast().revents != 0 {
      // As much as a pipe that has room takes at once (PIPE_BUF), so that nobody waits here.
      let piece = rest.prefix(4096)
      let count = unsafe piece.withUnsafeBytes {
        unsafe send(stdin.end, $0.baseAddress!, $0.count)
      }
      rest = count > 0 ? rest.dropFirst(count) : []
      if rest.isEmpty { stdin.closeEnd() }
    }
    for descriptor in polls.filter({ $0.revents != 0 }).map(\.fd) {
      let count = readChunk(descriptor, &chunk, chunk.count)
      guard count >= 0 else { return (all, said, false) }
      guard count > 0 else {
        open.removeAll { $0 == descriptor }
        continue
      }
      if descriptor == output {
        all += chunk[..<count]
        guard all.count <= limit else { return (all, said, false) }
      } else {
        said += chunk[..<min(count, errorLimit - said.count)]
      }
    }
  }
  return (all, said, true)
}

/// The two ends of a pipe, closed with their last user.
private final class Pipe {
  private(set) var start: Int32, end: Int32

  init(_ attempt: String) throws(FileError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw FileError(attempt, errno) }
    (start, end) = (ends[0], ends[1])
    // No other program that is started meanwhile may hold them open.
    for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
  }

  func closeStart() {
    if start >= 0 { close(start) }
    start = -1
  }

  func closeEnd() {
    if end >= 0 { close(end) }
    end = -1
  }

  deinit {
    closeStart()
    closeEnd()
  }
}
