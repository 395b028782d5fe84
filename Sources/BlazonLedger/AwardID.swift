/// The number of an award: eleven random characters and one that checks them, `7YHB-16Q4-DGRG`.
///
/// The alphabet is Crockford's base 32, which leaves out I, L, O and U. The check is Luhn's, modulo 32:
/// it finds every wrong character and nearly every swap of neighbours.
public struct AwardID: Hashable, Sendable {
  /// Random bytes that an id is made from.
  public static let byteCount = 11

  /// Twelve characters in three groups.
  public let text: String

  /// The id that `bytes` choose: `byteCount` random bytes of the system.
  public init(random bytes: [UInt8]) {
    precondition(bytes.count == AwardID.byteCount, "an id is made from 11 bytes")
    // 32 divides 256: every character is as likely as any other.
    let values = bytes.map { Int($0 % 32) }
    text = AwardID.grouped(values + [AwardID.check(of: values)])
  }

  /// Whether `text` is an id of this form whose check agrees.
  public static func isSound(_ text: String) -> Bool {
    values(of: text).map(isSound) ?? false
  }

  private static func isSound(_ values: [Int]) -> Bool {
    check(of: Array(values.dropLast())) == values.last
  }

  /// What is wrong in an id of this form; `nil` for ids of any other form.
  static func problem(in text: String) -> Refusal? {
    if let values = values(of: text) {
      guard !isSound(values) else { return nil }
      return Refusal(
        message: "a character of the id “\(text)” is off: its last one does not agree",
        help: "compare it with where it was first written")
    }
    // Somebody read O for 0, or I for 1.
    let meant = text.map { $0 == "O" ? "0" : $0 == "I" || $0 == "L" ? "1" : String($0) }.joined()
    guard meant != text, isSound(meant) else { return nil }
    return Refusal(
      message: "the id “\(text)” has a letter that looks like a digit", help: "write \(meant)")
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  private static func grouped(_ values: [Int]) -> String {
    let characters = values.map { alphabet[$0] }
    return [0, 4, 8].map { String(decoding: characters[$0..<$0 + 4], as: UTF8.self) }
      .joined(separator: "-")
  }

  /// The twelve values of `XXXX-XXXX-XXXX`.
  private static func values(of text: String) -> [Int]? {
    guard text.utf8.count == 14 else { return nil }
    var values: [Int] = []
    values.reserveCapacity(12)
    for (index, byte) in text.utf8.enumerated() {
      if index == 4 || index == 9 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard let value = alphabet.firstIndex(of: byte) else { return nil }
        values.append(value)
      }
    }
    return values
  }

  /// Luhn's check value modulo 32.
  private static func check(of values: [Int]) -> Int {
    var sum = 0
    for (index, value) in values.reversed().enumerated() {
      let product = index % 2 == 0 ? value * 2 : value
      sum += product / 32 + product % 32
    }
    return (32 - sum % 32) % 32
  }
}
