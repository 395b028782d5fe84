internal import BlazonScene
internal import Cairo

/// What is pixels in a PDF: pictures, and shadows.
extension PDFDrawing {
  /// Pixels to the inch where a shadow becomes pixels: more than its blur shows.
  private static let shadowResolution = 200.0

  /// What a shadow has at most: pixels along a side, and altogether.
  private static let shadowLength = 4096.0
  private static let shadowPixels = 4_000_000.0

  mutating func draw(_ picture: Picture, in content: inout PDFContent) {
    let raster = picture.raster
    let pixels = raster.pixels.span
    let count = raster.width * raster.height
    var colors = [UInt8](repeating: 0, count: count * 3)
    var alphas = [UInt8](repeating: 255, count: count)
    for index in 0..<count {
      for channel in 0..<3 { colors[index * 3 + channel] = pixels[index * 4 + channel] }
      alphas[index] = pixels[index * 4 + 3]
    }
    let mask = raster.isOpaque ? nil : image(alphas, raster.width, raster.height, .gray)
    content.setAlpha(alpha(fill: 1, stroke: 1))
    draw(
      image(colors, raster.width, raster.height, .rgb, mask: mask), picture.box, &content)
  }

  /// The shadow alone: the group's silhouette as pixels, blurred, as the mask of one pixel of its colour.
  mutating func draw(
    _ shadow: Shadow, of group: Group, in content: inout PDFContent, _ map: Affine
  ) throws(CairoError) {
    let silhouette = Node.group(group.unshadowed)
    guard let ink = silhouette.inkBox(.identity) else { return }
    let (left, top) = ((ink.minX - 1).rounded(.down), (ink.minY - 1).rounded(.down))
    let size = Size(
      width: (ink.maxX + 1).rounded(.up) - left, height: (ink.maxY + 1).rounded(.up) - top)
    let scene = Scene(
      size: size,
      nodes: [.group(Group([silhouette], transform: .translation(-left, -top)))], title: "",
      description: "")
    // A blur needs few pixels: two to its deviation show all of it.
    let most = min(4, self.scale * map.scale * PDFDrawing.shadowResolution / 72)
    // A silhouette may reach far beyond the page.
    let scale =
      [
        most, max(0.1, 2 / max(0.1, shadow.blur)),
        PDFDrawing.shadowLength / max(size.width, size.height),
        (PDFDrawing.shadowPixels / (size.width * size.height)).squareRoot(),
      ].min() ?? most
    guard size.width * scale >= 1, size.height * scale >= 1 else { return }
    let blur = GaussianBlur(deviation: shadow.blur * scale)
    let surface = try RasterPainter(scale: scale).surface(scene).shadowMask(blur)
    let (width, height, stride) = (surface.width, surface.height, surface.stride)
    var alphas: [UInt8] = []
    alphas.reserveCapacity(width * height)
    surface.withPixels { pixels in
      for y in 0..<height { for x in 0..<width { alphas.append(pixels[y * stride + x]) } }
    }
    let mask = image(alphas, width, height, .gray)
    let color = shadow.color.channels.map { UInt8(($0 * 255).rounded()) }
    let box = Rect(
      x: left + shadow.dx - Double(blur.reach) / scale,
      y: top + shadow.dy - Double(blur.reach) / scale, width: Double(width) / scale,
      height: Double(height) / scale)
    content.save()
    content.setAlpha(alpha(fill: shadow.color.alpha, stroke: 1))
    draw(image(color, 1, 1, .rgb, mask: mask), box, &content)
    content.restore()
  }

  /// What is in the group, blurred, as pixels.
  mutating func draw(
    blurred group: Group, in content: inout PDFContent, _ map: Affine
  ) throws(CairoError) {
    let soft = Node.group(Group(group.children, blur: group.blur))
    guard let ink = soft.inkBox(.identity) else { return }
    let (left, top) = (ink.minX.rounded(.down), ink.minY.rounded(.down))
    let size = Size(width: ink.maxX.rounded(.up) - left, height: ink.maxY.rounded(.up) - top)
    let scene = Scene(
      size: size, nodes: [.group(Group([soft], transform: .translation(-left, -top)))], title: "",
      description: "")
    let scale =
      [
        self.scale * map.scale * PDFDrawing.shadowResolution / 72,
        PDFDrawing.shadowLength / max(size.width, size.height),
        (PDFDrawing.shadowPixels / (size.width * size.height)).squareRoot(),
      ].min() ?? 1
    guard size.width * scale >= 1, size.height * scale >= 1 else { return }
    let surface = try RasterPainter(scale: scale).surface(scene)
    let raster = Raster(
      width: surface.width, height: surface.height, pixels: surface.straightPixels())
    draw(
      Picture(raster, in: Rect(x: left, y: top, width: size.width, height: size.height)),
      in: &content)
  }

  private mutating func draw(_ image: Int, _ box: Rect, _ content: inout PDFContent) {
    // An image's rows run downwards in a square whose y runs upwards.
    content.draw(form: image, Affine(box.width, 0, 0, -box.height, box.x, box.maxY))
  }

  private enum Space: String {
    case gray = "Gray"
    case rgb = "RGB"
  }

  private mutating func image(
    _ samples: [UInt8], _ width: Int, _ height: Int, _ space: Space, mask: Int? = nil
  ) -> Int {
    var entries = PDFText()
    entries += "/Type/XObject/Subtype/Image/BitsPerComponent 8/Interpolate true/ColorSpace"
    entries.text.add("/Device\(space.rawValue)")
    entries += "/Width "
    entries.add(width)
    entries += "/Height "
    entries.add(height)
    if let mask {
      entries += "/SMask "
      entries.add(reference: mask)
    }
    let channels = space == .gray ? 1 : 3
    entries += "/DecodeParms<</Predictor 15/Colors "
    entries.add(channels)
    entries += "/Columns "
    entries.add(width)
    entries += ">>"
    let rows = predicted(samples, width: width * channels, distance: channels)
    return objects.add(PDFObject(entries, stream: rows, level: 9))
  }
}

/// Rows of `width` bytes, each as it differs from what the bytes on the left, above and between tell: PNG's filter
/// 4, Paeth (ISO 32000-1, 7.4.4.4).
private func predicted(_ samples: [UInt8], width: Int, distance: Int) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(samples.count + samples.count / max(1, width))
  let samples = samples.span
  for start in stride(from: 0, to: samples.count, by: width) {
    out.append(4)
    for x in 0..<width {
      let left = x < distance ? 0 : Int(samples[start + x - distance])
      let above = start == 0 ? 0 : Int(samples[start + x - width])
      let corner = x < distance || start == 0 ? 0 : Int(samples[start + x - width - distance])
      let guess = left + above - corner
      let (a, b, c) = (abs(guess - left), abs(guess - above), abs(guess - corner))
      let nearest = a <= b && a <= c ? left : b <= c ? above : corner
      out.append(samples[start + x] &- UInt8(nearest))
    }
  }
  return out
}
