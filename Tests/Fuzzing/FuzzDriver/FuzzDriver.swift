#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What libFuzzer calls with each of its inputs.
public typealias Reader = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ reader: Reader
) -> CInt

/// Hands the process and its arguments over to libFuzzer.
public func runFuzzer(_ reader: Reader) -> Never {
  var count = CommandLine.argc
  var arguments = CommandLine.unsafeArgv
  exit(runDriver(&count, &arguments, reader))
}

/// A planted bug: the byte after `count` bytes of one's own. Returned, or the optimiser would drop it.
@inline(never) public func byteAfter(_ count: Int) -> UInt8 {
  let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
  defer { bytes.deallocate() }
  bytes.initialize(repeating: 0, count: count)
  return bytes[count]
}
