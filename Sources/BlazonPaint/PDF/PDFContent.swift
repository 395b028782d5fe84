internal import BlazonScene

/// A content stream under way (ISO 32000-1, 8): operators, and the resources that they name.
///
/// It remembers the graphics state, and writes only what changes it.
struct PDFContent {
  enum Resource: String, CaseIterable {
    case state = "ExtGState"
    case font = "Font"
    case pattern = "Pattern"
    case shading = "Shading"
    case form = "XObject"

    var letter: String {
      switch self {
      case .state: "G"
      case .font: "F"
      case .pattern: "P"
      case .shading: "S"
      case .form: "X"
      }
    }
  }

  /// What `q` keeps and `Q` brings back.
  private struct State {
    var fill: PDFText?
    var stroke: PDFText?
    var line: PDFText?
    var alpha: Int?
  }

  private(set) var text = PDFText()
  private var resources: [Resource: Set<Int>] = [:]
  private var state = State()
  private var saved: [State] = []

  /// Operators that leave the state alone.
  static func += (content: inout PDFContent, piece: Literal) { content.text += piece }

  mutating func add(_ value: Double, parts: Int = 100) { text.add(value, parts: parts) }

  mutating func write(_ body: (inout PDFText) -> Void) { body(&text) }

  /// The name under which the stream knows `object`.
  mutating func add(_ resource: Resource, _ object: Int) {
    resources[resource, default: []].insert(object)
    text.text.add("/\(resource.letter)\(object)")
  }

  // MARK: State

  mutating func save() {
    saved.append(state)
    text += "q\n"
  }

  mutating func restore() {
    state = saved.popLast() ?? State()
    text += "Q\n"
  }

  mutating func transform(_ map: Affine) {
    guard map != .identity else { return }
    text.add(map)
    text += "cm\n"
  }

  mutating func setFill(_ operands: PDFText, _ patternResource: Int? = nil) {
    guard state.fill != operands else { return }
    state.fill = operands
    set(operands, patternResource, color: "rg\n", pattern: "/Pattern cs", "scn\n")
  }

  mutating func setStroke(_ operands: PDFText, _ patternResource: Int? = nil) {
    guard state.stroke != operands else { return }
    state.stroke = operands
    set(operands, patternResource, color: "RG\n", pattern: "/Pattern CS", "SCN\n")
  }

  private mutating func set(
    _ operands: PDFText, _ resource: Int?, color: Literal, pattern: Literal,
    _ end: Literal
  ) {
    if let resource {
      text += pattern
      add(.pattern, resource)
      text += " "
      text += end
    } else {
      text.text.bytes += operands.text.bytes
      text += color
    }
  }

  /// Width, cap, join, miter limit and dashes of strokes.
  mutating func setLine(_ operators: PDFText) {
    guard state.line != operators else { return }
    state.line = operators
    text.text.bytes += operators.text.bytes
  }

  /// How much of what is painted shows, by the place of a graphics state that says so.
  mutating func setAlpha(_ object: Int) {
    guard state.alpha != object else { return }
    state.alpha = object
    add(.state, object)
    text += " gs\n"
  }

  /// A soft mask, for which there is no way back but `restore`.
  mutating func setMask(_ object: Int) {
    add(.state, object)
    text += " gs\n"
  }

  // MARK: Painting

  mutating func add(_ path: Path) {
    var current = Point(0, 0)
    var start = Point(0, 0)
    func cubic(_ a: Point, _ b: Point, _ c: Point) {
      for point in [a, b, c] {
        text.add(point.x)
        text.add(point.y)
      }
      text += "c\n"
    }
    var rest = path.segments[...]
    while let segment = rest.first {
      if let (box, count) = Path.rectangle(beginning: rest) {
        for value in [box.x, box.y, box.width, box.height] { text.add(value) }
        text += "re\n"
        rest = rest.dropFirst(count)
        (current, start) = (Point(box.x, box.y), Point(box.x, box.y))
        continue
      }
      rest = rest.dropFirst()
      switch segment {
      case .move(let p):
        text.add(p.x)
        text.add(p.y)
        text += "m\n"
        (current, start) = (p, p)
      case .line(let p):
        text.add(p.x)
        text.add(p.y)
        text += "l\n"
        current = p
      case .quad(let c, let p):
        cubic(current.mixed(with: c, 2.0 / 3), p.mixed(with: c, 2.0 / 3), p)
        current = p
      case .cubic(let a, let b, let p):
        cubic(a, b, p)
        current = p
      case .close:
        text += "h\n"
        current = start
      }
    }
  }

  mutating func draw(form: Int, _ map: Affine = .identity) {
    if map != .identity { save() }
    transform(map)
    add(.form, form)
    text += " Do\n"
    if map != .identity { restore() }
  }

  // MARK: The end

  /// The dictionary of the resources.
  var resourceDictionary: PDFText {
    var out = PDFText()
    out += "<<"
    for resource in Resource.allCases {
      guard let objects = resources[resource] else { continue }
      out.text.add("/\(resource.rawValue)<<")
      for object in objects.sorted() {
        out.text.add("/\(resource.letter)\(object) ")
        out.add(reference: object)
      }
      out += ">>"
    }
    out += ">>"
    return out
  }
}

extension PDFText {
  /// Appends `other`, with its references.
  mutating func append(_ other: PDFText) {
    var start = 0
    for reference in other.references {
      text.bytes += other.text.bytes[start..<reference.offset]
      add(reference: reference.object)
      start = reference.offset
    }
    text.bytes += other.text.bytes[start...]
  }
}
