/// The brackets and quotes of a text that is not YAML: a second look, for the one that is to blame.
///
/// libyaml says where it could not go on, which may be many lines after a bracket that nobody closed. This
/// knows less of YAML than libyaml, and is asked only after that has refused a text.
struct Brackets {
  private struct Opening {
    var sign: Unicode.Scalar
    var mark: Mark
  }

  private let text: [Unicode.Scalar]
  /// Where libyaml could not go on.
  private let problem: Mark
  private var index = 0
  private var mark = Mark(line: 1, column: 1)
  private var open: [Opening] = []
  /// Whether a value may begin here: brackets and quotes inside plain text are text.
  private var isAtStart = true
  private var indent = 0
  private var isPastProblem = false
  /// Those that were open where libyaml could not go on.
  private var openAtProblem: [Opening] = []
  private var error: YAMLError?

  /// What is wrong with a bracket or a quote of `text`; `nil` if that seems not to be the trouble.
  static func error(in text: [UInt8], refusedAt problem: Mark) -> YAMLError? {
    var brackets = Brackets(text, problem)
    return brackets.find()
  }

  private init(_ text: [UInt8], _ problem: Mark) {
    self.text = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    self.problem = problem
  }

  private mutating func find() -> YAMLError? {
    while let sign = current, error == nil {
      notice()
      if sign == "#", isAtStart || index == 0 || isSpace(text[index - 1]) {
        skipLine()
      } else if isAtStart, sign == "\"" || sign == "'" {
        skipQuoted(sign)
      } else if isAtStart, open.isEmpty, sign == "|" || sign == ">" {
        skipBlock()
      } else if sign == "[" || sign == "{", isAtStart || !open.isEmpty {
        open.append(Opening(sign: sign, mark: mark))
        advance()
        isAtStart = true
      } else if sign == "]" || sign == "}", isAtStart || !open.isEmpty || mark == problem {
        close(sign)
      } else {
        pass(sign)
      }
    }
    notice()
    guard error == nil else { return error }
    // Of those that were open there, the last that nothing closes.
    let left = zip(openAtProblem, open).prefix { $0.mark == $1.mark }.last
    return left.map { Brackets.unclosed($0.0) }
  }

  private var current: Unicode.Scalar? { index < text.count ? text[index] : nil }

  private var next: Unicode.Scalar? { index + 1 < text.count ? text[index + 1] : nil }

  private func isSpace(_ sign: Unicode.Scalar) -> Bool {
    sign == " " || sign == "\n" || sign == "\t" || sign == "\r"
  }

  /// Whether libyaml got no further.
  private mutating func notice() {
    guard !isPastProblem,
      (mark.line, mark.column) >= (problem.line, problem.column) || current == nil
    else { return }
    isPastProblem = true
    openAtProblem = open
  }

  private mutating func advance() {
    guard let sign = current else { return }
    index += 1
    mark.column += 1
    if sign == "\n" {
      mark = Mark(line: mark.line + 1, column: 1)
      isAtStart = true
      indent = 0
      while index + indent < text.count, text[index + indent] == " " { indent += 1 }
    }
  }

  /// Goes over a sign of plain text, or one that parts values.
  private mutating func pass(_ sign: Unicode.Scalar) {
    let isFollowedBySpace = next.map(isSpace) ?? true
    switch sign {
    case " ", "\t", "\n", "\r": break
    case ",": isAtStart = !open.isEmpty
    case ":": isAtStart = isFollowedBySpace || !open.isEmpty
    case "-", "?": isAtStart = isAtStart && isFollowedBySpace
    default: isAtStart = false
    }
    advance()
  }

  private mutating func skipLine() {
    while let sign = current, sign != "\n" { advance() }
  }

  private mutating func skipQuoted(_ quote: Unicode.Scalar) {
    let start = mark
    advance()
    while let sign = current {
      if sign == "\\", quote == "\"" {
        advance()
      } else if sign == quote {
        guard quote == "'", next == "'" else { break }
        advance()
      }
      advance()
    }
    let isClosed = current != nil
    advance()
    isAtStart = false
    // Text right after it, on another line: the quote that should have closed it is missing.
    let isTorn = isClosed && mark.line > start.line && mark == problem
    if !isClosed || isTorn {
      error = YAMLError(
        "this quote is not closed" + (isTorn ? " before line \(mark.line)" : ""),
        help: "write \(quote) where its text ends", start, start.following)
    }
  }

  /// The lines under `|` or `>`, which are deeper than the line it stands on.
  private mutating func skipBlock() {
    let parent = indent
    skipLine()
    advance()
    while let sign = current, indent > parent || sign == "\n" || sign == "\r" {
      skipLine()
      advance()
    }
  }

  private mutating func close(_ sign: Unicode.Scalar) {
    let wanted: Unicode.Scalar = sign == "]" ? "[" : "{"
    if open.last?.sign == wanted {
      open.removeLast()
      advance()
      isAtStart = false
      return
    }
    if let last = open.last, open.contains(where: { $0.sign == wanted }) {
      error = Brackets.unclosed(last)
    } else if isPastProblem, mark != problem {
      // What follows is not read as it was meant: only what came before counts.
      index = text.count
    } else {
      error = YAMLError(
        "this “\(sign)” closes nothing",
        help: open.last.map { "the “\($0.sign)” on line \($0.mark.line) is open" } ?? "take it out",
        mark, mark.following)
    }
  }

  private static func unclosed(_ opening: Opening) -> YAMLError {
    YAMLError(
      "this “\(opening.sign)” is not closed",
      help: opening.sign == "["
        ? "write ] where its list ends; a text with [ in it needs quotes"
        : "write } where its map ends; a text with { in it needs quotes",
      opening.mark, opening.mark.following)
  }
}

extension Mark {
  fileprivate var following: Mark { Mark(line: line, column: column + 1) }
}
