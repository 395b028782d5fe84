extension Double {
  /// The number that `text` writes in decimal digits, as YAML's core schema has it but for what is no number; `nil` for
  /// any other spelling, such as hexadecimal.
  package init?(decimal text: some StringProtocol) {
    let isDecimal = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isDecimal, let value = Double(String(text)), value.isFinite
    else { return nil }
    self = value
  }
}
