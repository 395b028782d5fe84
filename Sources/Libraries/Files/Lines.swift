#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The lines that come on standard input, one by one, as they come.
public struct InputLines {
  private let limit: Int
  private var rest: [UInt8] = []
  private var isAtEnd = false

  /// Of a line that is longer than `limit` only the first `limit` + 1 bytes are given.
  public init(limit: Int) { self.limit = limit }

  /// The next line without its break; `nil` at the end. Waits until it is there. Throws if reading fails.
  public mutating func next() throws(FileError) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var line: [UInt8] = []
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        append(rest[..<end], to: &line)
        rest.removeSubrange(...end)
        return line
      }
      append(rest[...], to: &line)
      let hadSome = !rest.isEmpty || !line.isEmpty
      rest = []
      if isAtEnd { return hadSome ? line : nil }
      let count = readChunk(0, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError("reading standard input", errno)
      }
      isAtEnd = count == 0
      rest = Array(chunk[..<count])
    }
  }

  private func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8]) {
    line += bytes.prefix(max(0, limit + 1 - line.count))
  }
}
