internal import BlazonCheck
public import BlazonSource
internal import Checksum
internal import Files

/// A file that was made, and what is told of it.
public struct Artifact: Sendable {
  public var address: Address
  public var bytes: [UInt8]
  /// The badge's id.
  public var badge: String?
  /// The handle of who earned it.
  public var recipient: String?
  /// In pixels or units; `nil` for what is no picture, and for paper.
  public var width: Int?, height: Int?
  /// The alternative text.
  public var alt: String
  /// The digest of all that it is made from.
  public var key: String
  /// What a file of ours has near its beginning, where others may have put one of the same name: theirs stays.
  public var ownMark: String?
  /// The most bytes that the programme lets it have.
  public var limit: Located<Int>?

  public init(
    _ bytes: [UInt8], at address: Address, badge: String? = nil, recipient: String? = nil,
    width: Int? = nil, height: Int? = nil, alt: String, key: String, limit: Located<Int>? = nil
  ) {
    (self.bytes, self.address, self.badge, self.recipient) = (bytes, address, badge, recipient)
    (self.width, self.height, self.alt, self.key) = (width, height, alt, key)
    self.limit = limit
  }

  /// What is told of one that has more bytes than it may; `nil` if it has not.
  public var excess: Diagnostic? {
    limit.flatMap { Artifact.excess(bytes.count, at: address.path, of: $0) }
  }

  static func excess(_ bytes: Int, at path: String, of limit: Located<Int>) -> Diagnostic? {
    guard bytes > limit.value else { return nil }
    var diagnostic = Diagnostic(
      .error, "“\(path)” has \(bytes) bytes, more than its budget of \(limit.value)",
      at: limit.place, help: "allow more, or draw less: finish: flat, fewer patterns")
    diagnostic.rule = Rule.budget.id
    diagnostic.measure = Measure(Double(bytes), "bytes", limit: Double(limit.value))
    return diagnostic
  }

  /// What is told of files that are too large, by their paths.
  static func excesses(_ files: [String: (bytes: Int, limit: Located<Int>)]) -> Report {
    var report = Report()
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      if let excess = excess(file.bytes, at: path, of: file.limit) { report.add(excess) }
    }
    return report
  }

  /// As RFC 6838 calls it.
  public var mediaType: String { address.file?.mediaType ?? "application/octet-stream" }
}

/// The SHA-256 of the file at `path`, which is not held in memory; refused beyond `limit`.
func fileDigest(_ path: String, limit: Int) throws(FileError) -> String {
  var sum = SHA256()
  try read(path, limit: limit) { sum.add($0) }
  return sum.hexadecimal()
}

/// The digest of `parts` in their order, as 64 hexadecimal digits (SHA-256).
public func digest(of parts: [String]) -> String { sha256(parts) }
