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
    guard !badge.isAdjusted, emblemPath == nil else { return nil }
    let words = badge.words
    let colors = programme.colors(in: .light)
    var look: [String] = []
    if words.state != .active { look.append(words.state.rawValue) }
    if words.finish == .flat { look.append("flat") }
    if let metal = words.metal { look.append(metal.rawValue) }
    look.append(badge.presetName)
    var items = [look.joined(separator: " ")]
    switch emblem {
    case .library(let emblem): items.append(emblem.name.replacing("-", with: " "))
    case .letters(let letters): items.append("letters \(Sentence.quoted(letters))")
    case .file, nil: break
    }
    func say(_ word: String, _ text: String?) {
      if let text { items.append("\(word) \(Sentence.quoted(text))") }
    }
    say("title", title)
    if words.short != nil { say("short", facts[.short]?.text) }
    say("subtitle", facts[.subtitle]?.text)
    say("band", facts[.band]?.text)
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
