/// The document type of an XML text, before its first element, and the entities of plain words that it declares (XML 1.0,
/// sections 2.8 and 4.2). All of it is read here: no parser ever has a declaration, so that none fetches what one names.
struct DocumentType {
  /// What is wrong, and where.
  struct Problem: Error {
    var offset: Int
    var message: String
  }

  /// From `<!DOCTYPE` to behind its `>`.
  private var range = 0..<0
  private var entities: [[UInt8]: [UInt8]] = [:]

  /// More than any editor declares, and as many letters as an address has.
  private static let entityLimit = 100
  private static let wordLimit = 200
  /// What all entities of a text make it longer by, at most.
  private static let growthLimit = 1 << 20

  /// The document type of `text`; `nil` where none stands before the first element. Unless it `readsEntities`, one that
  /// declares something is an error.
  init?(in text: [UInt8], readsEntities: Bool) throws(Problem) {
    var scanner = Scanner(text)
    scanner.skipProlog()
    let start = scanner.index
    guard scanner.take("<!DOCTYPE") else { return nil }
    scanner.skip(toAny: [UInt8(ascii: "["), UInt8(ascii: ">")])
    if scanner.take("[") {
      guard readsEntities else {
        throw Problem(offset: start, message: "a document type")
      }
      while true {
        scanner.skipBlanks()
        if scanner.skipRemark() { continue }
        if scanner.take("]") { break }
        let declaration = scanner.index
        guard scanner.take("<!") else {
          throw Problem(offset: declaration, message: "a declaration that is not read")
        }
        scanner.skip(toAny: [UInt8(ascii: ">")])
        let words = text[declaration..<scanner.index]
        guard scanner.take(">"), !words.contains(UInt8(ascii: "%")) else {
          throw Problem(offset: declaration, message: "an entity that is not plain words")
        }
        try keep(words, at: declaration)
      }
      scanner.skipBlanks()
    }
    guard scanner.take(">") else {
      throw Problem(offset: start, message: "a document type without an end")
    }
    range = start..<scanner.index
  }

  private mutating func keep(_ declaration: ArraySlice<UInt8>, at offset: Int) throws(Problem) {
    if declaration.starts(with: "<!ATTLIST".utf8) || declaration.starts(with: "<!ELEMENT".utf8) {
      return
    }
    guard declaration.starts(with: "<!ENTITY".utf8) else {
      throw Problem(offset: offset, message: "a declaration that is not read")
    }
    guard let (name, words) = DocumentType.entity(declaration) else {
      throw Problem(offset: offset, message: "an entity that is not plain words")
    }
    // The first declaration counts.
    if entities[name] == nil { entities[name] = words }
    guard entities.count <= DocumentType.entityLimit else {
      throw Problem(offset: offset, message: "more than \(DocumentType.entityLimit) entities")
    }
  }

  /// What a declaration as in `<!ENTITY name "words"` declares; `nil` for any other.
  private static func entity(
    _ declaration: ArraySlice<UInt8>
  ) -> (name: [UInt8], words: [UInt8])? {
    let parts = declaration.split(maxSplits: 2, whereSeparator: isBlank)
    guard parts.count == 3, parts[0].elementsEqual("<!ENTITY".utf8) else { return nil }
    var value = parts[2]
    while let last = value.last, isBlank(last) { value.removeLast() }
    guard value.count >= 2, let quote = value.first, quote == value.last,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return nil }
    let inner = value.dropFirst().dropLast()
    // No entity holds another, or an element: none grows, and none is more than words.
    let isPlain = !inner.contains { [quote, 0x26, 0x3C, 0x0A, 0x0D].contains($0) }
    return isPlain && inner.count <= wordLimit ? (Array(parts[1]), Array(inner)) : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  /// `text` with the document type as blanks, and with words for the entities that it declares.
  func resolved(in text: [UInt8]) throws(Problem) -> [UInt8] {
    var out = text
    for index in range where out[index] != UInt8(ascii: "\n") { out[index] = 0x20 }
    guard !entities.isEmpty else { return out }
    let source = out
    out = []
    out.reserveCapacity(source.count)
    var growth = 0
    var index = source.startIndex
    while index < source.endIndex {
      guard source[index] == UInt8(ascii: "&"),
        let end = source[index...].prefix(102).firstIndex(of: UInt8(ascii: ";")),
        let words = entities[Array(source[index + 1..<end])]
      else {
        out.append(source[index])
        index += 1
        continue
      }
      growth += words.count
      guard growth <= DocumentType.growthLimit else {
        throw Problem(
          offset: index,
          message: "entities that stand for more than \(DocumentType.growthLimit) letters")
      }
      for byte in words {
        switch byte {
        case UInt8(ascii: "\""): out += "&quot;".utf8
        case UInt8(ascii: "'"): out += "&#39;".utf8
        case UInt8(ascii: ">"): out += "&gt;".utf8
        default: out.append(byte)
        }
      }
      index = end + 1
    }
    return out
  }
}

/// A place that moves through what stands before the first element.
private struct Scanner {
  private let text: [UInt8]
  private(set) var index = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func skipBlanks() {
    while index < text.count, [0x20, 0x09, 0x0A, 0x0D].contains(text[index]) { index += 1 }
  }

  /// Goes behind `word`, if it stands here.
  mutating func take(_ word: StaticString) -> Bool {
    guard text[index...].starts(with: "\(word)".utf8) else { return false }
    index += word.utf8CodeUnitCount
    return true
  }

  /// Goes behind a comment or an instruction, if one stands here and ends.
  mutating func skipRemark() -> Bool {
    for (start, end) in [("<!--", "-->"), ("<?", "?>")]
    where text[index...].starts(with: start.utf8) {
      let end = Array(end.utf8)
      var at = index + start.utf8.count
      while at + end.count <= text.count {
        if text[at..<at + end.count].elementsEqual(end) {
          index = at + end.count
          return true
        }
        at += 1
      }
      return false
    }
    return false
  }

  /// Goes to what may be a document type: behind blanks, comments and instructions.
  mutating func skipProlog() {
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    repeat { skipBlanks() } while skipRemark()
  }

  /// Goes to the next of `marks` that stands in no quotes, or to the end.
  mutating func skip(toAny marks: [UInt8]) {
    var quote: UInt8?
    while index < text.count {
      let byte = text[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if marks.contains(byte) {
        return
      }
      index += 1
    }
  }
}
