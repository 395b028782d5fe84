/// The document type of an XML text, before its first element.
struct DocumentType {
  /// From `<!DOCTYPE` to behind its `>`.
  let range: Range<Int>
  /// What it declares itself, between brackets.
  private let declarations: Range<Int>?

  /// More than any editor declares, and as many letters as an address has.
  private static let entityLimit = 100
  private static let wordLimit = 200
  /// What all entities of a text make it longer by, at most.
  private static let growthLimit = 1 << 20

  var declaresNothing: Bool { declarations == nil }

  /// The document type of `text`; `nil` where there is none, or where it does not end.
  init?(in text: [UInt8]) {
    let head = text.prefix(1 << 16)
    let name = Array("<!DOCTYPE".utf8)
    // Before the first element: elsewhere the same letters are something else.
    let element = head.indices.first { index in
      head[index] == UInt8(ascii: "<") && index + 1 < head.count
        && (0x41...0x7A).contains(head[index + 1])
    }
    guard let start = head.indices.first(where: { head[$0...].starts(with: name) }),
      start < element ?? head.count
    else { return nil }
    var index = start
    var quote: UInt8?
    var open: Int?
    var inner: Range<Int>?
    while index < head.count {
      let byte = head[index]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "["), open == nil {
        open = index + 1
      } else if byte == UInt8(ascii: "]"), let begun = open, inner == nil {
        inner = begun..<index
      } else if byte == UInt8(ascii: ">"), open == nil || inner != nil {
        (range, declarations) = (start..<index + 1, inner)
        return
      }
      index += 1
    }
    return nil
  }

  /// `text` with the document type as blanks.
  func passedOver(in text: [UInt8]) -> [UInt8] {
    var out = text
    for index in range where out[index] != UInt8(ascii: "\n") { out[index] = 0x20 }
    return out
  }

  /// What is declared beside plain words, or too much of these; `nil` where all of it is harmless.
  ///
  /// No entity may hold another, so that none grows; and what they stand for altogether is bounded.
  func problem(in text: [UInt8]) -> (offset: Int, message: String, help: String)? {
    guard let declarations else { return nil }
    var index = declarations.lowerBound
    var entities = 0
    var longest = 0
    func starts(_ word: StaticString) -> Bool {
      text[index..<declarations.upperBound].starts(with: "\(word)".utf8)
    }
    func refused(_ message: String) -> (Int, String, String) {
      (index, message, "remove it, or save the drawing as plain SVG")
    }
    while index < declarations.upperBound {
      if [0x20, 0x09, 0x0A, 0x0D].contains(text[index]) {
        index += 1
        continue
      }
      guard let end = text[index..<declarations.upperBound].firstIndex(of: UInt8(ascii: ">")) else {
        return refused("a declaration without an end")
      }
      if starts("<!ENTITY") {
        guard let value = DocumentType.words(text[index..<end]) else {
          return refused("an entity that is not plain words")
        }
        (entities, longest) = (entities + 1, max(longest, value))
        guard entities <= DocumentType.entityLimit else {
          return refused("more than \(DocumentType.entityLimit) entities")
        }
      } else if !starts("<!ATTLIST"), !starts("<!ELEMENT"), !starts("<!--") {
        return refused("a declaration that is not read")
      } else if text[index..<end].contains(UInt8(ascii: "%")) {
        return refused("an entity that is not plain words")
      }
      index = end + 1
    }
    let uses = text[range.upperBound...].count { $0 == UInt8(ascii: "&") }
    guard uses * longest <= DocumentType.growthLimit else {
      return refused("entities that stand for more than \(DocumentType.growthLimit) letters")
    }
    return nil
  }

  /// How long the text is that a declaration as in `<!ENTITY name "words"` gives a name; `nil` for any other.
  private static func words(_ declaration: ArraySlice<UInt8>) -> Int? {
    let parts = declaration.split(
      maxSplits: 2, whereSeparator: { [0x20, 0x09, 0x0A, 0x0D].contains($0) })
    guard parts.count == 3, parts[0].elementsEqual("<!ENTITY".utf8) else { return nil }
    var value = parts[2]
    while let last = value.last, [0x20, 0x09, 0x0A, 0x0D].contains(last) { value.removeLast() }
    guard value.count >= 2, let quote = value.first, quote == value.last,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return nil }
    let inner = value.dropFirst().dropLast()
    let isPlain = !inner.contains { [quote, 0x26, 0x25, 0x3C].contains($0) }
    return isPlain && inner.count <= wordLimit ? inner.count : nil
  }
}
