internal import Checksum
internal import ICU

extension Handle {
  /// The handle of somebody called `name` who has given none: their name in the letters a to z, joined by hyphens, as in
  /// `lukasz-zolc`. It depends on the name alone, in every release.
  ///
  /// Letters of Latin script lose their marks, Greek and Cyrillic ones are written as passports write them. A name with any
  /// other letter is told by the first eight digits of its SHA-256: `person-1f8e3a0c`.
  init(madeOf name: String) {
    var words: [String] = []
    for word in composed(name).lowercased().split(whereSeparator: { !Handle.isInWord($0) }) {
      guard let plain = Handle.latin(word) else {
        self.init(digestOf: name)
        return
      }
      if !plain.isEmpty { words.append(plain) }
    }
    var text = ""
    for word in words {
      let longer = text.isEmpty ? word : "\(text)-\(word)"
      if longer.utf8.count > Handle.limit - 2 { break }
      text = longer
    }
    if text.isEmpty, let first = words.first { text = String(first.prefix(Handle.limit - 2)) }
    // A folder cannot be called as a device is.
    for candidate in [text, "\(text)-1"] {
      if let handle = try? Handle(candidate) {
        self = handle
        return
      }
    }
    self.init(digestOf: name)
  }

  private init(digestOf name: String) {
    let bytes = Array(composed(name).utf8)
    do throws(Refusal) {
      self = try Handle("person-" + sha256(bytes).prefix(8))
    } catch {
      preconditionFailure("digits and a hyphen are a handle")
    }
  }

  private static func isInWord(_ character: Character) -> Bool {
    character == "'" || character == "’"
      || character.unicodeScalars.contains {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || $0.properties.generalCategory == .nonspacingMark
      }
  }

  /// `word`, which is in lower case, in the letters a to z and digits; `nil` where it has others.
  private static func latin(_ word: Substring) -> String? {
    var out = ""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": out.unicodeScalars.append(scalar)
      case "'", "’", "ʼ", "·": break
      default:
        if scalar.properties.generalCategory == .nonspacingMark { continue }
        guard let plain = letters[scalar] ?? base(of: scalar) else { return nil }
        out += plain
      }
    }
    return out
  }

  /// The letter of which Unicode's name says that it is a Latin one with a mark.
  private static func base(of scalar: Unicode.Scalar) -> String? {
    let start = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(start) else { return nil }
    let letter = name.dropFirst(start.count).prefix { $0 != " " }
    guard letter.utf8.count == 1 else { return nil }
    return letter.lowercased()
  }

  private static let letters: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = [
      "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "đ": "d", "ı": "i", "ĸ": "k", "ŋ": "ng",
      "ə": "e", "ƣ": "gh", "ɛ": "e", "ɔ": "o", "ĳ": "ij", "ǆ": "dz", "ǉ": "lj", "ǌ": "nj",
    ]
    // ISO 843 (Greek) and the table of ICAO Doc 9303 (Cyrillic), with i for й.
    let greek = zip(
      "αβγδεζηθικλμνξοπρστυφχψως".unicodeScalars,
      "a v g d e z i th i k l m n x o p r s t y f ch ps o s".split(separator: " "))
    let toned = zip("άέήίόύώϊϋΐΰ".unicodeScalars, "a e i i o y o i y i y".split(separator: " "))
    let cyrillic = zip(
      "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџѓќѕ".unicodeScalars,
      ("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia i i ie g u d j lj "
        + "nj c dz g k dz").split(separator: " "))
    for (letter, plain) in Array(greek) + Array(toned) + Array(cyrillic) {
      letters[letter] = plain == "-" ? "" : String(plain)
    }
    return letters
  }()
}
