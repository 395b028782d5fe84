public import BlazonSource

extension Record {
  /// The text under `key`, as it will be drawn.
  func plainText(_ key: AwardKey, _ findings: inout Findings) -> Located<String>? {
    guard let written = self[key] else { return nil }
    let noun = key.noun
    let plain = PlainText(written.value)
    warn(of: plain.removed, in: written, noun, &findings)
    guard let text = checked(plain, written, noun, key.longestText, &findings) else { return nil }
    // Before blanks of other kinds become plain ones: they are bytes of letters.
    if let spoilt = SpoiltText(written.value, noun: noun, isName: key == .name || key == .legalName)
    {
      findings.warning(spoilt.message, at: written.place, help: spoilt.help)
    }
    return text
  }

  /// A fact of the programme's own, as it will be drawn.
  func plainFact(
    _ written: Located<String>, _ name: String, _ findings: inout Findings
  ) -> Located<String>? {
    let plain = PlainText(written.value)
    warn(of: plain.removed, in: written, name, &findings)
    return checked(plain, written, name, 100, &findings)
  }

  private func checked(
    _ plain: PlainText, _ written: Located<String>, _ noun: String, _ longest: Int,
    _ findings: inout Findings
  ) -> Located<String>? {
    let count = plain.text.unicodeScalars.count
    if plain.hasLostLetters {
      findings.error(
        "the \(noun) holds U+FFFD: letters were lost when the file was converted",
        at: written.place, help: "write them again, and save the file as UTF-8")
    } else if count > longest {
      findings.error(
        "a \(noun) of \(count) characters is too long", at: written.place,
        help: "use at most \(longest)")
    } else if !plain.isVisible {
      findings.error(
        "the \(noun) has no character that can be seen", at: written.place,
        help: AwardKey.required.contains { $0.noun == noun } ? nil : "leave it empty")
    } else if let address = emailAddress(in: plain.text) {
      findings.error(
        "the \(noun) holds an e-mail address, “\(address)”, which would be published",
        at: written.place, help: "take it out")
    } else {
      return Located(plain.text, written.place)
    }
    return nil
  }

  private func warn(
    of removed: [(scalar: Unicode.Scalar, offset: Int)], in written: Located<String>,
    _ noun: String, _ findings: inout Findings
  ) {
    for (scalar, offset) in removed.prefix(3) {
      findings.warning(
        "the invisible character \(scalar.named) is taken out of the \(noun)",
        at: written.place(ofScalar: offset), help: "remove it")
    }
    if removed.count > 3 {
      findings.warning(
        "\(removed.count - 3) more invisible characters are taken out of the \(noun)",
        at: written.place(ofScalar: removed[3].offset))
    }
  }
}

extension AwardKey {
  /// `written`, as a ledger keeps it under this key, which is one of names and sentences; `nil` if it does not, which is
  /// reported, as what is taken out is.
  public func text(_ written: String, report: inout Report) -> String? {
    let source = SourceText(name: rawValue, bytes: Array(written.utf8))
    let start = Position(line: 1, column: 1)
    let place = Place(source, start: start, end: start)
    var record = Record(at: place)
    record.set(self, Located(written, place))
    var findings = Findings()
    let text = record.plainText(self, &findings)
    for finding in findings.report.diagnostics {
      report.add(Diagnostic(finding.severity, finding.message, at: nil, help: finding.help))
    }
    return text?.value
  }

  /// Characters that a text under this key may have.
  fileprivate var longestText: Int {
    switch self {
    case .name, .legalName: 200
    case .result: 100
    default: 400
    }
  }

  /// Whether it says words, which are drawn.
  var isWords: Bool {
    switch self {
    case .name, .legalName, .statement, .reason, .result: true
    default: false
    }
  }

  /// As a sentence names it.
  var noun: String { self == .legalName ? "legal name" : rawValue }
}

extension Located<String> {
  /// The place of one scalar of the value, if the value stands in the file as it is; otherwise all.
  func place(ofScalar offset: Int) -> Place {
    let width = place.end.column - place.start.column
    let surplus = width - value.unicodeScalars.count
    // Plain, or between two quotes.
    guard place.start.line == place.end.line, surplus == 0 || surplus == 2 else { return place }
    let column = place.start.column + surplus / 2 + offset
    return Place(
      place.source, start: Position(line: place.start.line, column: column),
      end: Position(line: place.start.line, column: column + 1))
  }
}

/// The first word of `text` that is an e-mail address.
private func emailAddress(in text: String) -> Substring? {
  guard text.utf8.contains(UInt8(ascii: "@")) else { return nil }
  return text.split(separator: " ").first { word in
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts[0].last, name.isLetter || name.isNumber else {
      return false
    }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { $0.first?.isLetter == true || $0.first?.isNumber == true }
  }
}
