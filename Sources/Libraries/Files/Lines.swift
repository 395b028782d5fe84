#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The lines that come on standard input, one by one, as they come.
public struct InputLines {
  private let limit: Int
  /// The most of a line that is passed over.
  private static let longest = 1 << 26
  private var rest: [UInt8] = []
  private var isAtEnd = false

  /// Of a line that is longer than `limit` only the first `limit` + 1 bytes are given; one of over 64 MiB is refused.
  public init(limit: Int) { self.limit = limit }

  /// The next line without its break; `nil` at the end. Waits until it is there. Throws if reading fails, or the process
  /// is asked to stop.
  public mutating func next() throws(FileError) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var (line, length) = ([UInt8](), 0)
    while true {
      length += rest.count
      guard length <= max(limit, InputLines.longest) else {
        throw FileError("standard input has a line of more than \(length) bytes", isTooLong: true)
      }
      if let end = rest.firstIndex(of: 0x0A) {
        append(rest[..<end], to: &line)
        rest.removeSubrange(...end)
        return line
      }
      append(rest[...], to: &line)
      let hadSome = !rest.isEmpty || !line.isEmpty
      rest = []
      if isAtEnd { return hadSome ? line : nil }
      let count = try InputLines.read(&chunk)
      isAtEnd = count == 0
      rest = Array(chunk[..<count])
    }
  }

  /// What has come on standard input, at most as many bytes as `chunk` has: 0 at the end.
  fileprivate static func read(_ chunk: inout [UInt8]) throws(FileError) -> Int {
    while true {
      try waitForInput(0)
      let count = readChunk(0, &chunk, chunk.count)
      if count >= 0 { return count }
      if errno != EINTR { throw FileError("reading standard input", errno) }
    }
  }

  private func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8]) {
    line += bytes.prefix(max(0, limit + 1 - line.count))
  }
}

/// All that comes on standard input; refused beyond `limit` bytes. Throws if reading fails, or the process is asked to stop.
public func readInput(limit: Int) throws(FileError) -> [UInt8] {
  var (bytes, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
  while true {
    let count = try InputLines.read(&chunk)
    if count == 0 { return bytes }
    bytes += chunk[..<count]
    guard bytes.count <= limit else {
      throw FileError("standard input has more than \(limit) bytes", isTooLong: true)
    }
  }
}
