/// How a spreadsheet shows a number.
enum NumberFormat: Hashable, Sendable {
  case number
  case date
  /// A time of day, or a stretch of time.
  case time

  /// A format that every spreadsheet knows by its number (ECMA-376, part 1, 18.8.30).
  init(builtIn id: Int) {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    // In some languages of East Asia a time, in others a date: its value tells.
    case 32...35, 55, 56: self = .date
    case 18...21, 45...47: self = .time
    default: self = .number
    }
  }

  /// A format that somebody wrote, as in `yyyy\-mm\-dd;@`. Its first section says how numbers are shown.
  init(code: String) {
    var letters: [Character] = []
    var (isQuoted, isSkipped) = (false, false)
    var bracket: [Character]?
    for character in code {
      if isSkipped {
        isSkipped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if let open = bracket {
        bracket = character == "]" ? nil : open + [character]
        // Hours, minutes and seconds that have passed. Others are colours, conditions, currencies and languages.
        if character == "]", let first = open.first, "hms".contains(first),
          open.allSatisfy({ $0 == first })
        {
          letters.append(first == "m" ? "h" : first)
        }
      } else {
        switch character {
        case "\"": isQuoted = true
        case "\\", "_", "*": isSkipped = true
        case "[": bracket = []
        default: letters += Array(character.lowercased())
        }
        if character == ";" { break }
      }
    }
    if let end = letters.firstIndex(of: ";") { letters.removeSubrange(end...) }
    let text = NumberFormat.withoutHalfDays(letters)
    if text.contains(where: { "#?".contains($0) }) || String(text) == "general" {
      self = .number
    } else if text.contains(where: { "yd".contains($0) }) {
      self = .date
    } else if text.contains(where: { "hs".contains($0) }) {
      self = .time
    } else {
      self = text.contains("m") ? .date : .number
    }
  }

  /// Without `am/pm` and `a/p`, whose letters are no months.
  private static func withoutHalfDays(_ letters: [Character]) -> [Character] {
    var out: [Character] = []
    var index = 0
    while index < letters.count {
      if letters[index...].starts(with: "am/pm") {
        index += 5
      } else if letters[index...].starts(with: "a/p") {
        index += 3
      } else {
        out.append(letters[index])
        index += 1
      }
    }
    return out
  }
}
