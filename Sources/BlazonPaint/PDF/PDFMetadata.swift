internal import BlazonScene

/// What a document says of itself: to readers that show it, and to those that catalogue it.
struct PDFMetadata {
  let scene: Scene
  let information: PDFPainter.Information

  /// The document information dictionary (ISO 32000-1, 14.3.3).
  var dictionary: PDFText {
    var text = PDFText()
    text += "<<"
    func add(_ key: Literal, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      text += key
      text.add(string: value)
    }
    add("/Title", scene.title)
    add("/Author", scene.credits?.author)
    add("/Subject", scene.description)
    add("/Keywords", information.keywords.joined(separator: ", "))
    add("/Creator", Program.name)
    add("/Producer", Program.title)
    if let created = information.created {
      let day = "(D:\(created.filter { $0.isASCII && $0.isNumber })000000Z)"
      text += "/CreationDate"
      text.text.add(day)
      text += "/ModDate"
      text.text.add(day)
    }
    text += ">>"
    return text
  }

  /// The same as an XMP packet.
  var packet: [UInt8] {
    XMPPacket(scene: scene, format: "application/pdf", document: information).bytes
  }
}
