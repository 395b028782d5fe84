internal import BlazonArt
public import BlazonCheck
internal import BlazonForm
internal import BlazonLedger
public import BlazonScene
public import BlazonSource
public import BlazonSpec

/// A wall of badges, resolved until nothing is left to look up: of a person, or of a programme.
public struct WallDesign: Sendable {
  public typealias Run = TextTemplate.Run

  /// One badge with the words below it.
  public struct Item: Sendable {
    public typealias Run = TextTemplate.Run

    public var badge: Design
    /// With tier and year, as lists call it.
    public var title: Run
    /// As the wall calls it, and the same in fewer words.
    public var name: Run, short: Run
    /// What else is to be said: its tier or year and its state, the band of its family, or that there is a certificate.
    public var note: Run?
    /// What is said where nothing else is: the band of its family, or that there is a certificate.
    var kind: Run?
    /// The day of issue, or how it stands.
    public var date: Run?
    /// How often it was earned, as `×3`; `nil` for once.
    public var count: Run?
    /// How much of it is done, 0…1; `nil` of what is earned.
    public var progress: Double?
    /// Whether nobody whom the wall is of has it.
    public var isLocked = false
    /// Whether it is not only under way.
    public var isEarned = true
  }

  /// A number and what it counts.
  public struct Figure: Sendable {
    public var number: String
    public var label: Run
  }

  public let columns: Int
  /// The name at its top; `nil` for a wall without.
  public var heading: Run?
  public var lead: Run?
  public var figures: [Figure] = []
  public var items: [Item]
  /// How many are not shown, because the wall has its limit.
  public var rest = 0
  /// The file of the programme's logo, beside its name.
  public var logo: String?
  /// The recipient's picture, beside theirs.
  public var avatar: PageSubject.Portrait?
  public let theme: Theme
  public let language: String
  /// The programme's colour.
  public let color: Color
  public let weights: Weights
  public let title: String
  /// The alternative text.
  public let sentence: String
  public let place: Place
  public let provenance: Provenance

  /// What `awards`, all of one person and listed, come to; `locked` are badges that they lack, read as locked ones.
  ///
  /// `nil` if there is nothing to show.
  public init?(
    _ spec: WallSpec, of awards: [AwardDesign], lacking locked: [Badge], _ theme: Theme
  ) {
    let chosen = Set(spec.badges.map(\.value))
    let shown = awards.filter { award in
      award.isInForce && (chosen.isEmpty || chosen.contains(award.badge.id.value))
    }
    // Who holds nothing of it has no wall of what they lack.
    guard let first = shown.first else { return nil }
    let (programme, language) = (first.programme, first.language)
    let ranks = WallDesign.ranks(of: spec, programme)
    let sorted = shown.enumerated().sorted { a, b in
      let (one, other) = (a.element, b.element)
      let days = (one.grant.award.issued.value, other.grant.award.issued.value)
      switch spec.order {
      case .newest where days.0 != days.1: return days.1 < days.0
      case .oldest where days.0 != days.1: return days.0 < days.1
      case .title:
        let titles = [one, other].map { $0.facts[.awardTitle]?.plainText ?? "" }
        return titles[0] == titles[1] ? a.offset < b.offset : titles[0] < titles[1]
      case .written, .newest, .oldest:
        let places = [one, other].map { ranks[$0.badge.id.value] ?? .max }
        return (places[0], a.offset) < (places[1], b.offset)
      }
    }.map(\.element)
    let held = sorted.prefix(spec.limit).map { Item($0, theme) }
    let room = min(spec.locked, spec.limit - held.count)
    let lacking = locked.filter { chosen.isEmpty || chosen.contains($0.id.value) }
      .prefix(max(0, room)).map { badge in
        var item = Item(badge, of: programme, language, theme)
        item.setLocked(badge, programme, language)
        return item
      }
    items = WallDesign.level(held + lacking, programme, language)
    rest = sorted.count - held.count
    let name = first.facts[.recipientName]
    let issuer = first.facts[.issuerName]
    title = [name, issuer].compactMap { $0?.plainText }.joined(separator: " – ")
    let earnedItems = items.filter { !$0.isLocked && $0.isEarned }
    let listed = earnedItems.map(\.title.plainText).joined(separator: ", ")
    let said = programme.wording.text(
      .personSentence, in: language,
      filling: ["name": name?.plainText ?? "", "programme": issuer?.plainText ?? ""])
    sentence = listed.isEmpty ? "\(said)." : "\(said): \(listed)."
    (columns, self.theme, self.language, place) = (spec.columns, theme, language, first.place)
    color = WallDesign.color(of: programme, theme)
    weights = programme.weights
    provenance = Provenance(nil, of: programme)
    guard spec.hasHeader else { return }
    heading = name
    lead = issuer.map { issuer in
      let years = shown.map(\.grant.award.issued.value.year)
      let (first, last) = (years.min() ?? 0, years.max() ?? 0)
      let span = first == last ? "\(last)" : "\(first)–\(last)"
      return Run("\(issuer.plainText) · \(span)", in: issuer.language, at: issuer.place)
    }
    let earned = shown.filter(\.isEarned)
    let certified = earned.filter { $0.badge.words.certificate != nil }.count
    let skills = Set(earned.flatMap { $0.skills.map(\.text) }).count
    figures = WallDesign.figures(
      earned.count - certified, certified, skills, programme, language, first.place)
  }

  /// All badges of `programme`, for readers of `language`; `nil` if there are none to show.
  public init?(_ spec: WallSpec, of programme: Programme, _ language: String, _ theme: Theme) {
    let chosen = Set(spec.badges.map(\.value))
    let shown = programme.badges.filter { chosen.isEmpty || chosen.contains($0.id.value) }
    let ranks = WallDesign.ranks(of: spec, programme)
    let sorted = shown.sorted {
      (ranks[$0.id.value] ?? .max) < (ranks[$1.id.value] ?? .max)
    }
    let drawings = sorted.flatMap { badge in
      spec.tiers == .all ? badge.drawings : [badge.highest]
    }
    guard let first = shown.first else { return nil }
    var all = drawings.map { Item($0, of: programme, language, theme) }
    if spec.order == .title { all.sort { $0.title.plainText < $1.title.plainText } }
    items = WallDesign.level(Array(all.prefix(spec.limit)), programme, language)
    rest = drawings.count - items.count
    let name = Run(programme.name(in: language), in: language, at: first.id.place)
    title = name.plainText
    let listed = items.map(\.title.plainText).joined(separator: ", ")
    sentence = "\(name.plainText): \(listed)."
    (columns, self.theme, self.language, place) = (spec.columns, theme, language, first.id.place)
    color = WallDesign.color(of: programme, theme)
    weights = programme.weights
    provenance = Provenance(nil, of: programme)
    logo = programme.logo?.file(in: theme).path
    guard spec.hasHeader else { return }
    heading = name
    lead = programme.description.flatMap {
      Run($0, for: language, of: programme, at: first.id.place)
    }
    let certified = shown.filter { $0.words.certificate != nil }.count
    figures = WallDesign.figures(
      shown.count - certified, certified, 0, programme, language, first.id.place)
  }

  /// Where some say what they are beside their names, those that do not say that they are badges: captions have
  /// equally many lines.
  private static func level(
    _ items: [Item], _ programme: Programme, _ language: String
  ) -> [Item] {
    guard items.contains(where: { $0.note != nil }) else { return items }
    return items.map { item in
      guard item.note == nil else { return item }
      var item = item
      item.note = Run(
        programme.wording.text(.badge, in: language), in: language, at: item.name.place)
      return item
    }
  }

  /// What is counted at the top; one of a kind is told in the singular.
  private static func figures(
    _ badges: Int, _ certifications: Int, _ skills: Int, _ programme: Programme,
    _ language: String, _ place: Place
  ) -> [Figure] {
    let counts: [(Int, Wording.Word)] = [
      (badges, badges == 1 ? .badge : .badges),
      (certifications, certifications == 1 ? .certificate : .certifications),
      (skills > 1 ? skills : 0, .skills),
    ]
    return counts.filter { $0.0 > 0 }.map { count, word in
      Figure(
        number: String(count),
        label: Run(programme.wording.text(word, in: language), in: language, at: place))
    }
  }

  /// Where each badge stands: as the wall names them, else as the programme writes them.
  private static func ranks(of spec: WallSpec, _ programme: Programme) -> [String: Int] {
    let names =
      spec.badges.isEmpty ? programme.badges.map(\.id.value) : spec.badges.map(\.value)
    return Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  private static func color(of programme: Programme, _ theme: Theme) -> Color {
    let palette = Palette(words: nil, of: programme.colors(in: theme), vars: [], isFlat: false)
    return palette.color(.token("color"))
  }
}

extension WallDesign.Item {

  /// A badge as its award shows it.
  fileprivate init(_ award: AwardDesign, _ theme: Theme) {
    let (programme, language) = (award.programme, award.language)
    let badge = award.badge
    let place = award.place
    self.init(
      Design(
        badge, of: programme, width: .max, language: language, theme: theme, facts: award.facts,
        tellsState: false),
      of: badge, award.facts, award.standing, programme, language, place)
    date = award.facts[.awardIssued]
    count = award.grant.award.count.flatMap {
      $0.value > 1 ? Run("×\($0.value)", in: "und", at: $0.place) : nil
    }
    if badge.words.state == .inProgress { setProgress(badge, language, place) }
    isEarned = award.isEarned
  }

  /// Its words: the name, then tier or year and how it stands.
  private init(
    _ design: Design, of badge: Badge, _ facts: [TextTemplate.Fact: Run], _ standing: String?,
    _ programme: Programme, _ language: String, _ place: Place
  ) {
    let name = facts[.title] ?? Run(badge.id.value, in: "und", at: place)
    self.init(
      badge: design, title: facts[.awardTitle] ?? name, name: name, short: facts[.short] ?? name)
    let state = standing ?? badge.words.state.word.map { programme.wording.text($0, in: language) }
    let parts =
      AwardDesign.details(of: badge, called: name.plainText, in: programme, language)
      + [state].compactMap(\.self)
    kind =
      facts[.band]
      ?? badge.words.certificate.map { _ in
        Run(programme.wording.text(.certificate, in: language), in: language, at: place)
      }
    note = parts.isEmpty ? kind : Run(parts.joined(separator: " · "), in: language, at: place)
  }

  /// A badge, whoever has it.
  fileprivate init(
    _ badge: Badge, of programme: Programme, _ language: String, _ theme: Theme
  ) {
    let place = badge.id.place
    let facts = AwardDesign.words(of: badge, in: programme, language, at: place)
    self.init(
      Design(
        badge, of: programme, width: .max, language: language, theme: theme, tellsState: false),
      of: badge, facts, nil, programme, language, place)
    if badge.words.state == .inProgress { setProgress(badge, language, place) }
  }

  /// What is lacking says what it is, and in the place of the day that it is locked.
  fileprivate mutating func setLocked(
    _ badge: Badge, _ programme: Programme, _ language: String
  ) {
    isLocked = true
    guard let word = badge.words.state.word else { return }
    let place = badge.id.place
    let details = AwardDesign.details(of: badge, called: name.plainText, in: programme, language)
    note = details.isEmpty ? kind : Run(details.joined(separator: " · "), in: language, at: place)
    date = Run(programme.wording.text(word, in: language), in: language, at: place)
  }

  /// What is under way has no day yet, but a share where that is known.
  private mutating func setProgress(_ badge: Badge, _ language: String, _ place: Place) {
    date = nil
    progress = badge.words.progress
    guard let progress, let note else { return }
    self.note = Run(
      "\(note.plainText) · \(Int((progress * 100).rounded())) %", in: language, at: place)
  }
}

extension Badge {
  /// The drawing of its highest tier: the last of its ladder; the badge itself where it has none.
  fileprivate var highest: Badge {
    variants.last { $0.variant?.kind == .tier } ?? self
  }
}
