internal import BlazonSource

/// Texts of others as a person would write them in YAML: plain where every reader takes them for this text, else in quotes.
enum YAMLWords {
  /// In a place of its own, behind `key: `.
  static func scalar(_ text: String) -> String {
    isPlain(text, inBrackets: false) ? text : quoted(text)
  }

  /// An item between brackets or braces.
  static func item(_ text: String) -> String {
    isPlain(text, inBrackets: true) ? text : quoted(text)
  }

  /// Behind `key:` on a line that begins with `indent` spaces: folded over several lines where it is long.
  static func value(_ text: String, indent: Int) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let isFoldable = text.count > 96 && words.allSatisfy { !$0.isEmpty && isShown($0) }
    guard isFoldable else { return " \(scalar(text))\n" }
    let space = String(repeating: " ", count: indent + 2)
    var lines: [String] = []
    var line = ""
    for word in words {
      if !line.isEmpty, indent + 2 + line.count + 1 + word.count > 100 {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    lines.append(line)
    return " >-\n" + lines.map { "\(space)\($0)\n" }.joined()
  }

  private static func isPlain(_ text: String, inBrackets: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      isShown(text[...]), first.properties.isAlphabetic || ("0"..."9").contains(first),
      last != " ", last != ":", !text.contains(": "), !text.contains(" #"),
      !reserved.contains(text.lowercased()), !looksLikeNumber(text)
    else { return false }
    let marks = inBrackets ? ",[]{}\"'`#:&*!|>%@\\?" : "\"`\\"
    return !text.contains { marks.contains($0) }
  }

  /// Numbers, days and times: other readers would take them for more than text.
  private static func looksLikeNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) else {
      return [".inf", "inf", "nan", "infinity"].contains(text.lowercased())
    }
    return text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || "+-.:_eExXoObBaAcCdDfFtTzZ".utf8.contains(byte)
    }
  }

  private static func isShown(_ text: Substring) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse:
        false
      // Joiners belong to words; marks of direction are told apart by nobody.
      case .format: scalar.value == 0x200C || scalar.value == 0x200D
      default: true
      }
    }
  }

  private static let reserved: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]
}

/// What was read of a stranger's text, made fit for a spec: one line, nothing hidden, no template.
enum PlainWords {
  /// `text` with blanks of any kind as one space, and without characters that nobody sees; `nil` if nothing is left.
  static func clean(_ text: String, limit: Int = 2000) -> String? {
    var out = String.UnicodeScalarView()
    var isBlank = false
    for scalar in withoutTags(text).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: isBlank = true
      case .control:
        if ["\n", "\t", "\r"].contains(scalar) { isBlank = true }
      case .format where scalar.value != 0x200C && scalar.value != 0x200D: break
      case .surrogate, .unassigned, .privateUse: break
      default:
        if isBlank, !out.isEmpty { out.append(" ") }
        isBlank = false
        // Two would begin a template, and a letter behind one a tag.
        if scalar == "{", out.last == "{" { out.append(" ") }
        out.append(scalar)
      }
      if out.count >= limit { break }
    }
    let text = String(out.prefix(limit))
    return text.contains { $0.isLetter || $0.isNumber || $0.isSymbol || $0.isPunctuation }
      ? text : nil
  }

  /// The same for what is drawn: at most 200 characters.
  static func title(_ text: String) -> String? { clean(text, limit: 190) }

  /// `text` without tags, which would be drawn as they stand.
  private static func withoutTags(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      out += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let next = rest.first, next.isLetter || next == "/" || next == "!" else {
        out += "<"
        continue
      }
      guard let close = rest.firstIndex(of: ">") else {
        out += "< "
        continue
      }
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }

  /// The first words of `text`, of at most `limit` letters of the Latin width; all of it where it is no longer.
  static func beginning(of text: String, limit: Int) -> String {
    func width(_ text: some Sequence<Character>) -> Int {
      text.reduce(0) { $0 + (($1.unicodeScalars.first?.value ?? 0) >= 0x1100 ? 2 : 1) }
    }
    if width(text) <= limit { return text }
    var short = ""
    for word in text.split(separator: " ") {
      let next = short.isEmpty ? String(word) : "\(short) \(word)"
      if width(next) >= limit { break }
      short = next
    }
    if short.isEmpty {
      for character in text where width(short) + 2 < limit { short.append(character) }
    }
    return short + "…"
  }

  /// An id as words: `certified-meshery-contributor` becomes `Certified Meshery Contributor`.
  static func title(ofID id: String) -> String {
    id.split { "-_ .".contains($0) }.map { word in
      word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }
}
