public import BlazonSource

/// A checked programme: its identity and its badges, each with everything it inherits.
public struct Programme: Sendable {
  public let id: String
  /// Empty for a badge that is drawn by itself.
  public let name: String
  public let publish: String?
  public let language: String
  /// What `$color` means in the words of a badge.
  public let color: ColorExpression?
  public let paper: ColorExpression?
  public let ink: ColorExpression?
  public let badges: [Badge]
  /// The languages, beside its own, in which people get cards and certificates.
  public let languages: [String]
  public let logo: Located<String>?
  public let fonts: FontFamilies
  /// Files relative to its folder.
  public let ledgers: [Located<String>]
  public let wording: Wording
  public let pages: Pages
  public let readmeBadge: ReadmeSpec

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
    let name =
      document.isAnonymous
      ? fields.locate(ProgrammeKeys.name, &reading)
        ?? Located(LocalizedText(""), document.main.place)
      : fields.require(ProgrammeKeys.name, &reading)
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
    logo = fields.locate(ProgrammeKeys.logo, &reading)
    languages = (fields.take(ProgrammeKeys.languages, &reading) ?? []).map(\.value)
    fonts =
      fields.take(ProgrammeKeys.fonts, &reading)
      ?? base?.main["fonts"].flatMap { FontFamilies.form.read($0, &reading) } ?? FontFamilies()
    ledgers = fields.take(ProgrammeKeys.awards, &reading) ?? []
    _ = fields.take(ProgrammeKeys.tiers, &reading)
    wording = Wording(fields.take(ProgrammeKeys.words, &reading), &reading)
    _ = fields.take(ProgrammeKeys.themes, &reading)
    _ = fields.take(ProgrammeKeys.withdrawn, &reading)
    _ = fields.take(ProgrammeKeys.budget, &reading)
    _ = fields.take(ProgrammeKeys.check, &reading)
    fields.finish(&reading)

    let documents = [base, document].compactMap(\.self)
    pages = Pages(documents, &reading)
    readmeBadge = Programme.readmeBadge(documents, &reading)
    let inheritance = Inheritance(
      document, base: base, hasOwnColor: color != nil, language: language, &reading)
    badges = inheritance.badges(including: include, &reading)
    let designs = pages.names(.certificate)
    for badge in badges {
      guard let preset = badge.words.certificate?.preset, !designs.contains(preset.value) else {
        continue
      }
      reading.error(
        "unknown certificate “\(preset.value)”", at: preset.place,
        help: helpText(for: preset.value, among: designs))
    }
    guard let id, let name else { return nil }
    self.id = id.value
    self.name =
      name.value.text(in: language) ?? name.value.texts.min { $0.key < $1.key }?.value ?? id.value
  }

  /// The README badge of awards: the programme's own over its base's, or the standard one.
  private static func readmeBadge(
    _ documents: [ProgrammeDocument], _ reading: inout Reading
  ) -> ReadmeSpec {
    var tree: Tree?
    for entry in documents.flatMap(\.readmeBadges) {
      guard entry.id.value == ReadmeSpec.award else {
        reading.error(
          "unknown README badge “\(entry.id.value)”", at: entry.id.place,
          help: "the one that is drawn is called “\(ReadmeSpec.award)”")
        continue
      }
      tree = tree.map { $0.merged(with: entry.tree) } ?? entry.tree
    }
    return tree.flatMap { ReadmeSpec.form.read($0, &reading) } ?? ReadmeSpec.standard
  }
}
