extension String {
  /// The first thing in the text that is written as a template, `{{word}}` or what began as one; `nil` if
  /// nothing is. Where no template is read, it would be drawn as it stands.
  package var templateMark: String? {
    var rest = Substring(self)
    while let brace = rest.firstIndex(of: "{") {
      rest = rest[brace...]
      if rest.hasPrefix("{{") { break }
      rest = rest.dropFirst()
    }
    guard rest.hasPrefix("{{") else { return nil }
    var end = rest.startIndex
    while end < rest.endIndex, !rest[end...].hasPrefix("}}") { end = rest.index(after: end) }
    return String(
      rest[..<(rest.index(end, offsetBy: 2, limitedBy: rest.endIndex) ?? end)].prefix(60))
  }
}
