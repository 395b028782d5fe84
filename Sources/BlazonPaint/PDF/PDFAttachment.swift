internal import BlazonScene

extension PDFPainter {
  /// A file that a document carries beside its page: what the page was made from, or proves it.
  public struct Attachment: Hashable, Sendable {
    /// As in `credential.jws`: letters, digits, hyphens and dots alone.
    public var name: String
    /// As RFC 6838 calls it.
    public var mediaType: String
    /// For people who look at the list of a document's files.
    public var description: String
    public var bytes: [UInt8]

    public init(name: String, mediaType: String, description: String, bytes: [UInt8]) {
      (self.name, self.mediaType) = (name, mediaType)
      (self.description, self.bytes) = (description, bytes)
    }
  }
}

extension PDFPainter.Information {
  /// The entries of the catalogue that lead to the attachments: as files embedded by their names (ISO 32000-2, 7.11.4),
  /// and as data of the document (14.13, `AF`). Empty where there are none.
  func attachmentEntries(in objects: inout PDFObjects) -> PDFText {
    var entries = PDFText()
    guard !attachments.isEmpty else { return entries }
    let files = attachments.map { (name: $0.name, file: $0.fileSpecification(in: &objects)) }
    entries += "/AF["
    for file in files {
      entries.add(reference: file.file)
      entries += " "
    }
    entries += "]/Names<</EmbeddedFiles<</Names["
    for file in files.sorted(by: { $0.name < $1.name }) {
      entries.add(string: file.name)
      entries.add(reference: file.file)
      entries += " "
    }
    entries += "]>>>>"
    return entries
  }
}

extension PDFPainter.Attachment {
  /// The object that names the file, what it is to the document, and where its bytes are.
  fileprivate func fileSpecification(in objects: inout PDFObjects) -> Int {
    var text = PDFText()
    text += "/Type/EmbeddedFile/Subtype/"
    text.add(name: mediaType)
    text += "/Params<</Size "
    text.add(bytes.count)
    text += ">>"
    let stream = objects.add(PDFObject(text, stream: bytes))
    text = PDFText()
    text += "<</Type/Filespec/AFRelationship/Data/F"
    text.add(string: name)
    text += "/UF"
    text.add(string: name)
    text += "/Desc"
    text.add(string: description)
    text += "/EF<</F "
    text.add(reference: stream)
    text += "/UF "
    text.add(reference: stream)
    text += ">>>>"
    return objects.add(text)
  }
}
