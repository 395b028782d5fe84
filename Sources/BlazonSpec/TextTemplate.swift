internal import BlazonForm
internal import BlazonSource

/// Text with facts in it: `{{band}} · {{programme}}`.
public struct TextTemplate: Hashable, Sendable {
  /// What a text may show: words of the badge and, where there is an award, facts of it.
  public enum Fact: String, CaseIterable, Sendable {
    case title, short, subtitle, band, marker, state, programme
    case recipientName = "recipient.name"
    case recipientLegalName = "recipient.legal-name"
    case recipientHandle = "recipient.handle"
    case awardTitle = "award.title"
    case awardDescription = "award.description"
    case awardCriteria = "award.criteria"
    case awardStatement = "award.statement"
    case awardIssued = "award.issued"
    case awardExpires = "award.expires"
    case awardID = "award.id"
    case awardTier = "award.tier"
    case awardCount = "award.count"
    case awardURL = "award.url"
    /// The skills, joined by dots.
    case awardSkills = "award.skills"
    case issuerName = "issuer.name"
    /// Where the programme is published, without `https://`.
    case issuerHost = "issuer.host"
    case certificateWord = "word.certificate"
    case certifyWord = "word.certify"
    case earnedWord = "word.earned"
    case issuedWord = "word.issued"
    case validUntilWord = "word.valid-until"
    case numberWord = "word.number"
    case skillsWord = "word.skills"
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
  static let template = Form("text with {{words}}", .words) { tree, reading in
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
  /// Where `mark` first stands.
  func firstRange(of mark: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(mark) { return start..<index(start, offsetBy: mark.count) }
      start = index(after: start)
    }
    return nil
  }
}
