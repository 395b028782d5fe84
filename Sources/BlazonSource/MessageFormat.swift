/// The ways to print diagnostics.
public enum MessageFormat: String, CaseIterable, Sendable {
  /// For people: the place, the line, a caret.
  case text
  /// For programs: one JSON object a line.
  case json
  /// For GitHub Actions: workflow commands that become annotations.
  case github

  /// The finding as text that ends with a line break.
  public func print(_ diagnostic: Diagnostic) -> String {
    var diagnostic = diagnostic
    diagnostic.message = cut(diagnostic.message)
    diagnostic.help = diagnostic.help.map(cut)
    let count = diagnostic.notes.count
    diagnostic.notes = diagnostic.notes.prefix(3).map(cut)
    if count > 3 { diagnostic.notes.append("and \(count - 3) more") }
    return switch self {
    case .text: text(diagnostic)
    case .json: json(diagnostic)
    case .github: github(diagnostic)
    }
  }

  private func text(_ d: Diagnostic) -> String {
    var out = d.place.map { "\(printable($0.label)): " } ?? ""
    out += "\(d.severity.rawValue): \(printable(d.message))\n"
    // A picture has no line to show.
    if let place = d.place, !place.source.bytes.isEmpty, let excerpt = excerpt(place, help: d.help)
    {
      out += excerpt
    } else if let help = d.help {
      out += "  help: \(printable(help))\n"
    }
    for note in d.notes { out += "  note: \(printable(note))\n" }
    return out
  }

  /// The line of the place, cut to a window around it, and a caret under it; `nil` if the text has no such line.
  private func excerpt(_ place: Place, help: String?) -> String? {
    let from = place.start.column > 81 ? place.start.column - 41 : 0
    guard let shown = place.source.stretch(ofLine: place.start.line, from: from, count: 120) else {
      return nil
    }
    let length = shown.unicodeScalars.count
    let column = min(place.start.column - 1 - from, length)
    let end = place.end.line == place.start.line ? place.end.column - 1 - from : length
    let number = String(place.start.line)
    let margin = String(repeating: " ", count: max(5, number.count) - number.count) + number
    let blank = String(repeating: " ", count: margin.count)
    let mark = "^" + String(repeating: "~", count: max(1, min(end, 120) - column) - 1)
    let indent = String(repeating: " ", count: column)
    return "\(margin) | \(printable(shown))\n\(blank) | \(indent)\(mark)"
      + (help.map { " help: \(printable($0))" } ?? "") + "\n"
  }

  private func json(_ d: Diagnostic) -> String {
    var fields = [
      "\"severity\":\(quoted(d.severity.rawValue))", "\"message\":\(quoted(d.message))",
    ]
    if let place = d.place {
      fields += [
        "\"file\":\(quoted(place.source.name))", "\"line\":\(place.start.line)",
        "\"column\":\(place.start.column)", "\"endLine\":\(place.end.line)",
        "\"endColumn\":\(place.end.column)",
      ]
    }
    if let help = d.help { fields.append("\"help\":\(quoted(help))") }
    if let rule = d.rule { fields.append("\"rule\":\(quoted(rule))") }
    if let measure = d.measure {
      let (value, limit) = (decimal(measure.value), decimal(measure.limit))
      let unit = quoted(measure.unit)
      fields.append("\"measure\":{\"value\":\(value),\"unit\":\(unit),\"limit\":\(limit)}")
    }
    if !d.notes.isEmpty {
      fields.append("\"notes\":[\(d.notes.map(quoted).joined(separator: ","))]")
    }
    return "{\(fields.joined(separator: ","))}\n"
  }

  private func github(_ d: Diagnostic) -> String {
    let command = d.severity == .note ? "notice" : d.severity.rawValue
    var properties = ""
    if let place = d.place {
      properties =
        " file=\(property(place.source.name)),line=\(place.start.line),col=\(place.start.column)"
    }
    let message =
      d.message + (d.help.map { "\nhelp: \($0)" } ?? "") + d.notes.map { "\nnote: \($0)" }.joined()
    return "::\(command)\(properties)::\(escaped(message))\n"
  }

  private func escaped(_ text: String) -> String {
    replacing(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  private func property(_ text: String) -> String {
    replacing(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private func replacing(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.map { table[$0] ?? printable(String($0)) }.joined()
  }
}

/// `text`, or so much of it as somebody reads.
private func cut(_ text: String) -> String {
  guard text.utf8.count > 1000 else { return text }
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: 1000, limitedBy: scalars.endIndex),
    end < scalars.endIndex
  else { return text }
  return String(scalars[..<end]) + "…"
}

/// `value` with at most two decimals, as JSON writes it.
private func decimal(_ value: Double) -> String {
  let hundredths = (value * 100).rounded() / 100
  return hundredths == hundredths.rounded() && abs(hundredths) < 1e15
    ? String(Int(hundredths)) : String(hundredths)
}

/// `text` as a JSON string (RFC 8259), quotes included.
public func quoted(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    case _
    where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || isTurning(scalar):
      let digits = String(scalar.value, radix: 16)
      out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}

/// `text` without anything that could steer a terminal or turn the line's direction: controls show
/// as their symbols.
public func printable(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09: out.append(" ")
    case 0..<0x20: out.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    case 0x7F...0x9F: out.append("\u{FFFD}")
    case _ where isTurning(scalar): out.append("\u{FFFD}")
    default: out.append(scalar)
    }
  }
  return String(out)
}

/// Whether `scalar` turns the direction of what follows it, or parts lines.
private func isTurning(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}
