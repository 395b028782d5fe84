internal import BlazonJSON
internal import Deflate

/// Credentials in PDF files: attached files, whatever they are called (ISO 32000-2, 7.11.4).
package enum PDFCarrier {
  /// More than any credential has.
  private static let limit = 256 << 10
  /// More attachments than a document has that somebody was handed.
  private static let attachmentLimit = 100

  package static func isPDF(_ file: [UInt8]) -> Bool { PDFScanner.isPDF(file) }

  /// What `file` carries. The same credential may be attached again, as when a document was saved once more; two
  /// different ones of a version are one too many.
  package static func baggage(of file: [UInt8]) throws(CarrierProblem) -> Baggage {
    guard var scanner = PDFScanner(file) else { throw CarrierProblem(message: "not a PDF file") }
    var baggage = Baggage()
    var count = 0
    while let stream = scanner.next() {
      // Some programs leave out what kind of stream it is (ISO 32000-2, table 44), and tell of the file's parameters.
      let kind = stream.dictionary["Type"]
      guard kind?.name == "EmbeddedFile" || kind == nil && stream.dictionary["Params"] != nil
      else { continue }
      count += 1
      guard count <= attachmentLimit else {
        throw CarrierProblem(message: "the PDF file has more than \(attachmentLimit) attachments")
      }
      guard let text = content(of: stream), let version = version(of: text) else { continue }
      guard baggage[version] == nil || baggage[version] == text else {
        throw CarrierProblem(message: "more than one credential is attached")
      }
      baggage[version] = text
    }
    guard !scanner.isEncrypted else {
      throw CarrierProblem(message: "the PDF file is encrypted")
    }
    return baggage
  }

  /// The text of an attached file; `nil` where it is too long, or packed in a way that no credential is.
  private static func content(of stream: PDFScanner.Stream) -> [UInt8]? {
    guard stream.dictionary["DecodeParms"] == nil else { return nil }
    switch stream.dictionary["Filter"] {
    case nil where stream.bytes.count <= limit, .array([]) where stream.bytes.count <= limit:
      return withoutBlanks(stream.bytes)
    case .name("FlateDecode"), .array([.name("FlateDecode")]):
      return unzlib(Array(stream.bytes), limit: limit, more: 2).map { withoutBlanks($0[...]) }
    default: return nil
    }
  }

  /// Which version of Open Badges `text` is of; `nil` where it is something else that a document carries.
  private static func version(of text: [UInt8]) -> BadgeVersion? {
    if JWS.isLikely(text) { return Verifier.isStatusList(text) ? nil : .three }
    guard text.first == UInt8(ascii: "{") else { return nil }
    do throws(JSON.Problem) {
      let document = try JSON(text)
      let types = document["type"]?.list ?? []
      if types.contains(.string("Assertion")) { return .two }
      return badgeTypes.contains { types.contains(.string($0)) } ? .three : nil
    } catch {
      return saysItIsABadge(text) ? .three : nil
    }
  }
}
