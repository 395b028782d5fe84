internal import BlazonLetters

/// What is wrong with a badge's words: in the author's own, and what would be accepted.
public struct ReadmeBadgeError: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String
  public let help: String

  init(_ message: String, help: String) { (self.message, self.help) = (message, help) }

  public var description: String { "\(message); \(help)" }
}

/// A badge as READMEs show them: a label, a message, two colours.
///
/// Its measures are those that such badges share everywhere, to the pixel, so that it stands in a
/// row with others.
public struct ReadmeBadge: Hashable, Sendable {
  /// Characters (Unicode scalars) of a label or a message.
  public static let textLimit = 255
  /// Characters of a link.
  public static let linkLimit = 2048

  public let label: String
  public let message: String
  public let style: ReadmeStyle
  public let color: ReadmeColor
  /// `nil`: grey where there is a label, and no box for a label that is empty.
  public let labelColor: ReadmeColor?
  public let logo: ReadmeLogo?
  /// One leads from the whole badge; of two, the first from the label, the second from the message.
  public let links: [String]
  /// BCP 47: how it writes capitals, and what a screen reader reads it as; `nil` where nobody said.
  public let language: String?

  /// Throws if a text or link cannot be shown as it is, or if there is nothing to show.
  public init(
    label: String, message: String, style: ReadmeStyle = .flat, color: ReadmeColor = .brightgreen,
    labelColor: ReadmeColor? = nil, logo: ReadmeLogo? = nil, links: [String] = [],
    language: String? = nil
  ) throws(ReadmeBadgeError) {
    self.label = try ReadmeBadge.checked(label, called: "label")
    self.message = try ReadmeBadge.checked(message, called: "message")
    guard !self.label.isEmpty || !self.message.isEmpty || logo != nil else {
      throw ReadmeBadgeError(
        "a badge without a word", help: "give it a label, a message or a logo")
    }
    guard links.count <= 2 else {
      throw ReadmeBadgeError(
        "\(links.count) links", help: "a badge has one, or one each for label and message")
    }
    for link in links { try ReadmeBadge.check(link: link) }
    (self.style, self.color, self.labelColor, self.logo) = (style, color, labelColor, logo)
    (self.links, self.language) = (links, language)
  }

  /// What a screen reader says.
  public var title: String {
    let (label, message) = (style.label(label, language), style.message(message, language))
    return label.isEmpty ? message : "\(label): \(message)"
  }

  /// `text` without blanks around it, if it can stand in one line.
  private static func checked(
    _ text: String, called name: String
  ) throws(ReadmeBadgeError) -> String {
    guard text.unicodeScalars.count <= textLimit else {
      throw ReadmeBadgeError(
        "a \(name) of \(text.unicodeScalars.count) characters", help: "use at most \(textLimit)")
    }
    // Of plain ASCII nothing is invisible, overloaded or to be composed.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.trimmingBlanks }
    let isBalanced = text.hasBalancedIsolates
    if let scalar = text.unicodeScalars.first(where: {
      isUnwritable($0) && !($0.isIsolate && isBalanced)
    }) {
      throw ReadmeBadgeError(
        "the \(name) \(shown(text)) holds the invisible character \(codePoint(scalar))",
        help: "leave it out; a \(name) is one line of plain text")
    }
    if let letter = text.overloadedLetter, let first = letter.unicodeScalars.first {
      throw ReadmeBadgeError(
        "a letter “\(first)” of the \(name) carries \(letter.unicodeScalars.count - 1) marks",
        help: "use at most \(String.markLimit)")
    }
    return composed(text.trimmingBlanks)
  }

  private static func check(link: String) throws(ReadmeBadgeError) {
    let scheme = link.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https" else {
      throw ReadmeBadgeError(
        "the link \(shown(link)) leads to no page", help: "a link begins with https:// or http://")
    }
    let rest = link.dropFirst(scheme.count)
    let host = rest.dropFirst(3).prefix { !"/?#".contains($0) }
    guard rest.hasPrefix("://"), !host.isEmpty else {
      throw ReadmeBadgeError(
        "the link \(shown(link)) names no host", help: "write it as https://example.org/page")
    }
    guard link.unicodeScalars.count <= linkLimit else {
      throw ReadmeBadgeError(
        "a link of \(link.unicodeScalars.count) characters", help: "use at most \(linkLimit)")
    }
    if let scalar = link.unicodeScalars.first(where: {
      isUnwritable($0) || $0.properties.isWhitespace
    }) {
      throw ReadmeBadgeError(
        "the link \(shown(link)) holds the character \(codePoint(scalar))",
        help: scalar == " " ? "write a blank as %20" : "leave it out")
    }
  }
}

/// Whether `scalar` breaks a line, steers a terminal, turns the direction of what follows, or is
/// none that XML can carry.
private func isUnwritable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
  case 0x202A...0x202E, 0x2066...0x2069: true
  case 0xFDD0...0xFDEF: true
  default: scalar.value & 0xFFFE == 0xFFFE
  }
}

/// `U+202E`.
private func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// `text` in quotes, as far as a message has room for it, what is invisible made visible.
private func shown(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars.prefix(60) {
    out.append(isUnwritable(scalar) ? "\u{FFFD}" : scalar)
  }
  return "“\(String(out))\(text.unicodeScalars.count > 60 ? "…" : "")”"
}

extension Unicode.Scalar {
  /// Whether it begins or ends what keeps a direction of its own.
  fileprivate var isIsolate: Bool { value == 0x2068 || value == 0x2069 }
}

extension String {
  /// Whether every isolate that begins also ends, so that it turns nothing beside it.
  fileprivate var hasBalancedIsolates: Bool {
    var depth = 0
    for scalar in unicodeScalars where scalar.isIsolate {
      depth += scalar.value == 0x2068 ? 1 : -1
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// The text without blanks before and after it.
  fileprivate var trimmingBlanks: String {
    // Nearly always there is none.
    if let first = utf8.first, let last = utf8.last, (0x21..<0x7F).contains(first),
      (0x21..<0x7F).contains(last)
    {
      return self
    }
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
