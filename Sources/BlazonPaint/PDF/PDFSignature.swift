internal import BlazonScene

extension PDFPainter {
  /// How a document is signed: who does, and what makes the signature (ISO 32000-2, 12.8, with `ETSI.CAdES.detached`).
  public struct Signing: Sendable {
    /// Who signs, as readers show it.
    public var name: String
    /// How many bytes each signature has.
    public var count: Int
    /// The signature of all bytes of the file but its own, in the order in which they stand; `nil` if there is none.
    public var make: @Sendable ([ArraySlice<UInt8>]) -> [UInt8]?

    public init(
      name: String, count: Int, make: @escaping @Sendable ([ArraySlice<UInt8>]) -> [UInt8]?
    ) {
      (self.name, self.count, self.make) = (name, count, make)
    }
  }
}

extension PDFPainter.Signing: Hashable {
  // What makes the signature is known by whose it is.
  public static func == (one: Self, other: Self) -> Bool {
    (one.name, one.count) == (other.name, other.count)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(count)
  }
}

extension PDFPainter.Signing {
  /// Room for each of the three numbers that say what is signed.
  private static let room = 10

  /// The field of the signature on `page`, which nobody sees, and its value, with room for what is known last.
  func field(
    on page: Int, dated day: String?, in objects: inout PDFObjects
  ) -> (field: Int, value: Int) {
    var text = PDFText()
    text += "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 "
    for _ in 0..<3 { text.text.bytes += [UInt8](repeating: 0x20, count: Self.room) + [0x20] }
    text += "]/Contents<"
    text.text.bytes += [UInt8](repeating: UInt8(ascii: "0"), count: 2 * count)
    text += ">/Name"
    text.add(string: name)
    if let day {
      text += "/M"
      text.text.add("(D:\(day.filter { $0.isASCII && $0.isNumber })000000Z)")
    }
    text += ">>"
    let value = objects.add(alone: text)
    text = PDFText()
    text += "<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature)/F 132/Rect[0 0 0 0]/P "
    text.add(reference: page)
    text += "/V "
    text.add(reference: value)
    text += ">>"
    return (objects.add(text), value)
  }

  /// `file`, in which the value of the signature begins at `start`, signed.
  func sign(_ file: [UInt8], from start: Int) throws(PaintError) -> [UInt8] {
    guard let range = file[start...].firstRange(of: "/ByteRange[0 ".utf8),
      let contents = file[range.upperBound...].firstRange(of: "/Contents<".utf8)
    else { preconditionFailure("the value of a signature has room for it") }
    // The brackets are no part of what is signed.
    let (open, close) = (contents.upperBound - 1, contents.upperBound + 2 * count + 1)
    var file = file
    for (index, number) in [open, close, file.count - close].enumerated() {
      let place = range.upperBound + index * (Self.room + 1)
      let digits = Array(String(number).utf8)
      file.replaceSubrange(place..<place + digits.count, with: digits)
    }
    guard let signature = make([file[..<open], file[close...]]), signature.count <= count else {
      throw PaintError(description: "signing the document failed")
    }
    let digits = Array("0123456789ABCDEF".utf8)
    let text = signature.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    file.replaceSubrange(contents.upperBound..<contents.upperBound + text.count, with: text)
    return file
  }
}
