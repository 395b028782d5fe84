@testable import BlazonPaint
@testable import BlazonScene

/// Small scenes of 512 units, each of one thing that painters must agree about.
enum Samples {
  static let teal = Color(hex: 0x00B39F)
  static let ruby = Color(hex: 0xE02B4E)

  static let stops = [
    GradientStop(0, teal), GradientStop(0.4, .white), GradientStop(0.4, ruby),
    GradientStop(1, Color(hex: 0x3C494F).withAlpha(0.3)),
  ]
  static let linear = Paint.linear(
    LinearGradient(start: Point(100, 80), end: Point(420, 400), stops: stops))
  static let radial = Paint.radial(
    RadialGradient(center: Point(256, 256), radius: 190, focus: Point(200, 180), stops: stops))

  static let circle = Path(circle: Point(256, 256), radius: 180)
  static let star = Path(
    polygon: Path.starPoints(center: Point(256, 256), outer: 220, inner: 80, points: 5))
  /// A star in one stroke: its middle is wound twice.
  static let pentagram = Path(
    polygon: [0, 2, 4, 1, 3].map {
      Path.regularPolygon(center: Point(256, 256), radius: 200, sides: 5)[$0]
    })
  static let zigzag = Path(
    polygon: [Point(60, 400), Point(160, 120), Point(220, 400), Point(330, 140), Point(450, 420)],
    isClosed: false)

  /// Squares, opaque, half clear and clear, as many pixels as the box has units.
  static let chequers = Raster(
    width: 320, height: 256,
    pixels: (0..<320 * 256).flatMap { index -> [UInt8] in
      let (column, row) = (index % 320 / 64, index / 320 / 64)
      return [[0, 179, 159, 255], [224, 43, 78, 255], [16, 32, 48, 128], [0, 0, 0, 0]][
        (column + 2 * row) % 4]
    })

  static let picture = Node.image(
    Picture(chequers, in: Rect(x: 96, y: 128, width: 320, height: 256)))

  static func stroked(_ cap: Stroke.Cap, _ join: Stroke.Join, dashes: [Double] = []) -> Node {
    .shape(
      Shape(
        zigzag, stroke: Stroke(.color(ruby), width: 34, cap: cap, join: join, dashes: dashes)))
  }

  static func filled(_ path: Path, _ paint: Paint, evenOdd: Bool = false) -> Node {
    .shape(Shape(path, fill: paint, isEvenOdd: evenOdd))
  }

  static let text: Node = {
    let map = Affine(1, 0, 0, -1, 80, 300)
    let outline = Path("M0 0V200H40V120L120 200H170L80 110L180 0H130L40 90V0Z")
    let glyphs = [0.0, 190].map { x in
      let placement = map.after(.translation(x, 0))
      return GlyphRun.Glyph(
        id: 1, cluster: 0, placement: placement, outline: outline.transformed(by: placement))
    }
    return .text(
      GlyphRun(words: "KK", face: "x.otf", size: 200, paint: .color(teal), glyphs: glyphs))
  }()

  static func shadowed(
    _ nodes: [Node], dx: Double = 14, dy: Double = 22, blur: Double, alpha: Double = 0.7,
    transform: Affine = .identity, clip: Path? = nil, opacity: Double = 1
  ) -> Node {
    .group(
      Group(
        nodes, transform: transform, clip: clip,
        shadow: Shadow(dx: dx, dy: dy, blur: blur, color: Color(hex: 0x102030).withAlpha(alpha)),
        opacity: opacity))
  }

  static let both = Node.shape(
    Shape(circle, fill: .color(teal), stroke: Stroke(.color(ruby), width: 40), opacity: 0.5))

  static let all: [(name: String, nodes: [Node])] = [
    ("solid colour", [filled(circle, .color(teal))]),
    ("black", [filled(circle, .black)]),
    ("translucent colour", [filled(circle, .color(ruby.withAlpha(0.4)))]),
    ("linear gradient", [filled(circle, linear)]),
    ("radial gradient", [filled(circle, radial)]),
    ("non-zero rule", [filled(pentagram, .color(teal))]),
    ("even-odd rule", [filled(pentagram, .color(teal), evenOdd: true)]),
    (
      "curves",
      [
        filled(
          Path("M60 256Q256-100 450 256T60 256ZM200 200C300 100 400 500 220 400Z"), .color(teal))
      ]
    ),
    ("line after a close", [filled(Path("M100 100H400V200ZL50 400 300 400Z"), .color(ruby))]),
    ("butt and miter", [stroked(.butt, .miter)]),
    ("round and round", [stroked(.round, .round)]),
    ("square and bevel", [stroked(.square, .bevel)]),
    (
      "sharp miters",
      [
        .shape(Shape(star, stroke: Stroke(.color(ruby), width: 20)))
      ]
    ),
    ("dashes", [stroked(.butt, .miter, dashes: [40, 16, 8, 16])]),
    ("an odd count of dashes", [stroked(.butt, .miter, dashes: [40, 16, 8])]),
    ("dots as dashes", [stroked(.round, .round, dashes: [0.01, 60])]),
    (
      "a dot as a line of no length",
      [
        .shape(Shape(Path("M200 200h0"), stroke: Stroke(.color(ruby), width: 120, cap: .round)))
      ]
    ),
    ("stroke with a gradient", [.shape(Shape(circle, stroke: Stroke(radial, width: 60)))]),
    ("fill and stroke fade as one", [both]),
    (
      "translucent fill and stroke",
      [
        .shape(
          Shape(
            circle, fill: .color(teal.withAlpha(0.5)),
            stroke: Stroke(.color(ruby.withAlpha(0.5)), width: 60)))
      ]
    ),
    (
      "group opacity",
      [
        .group(Group([filled(circle, .color(teal)), filled(star, .color(ruby))], opacity: 0.5))
      ]
    ),
    ("clip", [.group(Group([filled(circle, linear)], clip: star))]),
    (
      "clip of a clip",
      [
        .group(Group([.group(Group([filled(circle, linear)], clip: star))], clip: pentagram))
      ]
    ),
    ("clip and opacity", [.group(Group([filled(circle, .black)], clip: star, opacity: 0.4))]),
    (
      "transforms",
      [
        .group(
          Group(
            [
              .group(
                Group(
                  [filled(star, radial), stroked(.round, .miter)], transform: .scale(0.8, 0.4),
                  clip: circle))
            ], transform: .rotation(30, about: Point(200, 200))))
      ]
    ),
    (
      "one node at several places",
      [
        .repeated(
          Repeat(
            .group(Group([filled(star, .color(teal.withAlpha(0.4)))], opacity: 0.7)),
            at: [
              .identity, .rotation(40, about: Point(256, 256)),
              Affine.translation(120, 60).after(.scale(0.5, -0.5)).after(.translation(0, -300)),
            ]))
      ]
    ),
    (
      "shadow of a node at several places",
      [
        shadowed(
          [
            .repeated(
              Repeat(filled(star, linear), at: [.scale(0.5), Affine(0.5, 0, 0, 0.5, 200, 200)]))
          ], blur: 8)
      ]
    ),
    ("text", [text]),
    ("picture", [picture]),
    (
      "picture in a clipped, turned group",
      [
        .group(
          Group(
            [picture], transform: .rotation(30, about: Point(256, 256)), clip: circle, opacity: 0.7)
        )
      ]
    ),
    ("small shadow", [shadowed([filled(star, .color(teal))], blur: 2)]),
    ("shadow", [shadowed([filled(star, .color(teal))], blur: 10)]),
    ("large shadow", [shadowed([filled(star, .color(teal))], blur: 36)]),
    ("hard shadow", [shadowed([filled(star, .color(teal))], blur: 0)]),
    (
      "shadow of what lets light through",
      [
        shadowed([filled(circle, .color(teal.withAlpha(0.4)))], blur: 8)
      ]
    ),
    ("shadow of a clipped group", [shadowed([filled(circle, linear)], blur: 8, clip: star)]),
    ("shadow of a faded group", [shadowed([text], blur: 8, opacity: 0.5)]),
    ("shadow under a stroke", [shadowed([stroked(.round, .miter)], blur: 6)]),
    (
      "shadow of a scaled group",
      [
        shadowed(
          [filled(star, .color(teal))], blur: 12,
          transform: Affine.translation(100, 90).after(.scale(0.6)))
      ]
    ),
    (
      "shadow in a turned group",
      [
        .group(
          Group(
            [shadowed([filled(star, .color(teal))], dx: 30, dy: 30, blur: 4)],
            transform: .rotation(90, about: Point(256, 256))))
      ]
    ),
    (
      "shadow of a turned group",
      [
        shadowed(
          [filled(star, .color(teal))], dx: 30, dy: 30, blur: 4,
          transform: .rotation(180, about: Point(256, 256)))
      ]
    ),
    (
      "dashes from their middle, and long mitres",
      [
        .shape(
          Shape(
            zigzag,
            stroke: Stroke(
              .color(ruby), width: 30, dashes: [70, 24], dashOffset: 33, miterLimit: 10)))
      ]
    ),
    (
      "short mitres",
      [
        .shape(Shape(zigzag, stroke: Stroke(.color(ruby), width: 30, miterLimit: 1.5)))
      ]
    ),
    (
      "cut out where it winds once",
      [
        .group(Group([filled(circle, linear)], clip: pentagram, isClipEvenOdd: true))
      ]
    ),
    (
      "masked by what is light",
      [
        .group(
          Group(
            [filled(circle, radial)], transform: .rotation(20, about: Point(256, 256)),
            mask: [
              filled(
                circle,
                .linear(
                  LinearGradient(
                    start: Point(80, 0), end: Point(430, 0),
                    stops: [GradientStop(0, .white), GradientStop(1, Color(hex: 0x303030))])))
            ]))
      ]
    ),
    (
      "masked by what lets through",
      [
        .group(
          Group(
            [picture],
            mask: [filled(star, .color(Color.white.withAlpha(0.5))), filled(zigzag, .white)],
            opacity: 0.8))
      ]
    ),
    (
      "masked and cut out and shadowed",
      [
        .group(
          Group(
            [filled(circle, linear)], clip: star, mask: [filled(pentagram, .white)],
            shadow: Shadow(dy: 14, blur: 6, color: .black)))
      ]
    ),
    ("softened", [.group(Group([filled(star, linear)], blur: 9))]),
    (
      "softened, cut out and faded",
      [
        .group(
          Group(
            [filled(star, .color(teal)), stroked(.round, .round)],
            transform: Affine.translation(60, 40).after(.scale(0.8)), blur: 5, clip: circle,
            opacity: 0.7))
      ]
    ),
    (
      "shadow of a shadow",
      [
        shadowed([shadowed([filled(star, .color(teal))], blur: 6), text], dx: -20, blur: 6)
      ]
    ),
  ]

  static func scene(_ nodes: [Node]) -> Scene {
    Scene(
      size: Size(width: 512, height: 512), nodes: nodes, title: "Sample", description: "A sample.")
  }

  static let everything = scene(all.flatMap(\.nodes))
}
