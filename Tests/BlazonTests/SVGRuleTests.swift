import Foundation
import FoundationXML
import TestSupport
import Testing

/// What a page may rely on when it embeds one of our SVG files.
@Suite struct SVGRuleTests {
  @Test(arguments: RealProgramme.badges)
  func `an SVG is well-formed, self-contained and says what it shows`(_ badge: String) throws {
    let data = try RealProgramme.file("\(badge).svg")
    let outline = SVGOutline()
    let parser = XMLParser(data: data)
    parser.delegate = outline
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    #expect(!outline.elements.isEmpty)

    let forbidden: Set = ["style", "script", "text", "image", "foreignObject", "a", "animate"]
    #expect(forbidden.isDisjoint(with: outline.elements))
    #expect(Set(outline.ids).count == outline.ids.count, "ids are unique")
    #expect(outline.references.allSatisfy { $0.hasPrefix("#") }, "\(outline.references)")
    let targets = Set(outline.references.map { String($0.dropFirst()) })
    #expect(targets.isSubset(of: outline.ids), "nothing points nowhere")
    #expect(!outline.attributes.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "class" })

    let text = String(decoding: data, as: UTF8.self)
    for mark in ["<!", "<?", "@import", "data:", "javascript:"] {
      #expect(!text.contains(mark), "\(mark)")
    }
    #expect(text.firstMatch(of: /[ ",(-](nan|inf)[ ",)]/) == nil, "a number is a number")
    let entry = try #require(RealProgramme.entries.first { $0.path == "\(badge).svg" })
    #expect(outline.description == entry.alt)
    #expect(outline.root["role"] == "img")
    #expect(outline.root["viewBox"] == "0 0 512 512")
    #expect(outline.root["xmlns"] == "http://www.w3.org/2000/svg")
  }

  @Test func `two badges on one page do not share an id`() throws {
    var owners: [String: String] = [:]
    for badge in RealProgramme.badges {
      let outline = SVGOutline()
      let parser = XMLParser(data: try RealProgramme.file("\(badge).svg"))
      parser.delegate = outline
      #expect(parser.parse())
      for id in outline.ids {
        #expect(owners[id] == nil, "\(id) of \(badge) and \(owners[id] ?? "")")
        owners[id] = badge
      }
    }
    #expect(!owners.isEmpty)
  }
}

/// What stands in an SVG, as libxml reads it.
private final class SVGOutline: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var attributes: Set<String> = []
  var ids: [String] = []
  /// What `href` and `url(…)` point to.
  var references: [String] = []
  var root: [String: String] = [:]
  var descriptionText = ""
  private var isInDescription = false

  override var description: String { descriptionText }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes values: [String: String]
  ) {
    if elements.isEmpty { root = values }
    elements.insert(name)
    attributes.formUnion(values.keys)
    if let id = values["id"] { ids.append(id) }
    for (key, value) in values {
      if key.hasSuffix("href") || key == "src" { references.append(value) }
      var rest = Substring(value)
      while let open = rest.range(of: "url(") {
        rest = rest[open.upperBound...]
        references.append(String(rest.prefix { $0 != ")" }))
      }
    }
    isInDescription = name == "desc"
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isInDescription { descriptionText += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInDescription = false
  }
}
