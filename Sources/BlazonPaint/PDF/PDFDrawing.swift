internal import BlazonScene
internal import Cairo

/// The scene's nouns as PDF has them: forms, patterns, soft masks, images. Coordinates stay those of the scene, y
/// downwards; whoever draws on the page turns it.
struct PDFDrawing {
  var objects = PDFObjects()
  /// Points for each unit that the content under way begins with: what is drawn in pixels needs to know.
  private(set) var scale: Double

  init(scale: Double) { self.scale = scale }

  // MARK: Nodes

  /// Draws `nodes`; `map` leads from their coordinates to those that the content begins with.
  mutating func draw(
    _ nodes: [Node], in content: inout PDFContent, _ map: Affine
  ) throws(CairoError) {
    for node in nodes {
      switch node {
      case .shape(let shape): try draw(shape, in: &content, map)
      case .group(let group): try draw(group, in: &content, map)
      case .text(let run): try draw(run.shapes, in: &content, map)
      case .image(let picture): draw(picture, in: &content)
      case .repeated(let copies):
        guard let form = try form([copies.child], map: map) else { continue }
        for copy in copies.transforms { content.draw(form: form, copy) }
      }
    }
  }

  private mutating func draw(
    _ group: Group, in content: inout PDFContent, _ map: Affine
  ) throws(CairoError) {
    content.save()
    content.transform(group.transform)
    let map = map.after(group.transform)
    if group.opacity < 1 {
      var whole = group
      (whole.transform, whole.opacity) = (.identity, 1)
      if let form = try form([.group(whole)], map: map, isGroup: true) {
        content.setAlpha(alpha(fill: group.opacity, stroke: 1))
        content.draw(form: form)
      }
    } else {
      if let shadow = group.shadow { try draw(shadow, of: group, in: &content, map) }
      try draw(contentsOf: group, in: &content, map)
    }
    content.restore()
  }

  /// What is in the group, blurred, clipped and masked.
  private mutating func draw(
    contentsOf group: Group, in content: inout PDFContent, _ map: Affine
  ) throws(CairoError) {
    if let clip = group.clip {
      content.add(clip)
      content += group.isClipEvenOdd ? "W* n\n" : "W n\n"
    }
    if !group.mask.isEmpty {
      var inner = group.unshadowed
      (inner.clip, inner.mask) = (nil, [])
      guard let mask = try mask(group.mask, map),
        let form = try form([.group(inner)], map: map, isGroup: true)
      else { return }
      content.setMask(mask)
      content.setAlpha(alpha(fill: 1, stroke: 1))
      content.draw(form: form)
    } else if group.blur > 0 {
      try draw(blurred: group, in: &content, map)
    } else {
      try draw(group.children, in: &content, map)
    }
  }

  /// A graphics state whose soft mask is the luminance of `nodes` (ISO 32000-1, 11.6.5.3); `nil` where they paint nothing.
  private mutating func mask(_ nodes: [Node], _ map: Affine) throws(CairoError) -> Int? {
    let entries: Literal = "/Group<</S/Transparency/CS/DeviceRGB>>"
    guard let form = try form(nodes, map: map, entries: entries) else { return nil }
    var state = PDFText()
    state += "<</SMask<</S/Luminosity/G "
    state.add(reference: form)
    state += ">>>>"
    return objects.add(state)
  }

  /// A form XObject (ISO 32000-1, 8.10) of `nodes`, with their ink as its box; `nil` where they have none.
  /// `map` leads to the page; a group is painted as a whole and lets through as one.
  mutating func form(
    _ nodes: [Node], map: Affine, isGroup: Bool = false
  ) throws(CairoError) -> Int? {
    try form(nodes, map: map, entries: isGroup ? "/Group<</S/Transparency>>" : "")
  }

  private mutating func form(
    _ nodes: [Node], map: Affine, entries: Literal
  ) throws(CairoError) -> Int? {
    guard let box = Node.group(Group(nodes)).inkBox(.identity) else { return nil }
    var content = PDFContent()
    let outer = scale
    scale *= map.scale
    defer { scale = outer }
    // Patterns are placed in the form's own coordinates.
    try draw(nodes, in: &content, .identity)
    return form(content, box.expanded(by: 1), entries: entries)
  }

  mutating func form(_ content: PDFContent, _ box: Rect, entries: Literal) -> Int {
    var dictionary = PDFText()
    dictionary += "/Type/XObject/Subtype/Form/BBox"
    dictionary.add(box)
    dictionary += entries
    dictionary += "/Resources"
    dictionary.append(content.resourceDictionary)
    return objects.add(PDFObject(dictionary, stream: content.text.text.bytes, level: 9))
  }

  // MARK: Shapes

  private mutating func draw(
    _ shape: Shape, in content: inout PDFContent, _ map: Affine
  ) throws(CairoError) {
    // A line of no width is none; PDF would draw the thinnest there is.
    var shape = shape
    if let stroke = shape.stroke, stroke.width <= 0 { shape.stroke = nil }
    // Fill and stroke together fade as one.
    if shape.opacity < 1, shape.fill != nil, shape.stroke != nil {
      var whole = shape
      whole.opacity = 1
      guard let form = try form([.shape(whole)], map: map, isGroup: true) else { return }
      content.save()
      content.setAlpha(alpha(fill: shape.opacity, stroke: 1))
      content.draw(form: form)
      content.restore()
      return
    }
    guard !shape.path.isEmpty else { return }
    let isEvenOdd = shape.isEvenOdd
    // Both at once where neither lets through: the outline is written once.
    if let fill = shape.fill, let stroke = shape.stroke, fill.isOpaque, stroke.paint.isOpaque {
      setFill(fill, in: &content, map)
      setStroke(stroke, in: &content, map)
      content.setAlpha(alpha(fill: 1, stroke: 1))
      content.add(shape.path)
      content += isEvenOdd ? "B*\n" : "B\n"
      return
    }
    if let fill = shape.fill {
      draw(fill, of: shape, in: &content, map) { drawing, content, map in
        drawing.setFill(fill, in: &content, map)
        content.add(shape.path)
        content += isEvenOdd ? "f*\n" : "f\n"
      }
    }
    if let stroke = shape.stroke {
      draw(stroke.paint, of: shape, in: &content, map, isStroke: true) { drawing, content, map in
        drawing.setStroke(stroke, in: &content, map)
        content.add(shape.path)
        content += "S\n"
      }
    }
  }

  /// Calls `body` with as much of `paint` showing as it and `shape` say.
  private mutating func draw(
    _ paint: Paint, of shape: Shape, in content: inout PDFContent, _ map: Affine,
    isStroke: Bool = false, _ body: (inout PDFDrawing, inout PDFContent, Affine) -> Void
  ) {
    if case .color(let color) = paint {
      content.setAlpha(
        alpha(fill: color.alpha * shape.opacity, stroke: color.alpha * shape.opacity))
      body(&self, &content, map)
      return
    }
    guard !paint.isOpaque, let box = Node.shape(shape).inkBox(.identity) else {
      content.setAlpha(alpha(fill: shape.opacity, stroke: shape.opacity))
      body(&self, &content, map)
      return
    }
    content.save()
    content.setAlpha(alpha(fill: shape.opacity, stroke: shape.opacity))
    content.setMask(mask(paint, over: box.expanded(by: 1)))
    if isStroke {
      // Some readers (Poppler on Cairo) forget the mask where they stroke with a pattern, and not where a group is drawn.
      var inner = PDFContent()
      inner.setAlpha(alpha(fill: 1, stroke: 1))
      body(&self, &inner, .identity)
      content.draw(
        form: form(inner, box.expanded(by: 1), entries: "/Group<</S/Transparency>>"))
    } else {
      body(&self, &content, map)
    }
    content.restore()
  }

  /// Makes `paint` what text is shown in; `false` where it lets through here more than there.
  mutating func setText(_ paint: Paint, in content: inout PDFContent, _ map: Affine) -> Bool {
    if case .color(let color) = paint {
      content.setAlpha(alpha(fill: color.alpha, stroke: color.alpha))
    } else if paint.isOpaque {
      content.setAlpha(alpha(fill: 1, stroke: 1))
    } else {
      return false
    }
    setFill(paint, in: &content, map)
    return true
  }

  private mutating func setFill(_ paint: Paint, in content: inout PDFContent, _ map: Affine) {
    let (operands, pattern) = operands(paint, map)
    content.setFill(operands, pattern)
  }

  private mutating func setStroke(_ stroke: Stroke, in content: inout PDFContent, _ map: Affine) {
    let (operands, pattern) = operands(stroke.paint, map)
    content.setStroke(operands, pattern)
    var line = PDFText()
    line.add(stroke.width)
    line += "w "
    line.add(stroke.cap.number)
    line += " J "
    line.add(stroke.join.number)
    line += " j "
    line.add(stroke.miterLimit)
    line += "M["
    for dash in stroke.dashes { line.add(dash) }
    line += "]"
    line.add(stroke.dashOffset)
    line += "d\n"
    content.setLine(line)
  }
}

extension Stroke.Cap {
  fileprivate var number: Int {
    switch self {
    case .butt: 0
    case .round: 1
    case .square: 2
    }
  }
}

extension Stroke.Join {
  fileprivate var number: Int {
    switch self {
    case .miter: 0
    case .round: 1
    case .bevel: 2
    }
  }
}
