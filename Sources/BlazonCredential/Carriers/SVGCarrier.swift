internal import XML

/// Credentials in SVG files, as Open Badges bake them: an element right after `<svg …>`.
package enum SVGCarrier {
  /// `file`, an SVG of our own, with `baggage` in it.
  ///
  /// A JWS stands in the attribute `verify`, JSON in CDATA, where every reader finds all of it.
  package static func baked(
    _ file: [UInt8], _ baggage: Baggage
  ) throws(CarrierProblem) -> [UInt8] {
    guard file.starts(with: "<svg ".utf8), let end = file.firstIndex(of: UInt8(ascii: ">")) else {
      throw CarrierProblem(message: "not an SVG file of ours")
    }
    var elements: [UInt8] = []
    for version in BadgeVersion.allCases {
      guard let text = baggage[version] else { continue }
      // Each brings its own meaning of the prefix.
      elements += "<openbadges:\(version.element) xmlns:openbadges=\"\(version.namespace)\"".utf8
      if JWS.isLikely(text) {
        elements += " verify=\"".utf8 + text + "\"/>".utf8
        continue
      }
      if let address = baggage.hostedAt, version == .two {
        elements += " verify=\"\(escaped(address))\"".utf8
      }
      elements += "><![CDATA[".utf8 + withoutEnds(text) + "]]></openbadges:\(version.element)>".utf8
    }
    return Array(file[...end]) + elements + file[(end + 1)...]
  }

  /// What `file` carries; each version at most once, and directly in `<svg>`.
  package static func baggage(of file: [UInt8]) throws(CarrierProblem) -> Baggage {
    var limits = XML.Limits()
    (limits.bytes, limits.elements, limits.depth, limits.attributes) = (4 << 20, 20_000, 100, 200)
    (limits.refusesUnknownPrefixes, limits.passesOverDocumentType) = (true, true)
    let root: XML.Element
    do throws(XMLError) { root = try XML.parse(file, limits: limits) } catch {
      throw CarrierProblem(message: error.message)
    }
    guard root.localName == "svg" else { throw CarrierProblem(message: "not an SVG file") }
    var baggage = Baggage()
    for version in BadgeVersion.allCases {
      let found = elements(in: root, version)
      guard found.count < 2 else {
        throw CarrierProblem(message: "more than one element “\(version.element)”")
      }
      guard let element = found.first else { continue }
      let verify = element.attributes.first { $0.name == "verify" }?.value
      let body = element.text.drop(while: \.isWhitespace)
      guard body.isEmpty || verify == nil || version == .two else {
        throw CarrierProblem(message: "an element that carries two credentials")
      }
      if !body.isEmpty {
        baggage[version] = Array(trimmed(body).utf8)
        if version == .two { baggage.hostedAt = verify }
      } else if let verify {
        baggage[version] = Array(verify.utf8)
      }
    }
    return baggage
  }

  /// Wherever they stand: one that is hidden deeper is one too many.
  private static func elements(in root: XML.Element, _ version: BadgeVersion) -> [XML.Element] {
    root.children.flatMap { child in
      (child.localName == version.element && child.namespace == version.namespace ? [child] : [])
        + elements(in: child, version)
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// JSON in which CDATA does not end: `]]>` with its last character escaped.
  private static func withoutEnds(_ json: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for byte in json {
      if byte == UInt8(ascii: ">"), out.suffix(2).elementsEqual("]]".utf8) {
        out += "\\u003e".utf8
      } else {
        out.append(byte)
      }
    }
    return out
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }
}
