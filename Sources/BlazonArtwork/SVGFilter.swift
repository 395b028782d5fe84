internal import BlazonScene
internal import XML

// Filters (Filter Effects 1), as far as they are softenings and shadows: pictures of what is drawn, moved, blurred and in
// one colour, one over the other.

/// One picture that a filter makes of what it is given.
private struct Layer: Hashable {
  /// What it is in, all of it; `nil` for the colours that it has.
  var color: Color?
  /// Whether it is a colour everywhere, and not the picture at all.
  var isFlood = false
  var dx = 0.0, dy = 0.0
  /// The standard deviation of a Gaussian.
  var blur = 0.0
  var opacity = 1.0
}

extension SVGReader {
  /// `nodes` as the filter of `object` shows them.
  mutating func filtered(_ nodes: [Node], _ object: SVGObject) throws(ArtworkError) -> [Node] {
    guard let attribute = object.element.attribute("filter") else { return nodes }
    let box = object.box ?? object.inkBox ?? .zero
    let layers: [Layer]
    var region: Rect?
    if let found = try definition(of: attribute, "filter") {
      let element = SVGElement(found.definition.element)
      region = self.region(of: element, "filterUnits", object, box)
      guard region != nil else { return [] }
      var graph = FilterGraph(object: object, box: box)
      guard let result = graph.layers(of: element) else {
        throw attribute.error(
          "is not drawn",
          help: "of filters, blurs and drop shadows are; draw the result as shapes, or give a PNG")
      }
      layers = result
    } else if let shadow = FilterGraph(object: object, box: box).layers(css: attribute.value) {
      layers = shadow
    } else {
      guard try attribute.reference() != nil else {
        throw attribute.error("is not drawn", help: "draw the result as shapes, or give a PNG")
      }
      _ = try definition(attribute, of: "filter")
      return nodes
    }
    if let rest = try attribute.reference()?.rest, !rest.isEmpty {
      throw attribute.error("is not drawn", help: "use one filter, or give a PNG")
    }
    if layers == [Layer()] { return nodes }
    let frame = try region.map { (region) throws(ArtworkError) in
      try checked(Path(rect: region).transformed(by: object.map), object.element)
    }
    // What lies outside the filter's region is not seen by it.
    var nodes = nodes
    if let frame, !frame.contains(nodes) { nodes = [.group(Group(nodes, clip: frame))] }
    var shown: [Node] = []
    for layer in layers {
      try budget.takeEffect(object.element)
      try budget.take(segments: nodes.segmentCount, object.element)
      let copies = layer.color.map { nodes.colored($0.withAlpha(1)) } ?? nodes
      let offset = object.map.direction(Point(layer.dx, layer.dy))
      let group = Group(
        copies, transform: .translation(offset.x, offset.y), blur: layer.blur * object.map.scale,
        opacity: layer.opacity * (layer.color?.alpha ?? 1))
      shown.append(.group(group))
    }
    guard let frame, !shown.isEmpty else { return shown }
    return frame.contains(shown) ? shown : [.group(Group(shown, clip: frame))]
  }
}

/// What the elements of a filter make of each other.
private struct FilterGraph {
  let object: SVGObject
  /// What shares are of, where the filter says so.
  let box: Rect
  private var results: [String: [Layer]] = [:]
  private var last: [Layer] = [Layer()]

  init(object: SVGObject, box: Rect) { (self.object, self.box) = (object, box) }

  private static let elementLimit = 40

  /// What the filter shows in the end; `nil` where that is no picture moved, blurred or in one colour.
  mutating func layers(of filter: SVGElement) -> [Layer]? {
    let isOfBox = filter.attribute("primitiveUnits")?.value == "objectBoundingBox"
    guard !isOfBox, filter.children.count <= FilterGraph.elementLimit else { return nil }
    // One without a step shows nothing.
    if !filter.children.contains(where: { $0.localName.hasPrefix("fe") }) { return [] }
    for child in filter.children where child.localName.hasPrefix("fe") {
      let element = SVGElement(child)
      guard let made = result(of: element), made.count <= 8 else { return nil }
      last = made
      if let name = element.attribute("result")?.value { results[name] = made }
    }
    return last.contains(where: \.isFlood) ? nil : last
  }

  /// What CSS's functions of filters show, as in `drop-shadow(0 1px 2px #0008)`; `nil` for others.
  func layers(css text: String) -> [Layer]? {
    guard let open = text.firstIndex(of: "("), text.last == ")" else { return nil }
    let inner = text[text.index(after: open)...].dropLast()
    switch text[..<open] {
    case "blur":
      guard !inner.contains("%") else { return nil }
      return object.style.units.length(trimmed(inner), .across).map { [Layer(blur: $0)] }
    case "drop-shadow":
      var lengths: [Double] = []
      var rest = inner[...]
      while let word = rest.split(whereSeparator: \.isWhitespace).first,
        let length = object.style.units.length(String(word), .across)
      {
        lengths.append(length)
        rest = rest[word.endIndex...]
      }
      let color = trimmed(rest)
      guard (2...3).contains(lengths.count),
        let ink = color.isEmpty ? object.style.ink : Color(svg: color, current: object.style.ink)
      else { return nil }
      let shadow = Layer(
        color: ink, dx: lengths[0], dy: lengths[1], blur: lengths.count == 3 ? lengths[2] : 0)
      return [shadow, Layer()]
    default: return nil
    }
  }

  private func input(_ element: SVGElement, _ name: String = "in") -> [Layer]? {
    switch element.attribute(name)?.value {
    case nil, "": last
    case "SourceGraphic": [Layer()]
    case "SourceAlpha": [Layer(color: .black)]
    case "BackgroundImage", "BackgroundAlpha", "FillPaint", "StrokePaint": nil
    // A name that nothing has means what came last.
    case .some(let name): results[name] ?? last
    }
  }

  private func number(_ element: SVGElement, _ name: String) -> Double {
    element.attribute(name).flatMap { BlazonArtwork.number(in: $0.value) } ?? 0
  }

  private func result(of element: SVGElement) -> [Layer]? {
    // A part of the picture is not what is drawn.
    guard ["x", "y", "width", "height"].allSatisfy({ element.attribute($0) == nil }) else {
      return nil
    }
    return plain(element)
  }

  private func plain(_ element: SVGElement) -> [Layer]? {
    switch element.name {
    case "feFlood": return [flood(element)]
    case "feGaussianBlur":
      guard let deviations = element.attribute("stdDeviation").map({ numbers(in: $0.value) ?? [] })
      else { return input(element) }
      guard let deviation = deviations.first, deviation >= 0, deviation == deviations.last,
        deviations.count <= 2
      else { return deviations.isEmpty ? input(element) : nil }
      return input(element).flatMap { blurred($0, deviation) }
    case "feOffset":
      let (dx, dy) = (number(element, "dx"), number(element, "dy"))
      return input(element)?.map { layer in
        var layer = layer
        (layer.dx, layer.dy) = (layer.dx + dx, layer.dy + dy)
        return layer
      }
    case "feDropShadow":
      guard let input = input(element), let shadow = dropShadow(element, of: input) else {
        return nil
      }
      return [shadow] + input
    case "feMerge":
      var all: [Layer] = []
      for child in element.children where child.localName == "feMergeNode" {
        guard let input = input(SVGElement(child)) else { return nil }
        all += input
      }
      return all
    case "feBlend":
      guard ["normal", nil].contains(element.attribute("mode")?.value), let top = input(element),
        let bottom = input(element, "in2")
      else { return nil }
      return (bottom.filter { !$0.isInvisible }) + top
    case "feComposite": return composite(element)
    case "feColorMatrix": return input(element).flatMap { recolored($0, element) }
    case "feComponentTransfer": return input(element).flatMap { transferred($0, element) }
    case "feTile", "feImage": return nil
    default: return nil
    }
  }

  private func flood(_ element: SVGElement) -> Layer {
    let color = element.attribute("flood-color").flatMap {
      Color(svg: $0.value, current: object.style.ink)
    }
    let opacity = element.attribute("flood-opacity").flatMap { SVGStyle.opacity($0.value) } ?? 1
    return Layer(color: color ?? .black, isFlood: true, opacity: opacity)
  }

  private func blurred(_ layers: [Layer], _ deviation: Double) -> [Layer]? {
    if deviation == 0 || layers.allSatisfy(\.isInvisible) { return layers }
    // Several are blurred as one picture, which these are not any more.
    guard layers.count == 1, var layer = layers.first, !layer.isFlood else { return nil }
    layer.blur = (layer.blur * layer.blur + deviation * deviation).squareRoot()
    return [layer]
  }

  private func dropShadow(_ element: SVGElement, of layers: [Layer]) -> Layer? {
    let deviation =
      element.attribute("stdDeviation")
      .flatMap { numbers(in: $0.value)?.first } ?? 2
    let flood = flood(element)
    // Of several, the last is what the others are the shadows of.
    guard let last = layers.last, last.color == nil, last.blur == 0 else { return nil }
    func offset(_ name: String) -> Double {
      element.attribute(name) == nil ? 2 : number(element, name)
    }
    return Layer(
      color: flood.color, dx: last.dx + offset("dx"), dy: last.dy + offset("dy"), blur: deviation,
      opacity: flood.opacity)
  }

  private func composite(_ element: SVGElement) -> [Layer]? {
    guard let one = input(element), let other = input(element, "in2") else { return nil }
    switch element.attribute("operator")?.value ?? "over" {
    case "over": return other + one
    case "in":
      // A colour where the picture is; or what is in the picture anyway.
      if one.count == 1, one[0].isFlood, other.count == 1, !other[0].isFlood {
        var layer = other[0]
        layer.color = one[0].color
        layer.opacity *= one[0].opacity
        return [layer]
      }
      if other.count == 1, other[0].isFlood, other[0].opacity == 1 { return one }
      return one == other ? one : nil
    case "out":
      // Under what is opaque nothing of a shadow is seen, whether it is there or not.
      let isUnder = other.count == 1 && !other[0].isFlood && other[0].blur == 0
      return isUnder && one.allSatisfy { $0.color != nil && !$0.isFlood } ? one : nil
    default: return nil
    }
  }

  /// What a matrix makes of layers: all in one colour, or what they are (Filter Effects 1, 9.6).
  private func recolored(_ layers: [Layer], _ element: SVGElement) -> [Layer]? {
    guard ["matrix", nil].contains(element.attribute("type")?.value) else { return nil }
    guard let text = element.attribute("values")?.value else { return layers }
    guard let m = numbers(in: text), m.count == 20 else { return nil }
    let identity: [Double] = [1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0]
    if m == identity { return layers }
    guard layers.count == 1, var layer = layers.first, m[15...17].allSatisfy({ $0 == 0 }),
      m[19] == 0, m[18] >= 0
    else { return nil }
    // Alpha alone is read, or black, which a silhouette is.
    let isOfAlpha = [0, 5, 10].allSatisfy { m[$0...$0 + 3].allSatisfy { $0 == 0 } }
    let isSilhouette = layer.color == .black
    if isOfAlpha || isSilhouette {
      func channel(_ at: Int) -> Double { max(0, min(1, m[at + 4])) }
      layer.color =
        element.isLinear
        ? Color(linearRed: channel(0), green: channel(5), blue: channel(10))
        : Color(red: channel(0), green: channel(5), blue: channel(10))
    } else if Array(m[0..<15]) != Array(identity[0..<15]) {
      return nil
    }
    // What is lifted far above one is whole.
    layer.opacity = min(1, layer.opacity * m[18])
    return [layer]
  }

  private func transferred(_ layers: [Layer], _ element: SVGElement) -> [Layer]? {
    var layers = layers
    for child in element.children where child.localName.hasPrefix("feFunc") {
      let function = SVGElement(child)
      let kind = function.attribute("type")?.value ?? "identity"
      if kind == "identity" { continue }
      guard child.localName == "feFuncA", kind == "linear", number(function, "intercept") == 0,
        let slope = function.attribute("slope").flatMap({ BlazonArtwork.number(in: $0.value) }),
        (0...1).contains(slope)
      else { return nil }
      for index in layers.indices { layers[index].opacity *= slope }
    }
    return layers
  }
}

extension Layer {
  /// A colour that lets everything through, which editors begin with.
  fileprivate var isInvisible: Bool { isFlood && opacity == 0 }
}

extension SVGElement {
  /// Whether a filter counts in linear light, as it does unless told otherwise.
  fileprivate var isLinear: Bool { attribute("color-interpolation-filters")?.value != "sRGB" }
}
