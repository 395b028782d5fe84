internal import BlazonScene
internal import Deflate

/// The text of a PDF object under way (ISO 32000-1, 7.3).
///
/// It names other objects by their place in a list, which gives them their numbers when it is written.
struct PDFText: Hashable, Sendable {
  struct Reference: Hashable, Sendable {
    /// Where in the bytes it belongs.
    var offset: Int
    /// The object's place in the list.
    var object: Int
  }

  var text = Text()
  private(set) var references: [Reference] = []

  static func += (text: inout PDFText, piece: Literal) { text.text += piece }

  /// `value`, rounded to 1/`parts`, and a blank.
  ///
  /// What is no number, or too large for any page, becomes one that can be written.
  mutating func add(_ value: Double, parts: Int = 100) {
    let most = 1e11
    text.add(value.isFinite ? max(-most, min(most, value)) : 0, parts: parts)
    text += " "
  }

  mutating func add(_ value: Int) { text.add(String(value)) }

  mutating func add(_ map: Affine) {
    for value in [map.a, map.b, map.c, map.d] { add(value, parts: 1_000_000) }
    add(map.tx, parts: 1000)
    add(map.ty, parts: 1000)
  }

  /// The box's corners, as an array.
  mutating func add(_ box: Rect) {
    self += "["
    for value in [box.minX, box.minY, box.maxX, box.maxY] { add(value) }
    self += "]"
  }

  mutating func add(reference object: Int) {
    references.append(Reference(offset: text.bytes.count, object: object))
  }

  /// A text string (7.9.2.2): UTF-16 in hexadecimal digits, so that nothing in it needs an escape.
  mutating func add(string: String) {
    self += "<FEFF"
    add(hex: string.utf16)
    self += ">"
  }

  /// Units of 16 bits as hexadecimal digits.
  mutating func add(hex units: some Sequence<UInt16>) {
    for unit in units {
      for shift in [12, 8, 4, 0] { text.bytes.append(hexDigits[Int(unit >> UInt16(shift)) & 15]) }
    }
  }

  /// What of `string` is safe in a literal string or a name: letters, digits and hyphens.
  mutating func add(plain string: String) {
    text.add(string.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
  }

  /// A name without its slash (7.3.5): what is no letter, digit, dot, plus or hyphen as a number.
  mutating func add(name: String) {
    for byte in name.utf8 {
      switch UInt8(byte) {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: text.bytes.append(byte)
      default:
        self += "#"
        text.bytes += [hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
  }

  /// The bytes with the numbers of the objects, of which the first of the list has the number `first`.
  func bytes(first: Int) -> [UInt8] {
    var (out, start): ([UInt8], Int) = ([], 0)
    for reference in references {
      out += text.bytes[start..<reference.offset]
      out += "\(first + reference.object) 0 R".utf8
      start = reference.offset
    }
    return out + text.bytes[start...]
  }

  /// The same in a list in which `count` objects come before.
  fileprivate func moved(by count: Int) -> PDFText {
    var copy = self
    for index in references.indices { copy.references[index].object += count }
    return copy
  }
}

private let hexDigits = Array("0123456789ABCDEF".utf8)

/// An object of a PDF: a value, or a stream with its dictionary.
struct PDFObject: Hashable, Sendable {
  /// The value; of a stream, the entries of its dictionary but for its length and filter.
  var value: PDFText
  var stream: [UInt8]?
  var isCompressed = false
  /// Whether it stands in the file by itself, though it is no stream.
  var isAlone = false

  init(_ value: PDFText) { self.value = value }

  /// A stream, compressed unless readers that know no filter should find it.
  init(_ entries: PDFText, stream: [UInt8], isCompressed: Bool = true, level: Int = 6) {
    (value, self.isCompressed) = (entries, isCompressed)
    self.stream = isCompressed ? Compressor(level: level).zlib(stream) : stream
  }

  fileprivate func moved(by count: Int) -> PDFObject {
    var copy = self
    copy.value = value.moved(by: count)
    return copy
  }

  /// As it stands between `obj` and `endobj`.
  func bytes(first: Int) -> [UInt8] {
    guard let stream else { return value.bytes(first: first) }
    var head = Text()
    head += "<<"
    head.bytes += value.bytes(first: first)
    if isCompressed { head += "/Filter/FlateDecode" }
    head += "/Length "
    head.add(String(stream.count))
    head += ">>stream\n"
    head.bytes += stream
    head += "\nendstream"
    return head.bytes
  }
}

/// The objects of a PDF, or of a part of one, in the order in which they are numbered.
struct PDFObjects: Sendable {
  private(set) var list: [PDFObject] = []
  /// Equal values are one object.
  private var known: [PDFText: Int] = [:]

  /// The place of a new object.
  mutating func add(_ object: PDFObject) -> Int {
    list.append(object)
    return list.count - 1
  }

  /// The place of an object of this value.
  mutating func add(_ value: PDFText) -> Int {
    if let place = known[value] { return place }
    let place = add(PDFObject(value))
    known[value] = place
    return place
  }

  /// The place of an object that is told later what it is.
  mutating func reserve() -> Int { add(PDFObject(PDFText())) }

  mutating func set(_ place: Int, _ value: PDFText) { list[place] = PDFObject(value) }

  /// The place of a new object that stands by itself.
  mutating func add(alone value: PDFText) -> Int {
    var object = PDFObject(value)
    object.isAlone = true
    return add(object)
  }

  /// The place of the last object of `part`, whose objects all become objects of this list.
  mutating func add(_ part: PDFObjects) -> Int {
    let count = list.count
    list += part.list.map { $0.moved(by: count) }
    return list.count - 1
  }

  /// The file (7.5): header, streams, all other objects in one stream (7.5.7), and where each is (7.5.8).
  ///
  /// `sought` is the place of an object that stands alone, whose first byte is told.
  func file(root: Int, info: Int, seeking sought: Int? = nil) -> (bytes: [UInt8], start: Int?) {
    var out = Text()
    out += "%PDF-1.7\n%"
    // Bytes above 127 tell those who carry files that this one is no text (7.5.2).
    out.bytes += [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
    // The first object, of number 0, is none.
    var places: [Place] = [.none]
    var (packed, heads) = (Text(), Text())
    var count = 0
    var found: Int?
    for (index, object) in list.enumerated() {
      if object.stream != nil || object.isAlone {
        if index == sought { found = out.bytes.count }
        places.append(.offset(out.bytes.count))
        write(object, number: index + 1, to: &out)
      } else {
        places.append(.packed(count))
        heads.add("\(index + 1) \(packed.bytes.count) ")
        packed.bytes += object.bytes(first: 1) + [0x0A]
        count += 1
      }
    }
    var entries = PDFText()
    entries.text.add("/Type/ObjStm/N \(count)/First \(heads.bytes.count)")
    places.append(.offset(out.bytes.count))
    write(
      PDFObject(entries, stream: heads.bytes + packed.bytes, level: 9), number: list.count + 1,
      to: &out)
    places.append(.offset(out.bytes.count))
    let name = fingerprint(out.bytes)
    let start = out.bytes.count
    entries = PDFText()
    entries.text.add("/Type/XRef/Size \(places.count)/W[1 4 4]")
    entries.text.add("/Root \(root + 1) 0 R/Info \(info + 1) 0 R/ID[<\(name)><\(name)>]")
    var table = BigEndian()
    for place in places {
      switch place {
      case .none: table.add(UInt8(0), 0, 0, 0, 0, 0, 0, 255, 255)
      case .offset(let offset):
        table.add(UInt8(1))
        table.add(UInt32(offset), 0)
      case .packed(let index):
        table.add(UInt8(2))
        table.add(UInt32(list.count + 1), UInt32(index))
      }
    }
    write(PDFObject(entries, stream: table.bytes), number: list.count + 2, to: &out)
    out.add("startxref\n\(start)\n%%EOF\n")
    return (out.bytes, found)
  }

  /// Where an object is: at an offset of the file, or as one of those that are packed together.
  private enum Place {
    case none
    case offset(Int)
    case packed(Int)
  }

  private func write(_ object: PDFObject, number: Int, to out: inout Text) {
    out.add("\(number) 0 obj\n")
    out.bytes += object.bytes(first: 1)
    out += "\nendobj\n"
  }
}

/// Sixteen bytes that tell a file from others, in hexadecimal digits: two FNV-1a hashes of 64 bits.
private func fingerprint(_ bytes: [UInt8]) -> String {
  var (a, b): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x8422_2325_CBF2_9CE4)
  let span = bytes.span
  for index in span.indices {
    a = (a ^ UInt64(span[index])) &* 0x100_0000_01B3
    b = (b ^ UInt64(span[index])) &* 0x100_0000_01B3
  }
  return [a, b].map { half in
    let digits = String(half, radix: 16, uppercase: true)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }.joined()
}
