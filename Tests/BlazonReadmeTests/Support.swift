import BlazonPaint
import Foundation
import TestSupport
import Testing

@testable import BlazonReadme
@testable import BlazonScene

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of a badge, in order, as an XML parser of others reads them.
struct Elements {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
    /// The names of the elements around it, outermost first.
    var path: [String]

    /// The value of the attribute `key` as a number.
    subscript(_ key: String) -> Double? { attributes[key].flatMap(Double.init) }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let path = open.map { elements[$0].name }
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes, path: path))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) { _ = open.popLast() }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if let last = open.last { elements[last].text += string }
    }
  }

  let all: [Element]

  init(_ badge: ReadmeBadge, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let parser = XMLParser(data: Data(badge.svg))
    let reader = Reader()
    parser.delegate = reader
    try #require(parser.parse(), "the SVG is XML", sourceLocation: sourceLocation)
    all = reader.elements
  }

  func named(_ name: String) -> [Element] { all.filter { $0.name == name } }

  var root: Element { all[0] }
  /// What assistive technology calls the whole: what its root's labels say, and its titles that are no
  /// such label.
  var accessibleNames: [String] {
    let label = root.attributes["aria-label"].map { [$0] } ?? []
    let ids = root.attributes["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
    let labels = ids.map { id in all.first { $0.attributes["id"] == id }?.text ?? "" }
    let titles = named("title").filter { !ids.contains($0.attributes["id"] ?? "") }
    return label + labels + titles.map(\.text)
  }
  /// The texts that are no shadows.
  var words: [Element] { named("text").filter { $0.attributes["aria-hidden"] == nil } }
  /// The boxes of label and message: rectangles in plain colours.
  var boxes: [Element] {
    named("rect").filter {
      $0.path.last == "g" && $0.attributes["fill"]?.hasPrefix("url") == false
        && $0.attributes["id"] == nil
    }
  }
}

/// A logo: a red square, as nodes and as the file that an SVG carries.
let redSquare = ReadmeLogo(
  url: dataURL(
    of: Array(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path fill=\"red\" d=\"M0 0h4v4H0z\"/></svg>"
        .utf8), type: "image/svg+xml"),
  nodes: [
    .shape(
      Shape(
        Path(rect: Rect(x: 0, y: 0, width: 4, height: 4)), fill: .color(Color(hex: 0xFF0000))))
  ], size: Size(width: 4, height: 4))

/// Widths by the table, looked up in the plainest way.
struct PlainWidths {
  private var rows: [(range: ClosedRange<UInt32>, widths: [Double])] = []

  init() throws {
    let file = project.appending(path: "Sources/Libraries/CWidths/Widths.inc")
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("//") {
      let words = line.split { "{}, ".contains($0) }
      let ends = words.prefix(2).map { UInt32($0.dropFirst(2), radix: 16)! }
      rows.append((ends[0]...ends[1], words.dropFirst(2).map { Double($0)! / 100 }))
    }
  }

  var ranges: [ClosedRange<UInt32>] { rows.map(\.range) }

  func width(_ text: String, _ column: Int) -> Double {
    var sum = 0.0
    for scalar in text.unicodeScalars where scalar.value >= 32 && scalar.value != 127 {
      let row =
        rows.first { $0.range.contains(scalar.value) } ?? rows.first { $0.range == 109...109 }
      sum += row!.widths[column]
    }
    return sum
  }

  func odd(_ text: String, _ column: Int) -> Double {
    let whole = Int(width(text, column))
    return Double(whole.isMultiple(of: 2) ? whole + 1 : whole)
  }
}
