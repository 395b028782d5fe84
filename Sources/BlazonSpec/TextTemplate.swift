internal import BlazonForm
internal import BlazonScene
public import BlazonSource

/// Text with facts in it: `{{band}} · {{programme}}`.
public struct TextTemplate: Hashable, Sendable {
  /// What a text may show: words of the badge and, where there is an award, facts of it.
  public enum Fact: String, CaseIterable, Sendable {
    case title, short, subtitle, band, marker, state, programme
    /// The state, or else the band; absent where it would only repeat the title or the subtitle.
    case tag
    /// The tag, or else the programme's name; absent where it would only repeat one of them.
    case label
    case recipientName = "recipient.name"
    case recipientLegalName = "recipient.legal-name"
    case recipientHandle = "recipient.handle"
    case awardTitle = "award.title"
    case awardDescription = "award.description"
    case awardCriteria = "award.criteria"
    case awardStatement = "award.statement"
    case awardIssued = "award.issued"
    case awardExpires = "award.expires"
    /// The day of the last renewal; absent where there was none.
    case awardRenewed = "award.renewed"
    case awardID = "award.id"
    case awardTier = "award.tier"
    case awardCount = "award.count"
    case awardURL = "award.url"
    /// That the award does not hold: revoked, expired, superseded, not yet valid; absent where it does.
    case awardStanding = "award.standing"
    /// That the award is in force and has a credential that proves it; absent where it does not.
    case awardVerified = "award.verified"
    /// The skills, joined by dots.
    case awardSkills = "award.skills"
    /// The competencies, joined by dots.
    case awardCompetencies = "award.competencies"
    case issuerName = "issuer.name"
    /// The programme that this one is a partner of.
    case issuerPartner = "issuer.partner"
    /// Where the programme is published, without `https://`.
    case issuerHost = "issuer.host"
    case certificateWord = "word.certificate"
    case certifyWord = "word.certify"
    case earnedWord = "word.earned"
    case issuedWord = "word.issued"
    case validUntilWord = "word.valid-until"
    case numberWord = "word.number"
    case skillsWord = "word.skills"
    case partnerOfWord = "word.partner-of"
  }

  /// Facts that differ from award to award.
  public static let personalFacts = Set(
    Fact.allCases.filter { $0.rawValue.hasPrefix("recipient.") || $0.rawValue.hasPrefix("award.") })

  public enum Piece: Hashable, Sendable {
    case text(String)
    case fact(Fact)
    /// A fact of awards that is the programme's own: `{{award.hours}}`.
    case own(String)
  }

  /// A text with the language it is written in and the place it came from.
  public struct Run: Hashable, Sendable {
    public var text: String
    /// BCP 47; `und` where nobody said.
    public var language: String
    public var place: Place

    public init(_ text: String, in language: String, at place: Place) {
      (self.text, self.language, self.place) = (text, language, place)
    }

    /// The text for machines: without what isolates values in it.
    public var plainText: String {
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }))
    }
  }

  public var pieces: [Piece]

  public init(pieces: [Piece]) { self.pieces = pieces }

  /// The text, in pieces of one language each: a name stays a name. What is written in the template itself
  /// is in `language`, at `place`. `nil` if a fact it needs is absent.
  public func runs(
    in language: String, at place: Place, own: (String) -> Run? = { _ in nil },
    _ fact: (Fact) -> Run?
  ) -> [Run]? {
    var runs: [Run] = []
    for piece in pieces {
      switch piece {
      case .text(let literal): runs.append(Run(literal, in: language, at: place))
      case .fact(let name):
        guard let run = fact(name) else { return nil }
        runs.append(run)
      case .own(let name):
        guard let run = own(name) else { return nil }
        runs.append(run)
      }
    }
    return runs
  }

  /// The same as one text: in the language of its only fact, or else in `language`; at the place of its
  /// first fact, or else at `place`.
  public func run(
    in language: String, at place: Place, own: (String) -> Run? = { _ in nil },
    _ fact: (Fact) -> Run?
  ) -> Run? {
    guard let runs = runs(in: language, at: place, own: own, fact) else { return nil }
    let known = zip(pieces, runs).first { piece, _ in
      if case .text = piece { false } else { true }
    }?.1
    return Run(
      isolating(runs, in: language).joined(), in: runs.count == 1 ? runs[0].language : language,
      at: known?.place ?? place)
  }

  /// The texts of `runs`. Where some run from the right each fact is isolated, so that a date or a name of
  /// the other direction stays whole (UAX #9).
  private func isolating(_ runs: [Run], in language: String) -> [String] {
    guard
      runs.count > 1,
      TextDirection(ofLanguage: language) == .rightToLeft
        || runs.contains(where: { $0.text.unicodeScalars.contains(where: runsFromRight) })
    else { return runs.map(\.text) }
    return zip(pieces, runs).map { piece, run in
      if case .text = piece { run.text } else { "\u{2068}\(run.text)\u{2069}" }
    }
  }
}

/// Whether `scalar` is in a block of letters that are written from right to left.
private func runsFromRight(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
  default: false
  }
}

extension Form where Value == TextTemplate {
  static let template = Form("text with {{words}}", .template) { tree, reading in
    guard let text = Form<String>.templateWords.read(tree, &reading) else { return nil }
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
      if let fact = TextTemplate.Fact(rawValue: name) {
        pieces.append(.fact(fact))
      } else if name.hasPrefix("award."), reading.facts.contains(String(name.dropFirst(6))) {
        pieces.append(.own(String(name.dropFirst(6))))
      } else {
        let own = reading.facts.sorted().map { "award.\($0)" }
        reading.error(
          "unknown word “{{\(name)}}”", at: tree.place,
          help: helpText(for: name, among: TextTemplate.Fact.allCases.map(\.rawValue) + own))
        return nil
      }
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
