/// Says in a finished PDF what Cairo cannot: the language of its text.
///
/// By an incremental update (ISO 32000-1, 7.5.6): the bytes stay as they are, and the catalogue is
/// written anew behind them.
enum PDFCatalogue {
  /// `pdf` with the document's language, BCP 47, and the wish that its title be shown.
  ///
  /// Throws if it has no trailer and catalogue that stand as text: newer Cairo packs those of PDF 1.5.
  static func amended(_ pdf: [UInt8], language: String) throws(PaintError) -> [UInt8] {
    guard let trailer = pdf.lastIndex(of: "trailer"),
      let root = reference("/Root ", in: pdf[trailer...]),
      let size = number("/Size ", in: pdf[trailer...]),
      let previous = number("startxref\n", in: pdf[trailer...]),
      let object = pdf.lastIndex(of: "\n\(root) 0 obj\n"),
      let end = pdf[object...].firstIndex(of: "\n>>\nendobj")
    else {
      throw PaintError(description: "naming a PDF's language: Cairo wrote no trailer and catalogue")
    }
    let start = object + "\n\(root) 0 obj\n".utf8.count
    let body = String(decoding: pdf[start..<end], as: UTF8.self)
    let tag = language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    var out = pdf
    if out.last != UInt8(ascii: "\n") { out.append(UInt8(ascii: "\n")) }
    let offset = out.count
    out += Array(
      "\(root) 0 obj\n\(body)\n   /Lang (\(tag))\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n"
        .utf8)
    let xref = out.count
    let padded = String(repeating: "0", count: 10 - String(offset).count) + String(offset)
    let info = reference("/Info ", in: pdf[trailer...]).map { "   /Info \($0) 0 R\n" } ?? ""
    out += Array(
      """
      xref
      \(root) 1
      \(padded) 00000 n\u{20}
      trailer
      << /Size \(size)
         /Root \(root) 0 R
      \(info)   /Prev \(previous)
      >>
      startxref
      \(xref)
      %%EOF

      """.utf8)
    return out
  }

  /// The object number of `key N 0 R`.
  private static func reference(_ key: String, in bytes: ArraySlice<UInt8>) -> Int? {
    number(key, in: bytes)
  }

  /// The number that follows `key`.
  private static func number(_ key: String, in bytes: ArraySlice<UInt8>) -> Int? {
    guard let at = bytes.firstIndex(of: key) else { return nil }
    let digits = bytes[(at + key.utf8.count)...].prefix { (48...57).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

extension Collection<UInt8> where Index == Int {
  /// Where `mark` first begins.
  fileprivate func firstIndex(of mark: String) -> Int? {
    let mark = Array(mark.utf8)
    guard count >= mark.count else { return nil }
    return (startIndex...(endIndex - mark.count)).first { at in
      self[at] == mark[0] && mark.indices.allSatisfy { self[at + $0] == mark[$0] }
    }
  }

  /// Where `mark` last begins.
  fileprivate func lastIndex(of mark: String) -> Int? {
    let mark = Array(mark.utf8)
    guard count >= mark.count else { return nil }
    return (startIndex...(endIndex - mark.count)).last { at in
      self[at] == mark[0] && mark.indices.allSatisfy { self[at + $0] == mark[$0] }
    }
  }
}
