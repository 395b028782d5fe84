package import BlazonSource

/// Texts that are drawn or written as they stand.
extension Form where Value == String {
  /// Words that are drawn on the art.
  package static let words = Form("text", .words) { tree, reading in
    Form.templateWords.read(tree, &reading).flatMap { reading.plain($0, at: tree.place) }
  }

  /// Sentences for pages and files.
  package static let prose = prose(upTo: 4000)
  /// A sentence or two, which cards and certificates show.
  package static let sentence = prose(upTo: 400)

  private static func prose(upTo limit: Int) -> Form {
    Form("text", .prose) { tree, reading in
      reading.warn(ofCommentBehind: tree)
      guard let text = Form.text.read(tree, &reading) else { return nil }
      let count = text.unicodeScalars.count
      guard count <= limit else {
        reading.error(
          "a text of \(count) characters is too long", at: tree.place,
          help: "use at most \(limit)")
        return nil
      }
      return reading.plain(text, at: tree.place)
    }
  }
}

extension Form where Value == String {
  /// A random UUID, in lower case.
  package static let randomUUID = Form("a random UUID", .text) { tree, reading in
    guard let text = Form.text.read(tree, &reading)?.lowercased() else { return nil }
    guard isRandomUUID(text) else {
      reading.error(
        "“\(text.prefix(60))” is not a random UUID", at: tree.place,
        help: "write the uuid of an award, as the ledger had it")
      return nil
    }
    return text
  }
}

/// Whether `text` is a UUID of version 4 (RFC 9562) in lower case.
package func isRandomUUID(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts[2].first == "4"
    && "89ab".contains(parts[3].first ?? " ")
    && parts.joined().utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}

extension Tree {
  /// What is wrong where words behind a text without quotes are a comment: `Issue #1 Fixer` says “Issue”.
  package var lostWords: Diagnostic? {
    guard case .scalar(let text, isPlain: true) = value, place.start.line == place.end.line,
      let start = place.source.wordyComment(behind: place.end)
    else { return nil }
    let end = Position(line: start.line, column: start.column + 1)
    return Diagnostic(
      .warning, "what follows “#” is a comment: the text is “\(text.prefix(60))”",
      at: Place(place.source, start: start, end: end),
      help: "put the whole text in quotes; a comment of yours begins with “# ”")
  }
}

extension Reading {
  /// Warns where words are lost behind a text.
  package mutating func warn(ofCommentBehind tree: Tree) {
    if let lost = tree.lostWords { report.add(lost) }
  }

  /// `text` without templates; `nil`, and an error, if there is one in it.
  fileprivate mutating func plain(_ text: String, at place: Place) -> String? {
    guard let mark = text.templateMark else { return text }
    error(
      "“\(mark)” would be drawn as it stands", at: place,
      help: "write the words themselves: templates are for texts of presets and pages, and for "
        + "README badges")
    return nil
  }
}
