internal import BlazonLedger
internal import BlazonShelf
internal import BlazonSource

// One function for each place that text is put into. All but `htmlLines` make one line of it first, without
// controls and without characters that nobody sees or that turn the line's direction.

/// `text` as a run of Markdown (CommonMark, and GitHub's additions) that says these words and does
/// nothing.
func markdownText(_ text: String) -> String {
  let special = "\\`*_[]<>()!|~&#{}$:"
  var out = String.UnicodeScalarView()
  for scalar in PlainText(text).text.unicodeScalars {
    // GitHub makes a link of www. followed by anything.
    let isLink = scalar == "." && (out.last == "w" || out.last == "W")
    if isLink || special.unicodeScalars.contains(scalar) { out.append("\\") }
    out.append(scalar)
  }
  return String(out)
}

/// `address` between the parentheses of a Markdown link.
func markdownDestination(_ address: String) -> String {
  address.utf8.map { byte in
    isUnreserved(byte) || "/:?#[]@!$&'*+,;=%".utf8.contains(byte)
      ? String(Unicode.Scalar(byte)) : percentEncoded(byte)
  }.joined()
}

/// `text` between the double quotes of an HTML attribute.
func htmlAttribute(_ text: String) -> String { htmlLines(PlainText(text).text) }

/// `text` between the tags of `<pre>`, its lines and spaces kept. It must be free of controls already.
func htmlLines(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    case "`": "&#96;"
    default: String(scalar)
    }
  }.joined()
}

/// `text` as the value of a query: one line, as an address writes it.
func queryEncoded(_ text: String) -> String { percentEncoded(PlainText(text).text) }

/// `text` as a span of code in a cell of a Markdown table.
func markdownCode(_ text: String) -> String {
  // A cell ends at a bar, even inside code.
  let code = PlainText(text).text.replacing("|", with: "\\|")
  let fence = String(repeating: "`", count: longestRunOfBackticks(in: code) + 1)
  let space = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
  return "\(fence)\(space)\(code)\(space)\(fence)"
}

/// `code` as a block of Markdown whose fence is longer than any run of backticks in it.
func fenced(_ code: String, as language: StaticString) -> String {
  let fence = String(repeating: "`", count: max(3, longestRunOfBackticks(in: code) + 1))
  return "\(fence)\(language)\n\(code)\n\(fence)\n"
}

private func longestRunOfBackticks(in text: String) -> Int {
  var (longest, run) = (0, 0)
  for byte in text.utf8 {
    run = byte == UInt8(ascii: "`") ? run + 1 : 0
    longest = max(longest, run)
  }
  return longest
}

/// `text` as the value of an option of a directive in reStructuredText: one line, which is not read as markup.
func rstText(_ text: String) -> String {
  // A backslash at the end would take the line break along.
  PlainText(text).text.replacing("\\", with: "\\\\")
}

/// `address` as a macro of AsciiDoc takes it: without anything that it reads as markup.
func asciidocAddress(_ address: String) -> String {
  address.utf8.map { byte in
    isUnreserved(byte) && byte != UInt8(ascii: "~") || "/:?=&%#".utf8.contains(byte)
      ? String(Unicode.Scalar(byte)) : percentEncoded(byte)
  }.joined()
}

/// `text` between the double quotes of an attribute of AsciiDoc, whose signs of markup are told as numbers.
func asciidocText(_ text: String) -> String {
  let special = "\"'`*_#+^~{}[]<>&\\|:=!$()".unicodeScalars
  return PlainText(text).text.unicodeScalars.map { scalar in
    special.contains(scalar) ? "&#\(scalar.value);" : String(scalar)
  }.joined()
}

/// `html`, an element of which all texts are escaped, where Markdown looks for its own signs before it sees the element.
func markdownHTML(_ html: String) -> String {
  html.unicodeScalars.map { scalar in
    "[]()\\*_!|~".unicodeScalars.contains(scalar) ? "&#\(scalar.value);" : String(scalar)
  }.joined()
}
