internal import XML

/// The texts of a spreadsheet, which cells mean by their numbers.
struct SharedStrings {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  /// None.
  init() {}

  init(_ part: SheetPart, limits: TableLimits) throws(TableError) {
    let list = TextList(limit: limits.bytes)
    try part.tell(list)
    guard !list.isFull else {
      throw TableError(
        "the texts of the file have more than \(limits.bytes) bytes",
        help: "save the sheet alone, as .xlsx or CSV UTF-8")
    }
    (bytes, ends) = (list.bytes, list.ends)
  }

  /// The text of the number `index`; `nil` if there is none.
  subscript(index: Int) -> [UInt8]? {
    guard ends.indices.contains(index) else { return nil }
    return Array(bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])])
  }

  private final class TextList: Listener {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    var isFull = false
    private var text = RichText()
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func begin(_ tag: Tag) -> Bool {
      if tag.name == "si" { text = RichText() } else { text.begin(tag.name) }
      return true
    }

    func end(_ name: String, text words: [UInt8]) -> Bool {
      guard name == "si" else {
        text.end(name, words)
        return true
      }
      bytes += text.bytes
      ends.append(UInt32(bytes.count))
      isFull = bytes.count > limit || ends.count > limit / 4
      return !isFull
    }
  }
}

/// A text that may be written in runs of several looks, which are joined; how it is said (`rPh`, of Japanese) is left out.
struct RichText {
  private(set) var bytes: [UInt8] = []
  private var isSaid = false

  mutating func begin(_ name: String) { if name == "rPh" { isSaid = true } }

  mutating func end(_ name: String, _ words: [UInt8]) {
    if name == "rPh" { isSaid = false }
    if name == "t", !isSaid { bytes += RichText.unescaped(words) }
  }

  /// `words` with the characters that `_x000D_` and the like stand for, as XML could not have them (ECMA-376, part 1,
  /// 22.9.2.19).
  static func unescaped(_ words: [UInt8]) -> [UInt8] {
    guard words.contains(UInt8(ascii: "_")) else { return words }
    var out: [UInt8] = []
    var index = 0
    while index < words.count {
      if let unit = unit(words, at: index) {
        if let scalar = Unicode.Scalar(unit) {
          out += String(Character(scalar)).utf8
          index += 7
          continue
        }
        if unit & 0xFC00 == 0xD800, let low = self.unit(words, at: index + 7),
          low & 0xFC00 == 0xDC00,
          let scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
        {
          out += String(Character(scalar)).utf8
          index += 14
          continue
        }
      }
      out.append(words[index])
      index += 1
    }
    return out
  }

  /// The number in `_x000D_` at `index`.
  private static func unit(_ words: [UInt8], at index: Int) -> UInt32? {
    guard index + 7 <= words.count, words[index] == UInt8(ascii: "_"),
      words[index + 1] == UInt8(ascii: "x"), words[index + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = words[index + 2..<index + 6]
    guard !digits.contains(UInt8(ascii: "+")), !digits.contains(UInt8(ascii: "-")) else {
      return nil
    }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
