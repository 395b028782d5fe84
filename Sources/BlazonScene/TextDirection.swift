/// Which way a text runs.
public enum TextDirection: Hashable, Sendable {
  case leftToRight, rightToLeft

  /// Of the lines and pages of `language`, a tag of BCP 47.
  public init(ofLanguage language: String) {
    let parts = language.lowercased().split(separator: "-")
    // A script that the tag names outweighs the usual one: “ks-Deva”, “az-Arab”.
    if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.first?.isLetter == true })
    {
      self = TextDirection.scripts.contains(script) ? .rightToLeft : .leftToRight
    } else {
      self = parts.first.map(TextDirection.languages.contains) == true ? .rightToLeft : .leftToRight
    }
  }

  private static let scripts: Set<Substring> = [
    "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa",
  ]

  /// By ISO 639: those that are written from right to left unless their tag says otherwise.
  private static let languages: Set<Substring> = [
    "ar", "arc", "ary", "arz", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw",
    "ji", "khw", "kmz", "ks", "lrc", "luz", "mzn", "nqo", "pnb", "prs", "ps", "rhg", "sd", "sdh",
    "skr", "syr", "ug", "ur", "yi",
  ]
}
