internal import CProcess
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

private let counter = Atomic<Int>(0)

func temporaryNumber() -> Int { counter.add(1, ordering: .relaxed).newValue }

/// Makes the process one that a shell may start in any way: its standard streams are open, so that no file takes their
/// numbers; a file that may not grow is an error of `write`; memory or stack that is used up ends it with `code` and a word.
public func settleProcess(exhaustion code: Int32) {
  for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
    // One that cannot be used as it is meant: what reads or writes there is told so.
    _ = unsafe open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
  }
  signal(SIGXFSZ, SIG_IGN)
  process_tell_exhaustion(code)
}

/// The words that the process was started with, its own name first.
public var processWords: [String] {
  (0..<process_word_count()).compactMap { number in
    unsafe process_word(number).map { unsafe String(cString: $0) }
  }
}

/// Makes the process another program, started with the same words: the one called `name` beside this one. Returns only if that
/// cannot be started, with the reason.
public func becomeNeighbour(_ name: String) -> FileError {
  var path = [CChar](repeating: 0, count: 4096)
  let code = unsafe process_become(name, &path, Int32(path.count))
  let text = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  return FileError("starting “\(text)”", code)
}

/// The signal that asked the process to stop, or 0.
private let interruption = Atomic<Int32>(0)

/// Asks the operating system to note an interruption (Ctrl-C, a polite kill) instead of ending the
/// process in the middle of a file. A second one ends it at once, and so does the first where nothing comes of it
/// within seconds, as in a picture that takes long.
public func noteInterruptions() {
  // Whoever started us may have blocked them.
  var signals = sigset_t()
  unsafe sigemptyset(&signals)
  for number in [SIGINT, SIGTERM, SIGALRM] { unsafe sigaddset(&signals, number) }
  unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  for number in [SIGINT, SIGTERM] {
    signal(number) { number in
      if interruption.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
      alarm(secondsToEnd)
    }
  }
  signal(SIGALRM) { _ in _exit(128 + interruption.load(ordering: .relaxed)) }
  // A reader that went away is an error of `write`, not the end of the process.
  signal(SIGPIPE, SIG_IGN)
}

/// How long an interrupted process has for ending in order.
private let secondsToEnd: UInt32 = 5

/// Whether the process was asked to stop.
public var isInterrupted: Bool { interruption.load(ordering: .relaxed) != 0 }

/// The processors this process may use.
public var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// Seconds of a clock that never runs backwards.
public func monotonicSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The first failure of a standard stream: its number and the reason, or 0.
private let troubles = Atomic<Int32>(0)

/// The standard streams.
public enum Stream: Int32, Sendable {
  case input = 0
  case output = 1
  case error = 2

  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The width of the terminal in characters; `nil` elsewhere.
  public var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes `text` at once. That it could not be is told by `trouble`, at the end.
  public func write(_ text: String) {
    do throws(FileError) { try write(Array(text.utf8)) } catch {}
  }

  /// Why something could not be written to a standard stream; `nil` if all was.
  public static var trouble: FileError? {
    let code = troubles.load(ordering: .relaxed)
    return code == 0
      ? nil
      : FileError(
        "writing to standard \(code >> 16 == error.rawValue ? "error" : "output")", code & 0xFFFF)
  }

  /// Writes a file's bytes at once. Throws if not all of them could be written.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    let code = put(bytes, into: rawValue)
    guard code != 0 else { return }
    _ = troubles.compareExchange(expected: 0, desired: rawValue << 16 | code, ordering: .relaxed)
    throw FileError("writing to standard output", code)
  }
}

/// Writes all of `bytes` to an open file; 0, or the number of the error.
func put(_ bytes: [UInt8], into descriptor: Int32) -> Int32 {
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes {
      unsafe send(descriptor, $0.baseAddress! + written, bytes.count - written)
    }
    if count < 0, errno == EINTR { continue }
    // A write of nothing, which says no reason, is one that has no room.
    guard count > 0 else { return count < 0 ? errno : ENOSPC }
    written += count
  }
  return 0
}

/// Waits until there is something to read, or no more to come. Throws if the process is asked to stop: reading goes on after
/// a signal, waiting does not. A signal that comes just before the waiting, or to another thread, ends none: it is looked
/// for between short ones.
func waitForInput(_ descriptor: Int32) throws(FileError) {
  var input = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  while true {
    let isReady = unsafe poll(&input, 1, 50) > 0
    guard !isInterrupted else { throw FileError("interrupted") }
    if isReady { return }
  }
}

func send(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  #if canImport(Glibc)
    unsafe Glibc.write(descriptor, start, count)
  #else
    unsafe Darwin.write(descriptor, start, count)
  #endif
}

/// Ends the process with `code`.
public func exitProcess(_ code: Int32) -> Never { exit(code) }

/// `count` random bytes of the operating system, fit for keys and numbers nobody may guess.
public func randomBytes(_ count: Int) throws(FileError) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: count)
  var offset = 0
  while offset < count {
    // "The maximum permitted value for the length argument is 256."
    let length = min(256, count - offset)
    let result = unsafe bytes.withUnsafeMutableBytes {
      unsafe getentropy($0.baseAddress! + offset, length)
    }
    guard result == 0 else { throw FileError("reading random bytes", errno) }
    offset += length
  }
  return bytes
}

/// Lets `milliseconds` pass; less if a signal arrives.
public func pause(milliseconds: Int) { usleep(UInt32(milliseconds) * 1000) }
