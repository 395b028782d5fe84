internal import BlazonCheck
internal import BlazonDesign
internal import BlazonLetters
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

extension Typesetter {
  /// The layer of a text slot; none when a word it shows is absent.
  mutating func layers(
    of slot: TextSlot, _ arrangement: Arrangement, _ style: Style, _ report: inout Report
  ) -> [Layer] {
    guard let text = arrangement.words[slot.name] else { return [] }
    let setting = Setting(slot, text, style.design)
    switch slot.placement {
    case .box, nil:
      guard let block = arrangement.blocks[slot.name] else { return [] }
      let words = block.lines.count == 1 ? block.lines[0].text : setting.words
      check(
        block.lines, size: block.size, slot.type, words, of: text, style.design, slot.text, &report)
      let paint = style.paint(slot.fill, over: block.box) ?? .white
      var nodes: [Node] = []
      for (index, line) in block.lines.enumerated() {
        let baseline = block.firstBaseline + Double(index) * block.leading
        let origin = Point(block.box.center.x - line.width / 2, baseline)
        nodes += line.runs(at: origin, paint: paint).map { .text($0) }
      }
      return [
        Layer(
          .words(.init(slot.name, text, words, block.size, paint.flat)),
          style.shadowed(nodes, slot.shadow), likeness: nodes)
      ]
    case .arc(let center, let radius, let isBottom, _):
      guard let line = arcLine(setting) else { return [] }
      let depth = InkReach([line]).shift(within: slot.type.arcHeight)
      if style.design.isTooSmall(line.size) { return [] }
      let words = setting.words
      check([line], size: line.size, slot.type, words, of: text, style.design, slot.text, &report)
      let paint =
        style.paint(
          slot.fill, over: Rect(center: center, width: 2 * radius, height: 2 * radius)) ?? .white
      let runs = line.runs(paint: paint) { distance in
        arcFrame(center, radius, distance, capHeight: line.capHeight, isBottom: isBottom)
          .after(.translation(0, depth))
      }
      let nodes = runs.map { Node.text($0) }
      return [
        Layer(
          .words(.init(slot.name, text, words, line.size, paint.flat)),
          style.shadowed(nodes, slot.shadow), likeness: nodes)
      ]
    }
  }

  /// The line of a text on an arc; `nil` if it stands elsewhere.
  mutating func arcLine(_ setting: Setting) -> TextLine? {
    guard case .arc(_, let radius, _, let maxAngle) = setting.slot.placement else { return nil }
    let type = setting.type
    let width = radius * maxAngle.radians
    let line = shrink(setting.words, type, setting.face, width: width, language: setting.language)
    let height = InkReach([line]).height
    guard height > type.arcHeight else { return line }
    let lower = type.scaled(by: line.size / type.sizes[0] * type.arcHeight / height)
    return shrink(setting.words, lower, setting.face, width: width, language: setting.language)
  }

  /// One line, at most `width` wide: as large as the style allows, shrunk if need be.
  mutating func shrink(
    _ words: String, _ type: TypeSlot, _ face: FontFace, width: Double, language: String
  ) -> TextLine {
    let style = TextStyle(
      face: face, size: type.sizes.first ?? 24, letterSpacing: type.letterSpacing,
      language: language)
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
    /// From the top of the first line's capitals to the last baseline.
    var box: Rect

    /// `lines`, set in `style`, in the middle of `box`, their ink in it as far as there is room.
    init(_ lines: [TextLine], _ style: TextStyle, _ type: TypeSlot, in box: Rect) {
      (self.lines, size) = (lines, style.size)
      leading = InkReach.leading(lines, style.size * type.lineHeight)
      let cap = lines.map(\.capHeight).max() ?? 0
      let height = cap + leading * Double(lines.count - 1)
      let shift = InkReach(lines, leading: leading).shift(within: box.height)
      let top = box.center.y - height / 2 + shift
      firstBaseline = top + cap
      self.box = Rect(x: box.x, y: top, width: box.width, height: height)
    }

    /// From the middle of `box` up to the highest ink.
    var inkAbove: Double {
      let rise = lines.first.map { max($0.inkAscent, $0.capHeight) } ?? 0
      return box.height / 2 + rise - (lines.first?.capHeight ?? 0)
    }

    /// From the middle of `box` down to the lowest ink.
    var inkBelow: Double { box.height / 2 + (lines.last?.inkDescent ?? 0) }

    mutating func center(at y: Double) {
      let shift = y - box.center.y
      firstBaseline += shift
      box.y += shift
    }
  }

  /// One line if it stays near its largest size, else the break into more lines whose widest is
  /// narrowest, all at one size. An address may break at its `joints` too.
  mutating func fit(
    _ words: String, _ type: TypeSlot, _ face: FontFace, into box: Rect, wrapBelow: Double,
    language: String = "en", joints: AddressJoints? = nil
  ) -> Block {
    let face = self.face(face, for: words, language: language)
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
    let block = Block(lines.map { self.set($0, in: style) }, style, type, in: box)
    let ink = block.inkAbove + block.inkBelow
    guard joints == nil, ink > box.height else { return block }
    let lower = style.scaled(by: box.height / ink)
    return Block(lines.map { self.set($0, in: lower) }, lower, type, in: box)
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
    of text: TextTemplate.Run, _ design: Design, _ template: TextTemplate?, _ report: inout Report
  ) {
    checkLetters(of: text.text, setAs: lines, at: text.place, &report)
    if size < type.minimum - 0.01 {
      let count = max(0, Int(Double(words.count) * size / type.minimum))
      let showsShort = template?.pieces.contains(.fact(.short)) == true
      let hint =
        showsShort && design.facts[.short] == design.facts[.title]
        ? "shorten it, or give a “short” form"
        : type.sizes.count > 1
          ? "shorten it, or say with a soft hyphen where a long word may break" : "shorten it"
      report.add(
        .fit, "“\(words)” does not fit: about \(count) characters would", at: text.place,
        measure: Measure(size, "units a letter", limit: type.minimum), help: hint)
    }
  }
}

/// How far the ink of lines reaches up and down from the middle of their capitals.
struct InkReach {
  let above: Double
  let below: Double

  var height: Double { above + below }

  init(_ lines: [TextLine], leading: Double = 0) {
    let depth = leading * Double(lines.count - 1) / 2
    let (first, last) = (lines.first, lines.last)
    above = depth + max(first?.inkAscent ?? 0, first?.capHeight ?? 0) - (first?.capHeight ?? 0) / 2
    below = depth + (last?.inkDescent ?? 0) + (last?.capHeight ?? 0) / 2
  }

  /// How far down lines move, or up, until their ink is in a band `height` high about their middle.
  func shift(within height: Double) -> Double {
    // Accents and tails of letters that fit leave the capitals in the middle.
    if above > height / 2 { return min(above - height / 2, max(0, height / 2 - below)) }
    if below > height / 2 { return -min(below - height / 2, max(0, height / 2 - above)) }
    return 0
  }

  /// From baseline to baseline: `usual`, or more where the ink of two lines would touch.
  static func leading(_ lines: [TextLine], _ usual: Double) -> Double {
    zip(lines, lines.dropFirst()).map { $0.inkDescent + $1.inkAscent + 0.03 * $0.size }
      .reduce(usual) { max($0, $1) }
  }
}

extension TypeSlot {
  /// How high ink on an arc may be: what is higher than an em would touch what the arc runs beside.
  var arcHeight: Double { 1.05 * (sizes.first ?? 24) }

  /// Type that is so much smaller.
  func scaled(by scale: Double) -> TypeSlot {
    var type = self
    type.sizes = sizes.map { $0 * scale }
    type.letterSpacing *= scale
    return type
  }
}

extension TypeSlot.Transform {
  func applied(to text: String, language: String, hasCapitals: Bool = true) -> String {
    switch self {
    case .none: text
    case .uppercase: capitals(of: text, in: language)
    case .auto: hasCapitals ? capitals(of: text, in: language) : text
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

extension Design {
  /// Whether nobody could read letters of `size` units at the width it is drawn for.
  func isTooSmall(_ size: Double) -> Bool {
    pixelWidth.map { size * Double($0) / 512 < leastPixels } ?? false
  }
}

extension Layer.Words {
  init(_ name: String, _ run: TextTemplate.Run, _ text: String, _ size: Double, _ ink: Color) {
    (self.name, self.text, self.size, self.ink) = (name, text, size, ink)
    place = run.place
  }
}
