public import BlazonSource

/// A checked programme: its identity and its badges, each with everything it inherits.
public struct Programme: Sendable {
  public let id: String
  public let name: String
  public let publish: String?
  public let language: String
  /// What `$color` means in the words of a badge.
  public let color: ColorExpression?
  public let paper: ColorExpression?
  public let ink: ColorExpression?
  public let badges: [Badge]

  /// The most badges of one programme.
  static let badgeLimit = 5000

  /// Reads `document`; `base` is the document of the programme it extends.
  ///
  /// `nil` if the programme has no id or no name; badges that are wrong are left out. Either is in
  /// the report.
  public init?(_ document: ProgrammeDocument, base: ProgrammeDocument?, report: inout Report) {
    var reading = Reading()
    defer { report.add(reading.report) }
    guard
      var fields = Fields(
        document.main, of: "programme.yaml", declared: ProgrammeKeys.all, &reading)
    else { return nil }
    reading.tokens = []
    _ = fields.require(ProgrammeKeys.blazon, &reading)
    let id = fields.require(ProgrammeKeys.programme, &reading)
    let name = fields.require(ProgrammeKeys.name, &reading)
    publish = fields.take(ProgrammeKeys.publish, &reading)
    language = fields.take(ProgrammeKeys.language, &reading) ?? "en"
    color = fields.take(ProgrammeKeys.color, &reading)
    reading.tokens = ["color"]
    _ = fields.take(ProgrammeKeys.accent, &reading)
    _ = fields.take(ProgrammeKeys.metal, &reading)
    _ = fields.take(ProgrammeKeys.finish, &reading)
    paper = fields.take(ProgrammeKeys.paper, &reading)
    ink = fields.take(ProgrammeKeys.ink, &reading)
    _ = fields.take(ProgrammeKeys.families, &reading)
    _ = fields.take(ProgrammeKeys.presets, &reading)
    _ = fields.take(ProgrammeKeys.badges, &reading)
    _ = fields.take(ProgrammeKeys.extends, &reading)
    let include = fields.take(ProgrammeKeys.include, &reading) ?? []
    _ = fields.take(ProgrammeKeys.partnerOf, &reading)
    _ = fields.take(ProgrammeKeys.logo, &reading)
    _ = fields.take(ProgrammeKeys.languages, &reading)
    _ = fields.take(ProgrammeKeys.fonts, &reading)
    _ = fields.take(ProgrammeKeys.awards, &reading)
    _ = fields.take(ProgrammeKeys.tiers, &reading)
    _ = fields.take(ProgrammeKeys.words, &reading)
    _ = fields.take(ProgrammeKeys.themes, &reading)
    _ = fields.take(ProgrammeKeys.withdrawn, &reading)
    _ = fields.take(ProgrammeKeys.budget, &reading)
    _ = fields.take(ProgrammeKeys.check, &reading)
    fields.finish(&reading)

    let inheritance = Inheritance(
      document, base: base, hasOwnColor: color != nil, language: language, &reading)
    badges = inheritance.badges(including: include, &reading)
    guard let id, let name else { return nil }
    self.id = id.value
    self.name =
      name.value.text(in: language) ?? name.value.texts.min { $0.key < $1.key }?.value ?? id.value
  }
}
