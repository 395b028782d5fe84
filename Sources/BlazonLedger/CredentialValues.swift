internal import BlazonForm

/// A UUID of version 4 (RFC 9562), in lower case.
struct WrittenUUID: CheckedText {
  let text: String

  init(_ written: String) throws(Refusal) {
    text = written.lowercased()
    guard isRandomUUID(text) else {
      throw Refusal(
        message: "“\(written.prefix(60))” is not a random UUID",
        help: "leave it out: blazon check --fix writes one")
    }
  }
}

/// An e-mail address, as far as anybody can tell without writing to it.
struct EmailAddress: CheckedText {
  let text: String

  init(_ written: String) throws(Refusal) {
    let parts = written.split(separator: "@", omittingEmptySubsequences: false)
    let hasPlainParts = written.unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
        && !"<>()[]\\,;:\"".unicodeScalars.contains(scalar)
    }
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), hasPlainParts,
      !parts[1].hasPrefix("."), !parts[1].hasSuffix("."), written.utf8.count <= 254
    else {
      throw Refusal(message: "this is not an e-mail address", help: "as in ada@example.org")
    }
    text = written
  }
}

/// A decentralised identifier (DID 1.0, section 3.1).
struct WrittenDID: CheckedText {
  let text: String

  init(_ written: String) throws(Refusal) {
    let parts = written.split(separator: ":", omittingEmptySubsequences: false)
    let isPlain = written.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || ":.-_%".utf8.contains(byte)
    }
    let escapes = written.split(separator: "%", omittingEmptySubsequences: false).dropFirst()
    let areWhole = escapes.allSatisfy {
      $0.prefix(2).count == 2 && $0.prefix(2).allSatisfy(\.isHexDigit)
    }
    guard areWhole, parts.count >= 3, parts[0] == "did", parts.allSatisfy({ !$0.isEmpty }), isPlain,
      written.utf8.count <= 500
    else {
      throw Refusal(
        message: "“\(written.prefix(60))” is not a decentralised identifier",
        help: "as in did:key:z6Mk… or did:web:example.org")
    }
    text = written
  }
}
