internal import BlazonScene

// Pictures of pixels inside a drawing.

extension SVGReader {
  /// A picture that stands in the file itself; one that is elsewhere is not fetched, and an error.
  mutating func image(
    _ element: SVGElement, _ outer: SVGStyle, _ outerMap: Affine
  ) throws(ArtworkError) -> [Node] {
    guard let (style, map) = try enter(element, outer, outerMap), style.isVisible,
      let attribute = element.attribute("href") ?? element.attribute("xlink:href"),
      !attribute.value.isEmpty
    else { return [] }
    guard attribute.value.lowercased().hasPrefix("data:") else {
      throw attribute.error(
        "leads out of the drawing", help: "embed the picture in the file, or give a PNG")
    }
    guard let bytes = SVGReader.data(in: attribute.value) else {
      throw attribute.error("holds no picture", help: "embed a PNG or a JPEG, in base 64").ending
    }
    let (content, own) = try content(of: element, bytes)
    var room = Rect(
      x: try length(element, "x", .across, style), y: try length(element, "y", .down, style),
      width: try length(element, "width", .across, style),
      height: try length(element, "height", .down, style))
    // The picture's own size, and shape, where none is given.
    let isGiven = (room.width > 0, room.height > 0)
    if !isGiven.0 { room.width = isGiven.1 ? room.height * own.width / own.height : own.width }
    if !isGiven.1 { room.height = isGiven.0 ? room.width * own.height / own.width : own.height }
    let place = aspectRatio(of: element).map(own, into: room)
    let box = Path(rect: own).transformed(by: place).controlBox ?? room
    let frame = try checked(Path(rect: room).transformed(by: map), element)
    _ = try checked(Path(rect: box).transformed(by: map), element)
    var nodes = content(box, map)
    if !frame.contains(nodes) { nodes = [.group(Group(nodes, clip: frame))] }
    return try finished(
      nodes, as: element, style, map, outline: Path(rect: room))
  }

  /// What draws the picture in `bytes` into a box that is mapped by a map, and the picture's own size.
  private mutating func content(
    of element: SVGElement, _ bytes: [UInt8]
  ) throws(ArtworkError) -> (draw: (Rect, Affine) -> [Node], own: Rect) {
    pictures += 1
    guard pictures <= SVGReader.pictureLimit else {
      throw element.error(
        "more than \(SVGReader.pictureLimit) pictures", help: "make one of them"
      ).ending
    }
    if bytes.first == UInt8(ascii: "<") { return try drawing(in: element, bytes) }
    let raster: Raster
    do throws(ArtworkError) { raster = try RasterReader.raster(bytes) } catch {
      // Others would take as long to read.
      throw element.error(error.message, help: error.help).ending
    }
    pixels += raster.width * raster.height
    guard pixels <= SVGReader.pixelLimit else {
      throw element.error(
        "pictures of more than \(SVGReader.pixelLimit) pixels in all", help: "make them smaller"
      ).ending
    }
    let own = Rect(x: 0, y: 0, width: Double(raster.width), height: Double(raster.height))
    return (
      { box, map in
        // In the units of the drawing where nothing turns it, so that its box is rounded finely enough.
        let isUpright = map.b == 0 && map.c == 0 && map.a > 0 && map.d > 0
        if isUpright, let placed = Path(rect: box).transformed(by: map).controlBox {
          // Less than what coordinates are rounded to.
          guard placed.width >= 0.01, placed.height >= 0.01 else { return [] }
          return [.image(Picture(raster, in: placed))]
        }
        guard box.width * map.scale >= 0.01, box.height * map.scale >= 0.01 else { return [] }
        let k = map.scale
        let large = Rect(x: box.x * k, y: box.y * k, width: box.width * k, height: box.height * k)
        return [
          .group(Group([.image(Picture(raster, in: large))], transform: map.after(.scale(1 / k))))
        ]
      }, own
    )
  }

  /// A drawing inside the drawing: read as a file of its own, which holds none itself.
  private mutating func drawing(
    in element: SVGElement, _ bytes: [UInt8]
  ) throws(ArtworkError) -> (draw: (Rect, Affine) -> [Node], own: Rect) {
    guard !isInside else {
      throw element.error("a drawing in a drawing in a drawing", help: "put its shapes here")
    }
    try budget.takeEffect(element)
    var reader = SVGReader(ink: .black, fonts: fonts)
    reader.isInside = true
    let drawn: (nodes: [Node], size: Size)
    do throws(ArtworkError) { drawn = try reader.read(bytes) } catch {
      throw element.error("the drawing in it: \(error.message)", help: error.help)
    }
    try budget.take(segments: drawn.nodes.segmentCount, element)
    let own = Rect(x: 0, y: 0, width: drawn.size.width, height: drawn.size.height)
    return (
      { box, map in
        let place = Affine(
          box.width / own.width, 0, 0, box.height / own.height, box.x, box.y)
        return [.group(Group(drawn.nodes, transform: map.after(place)))]
      }, own
    )
  }

  /// Pixels of all pictures in a drawing, and how many they are.
  private static let pixelLimit = 1 << 22
  private static let pictureLimit = 200

  /// The bytes of a data URL in base 64 (RFC 2397); `nil` where it is none.
  private static func data(in url: String) -> [UInt8]? {
    guard let comma = url.firstIndex(of: ","),
      url[..<comma].lowercased().hasSuffix(";base64")
    else { return nil }
    return bytes(base64: url[url.index(after: comma)...].utf8)
  }

  /// What letters of base 64 stand for, blanks between them passed over; `nil` where others stand among them.
  private static func bytes(base64 text: some Sequence<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for letter in text {
      let value: UInt8
      switch letter {
      case 0x41...0x5A: value = letter - 0x41
      case 0x61...0x7A: value = letter - 0x61 + 26
      case 0x30...0x39: value = letter - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "="): continue
      default: return nil
      }
      (bits, count) = (bits << 6 | UInt32(value), count + 6)
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }
}
