internal import BlazonScene

/// What a picture says of itself, as XMP (ISO 16684-1): for those that catalogue it.
struct XMPPacket {
  let scene: Scene
  /// The media type of its file.
  let format: Literal
  /// What a PDF says besides, which is written for PDF/UA-1 (ISO 14289).
  var document: PDFPainter.Information?

  var bytes: [UInt8] {
    var out = Text()
    out += "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    out += "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    out += "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    out += "<rdf:Description rdf:about=\"\""
    out += " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    out += " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
    if document != nil {
      out += " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
      out += " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    }
    out += ">\n"
    let credits = scene.credits
    add("dc:format", format.text, to: &out)
    add("dc:title", [("x-default", scene.title)], in: "Alt", to: &out)
    add("dc:creator", [(nil, credits?.author ?? "")], in: "Seq", to: &out)
    add("dc:description", [("x-default", scene.description)], in: "Alt", to: &out)
    add("dc:language", [(nil, scene.language)], in: "Bag", to: &out)
    add("dc:rights", [("x-default", credits?.license ?? "")], in: "Alt", to: &out)
    add("dc:source", credits?.source, to: &out)
    add("xmp:CreatorTool", Program.title, to: &out)
    if let document {
      add("dc:subject", document.keywords.map { (nil, $0) }, in: "Bag", to: &out)
      add("pdf:Keywords", document.keywords.joined(separator: ", "), to: &out)
      add("pdf:Producer", Program.title, to: &out)
      add("pdfuaid:part", "1", to: &out)
      let day = document.created.map { "\($0)T00:00:00Z" }
      add("xmp:CreateDate", day, to: &out)
      add("xmp:ModifyDate", day, to: &out)
    }
    out += "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
    return out.bytes
  }

  private func add(_ name: Literal, _ value: String?, to out: inout Text) {
    guard let value, !value.isEmpty else { return }
    add(name, { $0.add(escaping: value) }, to: &out)
  }

  private func add(
    _ name: Literal, _ values: [(language: String?, text: String)], in container: Literal,
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

  private func add(_ name: Literal, _ body: (inout Text) -> Void, to out: inout Text) {
    out += "<"
    out += name
    out += ">"
    body(&out)
    out += "</"
    out += name
    out += ">\n"
  }
}
