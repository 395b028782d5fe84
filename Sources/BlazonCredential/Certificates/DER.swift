/// Values of ASN.1 by the Distinguished Encoding Rules (X.690), as certificates and signatures are written in.
enum DER {
  /// A value of any kind: its tag, its length, its content.
  static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    var length: [UInt8] = [UInt8(truncatingIfNeeded: content.count)]
    if content.count >= 0x80 {
      var (digits, rest) = ([UInt8](), content.count)
      while rest > 0 {
        digits.insert(UInt8(truncatingIfNeeded: rest), at: 0)
        rest >>= 8
      }
      length = [0x80 | UInt8(digits.count)] + digits
    }
    return [tag] + length + content
  }

  static func sequence(_ parts: [UInt8]...) -> [UInt8] { value(0x30, parts.flatMap(\.self)) }

  /// A set of values, in the order that these rules ask for.
  static func set(_ parts: [UInt8]...) -> [UInt8] { value(0x31, sorted(parts)) }

  static func sorted(_ parts: [[UInt8]]) -> [UInt8] {
    parts.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self)
  }

  /// A number that is not negative, big endian.
  static func integer(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array(bytes.drop { $0 == 0 })
    return value(0x02, (digits.first.map { $0 >= 0x80 } ?? true ? [0] : []) + digits)
  }

  static func integer(_ number: UInt8) -> [UInt8] { integer([number]) }

  static func octets(_ bytes: [UInt8]) -> [UInt8] { value(0x04, bytes) }

  /// A string of whole bytes.
  static func bits(_ bytes: [UInt8]) -> [UInt8] { value(0x03, [0] + bytes) }

  static func text(_ text: String) -> [UInt8] { value(0x0C, Array(text.utf8)) }

  static let null: [UInt8] = [0x05, 0x00]

  /// A value under a tag of its context, which says what it is for.
  static func tagged(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
    value(0xA0 | number, content)
  }

  /// A name of the tree of object identifiers, as in `1.2.840`.
  static func identifier(_ numbers: Int...) -> [UInt8] {
    var bytes = [UInt8(numbers[0] * 40 + numbers[1])]
    for number in numbers.dropFirst(2) {
      var (digits, rest) = ([UInt8(number & 0x7F)], number >> 7)
      while rest > 0 {
        digits.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
        rest >>= 7
      }
      bytes += digits
    }
    return value(0x06, bytes)
  }

  /// A moment: by the year in two digits until 2049, as RFC 5280 wants it.
  static func time(_ moment: Moment) -> [UInt8] {
    let digits = moment.text.filter(\.isNumber)
    let isNear = digits < "2050"
    return value(
      isNear ? 0x17 : 0x18, Array((isNear ? digits.dropFirst(2) : digits[...]).utf8) + [0x5A])
  }

  // MARK: Reading

  /// The values one after another in `bytes`, each with its tag, its content and all of its bytes; `nil` for what is not
  /// written by these rules, or nested in more than four gigabytes.
  static func values(
    in bytes: ArraySlice<UInt8>
  ) -> [(tag: UInt8, content: ArraySlice<UInt8>, whole: ArraySlice<UInt8>)]? {
    var values: [(UInt8, ArraySlice<UInt8>, ArraySlice<UInt8>)] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let start = index
      guard bytes.endIndex - index >= 2 else { return nil }
      let tag = bytes[index]
      var count = Int(bytes[index + 1])
      index += 2
      if count >= 0x80 {
        let digits = count & 0x7F
        guard (1...4).contains(digits), bytes.endIndex - index >= digits else { return nil }
        count = bytes[index..<index + digits].reduce(0) { $0 << 8 | Int($1) }
        index += digits
      }
      guard count <= bytes.endIndex - index else { return nil }
      values.append((tag, bytes[index..<index + count], bytes[start..<index + count]))
      index += count
    }
    return values
  }
}
