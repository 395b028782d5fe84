internal import BlazonSource

/// Text with words of the badge in it: `{{band}} · {{programme}}`.
public struct TextTemplate: Hashable, Sendable {
  public enum Fact: String, CaseIterable, Sendable {
    case title, short, subtitle, band, marker, state, programme
  }

  public enum Piece: Hashable, Sendable {
    case text(String)
    case fact(Fact)
  }

  public var pieces: [Piece]

  /// The text, or `nil` if a fact it needs is absent.
  public func text(_ fact: (Fact) -> String?) -> String? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let literal): text += literal
      case .fact(let name):
        guard let value = fact(name) else { return nil }
        text += value
      }
    }
    return text
  }
}

extension Form where Value == TextTemplate {
  static let template = Form("text with {{words}}") { tree, reading in
    guard let text = Form<String>.words.read(tree, &reading) else { return nil }
    var pieces: [TextTemplate.Piece] = []
    var rest = Substring(text)
    while let open = rest.firstRange(of: "{{") {
      if open.lowerBound > rest.startIndex {
        pieces.append(.text(String(rest[..<open.lowerBound])))
      }
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "}}") else {
        reading.error("“{{” without “}}”", at: tree.place)
        return nil
      }
      let name = rest[..<close.lowerBound].filter { !$0.isWhitespace }
      guard let fact = TextTemplate.Fact(rawValue: name) else {
        reading.error(
          "unknown word “{{\(name)}}”", at: tree.place,
          help: helpText(for: name, among: TextTemplate.Fact.allCases.map(\.rawValue)))
        return nil
      }
      pieces.append(.fact(fact))
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return TextTemplate(pieces: pieces)
  }
}

extension Substring {
  fileprivate func firstRange(of mark: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(mark) { return start..<index(start, offsetBy: mark.count) }
      start = index(after: start)
    }
    return nil
  }
}
