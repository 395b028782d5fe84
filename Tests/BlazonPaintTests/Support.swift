import Foundation
import TestSupport
import Testing

@testable import BlazonPaint
@testable import BlazonScene

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A scene of 64 by 64 units.
func scene(_ nodes: Node..., title: String = "T", description: String = "D", side: Double = 64)
  -> Scene
{
  Scene(size: Size(width: side, height: side), nodes: nodes, title: title, description: description)
}

func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Path {
  Path(rect: Rect(x: x, y: y, width: width, height: height))
}

func shape(_ path: Path, _ hex: UInt32, alpha: Double = 1, opacity: Double = 1) -> Node {
  .shape(Shape(path, fill: .color(Color(hex: hex).withAlpha(alpha)), opacity: opacity))
}

extension Raster {
  /// Red, green, blue, alpha.
  func pixel(_ x: Int, _ y: Int) -> [UInt8] {
    let at = (y * width + x) * 4
    return Array(pixels[at..<at + 4])
  }
}

/// The elements of an XML document, in order, with their attributes.
struct XMLElements {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      _ = open.popLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if let last = open.last { elements[last].text += string }
    }
  }

  let all: [Element]

  /// `nil` if `bytes` are not well-formed.
  init?(_ bytes: [UInt8]) {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    all = reader.elements
  }

  func named(_ name: String) -> [Element] { all.filter { $0.name == name } }
}
