public import BlazonScene

/// Writes a scene as an SVG file that stands alone anywhere.
///
/// Presentation attributes only: some hosts strip `<style>`. Text is outlines, so no font is
/// needed; images are inside; there is no script, no link, nothing fetched. An outline used twice is
/// defined once, and called by `xlink:href`: that is what every reader of SVG 1.1 and 2 knows. Ids
/// begin with a name of the whole picture, so that any pictures can stand in one page.
public struct SVGPainter: Sendable {
  public init() {}

  public func paint(_ scene: Scene) -> [UInt8] { paint(scene, dark: nil) }

  /// A picture that adapts: `scene` on light pages, `dark`, of the same size, on dark ones. What both have is written
  /// once; where no style sheet is read, it is `scene`.
  public func paint(_ scene: Scene, dark: Scene?) -> [UInt8] {
    var writer = SVGWriter(outlines: OutlineCount(scene.nodes + (dark?.nodes ?? [])))
    let document = writer.document(scene, dark: dark)
    // Enough to tell the pictures of any page apart; it is written a hundred times.
    return document.naming(Text.pictureMark, pictureName(of: document, count: 5))
  }
}

/// An SVG under way.
struct SVGWriter {
  private let counts: [[UInt8]: Int]
  private let letters: [OutlineCount.Letter: OutlineCount.Uses]
  /// The ids of letters that were defined; `nil` for those that are too short for it.
  private var letterIDs: [OutlineCount.Letter: String?] = [:]
  private var definitions = Text()
  private var ids: [[UInt8]: String] = [:]
  private var hasReferences = false
  /// Whether anything is another on dark pages.
  var isAdaptive = false

  init(outlines: OutlineCount) { (counts, letters) = (outlines.counts, outlines.letters) }

  /// The file, with `Text.pictureMark` for the picture's name.
  mutating func document(_ scene: Scene, dark: Scene?) -> [UInt8] {
    var body = Text()
    if let dark {
      write(scene.nodes, dark.nodes, to: &body)
    } else {
      for node in scene.nodes { write(node, to: &body) }
    }
    var out = Text()
    out += "<svg xmlns=\"http://www.w3.org/2000/svg\""
    if hasReferences { out += " xmlns:xlink=\"http://www.w3.org/1999/xlink\"" }
    out += " width=\""
    out.add(scene.size.width)
    out += "\" height=\""
    out.add(scene.size.height)
    out += "\" viewBox=\"0 0 "
    out.add(scene.size.width)
    out += " "
    out.add(scene.size.height)
    out += "\" role=\"img\" lang=\""
    out.add(escaping: scene.language)
    // The title is the name and nothing else is, or it would be read twice.
    out += "\" aria-labelledby=\""
    out.add(id(0))
    out += "\" aria-describedby=\""
    out.add(id(1))
    out += "\"><title id=\""
    out.add(id(0))
    out += "\">"
    out.add(escaping: scene.title)
    out += "</title><desc id=\""
    out.add(id(1))
    out += "\">"
    out.add(escaping: scene.description)
    out += "</desc>"
    if let credits = scene.credits { write(credits, to: &out) }
    if isAdaptive { writeRule(to: &out) }
    if !definitions.bytes.isEmpty {
      out += "<defs>"
      out.bytes += definitions.bytes
      out += "</defs>"
    }
    out.bytes += body.bytes
    out += "</svg>\n"
    return out.bytes
  }

  /// Where the picture comes from, in the words of Dublin Core, as SVG 1.1 and 2 recommend; its title and what it shows
  /// are said already.
  private func write(_ credits: Credits, to out: inout Text) {
    out += "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
    out += " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    out += " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><rdf:Description rdf:about=\"\""
    for (name, value) in [
      ("dc:creator", credits.author), ("dc:rights", credits.license ?? ""),
      ("dc:source", credits.source), ("xmp:CreatorTool", Program.title),
    ] as [(Literal, String)] where !value.isEmpty {
      out += " "
      out += name
      out += "=\""
      out.add(escaping: value)
      out += "\""
    }
    out += "/></rdf:RDF></metadata>"
  }

  /// The id of the picture's part `number`; 0 is its title, 1 its description.
  private func id(_ number: Int) -> String { "\u{0}\(String(number, radix: 36))" }

  /// The attribute that calls `target` in.
  private mutating func add(reference target: String, to out: inout Text) {
    hasReferences = true
    out += " xlink:href=\""
    out.add(target)
    out += "\""
  }

  // MARK: Nodes

  mutating func write(_ node: Node, to out: inout Text) {
    switch node {
    case .shape(let shape): write(shape, to: &out)
    case .group(let group): write(group, to: &out)
    case .text(let run): write(run, to: &out)
    case .image(let picture): write(picture, to: &out)
    case .repeated(let copies): write(copies, to: &out)
    }
  }

  /// Words, in the units of their font, about the place of the first letter. A letter that comes more than once, in
  /// whatever sizes, is defined once and called to where it stands.
  private mutating func write(_ run: GlyphRun, to out: inout Text) {
    let letters = run.glyphs.filter(run.hasLetter)
    let others = Path(joining: run.glyphs.filter { !run.hasLetter($0) }.map(\.outline))
    if !others.isEmpty { write(Shape(others, fill: run.paint), to: &out) }
    if let first = letters.first?.placement {
      out += "<g"
      write(fill: run.paint, to: &out)
      let map = Affine(first.a, 0, 0, first.a, first.tx, first.ty)
      // Lines are thousands of units of a font long.
      write(map, parts: 1_000_000_000, to: &out)
      out += ">"
      var rest = Path()
      for glyph in letters {
        // To a tenth of a unit: what is drawn inside stays whole, and short.
        let (x, y) = (
          ((glyph.placement.tx - first.tx) / first.a).rounded(to: 10),
          ((glyph.placement.ty - first.ty) / first.a).rounded(to: 10)
        )
        guard let id = letterID(run.letter(glyph)) else {
          rest.append(glyph.inFontUnits.transformed(by: .translation(x, y)))
          continue
        }
        out += "<use"
        out.add(attribute: "x", x, unless: 0)
        out.add(attribute: "y", y, unless: 0)
        add(reference: "#\(id)", to: &out)
        out += "/>"
      }
      if !rest.isEmpty {
        out += "<path d=\""
        out.bytes += rest.data
        out += "\"/>"
      }
      out += "</g>"
    }
    for node in run.art { write(node, to: &out) }
  }

  /// The id of a letter that is worth a definition.
  private mutating func letterID(_ letter: OutlineCount.Letter) -> String? {
    if let known = letterIDs[letter] { return known }
    guard let uses = letters[letter], uses.count > 1 else { return nil }
    let data = uses.largest.inFontUnits.data
    var id: String?
    // What calls it has some forty bytes, and what defines it thirty.
    if data.count > 75 {
      var definition = Text()
      definition += "<path id=\"@\" d=\""
      definition.bytes += data
      definition += "\"/>"
      id = define(definition)
    }
    letterIDs[letter] = .some(id)
    return id
  }

  private mutating func write(_ picture: Picture, to out: inout Text) {
    out += "<image"
    out.add(attribute: "x", picture.box.x, unless: 0)
    out.add(attribute: "y", picture.box.y, unless: 0)
    out.add(attribute: "width", picture.box.width)
    out.add(attribute: "height", picture.box.height)
    out += " preserveAspectRatio=\"none\""
    add(reference: dataURL(of: PNGEncoder().encode(picture.raster), type: "image/png"), to: &out)
    out += "/>"
  }

  private mutating func write(_ shape: Shape, to out: inout Text) {
    let reference = reference(to: shape.path)
    out += reference == nil ? "<path" : "<use"
    if let fill = shape.fill { write(fill: fill, to: &out) } else { out += " fill=\"none\"" }
    if shape.isEvenOdd { out += " fill-rule=\"evenodd\"" }
    if let stroke = shape.stroke { write(stroke, to: &out) }
    out.add(attribute: "opacity", shape.opacity, unless: 1)
    if let reference {
      add(reference: "#\(reference)", to: &out)
    } else {
      out += " d=\""
      out.bytes += shape.path.data
      out += "\""
    }
    out += "/>"
  }

  private mutating func write(_ group: Group, to out: inout Text) {
    let tags = open(group, to: &out)
    for child in group.children { write(child, to: &out) }
    close(tags: tags, to: &out)
  }

  /// The tags before the children of `group`; how many they are.
  mutating func open(_ group: Group, to out: inout Text) -> Int {
    let isTransformed = group.transform != .identity
    let isOuter = isTransformed || group.shadow != nil || group.opacity < 1
    if isOuter {
      out += "<g"
      if isTransformed { write(group.transform, to: &out) }
      out.add(attribute: "opacity", group.opacity, unless: 1)
      if let shadow = group.shadow { write(shadow, of: group, to: &out) }
      out += ">"
    }
    var count = isOuter ? 1 : 0
    func open(_ attribute: Literal, _ id: String) {
      out += "<g "
      out += attribute
      out += "=\"url(#"
      out.add(id)
      out += ")\">"
      count += 1
    }
    if let id = maskID(group) { open("mask", id) }
    if let clip = group.clip { open("clip-path", clipID(clip, isEvenOdd: group.isClipEvenOdd)) }
    if let id = blurID(group) { open("filter", id) }
    return count
  }

  func close(tags count: Int, to out: inout Text) {
    for _ in 0..<count { out += "</g>" }
  }

  private mutating func write(_ copies: Repeat, to out: inout Text) {
    var definition = Text()
    definition += "<g id=\"@\">"
    write(copies.child, to: &definition)
    definition += "</g>"
    let id = define(definition)
    for copy in copies.transforms {
      out += "<use"
      if copy != .identity { write(copy, to: &out) }
      add(reference: "#\(id)", to: &out)
      out += "/>"
    }
  }

  /// The attribute that maps what is inside; the linear part in `parts` of one.
  private func write(_ map: Affine, parts: Int = 100_000, to out: inout Text) {
    out += " transform=\"matrix("
    for value in [map.a, map.b, map.c, map.d] {
      out.add(value, parts: parts)
      out += " "
    }
    out.add(map.tx)
    out += " "
    out.add(map.ty)
    out += ")\""
  }

  // MARK: Definitions

  /// The id of an outline that is drawn more than once and worth a definition.
  private mutating func reference(to path: Path) -> String? {
    let data = path.data
    guard data.count > 60, counts[data, default: 0] > 1 else { return nil }
    var definition = Text()
    definition += "<path id=\"@\" d=\""
    definition.bytes += data
    definition += "\"/>"
    return define(definition)
  }

  private mutating func clipID(_ path: Path, isEvenOdd: Bool) -> String {
    var definition = Text()
    definition += "<clipPath id=\"@\""
    definition += isEvenOdd ? " clip-rule=\"evenodd\">" : ">"
    if let reference = reference(to: path) {
      definition += "<use"
      add(reference: "#\(reference)", to: &definition)
    } else {
      definition += "<path d=\""
      definition.bytes += path.data
      definition += "\""
    }
    definition += "/></clipPath>"
    return define(definition)
  }

  /// The id of `definition`, which is written once however often it is asked for.
  mutating func define(_ definition: Text) -> String {
    if let id = ids[definition.bytes] { return id }
    let id = id(ids.count + 2)
    ids[definition.bytes] = id
    guard let mark = definition.bytes.firstIndex(of: UInt8(ascii: "@")) else { return id }
    definitions.bytes += definition.bytes[..<mark]
    definitions.add(id)
    definitions.bytes += definition.bytes[(mark + 1)...]
    return id
  }
}
