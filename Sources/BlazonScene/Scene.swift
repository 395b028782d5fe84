/// A finished picture as every painter draws it: a canvas, and nodes painted in order.
///
/// Making a scene rounds every coordinate to 1/100 of a canvas unit and every colour to 8 bits, so
/// that no painter can round otherwise, and no processor's last bit shows.
public struct Scene: Hashable, Sendable {
  /// The canvas in scene units: (0, 0) is its upper left corner.
  public let size: Size
  public let nodes: [Node]
  /// What the picture is called, by a screen reader too.
  public let title: String
  /// The alternative text: one sentence.
  public let description: String
  /// The language of both, as BCP 47.
  public let language: String
  /// Where it comes from; `nil` for what is no programme's.
  public let credits: Credits?

  public init(
    size: Size, nodes: [Node], title: String, description: String, language: String = "en",
    credits: Credits? = nil
  ) {
    self.size = size
    self.nodes = nodes.map { $0.rounded() }
    (self.title, self.description, self.language) = (title, description, language)
    self.credits = credits
  }
}

/// One thing in a scene. Closed: every painter answers for every case.
public indirect enum Node: Hashable, Sendable {
  case shape(Shape)
  case group(Group)
  case text(GlyphRun)
  case image(Picture)
  case repeated(Repeat)
}

/// A path, filled, then stroked.
public struct Shape: Hashable, Sendable {
  public var path: Path
  public var fill: Paint?
  public var isEvenOdd: Bool
  public var stroke: Stroke?
  /// 0…1, of fill and stroke together.
  public var opacity: Double

  public init(
    _ path: Path, fill: Paint? = nil, isEvenOdd: Bool = false, stroke: Stroke? = nil,
    opacity: Double = 1
  ) {
    (self.path, self.fill, self.isEvenOdd) = (path, fill, isEvenOdd)
    (self.stroke, self.opacity) = (stroke, opacity)
  }
}

/// Nodes drawn together: transformed, then blurred, clipped, masked, shadowed, and faded.
public struct Group: Hashable, Sendable {
  public var children: [Node]
  public var transform: Affine
  /// The standard deviation of a Gaussian that softens all of it, in the group's own coordinates.
  public var blur: Double
  /// In the group's own coordinates.
  public var clip: Path?
  /// Whether what `clip` winds about twice is cut out.
  public var isClipEvenOdd: Bool
  /// What it shows through, by the luminance of these nodes in its own coordinates (CSS Masking 1, 7.10.2); where there
  /// are none, all of it shows.
  public var mask: [Node]
  public var shadow: Shadow?
  public var opacity: Double
  /// What it is to those who read the page; `nil` for what only decorates it.
  public var role: Role?

  public init(
    _ children: [Node], transform: Affine = .identity, blur: Double = 0, clip: Path? = nil,
    isClipEvenOdd: Bool = false, mask: [Node] = [], shadow: Shadow? = nil, opacity: Double = 1,
    role: Role? = nil
  ) {
    (self.children, self.transform, self.blur, self.clip) = (children, transform, blur, clip)
    (self.isClipEvenOdd, self.mask) = (isClipEvenOdd, mask)
    (self.shadow, self.opacity, self.role) = (shadow, opacity, role)
  }

  /// The group without what is in it.
  public var shell: Group {
    var shell = self
    shell.children = []
    return shell
  }
}

/// What a group of a page is to those who read it instead of looking: named as the structure types of PDF
/// are (ISO 32000-1, 14.8.4). The order of the nodes is the order of reading.
public enum Role: Hashable, Sendable {
  /// The title of the page, in lines.
  case heading
  /// A text of it, in lines.
  case paragraph
  /// A line of either: runs of glyphs from left to right. The direction is that of its first letter.
  case line(TextDirection)
  /// A picture, by its alternative text.
  case figure(String)
  /// What is in it leads to this address, a whole one.
  case link(String)
}

/// A node drawn once for each of `transforms`, in their order: defined once where a format can.
public struct Repeat: Hashable, Sendable {
  public var child: Node
  public var transforms: [Affine]

  public init(_ child: Node, at transforms: [Affine]) {
    (self.child, self.transforms) = (child, transforms)
  }
}

/// The shadow that a group's silhouette throws on what is below it, in the group's own coordinates:
/// whoever scales or turns the group scales and turns its shadow.
public struct Shadow: Hashable, Sendable {
  public var dx: Double, dy: Double
  /// The Gaussian's standard deviation.
  public var blur: Double
  /// Its alpha is the shadow's.
  public var color: Color

  public init(dx: Double = 0, dy: Double, blur: Double, color: Color) {
    (self.dx, self.dy, self.blur, self.color) = (dx, dy, blur, color)
  }
}

/// An image of pixels, scaled to fill a box of the scene.
public struct Picture: Hashable, Sendable {
  public var raster: Raster
  public var box: Rect

  public init(_ raster: Raster, in box: Rect) { (self.raster, self.box) = (raster, box) }
}

/// Words as positioned glyph outlines, all from one face and in one direction: a picture that
/// remembers its words.
public struct GlyphRun: Hashable, Sendable {
  /// One glyph: which, where from, and its outline in scene units.
  public struct Glyph: Hashable, Sendable {
    public var id: UInt32
    /// The offset in the UTF-8 of `words` of the first character it stands for.
    public var cluster: Int
    /// From font units (y up) to scene units.
    public var placement: Affine
    public var outline: Path
    /// What is painted beside the outline, in scene units: the pictures of an emoji, in their own colours.
    public var art: [Node]

    public init(
      id: UInt32, cluster: Int, placement: Affine, outline: Path, art: [Node] = []
    ) {
      (self.id, self.cluster, self.placement, self.outline) = (id, cluster, placement, outline)
      self.art = art
    }
  }

  /// In logical order.
  public var words: String
  /// The font file's name; `#` and the number of the face follow in a file of several.
  public var face: String
  /// Whether the font's licence lets documents carry its glyphs as a font.
  public var isEmbeddable: Bool
  public var size: Double
  public var isRightToLeft: Bool
  /// Between neighbouring characters, in scene units, beside what the face asks for.
  public var letterSpacing: Double
  public var paint: Paint
  /// From left to right.
  public var glyphs: [Glyph]

  public init(
    words: String, face: String, isEmbeddable: Bool = true, size: Double,
    isRightToLeft: Bool = false,
    letterSpacing: Double = 0, paint: Paint, glyphs: [Glyph]
  ) {
    (self.words, self.face, self.size, self.paint, self.glyphs) = (words, face, size, paint, glyphs)
    (self.isEmbeddable, self.isRightToLeft) = (isEmbeddable, isRightToLeft)
    self.letterSpacing = letterSpacing
  }

  /// All outlines as one path.
  public var outline: Path { Path(joining: glyphs.map(\.outline)) }

  /// What is painted over the outlines.
  public var art: [Node] { glyphs.flatMap(\.art) }

  /// The run as plain nodes, which are no words any more.
  public var shapes: [Node] {
    (outline.isEmpty ? [] : [.shape(Shape(outline, fill: paint))]) + art
  }
}

extension Node {
  fileprivate func rounded() -> Node {
    switch self {
    case .shape(var shape):
      shape.path = shape.path.rounded()
      shape.fill = shape.fill?.rounded()
      shape.stroke = shape.stroke?.rounded()
      shape.opacity = shape.opacity.rounded(to: 1000)
      return .shape(shape)
    case .group(var group):
      group.children = group.children.map { $0.rounded() }
      group.clip = group.clip?.rounded()
      group.mask = group.mask.map { $0.rounded() }
      group.blur = group.blur.hundredths
      group.opacity = group.opacity.rounded(to: 1000)
      group.transform = group.transform.rounded()
      if let s = group.shadow {
        group.shadow = Shadow(
          dx: s.dx.hundredths, dy: s.dy.hundredths, blur: s.blur.hundredths,
          color: s.color.quantized())
      }
      return .group(group)
    case .text(var run):
      run.paint = run.paint.rounded()
      run.size = run.size.hundredths
      run.letterSpacing = run.letterSpacing.hundredths
      for index in run.glyphs.indices {
        run.glyphs[index].outline = run.glyphs[index].outline.rounded()
        run.glyphs[index].art = run.glyphs[index].art.map { $0.rounded() }
      }
      return .text(run)
    case .image(var picture):
      let box = picture.box
      picture.box = Rect(
        x: box.x.hundredths, y: box.y.hundredths, width: box.width.hundredths,
        height: box.height.hundredths)
      return .image(picture)
    case .repeated(var copies):
      copies.child = copies.child.rounded()
      copies.transforms = copies.transforms.map { $0.rounded() }
      return .repeated(copies)
    }
  }
}

extension Affine {
  /// Linear parts to 1e-5, translations to 1/100.
  fileprivate func rounded() -> Affine {
    Affine(
      a.rounded(to: 1e5), b.rounded(to: 1e5), c.rounded(to: 1e5), d.rounded(to: 1e5), tx.hundredths,
      ty.hundredths)
  }
}
