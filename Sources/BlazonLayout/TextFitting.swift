internal import BlazonCheck
internal import BlazonDesign
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

extension Typesetter {
  /// The nodes of a text slot; none when a word it shows is absent.
  mutating func nodes(of slot: TextSlot, _ style: Style, _ report: inout Report) -> [Node] {
    guard let text = style.design.text(of: slot.text) else { return [] }
    let face = FontFace(known: slot.type.font)
    let words = slot.type.transform.applied(to: text.text, language: style.design.language)
    switch slot.placement {
    case .box(let box):
      let block = fit(words, slot.type, face, into: box, wrapBelow: slot.wrapBelow)
      check(block.lines, size: block.size, slot.type, words, of: text, &report)
      let paint = style.paint(slot.fill, over: block.box) ?? .white
      var nodes: [Node] = []
      for (index, line) in block.lines.enumerated() {
        let baseline = block.firstBaseline + Double(index) * block.leading
        let origin = Point(box.center.x - line.width / 2, baseline)
        nodes += line.runs(at: origin, paint: paint).map { .text($0) }
      }
      return style.shadowed(nodes, slot.shadow)
    case .arc(let center, let radius, let isBottom, let maxAngle):
      let length = radius * maxAngle.radians
      let line = shrink(words, slot.type, face, width: length)
      check([line], size: line.size, slot.type, words, of: text, &report)
      let paint =
        style.paint(
          slot.fill, over: Rect(center: center, width: 2 * radius, height: 2 * radius)) ?? .white
      let runs = line.runs(paint: paint) { distance in
        arcFrame(center, radius, distance, capHeight: line.capHeight, isBottom: isBottom)
      }
      return style.shadowed(runs.map { .text($0) }, slot.shadow)
    }
  }

  /// One line, at most `width` wide: as large as the style allows, shrunk if need be.
  mutating func shrink(
    _ words: String, _ type: TypeSlot, _ face: FontFace, width: Double
  ) -> TextLine {
    let style = TextStyle(
      face: face, size: type.sizes.first ?? 24, letterSpacing: type.letterSpacing)
    return set(words, in: style, within: width)
  }

  /// One line in `style`, shrunk to `width` if it is wider.
  mutating func set(_ words: String, in style: TextStyle, within width: Double) -> TextLine {
    let line = set(words, in: style)
    guard line.width > width else { return line }
    return set(words, in: style.scaled(by: max(1, width) / line.width))
  }

  struct Block {
    var lines: [TextLine]
    var size: Double
    var firstBaseline: Double
    var leading: Double
    var box: Rect
  }

  /// One line if it stays near its largest size, else the break into more lines whose widest is
  /// narrowest, all at one size. An address may break at its `joints` too.
  mutating func fit(
    _ words: String, _ type: TypeSlot, _ face: FontFace, into box: Rect, wrapBelow: Double,
    language: String = "en", joints: AddressJoints? = nil
  ) -> Block {
    let largest = type.sizes.first ?? 24
    let caps = joints.map { $0.caps(type.sizes) } ?? type.sizes
    let wrapBelow = joints == nil ? wrapBelow : max(wrapBelow, 0.8)
    var lines = [words]
    var size = fittingSize(lines, largest, type, face, box, language)
    if size < largest * wrapBelow {
      for pieces in pieces(of: words, language: language) {
        let pieces = joints?.pieces(of: pieces) ?? pieces
        for (index, cap) in caps.enumerated().dropFirst() {
          guard let broken = balanced(pieces, into: index + 1, face: face, language: language)
          else { break }
          let candidate = fittingSize(broken, cap, type, face, box, language)
          if candidate > size { (lines, size) = (broken, candidate) }
          if candidate >= cap * wrapBelow { break }
        }
        if size >= type.minimum { break }
      }
    }
    let style = TextStyle(
      face: face, size: size, letterSpacing: type.letterSpacing * size / largest,
      language: language,
      direction: TextDirection(of: words, else: TextDirection(ofLanguage: language)))
    let set = lines.map { self.set($0, in: style) }
    let leading = size * type.lineHeight
    let cap = set.map(\.capHeight).max() ?? 0
    let height = cap + leading * Double(set.count - 1)
    let top = box.center.y - height / 2
    return Block(
      lines: set, size: size, firstBaseline: top + cap, leading: leading,
      box: Rect(x: box.x, y: top, width: box.width, height: height))
  }

  private mutating func fittingSize(
    _ lines: [String], _ largest: Double, _ type: TypeSlot, _ face: FontFace, _ box: Rect,
    _ language: String
  ) -> Double {
    let base = type.sizes.first ?? 24
    let style = TextStyle(
      face: face, size: largest, letterSpacing: type.letterSpacing * largest / base,
      language: language)
    let widest = lines.map { width(of: $0, in: style) }.max() ?? 0
    let height = largest * (0.74 + type.lineHeight * Double(lines.count - 1))
    return largest * min(1, widest > 0 ? box.width / widest : 1, box.height / height)
  }

  /// Reports what no font can write, and what shrank below its floor. `words` are `text` as it is set.
  mutating func check(
    _ lines: [TextLine], size: Double, _ type: TypeSlot, _ words: String,
    of text: TextTemplate.Run, _ report: inout Report
  ) {
    checkLetters(of: text.text, setAs: lines, at: text.place, &report)
    if size < type.minimum {
      let count = max(0, Int(Double(words.count) * size / type.minimum))
      report.add(
        .fit, "“\(words)” does not fit: about \(count) characters would", at: text.place,
        measure: Measure(size, "units a letter", limit: type.minimum),
        help: "shorten it, or give a “short” form")
    }
  }
}

extension TypeSlot.Transform {
  func applied(to text: String, language: String) -> String {
    switch self {
    case .none: text
    case .uppercase: capitals(of: text, in: language)
    case .auto: text.count <= 16 ? capitals(of: text, in: language) : text
    }
  }
}

/// The frame of a letter on a circle through the middle of the capitals, `distance` along it from
/// the top, or from the bottom for text that reads there.
private func arcFrame(
  _ center: Point, _ radius: Double, _ distance: Double, capHeight: Double, isBottom: Bool
) -> Affine {
  let turn = Angle(radians: distance / radius)
  if isBottom {
    let angle = Angle(degrees: 180 - turn.degrees)
    let p = center.polar(radius + capHeight / 2, angle)
    return Affine.translation(p.x, p.y).after(.rotation(Angle(degrees: -turn.degrees)))
  }
  let p = center.polar(radius - capHeight / 2, turn)
  return Affine.translation(p.x, p.y).after(.rotation(turn))
}
