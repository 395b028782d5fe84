public import BlazonArt
internal import BlazonForm
public import BlazonScene
public import BlazonSource
public import BlazonSpec

/// A badge at one size, resolved until nothing is left to look up.
public struct Design: Sendable {
  /// The badge's title, for the picture's name.
  public let title: String
  /// The alternative text: one sentence.
  public let sentence: String
  public let language: String
  /// The badge's words, by the names that templates call them, with the places they came from.
  public let facts: [TextTemplate.Fact: TextTemplate.Run]
  public let emblem: Picture?
  /// The emblem as a picture in full colours, where the preset has a place for one.
  public let scene: EmblemScene?
  /// The file of the programme's logo, the one for light grounds, and where the badge asks for it; `nil` if it does not.
  public let logo: Located<String>?
  public let stars: Int
  public let isFlat: Bool
  /// Whether the emblem wears the colours that nature gave it, where it has such.
  public let isNatural: Bool
  public var slots: Slots
  /// The pixel width that it is drawn for; `nil` for any.
  public let pixelWidth: Int?
  public let hasCapitals: Bool
  /// How much of it is done, 0…1.
  public let progress: Double
  public let palette: Palette
  /// What designs of one programme, of one or of many, have in common that are drawn alike; `nil` for one that shows
  /// facts of an award.
  public let likeness: String?
  /// Where its picture comes from.
  public let provenance: Provenance
  /// Whether nobody but us has written or drawn what it consists of.
  public let isShipped: Bool
  /// Where the badge is written.
  public let place: Place

  /// `width` is the pixel width that the drawing is meant for: small ones are drawn differently.
  ///
  /// `language` is one that the programme draws, its own unless given; a word that has no text in it
  /// is taken in the programme's. `theme` is that of the page it stands on.
  /// `award` are facts of the award that a personal badge may show. Whether it `tellsState` in words is for
  /// those to say who tell it beside the badge.
  public init(
    _ badge: Badge, of programme: Programme, width: Int, language: String? = nil,
    theme: Theme = .light, facts award: [TextTemplate.Fact: TextTemplate.Run] = [:],
    tellsState: Bool = true
  ) {
    provenance = Provenance(badge, of: programme)
    place = badge.id.place
    let badge = theme == .dark ? badge.dark ?? badge : badge
    let slots = badge.slots(width: width)
    let words = badge.words
    let language = language ?? programme.language
    func run(_ text: String, _ place: Place) -> TextTemplate.Run {
      TextTemplate.Run(text, in: language, at: place)
    }
    func text(_ word: Located<LocalizedText>?) -> TextTemplate.Run? {
      word.flatMap { word in
        (word.value.text(in: language) ?? word.value.text(in: programme.language))
          .map { run($0, word.place) }
      }
    }
    let title = text(words.title) ?? run(badge.id.value, badge.id.place)
    var facts = award.merging([.title: title, .short: text(words.short) ?? title]) { $1 }
    if !programme.name.isEmpty {
      facts[.programme] = run(programme.name(in: language), badge.id.place)
    }
    facts[.subtitle] = text(words.subtitle)
    facts[.band] = text(words.band)
    facts[.marker] = words.marker.map { run($0.value, $0.place) }
    if tellsState, let word = words.state.word {
      facts[.state] = run(programme.wording.text(word, in: language), badge.id.place)
    }
    func unlessRepeated(_ run: TextTemplate.Run?) -> TextTemplate.Run? {
      let said = [title, facts[.subtitle]].map { $0?.text.lowercased() }
      return said.contains(run?.text.lowercased()) ? nil : run
    }
    facts[.tag] = facts[.state] ?? unlessRepeated(facts[.band])
    facts[.label] = facts[.tag] ?? (facts[.band] == nil ? unlessRepeated(facts[.programme]) : nil)

    (self.title, self.language) = (title.text, language)
    self.facts = facts
    // A state may show another in its place, such as a padlock.
    let replacement = slots.emblem?.replacement
    emblem =
      replacement.map { .drawn($0) } ?? words.emblem.map {
        Picture($0, slots, stars: words.stars ?? 0)
      }
      ?? Emblem(named: "star").map { .drawn($0) }
    if case .artwork = emblem { isShipped = false } else { isShipped = badge.isDesignShipped }
    if case .scene(let scene) = words.emblem?.value, words.says("scene"), slots.scene != nil {
      self.scene = scene
    } else {
      scene = nil
    }
    isNatural = words.emblemColor == .natural && words.state == .active && replacement == nil
    logo = words.logo.flatMap { asked in
      guard asked.value else { return nil }
      return programme.logo.map { Located($0.file(in: .light).path, asked.place) }
    }
    stars = words.stars ?? 0
    isFlat = words.finish == .flat
    self.slots = slots
    pixelWidth = width == .max ? nil : width
    hasCapitals = words.hasCapitals
    progress = words.progress ?? Design.usualProgress
    palette = Palette(
      words: words, of: programme.colors(in: theme), vars: slots.vars,
      isFlat: words.finish == .flat)
    let isPersonal = !slots.facts.isDisjoint(with: TextTemplate.personalFacts)
    likeness =
      isPersonal
      ? nil
      : [
        badge.likeness(in: programme, language), theme.rawValue, pixelWidth.map(String.init) ?? "",
        tellsState ? "" : "untold",
      ].joined(separator: "/")
    sentence =
      words.alt?.text(in: language)
      ?? Design.sentence(
        for: badge, title: title.text, facts: facts, slots, of: programme,
        in: language)
  }

  /// What stands in the middle of the badge.
  public enum Picture: Hashable, Sendable {
    /// An emblem of the library, a monogram or a numeral.
    case drawn(Emblem)
    /// Letters that no monogram has.
    case typed(String)
    /// The drawing of the programme's own in the file at this path.
    case artwork(String)

    /// Letters and numbers leave out what the badge has about them or above them itself.
    init(_ choice: Located<EmblemChoice>, _ slots: Slots, stars: Int) {
      let slot = slots.emblem
      switch choice.value {
      case .library(let emblem): self = .drawn(emblem)
      case .letters(let letters, let drawn):
        let shown = String(letters.prefix(slot?.letters.count ?? 4))
        let monogram =
          slots.dressEmblem
          ? Emblem.monogram(shown, isFramed: false)
          : shown == letters ? drawn : Emblem.monogram(shown)
        self = monogram.map { .drawn($0) } ?? .typed(shown)
      // Half a number would be another number.
      case .number(let number, let drawn):
        let dress: NumeralDress =
          slots.dressEmblem ? .none : stars > 0 && slots.stars != nil ? .starless : .full
        self = .drawn(dress == .full ? drawn : Emblem.numeral(number, dress: dress) ?? drawn)
      case .scene(let scene): self = .drawn(scene.emblem)
      case .file(let path, let small):
        let isSmall = slot?.style == .simple
        self = .artwork(choice.place.file(isSmall ? small ?? path : path))
      }
    }
  }

  /// What a badge in progress shows that does not say how far it is.
  static let usualProgress = 0.6

  /// The text of `template`; `nil` if a word is absent.
  public func text(of template: TextTemplate) -> TextTemplate.Run? {
    facts[.title].flatMap { title in
      template.run(in: language, at: title.place) { facts[$0] }
    }
  }
}

extension Slots {
  /// Whether a gauge, a dial or a wreath stands about the emblem.
  fileprivate var dressEmblem: Bool {
    laurel?.isAroundEmblem == true || rings.contains(where: \.isAroundEmblem)
  }
}

extension Badge {
  /// What drawings of the badge in `language` have in common, by whomever it was earned, unless they show facts of
  /// an award.
  public func likeness(in programme: Programme, _ language: String) -> String {
    let progress = words.progress.map { "/\($0)" } ?? ""
    return "\(programme.id)/\(fileName)/\(words.state.rawValue)\(progress)/\(language)"
  }
}

extension Words.State {
  /// What the badge says of its state; `nil` for the state that needs no words.
  public var word: Wording.Word? {
    switch self {
    case .active: nil
    case .comingSoon: .comingSoon
    case .inProgress: .inProgress
    case .locked: .locked
    case .archived: .archived
    case .expired: .expired
    case .revoked: .revoked
    case .emeritus: .emeritus
    }
  }
}

extension Design {
  /// “Design Pioneer: achievement badge of Meshery, a drafting compass on a hexagon, marked 1.”
  private static func sentence(
    for badge: Badge, title: String, facts: [TextTemplate.Fact: TextTemplate.Run], _ slots: Slots,
    of programme: Programme, in language: String
  ) -> String {
    guard language.prefix(while: { $0 != "-" }) == "en" else {
      return plainSentence(
        for: badge, title: title, facts: facts, slots, of: programme, in: language)
    }
    let words = badge.words
    let title = [title, facts[.subtitle]?.text].compactMap(\.self).joined(separator: ", ")
    let kind = (facts[.band]?.text).map { "\($0.lowercased()) badge" } ?? "badge"
    var sentence = "\(title): \(kind)" + (programme.name.isEmpty ? "" : " of \(programme.name)")
    let ground = badge.silhouette.phrase
    switch words.emblem?.value {
    case .library(let emblem): sentence += ", \(emblem.subject) on \(ground)"
    case .scene(let scene): sentence += ", \(scene.emblem.subject) on \(ground)"
    case .letters(let letters, _): sentence += ", the letters \(letters) on \(ground)"
    case .number(let number, _): sentence += ", the number \(number) on \(ground)"
    // It has a shape of its own, which nobody here knows.
    case .file where slots.emblem?.fit == .square: break
    case .file, nil: sentence += ", \(ground)"
    }
    if slots.marker?.text != nil, let marker = words.marker?.value {
      sentence += ", marked \(marker)"
    }
    if slots.stars != nil, let stars = words.stars, stars > 0 {
      sentence += stars == 1 ? ", with one star" : ", with \(stars) stars"
    }
    // A year shows as the marker, which is told already.
    if let variant = badge.variant, variant.phrase != words.marker?.value {
      sentence += ", \(variant.phrase)"
    }
    if badge.hasPlaceForName, let name = facts[.recipientName]?.text {
      sentence += ", with the name \(name)"
    }
    if let word = words.state.word {
      sentence += "; \(programme.wording.text(word, in: "en").lowercased())"
    }
    return sentence + "."
  }
}

extension Design {
  /// “Nachtwache: Seemannschaft, Rettungsbund Tidewater, 7, Archiviert; Emblem: ein Anker; Form: Sechseck.” A list, as
  /// it is right in every language.
  private static func plainSentence(
    for badge: Badge, title: String, facts: [TextTemplate.Fact: TextTemplate.Run], _ slots: Slots,
    of programme: Programme, in language: String
  ) -> String {
    let words = badge.words
    let wording = programme.wording
    var parts = [facts[.band]?.text, facts[.programme]?.text]
    switch words.emblem?.value {
    case .letters(let text, _), .number(let text, _): parts.append(text)
    case .library, .scene, .file, nil: break
    }
    if slots.marker?.text != nil { parts.append(words.marker?.value) }
    if let variant = badge.variant {
      switch variant.kind {
      case .tier: parts.append(wording.tier(variant.name, in: language))
      case .year: parts.append(variant.name == words.marker?.value ? nil : variant.name)
      case .count: parts.append(variant.count.map { wording.times($0, in: language) })
      }
    }
    if badge.hasPlaceForName { parts.append(facts[.recipientName]?.text) }
    parts.append(words.state.word.map { wording.text($0, in: language) })
    let title = [title, facts[.subtitle]?.text].compactMap(\.self).joined(separator: ", ")
    let rest = parts.compactMap(\.self).joined(separator: ", ")
    var sentence = rest.isEmpty ? title : "\(title): \(rest)"
    func tell(_ word: Wording.Word, _ picture: String?) {
      if let picture { sentence += "; \(wording.text(word, in: language)): \(picture)" }
    }
    switch words.emblem?.value {
    case .library(let emblem): tell(.emblem, wording.picture(emblem.name, in: language))
    case .scene(let scene): tell(.emblem, wording.picture(scene.name, in: language))
    case .letters, .number, .file, nil: break
    }
    if case .file = words.emblem?.value, slots.emblem?.fit == .square { return sentence + "." }
    tell(.shape, wording.picture("shape-\(badge.silhouette.rawValue)", in: language))
    return sentence + "."
  }
}

extension Silhouette {
  /// The shape with its article.
  fileprivate var phrase: String {
    switch self {
    case .octagon: "an octagon"
    case .rect: "a square"
    case .smallPennant: "a pennant"
    case .circle, .hexagon, .diamond, .shield, .seal, .star, .squircle, .pennant: "a \(rawValue)"
    }
  }
}
