internal import BlazonCheck
internal import BlazonDesign
internal import BlazonForm
internal import BlazonLetters
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

/// The words of a page.
extension PageLayout {
  /// A text in `width`, or on one line of its own width; `nil` if a fact it shows is not known.
  func block(
    of element: TextElement, width: Double?, align: Element.Alignment,
    _ typesetter: inout Typesetter, _ report: inout Report
  ) -> Block? {
    guard let text = design.subject.text(of: element.text) else { return nil }
    var shown: (text: TextTemplate.Run, joints: AddressJoints?) = (text, nil)
    if let width, element.text.showsAddress {
      let type = squeezed(element.type)
      shown = printed(element, type, width: width, &typesetter) ?? shown
    }
    var block = block(
      of: shown.text, element.type, element.fill, wrapBelow: element.wrapBelow,
      joints: shown.joints, width: width, align: align, &typesetter, &report)
    if let second = design.subject.secondText(of: element.text), !element.text.isValue {
      block = paired(block, second, element, width: width, align: align, &typesetter, &report)
    }
    if element.place == heading { block = block?.grouped(as: .heading, insteadOf: .paragraph) }
    if element.text.showsAddress, let address { block = block?.grouped(as: .link(address)) }
    return block
  }

  /// `first` with the same words in the page's second language below, smaller: for who reads that.
  private func paired(
    _ first: Block?, _ second: TextTemplate.Run, _ element: TextElement, width: Double?,
    align: Element.Alignment, _ typesetter: inout Typesetter, _ report: inout Report
  ) -> Block? {
    var type = element.type
    let scale = type.sizes[0] > 30 ? 0.5 : 0.8
    // Labels stand beside each other.
    let isLabel = element.type.sizes[0] < 16
    type.sizes = type.sizes.map { isLabel ? $0 : $0 * scale }
    type.letterSpacing *= scale
    type.minimum = min(type.minimum, type.sizes[0])
    let other = block(
      of: second, type, element.fill, wrapBelow: element.wrapBelow,
      width: isLabel ? nil : width, align: align, &typesetter, &report)
    let first = isLabel ? single(element, &typesetter, &report) : first
    guard let first, let other else { return first ?? other }
    if isLabel {
      return beside(first, other, gap: 0.7 * type.sizes[0], width: width, align)
    }
    let gap = max(5, 0.5 * type.sizes[0]) * squeeze.gaps
    let across = max(first.size.width, other.size.width)
    return Block(size: Size(width: across, height: first.size.height + gap + other.size.height)) {
      [self] origin in
      [(first, 0), (other, first.size.height + gap)].flatMap { block, y in
        block.nodes(
          Point(origin.x + share(align) * (across - block.size.width), origin.y + y))
      }
    }
  }

  private func single(
    _ element: TextElement, _ typesetter: inout Typesetter, _ report: inout Report
  ) -> Block? {
    design.subject.text(of: element.text).flatMap {
      block(of: $0, element.type, element.fill, width: nil, align: .start, &typesetter, &report)
    }
  }

  /// Two labels on one line, as far as there is room.
  private func beside(
    _ first: Block, _ second: Block, gap: Double, width: Double?, _ align: Element.Alignment
  ) -> Block {
    let natural = first.size.width + gap + second.size.width
    let across = width ?? natural
    guard natural <= across + 0.5 else { return first }
    let height = max(first.size.height, second.size.height)
    return Block(size: Size(width: across, height: height)) { [self] origin in
      let start = align.share * (across - natural)
      let places = [(first, start), (second, start + first.size.width + gap)]
      return places.flatMap { block, x in
        block.nodes(
          Point(
            origin.x + edge(of: x, width: block.size.width, in: across),
            origin.y + height - block.size.height))
      }
    }
  }

  /// Where the award's page is; `nil` where it is not published.
  var address: String? {
    design.subject.facts[.awardURL].map(\.text).flatMap { $0.hasPrefix("http") ? $0 : nil }
  }

  /// Words set in `type`, shrunk as the page asks.
  func block(
    of text: TextTemplate.Run, _ type: TypeSlot, _ fill: PaintExpression, wrapBelow: Double = 0.8,
    joints: AddressJoints? = nil, width: Double?, align: Element.Alignment,
    _ typesetter: inout Typesetter,
    _ report: inout Report
  ) -> Block? {
    let face = FontFace(known: type.font)
    let words = type.transform.applied(to: text.text, language: design.subject.language)
    let type = squeezed(type)
    let room = Rect(x: 0, y: 0, width: width ?? 100_000, height: 100_000)
    let set = typesetter.fit(
      words, type, face, into: room, wrapBelow: width == nil ? 0 : wrapBelow,
      language: text.language, joints: joints)
    typesetter.checkLetters(of: text.text, setAs: set.lines, at: text.place, &report)
    check(set, type, text, words, &report)
    let lines = Lines(set, lineHeight: type.lineHeight)
    let across = width ?? lines.width
    return Block(size: Size(width: across, height: lines.height)) { [self] origin in
      let box = Rect(x: origin.x, y: origin.y, width: across, height: lines.height)
      let paint = paint(fill, over: box) ?? .black
      let nodes = zip(lines.lines, lines.baselines).map { line, baseline in
        // Lines that run the other way than the page end together, where they begin for who reads them.
        let isForeign = align == .start && !isMirrored && TextDirection(of: words) == .rightToLeft
        let x =
          (isForeign ? lines.width - line.width : share(align) * (across - line.width))
          + line.inset(in: across)
        let start = Point(origin.x + x, origin.y + baseline)
        return line.node(at: start, paint: paint, of: words)
      }
      return [.group(Group(nodes, role: .paragraph))]
    }
  }

  /// `type` at the size that the page asks for, or at its floor.
  private func squeezed(_ type: TypeSlot) -> TypeSlot {
    var type = type
    type.sizes = type.sizes.map { max(min(type.minimum, $0), $0 * squeeze.type) }
    return type
  }

  /// Reports what shrank below its floor.
  private func check(
    _ set: Typesetter.Block, _ type: TypeSlot, _ text: TextTemplate.Run, _ words: String,
    _ report: inout Report
  ) {
    guard set.isBelow(type) else { return }
    let count = max(0, Int(Double(words.count) * set.size / type.minimum))
    report.add(
      .fit, "“\(words)” does not fit the \(design.kind.rawValue): about \(count) characters would",
      at: text.place, measure: Measure(set.size, "units a letter", limit: type.minimum),
      help: words.isSpaced ? "shorten it, or break it with spaces" : "shorten it")
  }

  /// `skills` in as many rows as are allowed; the last frame counts what is left over.
  private func rows(
    of skills: [String], in style: TextStyle, _ pills: PillsElement, room: Double,
    _ typesetter: inout Typesetter
  ) -> [[TextLine]] {
    func pill(_ text: String) -> TextLine {
      typesetter.set(text, in: style, within: room - 2 * pills.padding)
    }
    var rows: [[TextLine]] = [[]]
    var x = 0.0
    for (index, skill) in skills.enumerated() {
      let line = pill(skill)
      let across = line.width + 2 * pills.padding
      if x > 0, x + across > room {
        guard rows.count < pills.rows else {
          // Room for the count, taken from the row's end if need be.
          var left = skills.count - index
          var count = pill("+\(left)")
          while x + count.width + 2 * pills.padding > room,
            let last = rows[rows.count - 1].popLast()
          {
            x -= last.width + 2 * pills.padding + pills.gap
            left += 1
            count = pill("+\(left)")
          }
          rows[rows.count - 1].append(count)
          break
        }
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append(line)
      x += across + pills.gap
    }
    return rows
  }

  /// Skills in rounded frames.
  func block(
    of pills: PillsElement, width: Double?, _ typesetter: inout Typesetter,
    _ report: inout Report
  ) -> Block? {
    let skills = design.subject.lists[pills.list] ?? []
    guard let first = skills.first else { return nil }
    // One text to whoever hears of letters that cannot be written.
    let all = skills.map(\.text).joined(separator: "  ·  ")
    let face = typesetter.face(
      FontFace(known: pills.type.font), for: all, language: design.subject.language)
    let room = width ?? page.width
    let height = pills.height * squeeze.type
    let style = TextStyle(
      face: face, size: max(pills.type.minimum, (pills.type.sizes.first ?? 17) * squeeze.type),
      letterSpacing: pills.type.letterSpacing, language: design.subject.language)
    let rows = rows(of: skills.map(\.text), in: style, pills, room: room, &typesetter)
    for line in rows.joined() {
      typesetter.checkLetters(of: all, setAs: [line], at: first.place, &report)
    }
    let total = Double(rows.count) * (height + pills.gap) - pills.gap
    return Block(size: Size(width: room, height: total)) { [self] origin in
      var nodes: [Node] = []
      for (row, lines) in rows.enumerated() {
        var x = 0.0
        let y = origin.y + Double(row) * (height + pills.gap)
        for line in lines {
          let across = line.width + 2 * pills.padding
          let box = Rect(
            x: origin.x + edge(of: x, width: across, in: room), y: y, width: across, height: height)
          nodes.append(
            .shape(
              Shape(
                Path(rect: box, corner: height / 2), fill: paint(pills.fill, over: box),
                stroke: paint(pills.stroke, over: box).map { Stroke($0, width: 1.2) })))
          let start = Point(box.x + pills.padding, y + (height + line.capHeight) / 2)
          let node = line.node(at: start, paint: paint(pills.ink, over: box) ?? .black)
          nodes.append(.group(Group([node], role: .paragraph)))
          x += box.width + pills.gap
        }
      }
      return nodes
    }
  }
}

extension String {
  /// Whether its script puts blanks between words: where none does they would be a mistake.
  fileprivate var isSpaced: Bool {
    !unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x1AAF, 0x2E80...0xA4CF,
        0xA980...0xA9DF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
        true
      default: false
      }
    }
  }
}

extension Block {
  /// The block with all its nodes in a group of `role`, in place of groups of `other`.
  func grouped(as role: Role, insteadOf other: Role? = nil) -> Block {
    Block(size: size) { [nodes] origin in
      nodes(origin).map { node in
        guard case .group(var group) = node, let other, group.role == other else {
          return .group(Group([node], role: role))
        }
        group.role = role
        return .group(group)
      }
    }
  }
}

extension TextLine {
  /// The line, its baseline's left end at `origin`, as one of the lines of `text`.
  fileprivate func node(at origin: Point, paint: Paint, of text: String? = nil) -> Node {
    let runs = runs(at: origin, paint: paint).map { Node.text($0) }
    return .group(Group(runs, role: .line(TextDirection(of: text ?? self.text))))
  }

  /// How far the line moves so that its ink stays in a room that is `across` wide: some scripts begin
  /// before their first letter's place, as Thaana and Tibetan do. Latin letters may lean out a little.
  fileprivate func inset(in across: Double) -> Double {
    guard let ink else { return 0 }
    let lean = 0.03 * size
    let (left, right) = (-ink.minX - lean, ink.maxX - width - lean)
    return left > 0 ? left : right > 0 && width + right > across ? -right : 0
  }
}

/// Lines one below the other, as far apart as their size says, or as their ink needs.
///
/// The height is that of the capitals, so that gaps between texts look equal; marks that reach
/// higher or lower than Latin letters do are given their room.
private struct Lines {
  let lines: [TextLine]
  /// From the top of the block.
  private(set) var baselines: [Double] = []
  private(set) var height = 0.0

  /// As low as the tails of Latin letters reach, of the size.
  private static let usualDescent = 0.24

  init(_ block: Typesetter.Block, lineHeight: Double) {
    lines = block.lines
    let size = block.size
    var y = 0.0
    for (index, line) in lines.enumerated() {
      let ink = line.ink
      if index == 0 {
        y = max(line.capHeight, -(ink?.minY ?? 0))
      } else {
        let above = lines[index - 1].ink?.maxY ?? 0
        y += max(size * lineHeight, above - (ink?.minY ?? 0) + size * 0.06)
      }
      baselines.append(y)
    }
    // What reaches lower gets its own room, and as much air below as a Latin letter without a tail has.
    let excess = max(0, (lines.last?.inkDescent ?? 0) - size * Lines.usualDescent)
    height = y + excess + min(excess, size * 0.12)
  }

  var width: Double { lines.map(\.width).max() ?? 0 }
}
