internal import BlazonArtwork
internal import BlazonDesign
internal import BlazonForm
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

/// Pictures of a page that others drew: the recipient's, the programme's logo, and that of whose partner it is.
extension PageLayout {
  /// The recipient's picture in a ring; nothing where there is none.
  func avatar(_ size: Double, _ ring: PaintExpression) -> Block? {
    guard let avatar = design.subject.avatar else { return nil }
    let name = design.subject.facts[.recipientName]?.plainText ?? ""
    return Block(size: Size(width: size, height: size)) { [self] origin in
      let center = Point(origin.x + size / 2, origin.y + size / 2)
      let width = size * 0.04
      let box = Rect(x: origin.x, y: origin.y, width: size, height: size)
      var nodes = avatar.disc(at: center, radius: size / 2 - 2 * width, named: name)
      if let paint = paint(ring, over: box) {
        let circle = Path(circle: center, radius: size / 2 - width / 2)
        nodes.append(.shape(Shape(circle, stroke: Stroke(paint, width: width))))
      }
      return nodes
    }
  }

  /// The logo of whose partner the programme is; nothing where there is none.
  func partnerLogo(_ size: Double) -> Block? {
    drawing(design.partnerLogo, size, of: design.subject.facts[.issuerPartner])
  }

  /// The drawing in the file at `path`, `size` high, or lower if it is very wide.
  private func drawing(
    _ path: String?, _ size: Double, of name: TextTemplate.Run?
  ) -> Block? {
    guard let artwork = path.flatMap({ artworks[$0] }) else { return nil }
    let scale = min(size / artwork.size.height, 4 * size / artwork.size.width)
    let fitted = Size(width: artwork.size.width * scale, height: artwork.size.height * scale)
    return Block(size: fitted) { origin in
      [
        .group(
          Group(
            artwork.nodes, transform: Affine(scale, 0, 0, scale, origin.x, origin.y),
            role: name.map { .figure($0.text) }))
      ]
    }
  }

  /// The programme's drawing, or its initial in a roundel.
  func logo(
    _ size: Double, _ fill: PaintExpression, on ground: Theme?, _ typesetter: inout Typesetter
  ) -> Block? {
    if let drawing = drawing(design.logo(on: ground), size, of: design.subject.facts[.issuerName]) {
      return drawing
    }
    guard let initial = design.initial
    else { return nil }
    let face = FontFace(known: "Sora ExtraBold")
    let line = typesetter.set(
      String(initial).uppercased(), in: TextStyle(face: face, size: size * 0.5), within: size * 0.7)
    return Block(size: Size(width: size, height: size)) { [self] origin in
      let center = Point(origin.x + size / 2, origin.y + size / 2)
      let box = Rect(center: center, width: size, height: size)
      let ground = paint(fill, over: box) ?? .black
      let start = Point(center.x - line.width / 2, center.y + line.capHeight / 2)
      // A picture of a letter, not a word to be read or copied.
      let letter = line.runs(at: start, paint: .color(readableInk(on: ground.flat)))
        .map { Node.text($0).outlined }
      return [.shape(Shape(Path(circle: center, radius: size / 2), fill: ground))] + letter
    }
  }
}

/// Pictures of the programme's own.
extension PageLayout {
  /// The picture in `box`, as it is to fill it.
  func nodes(of image: ImageElement, in box: Rect) -> [Node] {
    guard let artwork = artworks[image.file.path] else { return [] }
    let (across, down) = (box.width / artwork.size.width, box.height / artwork.size.height)
    let (x, y) =
      switch image.fit {
      case .fill: (across, down)
      case .cover: (max(across, down), max(across, down))
      case .contain: (min(across, down), min(across, down))
      }
    let size = Size(width: artwork.size.width * x, height: artwork.size.height * y)
    let place = Affine(
      x, 0, 0, y, box.center.x - size.width / 2, box.center.y - size.height / 2)
    let shown =
      image.fit == .contain
      ? Rect(center: box.center, width: size.width, height: size.height) : box
    return [
      .group(
        Group(
          [.group(Group(artwork.nodes, transform: place))],
          clip: Path(rect: shown, corner: image.corner)))
    ]
  }

  /// The picture as high as it says, and as wide as that makes it, or as there is room.
  func block(of image: ImageElement, width: Double?) -> Block? {
    guard let artwork = artworks[image.file.path] else { return nil }
    let own = image.height * artwork.size.width / artwork.size.height
    let size = Size(width: min(own, width ?? own), height: image.height)
    return Block(size: size) { [self] origin in
      nodes(
        of: image,
        in: Rect(x: origin.x, y: origin.y, width: size.width, height: size.height))
    }
  }
}

extension PageSubject.Portrait {
  /// The middle of it, as large as fills a disc.
  func disc(at center: Point, radius: Double, named name: String) -> [Node] {
    let scale = 2 * radius / min(size.width, size.height)
    let map = Affine(
      scale, 0, 0, scale, center.x - size.width * scale / 2, center.y - size.height * scale / 2)
    let picture = Node.group(Group(nodes, transform: map))
    return [
      .group(Group([picture], clip: Path(circle: center, radius: radius), role: .figure(name)))
    ]
  }
}
