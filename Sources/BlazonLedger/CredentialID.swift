internal import BlazonForm

/// The number of a credential: a random UUID of version 4 (RFC 9562), which says nothing of anybody.
///
/// Its first 20 bits are the credential's place in the status list of its issuer, so that no two awards of a programme
/// share them.
public struct CredentialID: Hashable, Sendable {
  /// Random bytes that it is made from.
  public static let byteCount = 16
  /// Places in a status list: so many that nobody can be told from another by reading it.
  public static let placeCount = 1 << 20

  /// As in `f81d4fae-7dec-41d0-a765-00a0c91e6bf6`.
  public let text: String
  /// From 0, less than `placeCount`.
  public let statusIndex: Int

  /// The UUID that `bytes` choose: `byteCount` random bytes of the system.
  public init(random bytes: [UInt8]) {
    precondition(bytes.count == CredentialID.byteCount, "a UUID is made from 16 bytes")
    var bytes = bytes
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map {
      String(decoding: text[$0], as: UTF8.self)
    }
    self.text = groups.joined(separator: "-")
    statusIndex = Int(bytes[0]) << 12 | Int(bytes[1]) << 4 | Int(bytes[2] >> 4)
  }

  /// `nil` for what is not written so.
  public init?(_ text: String) {
    guard isRandomUUID(text), let index = Int(text.prefix(5), radix: 16) else { return nil }
    (self.text, statusIndex) = (text, index)
  }
}
