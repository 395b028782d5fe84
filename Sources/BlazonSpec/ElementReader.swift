internal import BlazonArt
internal import BlazonForm
internal import BlazonScene
internal import BlazonSource

/// Reads elements, and those in them.
struct ElementReader {
  let styles: Tree?
  var reading: Reading
  private var depth = 0
  private var count = 0

  init(styles: Tree?, reading: Reading) { (self.styles, self.reading) = (styles, reading) }

  /// Containers in containers, and elements of a page: more would only take time.
  private static let depthLimit = 8
  private static let countLimit = 300

  mutating func children(_ tree: Tree?) -> [Element] {
    (tree?.entries ?? []).filter { !$0.value.isNull }.compactMap { element($0.value) }
  }

  /// The keys of elements that are one picture.
  static let pictureKeys = shapeKeys + badgeKeys + logoKeys + partnerKeys + avatarKeys

  /// What an element is, is said by the one key that only it has.
  private static let kinds = [
    "text", "shape", "area", "image", "badge", "logo", "qr", "pills", "signatures", "rule",
    "frame", "guilloche", "stack", "row", "grid", "ring", "partner-logo", "avatar",
  ]

  private mutating func element(_ written: Tree) -> Element? {
    let tree = written.withoutNulls
    let given = ElementReader.kinds.filter { tree[$0] != nil }
    guard given.count == 1, let kind = given.first else {
      reading.error(
        given.isEmpty
          ? "an element says what it is" : "an element is one thing, not \(given.count)",
        at: tree.place, help: "give one of: \(ElementReader.kinds.joined(separator: ", "))")
      return nil
    }
    count += 1
    guard count <= ElementReader.countLimit, depth < ElementReader.depthLimit else {
      reading.error(
        depth < ElementReader.depthLimit
          ? "more than \(ElementReader.countLimit) elements"
          : "more than \(ElementReader.depthLimit) elements in each other", at: tree.place)
      return nil
    }
    switch kind {
    case "text": return text(tree)
    case "shape": return shape(tree)
    case "area": return area(tree)
    case "image": return image(tree)
    case "badge": return badge(tree)
    case "logo": return logo(tree)
    case "qr": return qr(tree)
    case "pills": return pills(tree)
    case "signatures": return signatures(tree)
    case "rule": return rule(tree)
    case "ring": return ring(tree)
    case "avatar": return avatar(tree)
    case "partner-logo": return partnerLogo(tree)
    case "frame": return frame(tree)
    case "guilloche": return guilloche(tree)
    default: return container(tree, kind)
    }
  }

  /// Reads what all elements have, and closes `fields`.
  mutating func element(
    _ content: Element.Content?, _ fields: inout Fields
  ) -> Element? {
    let box = fields.take(Element.Keys.box, &reading)
    let inset = fields.take(Element.Keys.inset, &reading)
    let region: Element.Region =
      if let box {
        .box(box)
      } else if let inset {
        .inset(Insets(top: inset[0], right: inset[1], bottom: inset[2], left: inset[3]))
      } else {
        .whole
      }
    let margin = fields.take(Element.Keys.margin, &reading) ?? 0
    let align = fields.take(Element.Keys.align, &reading) ?? .start
    let justify = fields.take(Element.Keys.justify, &reading) ?? .start
    let grows = fields.take(Element.Keys.grow, &reading) ?? false
    let opacity = fields.take(Element.Keys.opacity, &reading) ?? 1
    let condition = fields.take(Element.Keys.condition, &reading)
    let exception = fields.take(Element.Keys.exception, &reading)
    fields.finish(&reading)
    return content.map {
      Element(
        content: $0, region: region, margin: margin, align: align, justify: justify, grows: grows,
        opacity: opacity, condition: condition, exception: exception, place: fields.place)
    }
  }

  mutating func fields(
    _ tree: Tree, _ what: String, _ keys: [KeyDeclaration]
  ) -> Fields? {
    Fields(tree, of: what, declared: keys + Element.Keys.all, &reading)
  }

  private mutating func text(_ tree: Tree) -> Element? {
    var tree = tree
    if let style = tree["style"] {
      guard let name = Form<String>.text.read(style, &reading) else { return nil }
      guard let look = styles?[name] else {
        reading.error(
          "unknown style “\(name.prefix(60))”", at: style.place,
          help: helpText(for: name, among: (styles?.entries ?? []).map(\.key.value)))
        return nil
      }
      tree = look.merged(with: tree)
    }
    guard var fields = fields(tree, "a text", TextElement.Keys.all) else { return nil }
    let text = fields.require(TextElement.Keys.text, &reading)
    _ = fields.take(TextElement.Keys.style, &reading)
    let type = TypeSlot(&fields, &reading)
    let fill = fields.take(TextElement.Keys.fill, &reading) ?? .color(.token("ink"))
    let wrapBelow = fields.take(TextElement.Keys.wrapBelow, &reading) ?? 0.8
    return element(
      text.map {
        .text(
          TextElement(
            text: $0.value, place: $0.place, type: type, fill: fill, wrapBelow: wrapBelow))
      }, &fields)
  }

  private static let shapeKey = Key(
    "shape", Form<Figure>("a shape", .chapter("shape")) { Figure($0, &$1) },
    "a shape at its own place on the page")
  static let shapeKeys = [KeyDeclaration(shapeKey)]

  private mutating func shape(_ tree: Tree) -> Element? {
    guard var fields = fields(tree, "a shape's element", ElementReader.shapeKeys) else {
      return nil
    }
    let figure = fields.take(ElementReader.shapeKey, &reading)
    return element(figure.map { .shape($0) }, &fields)
  }

  private mutating func area(_ tree: Tree) -> Element? {
    typealias Keys = AreaElement.Keys
    guard var fields = fields(tree, "an area", Keys.all) else { return nil }
    let area = fields.take(Keys.area, &reading)
    let corner = fields.take(Keys.corner, &reading) ?? 0
    let stroke = fields.take(Keys.stroke, &reading)
    let width = fields.take(Keys.strokeWidth, &reading) ?? 1
    return element(
      area.map {
        .area(AreaElement(fill: $0, corner: corner, stroke: stroke, strokeWidth: width))
      }, &fields)
  }

  private static let badgeKey = Key("badge", Form<Double>.size, "the award's badge: how wide")
  static let badgeKeys = [KeyDeclaration(badgeKey)]

  private mutating func badge(_ tree: Tree) -> Element? {
    guard var fields = fields(tree, "a badge", ElementReader.badgeKeys) else { return nil }
    let size = fields.take(ElementReader.badgeKey, &reading)
    return element(size.map { .badge($0) }, &fields)
  }

  private static let avatarKey = Key(
    "avatar", Form<Double>.size, "the recipient's picture as a disc: how wide")
  private static let avatarRing = Key("stroke", .paint, "the paint of the ring around it")
  static let avatarKeys = [KeyDeclaration(avatarKey), .init(avatarRing)]

  private mutating func avatar(_ tree: Tree) -> Element? {
    guard var fields = fields(tree, "an avatar", ElementReader.avatarKeys) else { return nil }
    let size = fields.take(ElementReader.avatarKey, &reading)
    let ring = fields.take(ElementReader.avatarRing, &reading) ?? .color(.token("color"))
    return element(size.map { .avatar(size: $0, ring: ring) }, &fields)
  }

  private mutating func ring(_ tree: Tree) -> Element? {
    typealias Keys = RingElement.Keys
    guard var fields = fields(tree, "a ring", Keys.all) else { return nil }
    let list = fields.take(Keys.ring, &reading)
    let type = TypeSlot(&fields, &reading)
    let ring = RingElement(
      size: fields.take(Keys.size, &reading) ?? 140, width: fields.take(Keys.width, &reading) ?? 18,
      gap: fields.take(Keys.gap, &reading) ?? 20, type: type,
      ink: fields.take(Keys.ink, &reading) ?? .color(.token("ink")),
      muted: fields.take(Keys.muted, &reading) ?? .color(.token("ink")),
      fill: fields.take(Keys.fill, &reading) ?? .token("color"))
    return element(list.map { _ in .ring(ring) }, &fields)
  }

  private mutating func qr(_ tree: Tree) -> Element? {
    typealias Keys = QRElement.Keys
    guard var fields = fields(tree, "a QR code", Keys.all) else { return nil }
    let text = fields.take(Keys.qr, &reading)
    let size = fields.take(Keys.size, &reading) ?? 96
    let fill = fields.take(Keys.fill, &reading) ?? .color(.color(.black))
    let ground = fields.take(Keys.ground, &reading) ?? .color(.color(.white))
    let corner = fields.take(Keys.corner, &reading) ?? 0
    return element(
      text.map {
        .qr(QRElement(text: $0, size: size, fill: fill, ground: ground, corner: corner))
      }, &fields)
  }

  private mutating func pills(_ tree: Tree) -> Element? {
    typealias Keys = PillsElement.Keys
    guard var fields = fields(tree, "pills", Keys.all) else { return nil }
    let list = fields.take(Keys.pills, &reading)
    let type = TypeSlot(&fields, &reading)
    let ink = fields.take(Keys.ink, &reading) ?? .color(.token("ink"))
    let fill = fields.take(Keys.fill, &reading) ?? .none
    let stroke = fields.take(Keys.stroke, &reading) ?? .none
    let padding = fields.take(Keys.padding, &reading) ?? 14
    let height = fields.take(Keys.height, &reading) ?? 36
    let gap = fields.take(Keys.gap, &reading) ?? 10
    let rows = fields.take(Keys.rows, &reading) ?? 2
    return element(
      list.map {
        .pills(
          PillsElement(
            list: $0, type: type, ink: ink, fill: fill, stroke: stroke, padding: padding,
            height: height, gap: gap, rows: rows))
      }, &fields)
  }

  private mutating func signatures(_ tree: Tree) -> Element? {
    typealias Keys = SignaturesElement.Keys
    guard var fields = fields(tree, "signatures", Keys.all) else { return nil }
    let height = fields.take(Keys.signatures, &reading)
    let badge = fields.take(Keys.badge, &reading) ?? 0
    let width = fields.take(Keys.width, &reading) ?? 232
    let gap = fields.take(Keys.gap, &reading) ?? 32
    let ink = fields.take(Keys.ink, &reading) ?? .color(.token("ink"))
    let muted = fields.take(Keys.muted, &reading) ?? ink
    let line = fields.take(Keys.line, &reading) ?? muted
    let type = TypeSlot(&fields, &reading)
    let roleFont = fields.take(Keys.roleFont, &reading) ?? type.font
    let ribbon = fields.take(Keys.ribbon, &reading)
    let seal = fields.take(Keys.seal, &reading)
    return element(
      height.map {
        .signatures(
          SignaturesElement(
            badge: badge, height: $0, width: width, gap: gap, line: line, ink: ink, muted: muted,
            type: type, roleFont: roleFont, ribbon: ribbon, seal: seal))
      }, &fields)
  }

  private mutating func rule(_ tree: Tree) -> Element? {
    typealias Keys = RuleElement.Keys
    guard var fields = fields(tree, "a rule", Keys.all) else { return nil }
    let paint = fields.take(Keys.rule, &reading)
    let width = fields.take(Keys.width, &reading) ?? 1
    let length = fields.take(Keys.length, &reading) ?? 0
    let diamond = fields.take(Keys.diamond, &reading) ?? 0
    return element(
      paint.map { .rule(RuleElement(paint: $0, width: width, length: length, diamond: diamond)) },
      &fields)
  }

  private mutating func frame(_ tree: Tree) -> Element? {
    typealias Keys = FrameElement.Keys
    guard var fields = fields(tree, "a frame", Keys.all) else { return nil }
    let fill = fields.take(Keys.frame, &reading)
    let inset = fields.take(Keys.inset, &reading) ?? 28
    let width = fields.take(Keys.width, &reading) ?? 36
    let edge = fields.take(Keys.edge, &reading) ?? .color(.token("accent"))
    let line = fields.take(Keys.line, &reading) ?? .color(.white)
    let star = fields.take(Keys.star, &reading) ?? .named(.gold)
    let notch = fields.take(Keys.notch, &reading) ?? 40
    return element(
      fill.map {
        .frame(
          FrameElement(
            inset: inset, width: width, fill: $0, edge: edge, line: line, star: star, notch: notch))
      }, &fields)
  }

  private mutating func guilloche(_ tree: Tree) -> Element? {
    typealias Keys = GuillocheElement.Keys
    guard var fields = fields(tree, "a guilloche", Keys.all) else { return nil }
    let paint = fields.take(Keys.guilloche, &reading)
    let at = fields.take(Keys.at, &reading) ?? Point(256, 256)
    let inner = fields.take(Keys.inner, &reading) ?? 10
    let outer = fields.take(Keys.outer, &reading) ?? 200
    let lines = fields.take(Keys.lines, &reading) ?? 12
    let lobes = fields.take(Keys.lobes, &reading) ?? 16
    let width = fields.take(Keys.width, &reading) ?? 0.7
    return element(
      paint.map {
        .guilloche(
          GuillocheElement(
            paint: $0, at: at, inner: inner, outer: outer, lines: lines, lobes: lobes, width: width)
        )
      }, &fields)
  }

  private mutating func container(_ tree: Tree, _ kind: String) -> Element? {
    typealias Keys = Container.Keys
    let keys =
      switch kind {
      case "stack": Keys.stackKeys
      case "row": Keys.rowKeys
      default: Keys.gridKeys
      }
    guard var fields = fields(tree, "a \(kind)", keys) else { return nil }
    let direction: Container.Direction
    let members: Tree?
    switch kind {
    case "stack": (direction, members) = (.stack, fields.take(Keys.stack, &reading))
    case "row": (direction, members) = (.row, fields.take(Keys.row, &reading))
    default:
      direction = .grid(columns: fields.take(Keys.columns, &reading) ?? 2)
      members = fields.take(Keys.grid, &reading)
    }
    let gap = fields.take(Keys.gap, &reading) ?? 0
    let padding = fields.take(Keys.padding, &reading) ?? 0
    depth += 1
    let children = children(members)
    depth -= 1
    return element(
      members.map { _ in
        .container(
          Container(direction: direction, children: children, gap: gap, padding: padding))
      }, &fields)
  }
}
