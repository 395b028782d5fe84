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
    Chapter(name: "text", summary: "A member of `texts`.", keys: TextSlot.Keys.all),
    Chapter(name: "emblem", summary: "The slot `emblem`.", keys: EmblemSlot.Keys.all),
    Chapter(
      name: "long-shadow", summary: "The long shadow of an emblem.",
      keys: EmblemSlot.LongShadow.Keys.all),
    Chapter(name: "stars", summary: "The slot `stars`.", keys: StarsSlot.Keys.all),
    Chapter(name: "ribbon", summary: "The slot `ribbon`.", keys: RibbonSlot.Keys.all),
    Chapter(name: "marker", summary: "The slot `marker`.", keys: MarkerSlot.Keys.all),
  ]

  /// All chapters as Markdown tables: the reference of `docs/spec-language.md`.
  public static var markdown: String {
    chapters.map { chapter in
      var text =
        "### \(chapter.name)\n\n\(chapter.summary)\n\n| key | value | meaning |\n|---|---|---|\n"
      for key in chapter.keys {
        let later = key.isDrawn ? "" : " *(read and checked; not drawn yet)*"
        text += "| `\(key.name)` | \(key.form) | \(key.summary)\(later) |\n"
      }
      return text
    }.joined(separator: "\n")
  }
}
