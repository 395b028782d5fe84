internal import BlazonScene
internal import XML

/// What the elements of a filter make of each other.
struct FilterGraph {
  let object: SVGObject
  /// Whether its steps count in linear light, as they do unless told otherwise.
  private var isLinear = true
  private var results: [String: [FilterLayer]] = [:]
  private var last: [FilterLayer] = [FilterLayer()]

  init(object: SVGObject) { self.object = object }

  private static let elementLimit = 40

  /// What the filter shows in the end; `nil` where that is no picture moved, blurred or in one colour.
  mutating func layers(of filter: SVGElement) -> [FilterLayer]? {
    isLinear = filter.countsInLinearLight ?? true
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
  func layers(css text: String) -> [FilterLayer]? {
    guard let open = text.firstIndex(of: "("), text.last == ")" else { return nil }
    let inner = text[text.index(after: open)...].dropLast()
    switch text[..<open] {
    case "blur":
      guard !inner.contains("%") else { return nil }
      return object.style.units.length(trimmed(inner), .across).map { [FilterLayer(blur: $0)] }
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
      let shadow = FilterLayer(
        color: ink, dx: lengths[0], dy: lengths[1], blur: lengths.count == 3 ? lengths[2] : 0)
      return [shadow, FilterLayer()]
    default: return nil
    }
  }

  private func input(_ element: SVGElement, _ name: String = "in") -> [FilterLayer]? {
    switch element.attribute(name)?.value {
    case nil, "": last
    case "SourceGraphic": [FilterLayer()]
    case "SourceAlpha": [FilterLayer(color: .black)]
    case "BackgroundImage", "BackgroundAlpha", "FillPaint", "StrokePaint": nil
    // A name that nothing has means what came last.
    case .some(let name): results[name] ?? last
    }
  }

  private func number(_ element: SVGElement, _ name: String) -> Double {
    element.attribute(name).flatMap { BlazonArtwork.number(in: $0.value) } ?? 0
  }

  private func result(of element: SVGElement) -> [FilterLayer]? {
    // A part of the picture is not what is drawn.
    guard ["x", "y", "width", "height"].allSatisfy({ element.attribute($0) == nil }) else {
      return nil
    }
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
      guard let layers = input(element), !layers.contains(where: \.isCut) else { return nil }
      return layers.map { layer in
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
      var all: [FilterLayer] = []
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
    default: return nil
    }
  }

  private func flood(_ element: SVGElement) -> FilterLayer {
    let color = element.attribute("flood-color").flatMap {
      Color(svg: $0.value, current: object.style.ink)
    }
    let opacity = element.attribute("flood-opacity").flatMap { SVGStyle.opacity($0.value) } ?? 1
    return FilterLayer(color: color ?? .black, isFlood: true, opacity: opacity)
  }

  private func blurred(_ layers: [FilterLayer], _ deviation: Double) -> [FilterLayer]? {
    if deviation == 0 || layers.allSatisfy(\.isInvisible) { return layers }
    // Several are blurred as one picture, which these are not any more.
    guard layers.count == 1, var layer = layers.first, !layer.isFlood, !layer.isCut else {
      return nil
    }
    layer.blur = (layer.blur * layer.blur + deviation * deviation).squareRoot()
    return [layer]
  }

  private func dropShadow(_ element: SVGElement, of layers: [FilterLayer]) -> FilterLayer? {
    let deviation =
      element.attribute("stdDeviation")
      .flatMap { numbers(in: $0.value)?.first } ?? 2
    let flood = flood(element)
    // Of several, the last is what the others are the shadows of.
    guard let last = layers.last, last.color == nil, last.blur == 0 else { return nil }
    func offset(_ name: String) -> Double {
      element.attribute(name) == nil ? 2 : number(element, name)
    }
    return FilterLayer(
      color: flood.color, dx: last.dx + offset("dx"), dy: last.dy + offset("dy"), blur: deviation,
      opacity: flood.opacity)
  }

  private func composite(_ element: SVGElement) -> [FilterLayer]? {
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
      guard isUnder, one.allSatisfy({ $0.color != nil && !$0.isFlood }) else { return nil }
      return one.map { layer in
        var layer = layer
        layer.isOutside = true
        return layer
      }
    case "arithmetic":
      let weights = ["k1", "k2", "k3", "k4"].map { number(element, $0) }
      // The silhouette without what is moved and blurred.
      guard weights == [0, -1, 1, 0], one.count == 1, var layer = one.first,
        layer.color != nil, !layer.isFlood, !layer.isInner, other.count == 1,
        other[0].isSilhouette
      else { return nil }
      layer.isInner = true
      return [layer]
    default: return nil
    }
  }

  /// What a matrix makes of layers: all in one colour, or what they are (Filter Effects 1, 9.6).
  private func recolored(_ layers: [FilterLayer], _ element: SVGElement) -> [FilterLayer]? {
    guard let m = matrix(element) else { return nil }
    if m == FilterGraph.identity { return layers }
    guard layers.count == 1, var layer = layers.first, m[15...17].allSatisfy({ $0 == 0 }),
      m[19] == 0, m[18] >= 0, !layer.isFlood
    else { return nil }
    // Alpha alone is read, or black, which a silhouette is.
    let isOfAlpha = [0, 5, 10].allSatisfy { m[$0...$0 + 3].allSatisfy { $0 == 0 } }
    let isSilhouette = layer.color == .black
    if isOfAlpha || isSilhouette {
      func channel(_ at: Int) -> Double { max(0, min(1, m[at + 4])) }
      layer.color =
        element.countsInLinearLight ?? isLinear
        ? Color(linearRed: channel(0), green: channel(5), blue: channel(10))
        : Color(red: channel(0), green: channel(5), blue: channel(10))
    } else if Array(m[0..<15]) != Array(FilterGraph.identity[0..<15]) {
      // Alpha may not become colour: where it is none, there is none.
      guard layer.color == nil, layer.matrix == nil, !(element.countsInLinearLight ?? isLinear),
        [3, 8, 13].allSatisfy({ m[$0] == 0 })
      else { return nil }
      layer.matrix = Array(m[0..<15])
    }
    // What is lifted far above one is whole.
    if m[18] >= 10 { layer.isHard = true }
    layer.opacity = min(1, layer.opacity * m[18])
    return [layer]
  }

  /// The twenty numbers of a matrix, however it is told; `nil` for none.
  private func matrix(_ element: SVGElement) -> [Double]? {
    let values = element.attribute("values").map { numbers(in: $0.value) ?? [] }
    let kind = element.attribute("type")?.value ?? "matrix"
    switch kind {
    case "matrix": return values.map { $0.count == 20 ? $0 : nil } ?? FilterGraph.identity
    case "saturate", "hueRotate":
      guard let number = values.map({ $0.count == 1 ? $0[0] : nil }) ?? (kind == "saturate" ? 1 : 0)
      else { return nil }
      // How much each channel has of the grey of the picture, and of itself (Filter Effects 1, 9.6).
      let grey = [0.213, 0.715, 0.072]
      let turn = Angle(degrees: kind == "hueRotate" ? number : 0)
      let own = kind == "saturate" ? number : turn.cosine
      let across: [[Double]] = [
        [-0.213, -0.715, 0.928], [0.143, 0.140, -0.283], [-0.787, 0.715, 0.072],
      ]
      let rows = (0..<3).map { row in
        (0..<3).map { column in
          grey[column] + own * ((row == column ? 1 : 0) - grey[column])
            + turn.sine * across[row][column]
        } + [0, 0]
      }
      return rows.flatMap(\.self) + [0, 0, 0, 1, 0]
    default: return nil
    }
  }

  private static let identity: [Double] = [
    1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0,
  ]

  private func transferred(_ layers: [FilterLayer], _ element: SVGElement) -> [FilterLayer]? {
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

extension FilterLayer {
  /// Whether the picture cuts off a part of it, which cannot be moved with it afterwards.
  fileprivate var isCut: Bool { isInner || isOutside }

  /// The silhouette of the picture, where it is.
  fileprivate var isSilhouette: Bool {
    var plain = self
    plain.isHard = false
    return plain == FilterLayer(color: .black)
  }

  /// A colour that lets everything through, which editors begin with.
  fileprivate var isInvisible: Bool { isFlood && opacity == 0 }
}

extension SVGElement {
  /// Whether a filter, or a step of one, says that it counts in linear light; `nil` where it says nothing.
  fileprivate var countsInLinearLight: Bool? {
    attribute("color-interpolation-filters").flatMap {
      $0.value == "inherit" ? nil : $0.value != "sRGB"
    }
  }
}
