/// Values as YAML and JSON write them.
package enum YAMLText {
  /// Plain where every reader of YAML takes it for this text, in lists and maps in brackets too; else in double quotes.
  package static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// In double quotes: a string of JSON, and of YAML.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: out += "\\\(scalar)"
      case 0x0A: out += "\\n"
      // Controls, and what YAML takes for line breaks or refuses.
      case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// `key: value`, as JSON where it is.
  static func pair(_ key: AwardKey, _ text: String, isJSON: Bool) -> String {
    pair(key, value: isJSON ? quoted(text) : scalar(text), isJSON: isJSON)
  }

  static func pair(_ key: AwardKey, value: String, isJSON: Bool) -> String {
    (isJSON ? quoted(key.rawValue) : key.rawValue) + ": " + value
  }

  private static func isPlain(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, isWord(first), last != " ",
      last != ":", !words.contains(text.lowercased())
    else { return false }
    // A number is a text only in quotes; a day is none.
    if Double(text) != nil { return text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    return scalars.indices.allSatisfy { index in
      let scalar = scalars[index]
      if scalar == ":" { return isWord(scalars[index + 1]) || scalars[index + 1] == "/" }
      return isWord(scalar) || " -_./@+'".unicodeScalars.contains(scalar)
    }
  }

  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? isAlphanumeric(UInt8(scalar.value)) : scalar.properties.isAlphabetic
  }
}
