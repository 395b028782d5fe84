internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

private let counter = Atomic<Int>(0)

func temporaryNumber() -> Int { counter.add(1, ordering: .relaxed).newValue }

private let interrupted = Atomic<Bool>(false)

/// Asks the operating system to note an interruption (Ctrl-C, a polite kill) instead of ending the
/// process in the middle of a file. A second one ends it at once.
public func noteInterruptions() {
  // Whoever started us may have blocked them.
  var signals = sigset_t()
  unsafe sigemptyset(&signals)
  unsafe sigaddset(&signals, SIGINT)
  unsafe sigaddset(&signals, SIGTERM)
  unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  for number in [SIGINT, SIGTERM] {
    signal(number) { number in
      if interrupted.exchange(true, ordering: .relaxed) { _exit(128 + number) }
    }
  }
  // A reader that went away is an error of `write`, not the end of the process.
  signal(SIGPIPE, SIG_IGN)
}

/// Whether the process was asked to stop.
public var isInterrupted: Bool { interrupted.load(ordering: .relaxed) }

/// The processors this process may use.
public var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// Seconds of a clock that never runs backwards.
public func monotonicSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

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

  /// Writes `text` at once. A stream that is closed is not the program's trouble.
  public func write(_ text: String) { try? write(Array(text.utf8)) }

  /// Writes a file's bytes at once. Throws if not all of them could be written.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe send(rawValue, $0.baseAddress! + written, bytes.count - written)
      }
      guard count > 0 else { throw FileError("writing to standard output", errno) }
      written += count
    }
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
