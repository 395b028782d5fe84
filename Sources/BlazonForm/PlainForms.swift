internal import BlazonSource

/// Texts that are drawn or written as they stand.
extension Form where Value == String {
  /// Words that are drawn on the art.
  package static let words = Form("text", .words) { tree, reading in
    Form.templateWords.read(tree, &reading).flatMap { reading.plain($0, at: tree.place) }
  }

  /// Sentences for pages and files, of any length.
  package static let prose = Form("text", .prose) { tree, reading in
    Form.text.read(tree, &reading).flatMap { reading.plain($0, at: tree.place) }
  }
}

extension Reading {
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
