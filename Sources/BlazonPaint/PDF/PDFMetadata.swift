internal import BlazonScene

/// What a document says of itself: to readers that show it, as XMP (ISO 16684-1) to those that catalogue it, and the
/// colours it means.
struct PDFMetadata {
  let scene: Scene
  let information: PDFPainter.Information

  /// The document information dictionary (ISO 32000-1, 14.3.3).
  var dictionary: PDFText {
    var text = PDFText()
    text += "<<"
    func add(_ key: StaticString, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      text += key
      text.add(string: value)
    }
    add("/Title", scene.title)
    add("/Author", information.author)
    add("/Subject", scene.description)
    add("/Keywords", information.keywords.joined(separator: ", "))
    add("/Creator", "Blazon")
    add("/Producer", information.producer)
    let day = "(D:\(information.created.filter { $0.isASCII && $0.isNumber })000000Z)"
    text += "/CreationDate"
    text.text.add(day)
    text += "/ModDate"
    text.text.add(day)
    text += ">>"
    return text
  }

  /// The same as an XMP packet, with the licence and what the picture was made from.
  var packet: [UInt8] {
    var out = Text()
    out += "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    out += "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    out += "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    out += "<rdf:Description rdf:about=\"\""
    out += " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    out += " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    out += " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
    out += " xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\""
    out += " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    out += "<pdfuaid:part>1</pdfuaid:part>\n"
    add("dc:format", "application/pdf", to: &out)
    add("dc:title", [("x-default", scene.title)], in: "Alt", to: &out)
    add("dc:creator", [(nil, information.author)], in: "Seq", to: &out)
    add("dc:description", [("x-default", scene.description)], in: "Alt", to: &out)
    add("dc:language", [(nil, scene.language)], in: "Bag", to: &out)
    add("dc:subject", information.keywords.map { (nil, $0) }, in: "Bag", to: &out)
    if let licence = information.licence {
      add("dc:rights", [("x-default", licence)], in: "Alt", to: &out)
      if licence.hasPrefix("http") { add("xmpRights:WebStatement", licence, to: &out) }
    }
    add("dc:source", information.source, to: &out)
    add("pdf:Keywords", information.keywords.joined(separator: ", "), to: &out)
    add("pdf:Producer", information.producer, to: &out)
    add("xmp:CreatorTool", "Blazon", to: &out)
    add("xmp:CreateDate", "\(information.created)T00:00:00Z", to: &out)
    add("xmp:ModifyDate", "\(information.created)T00:00:00Z", to: &out)
    out += "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
    return out.bytes
  }

  private func add(_ name: StaticString, _ value: String?, to out: inout Text) {
    guard let value, !value.isEmpty else { return }
    add(name, { $0.add(escaping: value) }, to: &out)
  }

  private func add(
    _ name: StaticString, _ values: [(language: String?, text: String)], in container: StaticString,
    to out: inout Text
  ) {
    let values = values.filter { !$0.text.isEmpty }
    guard !values.isEmpty else { return }
    add(
      name,
      { out in
        out += "<rdf:"
        out += container
        out += ">"
        for value in values {
          out += "<rdf:li"
          if let language = value.language {
            out += " xml:lang=\""
            out.add(escaping: language)
            out += "\""
          }
          out += ">"
          out.add(escaping: value.text)
          out += "</rdf:li>"
        }
        out += "</rdf:"
        out += container
        out += ">"
      }, to: &out)
  }

  private func add(_ name: StaticString, _ body: (inout Text) -> Void, to out: inout Text) {
    out += "<"
    out += name
    out += ">"
    body(&out)
    out += "</"
    out += name
    out += ">\n"
  }
}

/// The sRGB colour space as an ICC profile of version 4: what the numbers of all colours mean.
enum SRGBProfile {
  /// The profile, of 6 tags (ICC.1:2010, 8.3.3).
  static let bytes: [UInt8] = {
    let tags: [(String, [UInt8])] = [
      ("desc", text("sRGB")), ("cprt", text("CC0")),
      // The white of the profile connection space, D50, and how sRGB's, D65, becomes it.
      ("wtpt", xyz(0.9642, 1, 0.8249)),
      (
        "chad",
        type("sf32")
          + numbers([
            1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168,
          ])
      ),
      ("rXYZ", xyz(0.43607, 0.22249, 0.01392)), ("gXYZ", xyz(0.38515, 0.71687, 0.09708)),
      ("bXYZ", xyz(0.14307, 0.06061, 0.71410)),
      // IEC 61966-2-1: a power with a straight foot.
      (
        "rTRC",
        type("para") + [0, 3, 0, 0]
          + numbers([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])
      ),
    ]
    // Green and blue have the curve of red.
    let names = tags.map(\.0) + ["gTRC", "bTRC"]
    var table = BigEndian()
    var data: [UInt8] = []
    table.add(UInt32(names.count))
    let start = 128 + 4 + 12 * names.count
    var last = (offset: 0, count: 0)
    for name in names {
      if let tag = tags.first(where: { $0.0 == name })?.1 {
        last = (start + data.count, tag.count)
        data += tag + [UInt8](repeating: 0, count: (4 - tag.count % 4) % 4)
      }
      table.bytes += name.utf8
      table.add(UInt32(last.offset), UInt32(last.count))
    }
    var head = BigEndian()
    head.add(UInt32(start + data.count), UInt32(0), UInt32(0x0420_0000))
    head.bytes += "mntrRGB XYZ ".utf8
    head.add(UInt16(2000), UInt16(1), UInt16(1), UInt16(0), UInt16(0), UInt16(0))
    head.bytes += "acsp".utf8
    head.bytes += [UInt8](repeating: 0, count: 28)
    head.bytes += numbers([0.9642, 1, 0.8249])
    head.bytes += [UInt8](repeating: 0, count: 48)
    return head.bytes + table.bytes + data
  }()

  private static func type(_ name: String) -> [UInt8] { Array(name.utf8) + [0, 0, 0, 0] }

  private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    type("XYZ ") + numbers([x, y, z])
  }

  /// As fixed-point numbers of 16 bits and 16 bits.
  private static func numbers(_ values: [Double]) -> [UInt8] {
    var out = BigEndian()
    for value in values { out.add(Int32((value * 65536).rounded())) }
    return out.bytes
  }

  /// `text`, in English.
  private static func text(_ text: String) -> [UInt8] {
    var out = BigEndian(bytes: type("mluc"))
    out.add(UInt32(1), UInt32(12))
    out.bytes += "enUS".utf8
    out.add(UInt32(text.utf16.count * 2), UInt32(28))
    for unit in text.utf16 { out.add(unit) }
    return out.bytes
  }
}
