/// A block of a text that is kept between two comments: what stands around it is the author's.
public struct SnippetBlock: Sendable {
  /// Why a text takes no block.
  public struct Problem: Error, Hashable, Sendable {
    public let message: String
    /// Counted from 1.
    public let line: Int
  }

  private let begin: String, end: String

  /// The block called `name` in a file called `file`, whose ending tells how it writes comments.
  public init(_ name: String, inFileCalled file: String) {
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    func comment(_ text: String) -> String {
      switch ending {
      case "rst", "rest": ".. \(text)"
      case "adoc", "asciidoc", "asc": "// \(text)"
      default: "<!-- \(text) -->"
      }
    }
    (begin, end) = (comment("blazon:begin \(name)"), comment("blazon:end \(name)"))
  }

  /// `text` with `lines` as its block: in the place of the one that stands there, or at its end. Every other byte stays.
  public func put(_ lines: String, into text: [UInt8]) throws(Problem) -> [UInt8] {
    // Lines with their breaks, so that nothing of them is lost.
    var all: [ArraySlice<UInt8>] = []
    var rest = text[...]
    while let index = rest.firstIndex(of: UInt8(ascii: "\n")) {
      all.append(rest[...index])
      rest = rest[(index + 1)...]
    }
    if !rest.isEmpty { all.append(rest) }
    func places(of mark: String) -> [Int] {
      all.indices.filter { index in
        let line = String(decoding: all[index], as: UTF8.self)
        return line.drop(while: \.isWhitespace).prefix { !$0.isNewline }.trimmed == mark
      }
    }
    let (begins, ends) = (places(of: begin), places(of: end))
    // As the lines of the block that stands there are broken, or the first of the text.
    let pattern = begins.first.map { all[$0] } ?? all.first ?? []
    let newline = pattern.suffix(2).elementsEqual("\r\n".utf8) ? "\r\n" : "\n"
    let body = lines.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: newline)
    let block = [begin, "", body, "", end].joined(separator: newline)
    guard let first = begins.first else {
      if let stray = ends.first {
        throw Problem(message: "“\(end)” without its beginning", line: stray + 1)
      }
      let isOpen = text.last.map { $0 != UInt8(ascii: "\n") } ?? false
      let gap = text.isEmpty ? "" : (isOpen ? newline : "") + newline
      return text + Array("\(gap)\(block)\(newline)".utf8)
    }
    if begins.count > 1 {
      throw Problem(message: "“\(begin)” stands twice", line: begins[1] + 1)
    }
    guard let last = ends.first, last > first else {
      throw Problem(message: "“\(begin)” has no end", line: first + 1)
    }
    let isBroken = all[last].last == UInt8(ascii: "\n")
    return all[..<first].flatMap(\.self) + Array((block + (isBroken ? newline : "")).utf8)
      + all[(last + 1)...].flatMap(\.self)
  }
}

extension Substring {
  /// Without blanks at the end.
  fileprivate var trimmed: Substring {
    var rest = self
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
