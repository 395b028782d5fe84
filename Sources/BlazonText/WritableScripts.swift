/// A script, and whether the fonts at hand write it.
public struct WritableScript: Hashable, Sendable {
  /// As Unicode calls it, in English; `Emoji` besides.
  public let name: String
  /// What no font writes of a sample of it; `nil` if all is written.
  public let missing: MissingLetters?

  /// Those that most of the world's names are written in, with a few letters of each.
  static let samples = [
    ("Latin", "Ọláyẹmí"), ("Greek", "Ἀθηνᾶ"), ("Cyrillic", "Ґеорґій"), ("Armenian", "Արամ"),
    ("Georgian", "თამარ"), ("Hebrew", "שָׁלוֹם"), ("Arabic", "ميسون"), ("Devanagari", "कृष्णा"),
    ("Bengali", "শ্রেয়া"), ("Gurmukhi", "ਗੁਰਪ੍ਰੀਤ"), ("Gujarati", "કૃપા"), ("Odia", "ଶ୍ରୀୟା"),
    ("Tamil", "கண்ணன்"), ("Telugu", "శ్రీను"), ("Kannada", "ಕೃಷ್ಣ"), ("Malayalam", "ശ്രീജ"),
    ("Sinhala", "ශ්‍රී"), ("Thai", "สมชาย"), ("Lao", "ສົມສັກ"), ("Khmer", "សុខា"),
    ("Myanmar", "မြမြ"), ("Tibetan", "བསྟན"), ("Ethiopic", "ሰላም"), ("Han", "陳美玲"),
    ("Hiragana", "さくら"), ("Hangul", "김민준"), ("Emoji", "🏅"),
  ]
}

extension Typesetter {
  /// The scripts of most names, and which of them the fonts write that ship and that are installed.
  public mutating func writableScripts() -> [WritableScript] {
    let style = TextStyle(face: FontFace(known: "Inter"), size: 1)
    var scripts: [WritableScript] = []
    for (name, sample) in WritableScript.samples {
      let line = set(sample, in: style)
      scripts.append(WritableScript(name: name, missing: missingLetters(of: sample, setAs: [line])))
    }
    return scripts
  }
}
