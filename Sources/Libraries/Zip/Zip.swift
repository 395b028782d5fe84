internal import CZip

/// Whether libzip is installed, by which archives are read.
public var canReadArchives: Bool { blazon_zip_is_there() != 0 }

/// Why an archive, or an entry of it, is not read.
public enum ZipError: Error, Hashable, Sendable {
  /// libzip is not installed.
  case missing
  case noMemory
  /// Not a ZIP archive, or a damaged one.
  case damaged
  /// An entry is packed in a way that libzip does not know.
  case unsupported
  /// The entry of this name has a password.
  case encrypted(String)
  /// Two entries have this name.
  case twice(String)
  /// More entries than the number.
  case tooManyEntries(Int)
  /// An entry, or all that were read, hold more than the number of bytes.
  case tooLong(Int)
  /// An entry holds more than the number of times what it is packed in.
  case tooDense(Int)
}

/// How much of a stranger's archive is read.
public struct Limits: Sendable {
  public var entries = 10_000
  /// Bytes of an entry as it is unpacked, whatever the archive says of it.
  public var entry = 512 << 20
  /// Bytes of all that is unpacked.
  public var total = 1 << 30
  /// How many times what it is packed in an entry may hold, if that is more than `freely`.
  public var ratio = 400
  public var freely = 8 << 20

  public init() {}
}

/// A ZIP archive in memory, of which entries are unpacked bit by bit.
@safe public final class Archive {
  public struct Entry: Hashable, Sendable {
    /// As the archive's directory has it; a backslash is a slash.
    public var name: String
    /// In bytes.
    public var packed: Int
    public var isEncrypted: Bool
    fileprivate var index: UInt64
  }

  /// In the order of the archive's directory. No two have the same name, however capitals stand in it.
  public private(set) var entries: [Entry] = []
  private let archive: OpaquePointer
  private let limits: Limits
  private var unpacked = 0

  public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(ZipError) {
    // Before libzip makes memory for each. What is packed looks like this once in four thousand millions.
    let directory = Self.directoryEntries(in: bytes, atMost: limits.entries)
    guard directory <= limits.entries else { throw .tooManyEntries(limits.entries) }
    var ending: Int32 = 0
    guard let archive = unsafe blazon_zip_open(bytes, bytes.count, &ending) else {
      throw ZipError.of(ending)
    }
    self.limits = limits
    unsafe self.archive = archive
    let count = unsafe blazon_zip_count(archive)
    guard count <= limits.entries else { throw .tooManyEntries(limits.entries) }
    var names: Set<String> = []
    for index in 0..<UInt64(max(0, count)) {
      var entry = unsafe blazon_zip_entry()
      guard unsafe blazon_zip_look(archive, index, &entry) != 0, let start = unsafe entry.name
      else {
        throw .damaged
      }
      let written = unsafe String(cString: start)
      let name = String(written.map { $0 == "\\" ? "/" : $0 })
      guard names.insert(name.lowercased()).inserted else { throw .twice(name) }
      unsafe entries.append(
        Entry(
          name: name, packed: Int(clamping: entry.packed), isEncrypted: entry.isEncrypted != 0,
          index: index))
    }
  }

  deinit { unsafe blazon_zip_close(archive) }

  /// The entry of `name`, however capitals stand in it.
  public func entry(_ name: String) -> Entry? {
    let name = name.lowercased()
    return entries.first { $0.name.lowercased() == name }
  }

  /// Unpacks `entry` and hands it on in pieces, until `take` has enough, which it says by `false`.
  ///
  /// A checksum is told wrong when all that it is of was handed on.
  public func read(
    _ entry: Entry, _ take: (ArraySlice<UInt8>) -> Bool
  ) throws(ZipError) {
    guard !entry.isEncrypted else { throw .encrypted(entry.name) }
    let ending = unsafe blazon_zip_begin(archive, entry.index)
    guard Int(ending) == blazon_zip_ok else { throw ZipError.of(ending) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var length = 0
    while true {
      let count = unsafe Int(blazon_zip_read(archive, &piece, piece.count))
      guard count >= 0 else { throw .damaged }
      if count == 0 { return }
      length += count
      unpacked += count
      guard length <= limits.entry else { throw .tooLong(limits.entry) }
      guard unpacked <= limits.total else { throw .tooLong(limits.total) }
      guard length <= limits.freely || length / limits.ratio <= entry.packed else {
        throw .tooDense(limits.ratio)
      }
      guard take(piece[..<count]) else { return }
    }
  }

  /// How many entries of a directory seem to stand in `bytes`: not counted beyond one more than `limit`.
  private static func directoryEntries(in bytes: [UInt8], atMost limit: Int) -> Int {
    var count = 0
    var index = 0
    // “PK”, 1, 2 (APPNOTE 4.3.12).
    while index + 4 <= bytes.count, count <= limit {
      if bytes[index] == 0x50, bytes[index + 1] == 0x4B, bytes[index + 2] == 1,
        bytes[index + 3] == 2
      {
        count += 1
      }
      index += 1
    }
    return count
  }
}

extension ZipError {
  fileprivate static func of(_ ending: Int32) -> ZipError {
    switch Int(ending) {
    case blazon_zip_missing: .missing
    case blazon_zip_no_memory: .noMemory
    case blazon_zip_unsupported: .unsupported
    default: .damaged
    }
  }
}
