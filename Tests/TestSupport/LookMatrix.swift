/// The badges by which the art is judged: every preset in every state with every set of words, and the kinds
/// that are easiest to get wrong. Each is the text of a badge in a spec.
public enum LookMatrix {
  public static let presets = [
    "pennant", "hexagon", "shield", "seal", "diamond", "patch", "rosette",
  ]

  public static let states = [
    "active", "coming-soon", "in-progress", "locked", "archived", "expired", "revoked", "emeritus",
  ]

  /// From a title alone to all that a badge can say.
  public static let words = [
    "title: Mentor", "title: Site Reliability Engineer",
    "title: Mentor, subtitle: Founding member", "title: Mentor, stars: 3",
    "title: Mentor, marker: 12",
    "title: Cloud Security Hero, subtitle: Level two, stars: 4, marker: 2026, band: Club",
  ]

  /// The badges of `preset`, a row of states for each set of words.
  public static func badges(of preset: String, emblem: String) -> [String] {
    words.flatMap { words in
      states.map { "preset: \(preset), state: \($0), \(words), emblem: \(emblem)" }
    }
  }

  /// Words under words, on gauges, dials and padlocks, beside markers and ribbons, and colours that vanish.
  public static let kinds = [
    "preset: pennant, state: coming-soon, title: Harbour Pilot Trainer, subtitle: Second year, stars: 3, emblem: anchor",
    "preset: pennant, state: emeritus, title: Pilot, marker: HPT, emblem: anchor",
    "preset: pennant, state: in-progress, title: Navigator, emblem: anchor",
    "preset: pennant, state: locked, title: Pilot, subtitle: First of the crew, emblem: anchor",
    "preset: shield, state: locked, title: Pilot, subtitle: First of the crew, emblem: anchor",
    "preset: hexagon, state: locked, title: Pilot, subtitle: First of the crew, emblem: anchor",
    "preset: seal, state: locked, title: Pilot, subtitle: Second year, emblem: anchor",
    "preset: seal, state: expired, title: Pilot, subtitle: First of the crew, emblem: anchor",
    "preset: diamond, state: expired, title: Harbour Pilot Trainer, subtitle: Second year, stars: 3, emblem: anchor",
    "preset: diamond, state: emeritus, title: Harbour Pilot Trainer, subtitle: Second year, stars: 3, emblem: anchor",
    "preset: patch, state: coming-soon, title: Pilot, subtitle: Second year, emblem: anchor",
    "preset: patch, title: Pilot, subtitle: Second year, marker: 12, emblem: anchor",
    "preset: patch, state: locked, title: Pilot, subtitle: Second year, emblem: anchor",
    "preset: shield, state: coming-soon, title: Pilot, subtitle: With honours, emblem: target",
    "preset: shield, state: expired, title: Pilot, subtitle: Second year, emblem: anchor",
    "preset: hexagon, state: in-progress, title: Pilot, subtitle: Second year, emblem: anchor",
    "preset: pennant, title: Tidal Stream Forecaster, stars: 4, marker: 100, band: Crew, emblem: anchor",
    "preset: diamond, state: coming-soon, title: Pilot, emblem: anchor",
    "preset: rosette, title: Pilot, color: \"#000000\", emblem: anchor",
    "preset: pennant, state: in-progress, finish: flat, title: Pilot, emblem: anchor",
  ]
}
