internal import BlazonArt
internal import BlazonForm
internal import BlazonScene
internal import BlazonSentence
internal import BlazonSource
public import BlazonSpec

extension Design {
  /// What the badge says, as a sentence that draws it again: “gold shield, open book, title Docs”.
  ///
  /// `nil` where words do not tell all: places of its own under `adjust`, an emblem from a file.
  public func blazon(of badge: Badge, in programme: Programme) -> String? {
    let words = badge.words
    guard !badge.isAdjusted, words.emblem?.path == nil, words.logo?.value != true else {
      return nil
    }
    let colors = programme.colors(in: .light)
    var look: [String] = []
    if words.state != .active { look.append(words.state.rawValue) }
    if words.finish == .flat { look.append("flat") }
    if let metal = words.metal { look.append(metal.rawValue) }
    look.append(badge.presetName)
    var items = [look.joined(separator: " ")]
    switch words.emblem?.value {
    case .library(let emblem): items.append(emblem.name.replacing("-", with: " "))
    case .letters(let letters, _): items.append("letters \(Sentence.quoted(letters))")
    case .number(let number, _): items.append("number \(Sentence.quoted(number))")
    case .scene(let scene): items.append("scene \(scene.name)")
    case .file, nil: break
    }
    func say(_ word: String, _ text: String?) {
      if let text { items.append("\(word) \(Sentence.quoted(text))") }
    }
    say("title", title)
    if words.short != nil { say("short", facts[.short]?.text) }
    say("subtitle", facts[.subtitle]?.text)
    say("band", facts[.band]?.text)
    if words.emblemColor == .natural { items.append("emblem-color natural") }
    say("marker", facts[.marker]?.text)
    if let stars = words.stars { items.append(stars == 1 ? "one star" : "\(stars) stars") }
    // Expressions are told as what they come to: the programme's colour is not known elsewhere.
    let color = palette.color(.token("color")).hexText
    if words.color != nil {
      say("color", color)
    } else if colors.color != nil {
      say("programme-color", color)
    }
    if words.accent != nil { say("accent", palette.color(.token("accent")).hexText) }
    if !programme.name.isEmpty { say("of", programme.name) }
    if colors.paper != nil { say("paper", palette.color(.token("paper")).hexText) }
    if colors.ink != nil { say("ink", palette.color(.token("ink")).hexText) }
    if language != "en" { say("language", language) }
    return items.joined(separator: ", ")
  }
}
