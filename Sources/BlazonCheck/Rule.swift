public import BlazonSource

/// What is checked of every badge and award, beside the language itself.
///
/// To add one is to add a row here, and the place that measures it; `check:` in specs, `list rules`, the
/// reference of the language and the messages come from the rows.
public struct Rule: Hashable, Sendable {
  /// As messages and `check:` call it.
  public let id: String
  /// What holds where nothing is reported.
  public let summary: String
  /// How much a breach weighs unless the programme says otherwise.
  public let weight: Weight
  /// Whether a programme may say otherwise: what breaks a picture is always an error.
  public let isMatterOfTaste: Bool

  /// How much a breach of a rule weighs.
  public enum Weight: String, CaseIterable, Sendable { case error, warning, off }

  private init(
    _ id: String, _ summary: String, weighs weight: Weight = .error, isMatterOfTaste: Bool = false
  ) {
    (self.id, self.summary, self.isMatterOfTaste) = (id, summary, isMatterOfTaste)
    self.weight = weight
  }

  public static let fit = Rule(
    "fit", "words fit the place that the design keeps for them, at a size that can be read")
  public static let glyphs = Rule(
    "glyphs", "a font at hand writes every letter of every name and title")
  public static let safeArea = Rule(
    "safe-area", "what is read on cards and certificates lies where nothing is cropped",
    isMatterOfTaste: true)
  public static let sentences = Rule(
    "sentences", "no two badges have the same alternative text", isMatterOfTaste: true)
  public static let numbers = Rule(
    "numbers", "every certificate has a number, and no two the same")
  public static let files = Rule(
    "files", "no two badges write the same file, no ledger or drawing is missing")
  public static let overlap = Rule(
    "overlap", "words, stars, marker, ornaments and emblem stand clear of each other",
    isMatterOfTaste: true)
  public static let contrast = Rule(
    "contrast", "words, emblem and edge are seen against what is behind them",
    isMatterOfTaste: true)
  public static let legible = Rule(
    "legible", "no letter is smaller than 9 pixels where it is drawn", isMatterOfTaste: true)
  public static let colorBlind = Rule(
    "colour-blind", "the tiers of a badge are told apart without red, green or blue",
    isMatterOfTaste: true)
  public static let duplicate = Rule(
    "duplicate", "no two badges look the same", isMatterOfTaste: true)
  public static let criteria = Rule(
    "criteria", "every badge says what it takes to earn it; off unless asked for", weighs: .off,
    isMatterOfTaste: true)
  public static let states = Rule(
    "states", "a badge can be drawn in every state that somebody has it in")
  public static let withdrawn = Rule(
    "withdrawn", "nothing is drawn that the programme has withdrawn")
  public static let requirements = Rule(
    "requirements", "whoever earns a badge holds, on that day, those that it requires",
    isMatterOfTaste: true)
  public static let budget = Rule(
    "budget", "no file has more bytes than the programme lets it have")

  /// In the order in which lists show them.
  public static let all =
    [
      fit, glyphs, overlap, contrast, legible, colorBlind, duplicate, criteria, safeArea, sentences,
      numbers, requirements, files, states, withdrawn, budget,
    ] + ofFolders
}

// Rules of folders of pictures that others made, which are no programme.
extension Rule {
  public static let pair = Rule("pair", "the SVG and the PNG of a badge are one picture")
  public static let liveText = Rule(
    "live-text", "no drawing has words that depend on the reader's fonts")
  public static let twins = Rule("twins", "no two badges of a folder have one picture")
  public static let unreadable = Rule("unreadable", "every picture of a folder can be drawn")
  public static let formats = Rule(
    "formats", "every badge of a folder has an SVG and a PNG", weighs: .warning)
  public static let embedded = Rule(
    "embedded", "no drawing carries a picture of pixels", weighs: .warning)
  public static let alternative = Rule(
    "alternative", "every drawing has a title, a description and a role", weighs: .warning)
  public static let heavy = Rule("heavy", "no picture of a folder is heavy", weighs: .warning)
  public static let margins = Rule(
    "margins", "no picture of a folder has wide margins that are empty", weighs: .warning)
  public static let drift = Rule(
    "drift", "a badge of a folder has one name everywhere", weighs: .warning)

  /// Those that are asked of folders of pictures.
  public static let ofFolders = [
    pair, liveText, twins, unreadable, formats, embedded, alternative, heavy, margins, drift,
  ]
}

/// How much a programme minds each rule that is a matter of taste.
public struct Weights: Hashable, Sendable {
  private var own: [String: Rule.Weight] = [:]

  public init() {}

  /// What a breach of `rule` weighs.
  public subscript(rule: Rule) -> Rule.Weight {
    get { own[rule.id] ?? rule.weight }
    set { own[rule.id] = newValue }
  }
}

extension Report {
  /// Adds a breach of `rule`, as heavy as `weights` say. `measure` is what was found, and what is allowed.
  public mutating func add(
    _ rule: Rule, _ message: String, at place: Place?, weights: Weights = Weights(),
    measure: Measure? = nil, help: String? = nil, notes: [String] = []
  ) {
    let severity: Diagnostic.Severity
    switch weights[rule] {
    case .error: severity = .error
    case .warning: severity = .warning
    case .off: return
    }
    var diagnostic = Diagnostic(severity, message, at: place, help: help, notes: notes)
    (diagnostic.rule, diagnostic.measure) = (rule.id, measure)
    add(diagnostic)
  }
}
