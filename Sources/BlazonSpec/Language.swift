internal import BlazonCheck
public import BlazonForm
internal import BlazonLedger

/// The language, told from the declarations that also read it.
public enum Language {
  /// A kind of map, and its keys.
  public struct Chapter: Sendable {
    /// As the command line asks for it.
    public let name: String
    public let summary: String
    public let keys: [KeyDeclaration]
  }

  public static let chapters = [
    Chapter(
      name: "programme", summary: "The keys of programme.yaml.", keys: ProgrammeKeys.all),
    Chapter(
      name: "file", summary: "The keys of any other file of a programme.", keys: FileKeys.all),
    Chapter(
      name: "awards", summary: "A member of `awards`, where it is more than a file.",
      keys: AwardsSpec.Keys.all),
    Chapter(
      name: "columns", summary: "The columns of a table, by what they say.",
      keys: TableReading.ColumnKeys.all),
    Chapter(
      name: "always", summary: "What every award of a table says.",
      keys: TableReading.AlwaysKeys.all),
    Chapter(
      name: "badge", summary: "The words of a badge, and of a family.", keys: Words.Keys.all),
    Chapter(
      name: "preset", summary: "The slots of a preset, in the order of painting.",
      keys: Slots.Keys.all),
    Chapter(
      name: "shape", summary: "A shape: `shape`, and the members of `back`, `rings`, `layers`.",
      keys: Figure.Keys.all),
    Chapter(
      name: "band", summary: "A member of `border`; `hairline`, `outer-line`.",
      keys: Slots.Band.Keys.all),
    Chapter(
      name: "pattern", summary: "A member of `patterns`.", keys: PatternSlot.Keys.all),
    Chapter(name: "shadow", summary: "A shadow.", keys: ShadowSlot.Keys.all),
    Chapter(name: "tails", summary: "The slot `tails`.", keys: TailsSlot.Keys.all),
    Chapter(name: "pleats", summary: "A member of `pleats`.", keys: PleatsSlot.Keys.all),
    Chapter(name: "stitch", summary: "The slot `stitch`.", keys: StitchSlot.Keys.all),
    Chapter(name: "crack", summary: "The slot `crack`.", keys: CrackSlot.Keys.all),
    Chapter(name: "laurel", summary: "The slot `laurel`.", keys: LaurelSlot.Keys.all),
    Chapter(name: "scene", summary: "The slot `scene`.", keys: SceneSlot.Keys.all),
    Chapter(name: "text", summary: "A member of `texts`.", keys: TextSlot.Keys.all),
    Chapter(name: "emblem", summary: "The slot `emblem`.", keys: EmblemSlot.Keys.all),
    Chapter(
      name: "long-shadow", summary: "The long shadow of an emblem.",
      keys: EmblemSlot.LongShadow.Keys.all),
    Chapter(name: "stars", summary: "The slot `stars`.", keys: StarsSlot.Keys.all),
    Chapter(name: "ribbon", summary: "The slot `ribbon`.", keys: RibbonSlot.Keys.all),
    Chapter(name: "seats", summary: "The slot `stack`.", keys: StackSlot.Keys.all),
    Chapter(name: "marker", summary: "The slot `marker`.", keys: MarkerSlot.Keys.all),
    Chapter(name: "logo", summary: "The slot `logo`.", keys: LogoSlot.Keys.all),
    Chapter(
      name: "page", summary: "A page: a member of `cards` or `certificates`.",
      keys: PageSpec.Keys.all),
    Chapter(
      name: "wall", summary: "A wall of badges: a member of `walls`.", keys: WallSpec.Keys.all),
    Chapter(
      name: "themed-logo", summary: "The logo where it is another on dark pages.",
      keys: Logo.Keys.all),
    Chapter(
      name: "element",
      summary: "What every element of a page may say, beside what it is.", keys: Element.Keys.all),
    Chapter(
      name: "text-element", summary: "An element that shows words, and a member of `styles`.",
      keys: TextElement.Keys.all),
    Chapter(
      name: "picture",
      summary: "An element that shows a shape, the award's badge or the programme's logo.",
      keys: ElementReader.pictureKeys),
    Chapter(
      name: "area", summary: "An element that paints a rectangle.", keys: AreaElement.Keys.all),
    Chapter(
      name: "image", summary: "An element that is a picture of the programme's own.",
      keys: ImageElement.Keys.all),
    Chapter(
      name: "ring", summary: "An element that shows competencies as arcs.",
      keys: RingElement.Keys.all
    ),
    Chapter(name: "qr", summary: "An element that is a QR code.", keys: QRElement.Keys.all),
    Chapter(
      name: "pills", summary: "An element that shows a list in rounded frames.",
      keys: PillsElement.Keys.all),
    Chapter(
      name: "signatures", summary: "An element that shows who signs.",
      keys: SignaturesElement.Keys.all),
    Chapter(
      name: "rule", summary: "An element that is a horizontal line.", keys: RuleElement.Keys.all),
    Chapter(
      name: "frame", summary: "An element that is the border of a certificate.",
      keys: FrameElement.Keys.all),
    Chapter(
      name: "guilloche", summary: "An element that is a rosette of fine waves.",
      keys: GuillocheElement.Keys.all),
    Chapter(
      name: "stack", summary: "An element with others in it, one below the other.",
      keys: Container.Keys.stackKeys),
    Chapter(
      name: "row", summary: "An element with others in it, side by side.",
      keys: Container.Keys.rowKeys),
    Chapter(
      name: "grid", summary: "An element with others in it, in columns.",
      keys: Container.Keys.gridKeys),
    Chapter(
      name: "path", summary: "A member of `paths`, where it is more than a path.",
      keys: KeptPath.Keys.all),
    Chapter(
      name: "certificate", summary: "The word `certificate` of a badge.",
      keys: Certificate.Keys.all),
    Chapter(
      name: "signature", summary: "A member of a certificate's `signatures`.",
      keys: Certificate.Signature.Keys.all),
    Chapter(
      name: "readme-badge", summary: "A member of `readme-badges`.", keys: ReadmeSpec.Keys.all),
    Chapter(
      name: "words", summary: "The fixed words of one language: a member of `words`.",
      keys: Wording.Keys.all),
    Chapter(
      name: "counted", summary: "The plural forms of a text with a number: `times` of `words`.",
      keys: CountedText.Keys.all),
    Chapter(
      name: "font",
      summary:
        "The key `font` of programme.yaml, where it is more than a file. `file` is for title and text.",
      keys: TypefaceSpec.Keys.all),
    Chapter(
      name: "font-file", summary: "A font of `font`, where it is more than a file.",
      keys: TypefaceSpec.Keys.file),
    Chapter(
      name: "fonts", summary: "The key `fonts` of programme.yaml.", keys: FontFamilies.Keys.all),
    Chapter(name: "themes", summary: "The key `themes` of programme.yaml.", keys: ThemesKeys.all),
    Chapter(name: "theme", summary: "A member of `themes`.", keys: ThemeKeys.all),
    Chapter(
      name: "themed", summary: "Any colour that is another on dark pages; both are given.",
      keys: ThemedKeys.all),
    Chapter(
      name: "budget", summary: "The key `budget` of programme.yaml.", keys: Budget.Keys.all),
    Chapter(
      name: "achievement", summary: "The key `achievement` of a badge or a family.",
      keys: AchievementSpec.Keys.all),
    Chapter(
      name: "alignment", summary: "A member of `alignment`.",
      keys: AchievementSpec.Alignment.Keys.all),
    Chapter(
      name: "result", summary: "The key `result` of an achievement.",
      keys: AchievementSpec.Result.Keys.all),
    Chapter(
      name: "credentials", summary: "The key `credentials` of programme.yaml.",
      keys: CredentialSpec.Keys.all),
    Chapter(
      name: "check",
      summary: "The key `check` of programme.yaml: error unless said, warning or off.",
      keys: CheckKeys.all),
  ]

  /// All chapters as Markdown tables: the reference of `docs/spec-language.md`.
  public static var markdown: String {
    chapters.map { chapter in
      var text =
        "### \(chapter.name)\n\n\(chapter.summary)\n\n| key | value | meaning |\n|---|---|---|\n"
      for key in chapter.keys {
        text += "| `\(key.name)` | \(key.form) | \(key.summary) |\n"
      }
      return text
    }.joined(separator: "\n") + "\n" + rules
  }

  /// What is checked beside the language itself.
  private static var rules: String {
    "### rules\n\nWhat is checked of every badge and award. The key `check` changes how much those weigh that "
      + "are a matter of taste.\n\n| rule | what holds | weight |\n|---|---|---|\n"
      + Rule.all.map { rule in
        let taste = rule.isMatterOfTaste ? ", or what `check` says" : ""
        return "| `\(rule.id)` | \(rule.summary) | \(rule.weight.rawValue)\(taste) |\n"
      }.joined()
  }
}
