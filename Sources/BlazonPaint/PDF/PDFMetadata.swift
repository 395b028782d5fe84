internal import BlazonScene

/// What a document says of itself: to readers that show it, and as XMP (ISO 16684-1) to those that catalogue it.
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

  /// The same as an XMP packet.
  var packet: [UInt8] {
    var out = Text()
    out += "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    out += "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    out += "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    out += "<rdf:Description rdf:about=\"\""
    out += " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    out += " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    out += " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
    out += " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    out += "<pdfuaid:part>1</pdfuaid:part>\n"
    add("dc:format", "application/pdf", to: &out)
    add("dc:title", [("x-default", scene.title)], in: "Alt", to: &out)
    add("dc:creator", [(nil, information.author)], in: "Seq", to: &out)
    add("dc:description", [("x-default", scene.description)], in: "Alt", to: &out)
    add("dc:language", [(nil, scene.language)], in: "Bag", to: &out)
    add("dc:subject", information.keywords.map { (nil, $0) }, in: "Bag", to: &out)
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
