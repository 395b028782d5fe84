public import BlazonScene
internal import Cairo

/// Paints a scene as a PDF of one page whose text stays text.
///
/// Letters are filled outlines, as in every other picture of the scene. Over a run of glyphs that stands
/// straight lies the same text in its embedded face, unseen, so that it can be selected, searched and
/// read aloud. A shadow is the one thing that becomes pixels.
public struct PDFPainter: Sendable {
  /// Where a face's glyphs come from.
  public struct FaceFile: Hashable, Sendable {
    public var path: String
    /// Of the face in a file of several.
    public var index: Int

    public init(path: String, index: Int) { (self.path, self.index) = (path, index) }
  }

  /// What a reader shows of the document, beside its page. Title and subject are the scene's.
  public struct Information: Hashable, Sendable {
    public var author: String
    public var keywords: [String]
    /// The day it is dated, as `2026-10-14`: no clock is asked.
    public var created: String

    public init(author: String, keywords: [String] = [], created: String) {
      (self.author, self.keywords, self.created) = (author, keywords, created)
    }
  }

  /// The width of the page in millimetres.
  public var pageWidth: Double
  public var information: Information
  /// The file of a face, by the name that glyph runs call it; `nil` leaves its text outlines alone.
  public var faceFile: @Sendable (String) -> FaceFile?

  public init(
    pageWidth: Double, _ information: Information,
    faceFile: @escaping @Sendable (String) -> FaceFile?
  ) {
    (self.pageWidth, self.information, self.faceFile) = (pageWidth, information, faceFile)
  }

  public func paint(_ scene: Scene) throws(PaintError) -> [UInt8] {
    let scale = pageWidth / 25.4 * 72 / scene.size.width
    do throws(PaintError) { return try paint(scene, scale: scale, isForOldReaders: false) } catch {
      // A Cairo that packs what must be amended does not in a file for old readers.
      return try paint(scene, scale: scale, isForOldReaders: true)
    }
  }

  func paint(
    _ scene: Scene, scale: Double, isForOldReaders: Bool
  ) throws(PaintError) -> [UInt8] {
    let pdf: [UInt8]
    do throws(CairoError) {
      pdf = try TextFace.alone { () throws(CairoError) in
        try self.pdf(scene, scale: scale, isForOldReaders ? .pdf14 : .pdf15)
      }
    } catch {
      throw PaintError(description: error.description)
    }
    return try PDFCatalogue.amended(pdf, language: scene.language)
  }

  /// The page as Cairo writes it.
  private func pdf(
    _ scene: Scene, scale: Double, _ version: PDFSurface.Version
  ) throws(CairoError) -> [UInt8] {
    let surface = try PDFSurface(
      width: scene.size.width * scale, height: scene.size.height * scale, version: version,
      .init(
        title: scene.title, author: information.author, subject: scene.description,
        keywords: information.keywords.joined(separator: ", "), creator: "Blazon",
        created: "\(information.created)T00:00:00Z"))
    var page = Page(faceFile: faceFile)
    try surface.draw { (context: borrowing Context) throws(CairoError) in
      try page.draw(scene.nodes, on: context, .scale(scale))
      try context.check()
    }
    return try surface.finish()
  }
}

/// One page under way. `map` is always the map from the node's coordinates to points.
private struct Page {
  let faceFile: @Sendable (String) -> PDFPainter.FaceFile?
  private var faces: [String: TextFace] = [:]
  /// Pixels to the inch where a shadow becomes pixels: more than its blur shows.
  private static let shadowResolution = 200.0
  /// The least that Cairo does not leave out as clear. Over outlines of the same paint it changes no
  /// pixel.
  private static let unseen = 1.0 / 255
  /// The face of text over pictures: a font of pictures is no font that PDF can embed as one.
  private static let standIn = "DejaVuSans.ttf"

  init(faceFile: @escaping @Sendable (String) -> PDFPainter.FaceFile?) { self.faceFile = faceFile }

  mutating func draw(
    _ nodes: [Node], on context: borrowing Context, _ map: Affine
  ) throws(CairoError) {
    for node in nodes {
      switch node {
      case .shape(let shape): context.draw(shape, map)
      case .group(let group): try draw(group, on: context, map)
      case .text(let run): try draw(run, on: context, map)
      case .image(let picture): try context.draw(picture, map)
      case .repeated(let copies):
        for copy in copies.transforms { try draw([copies.child], on: context, map.after(copy)) }
      }
    }
  }

  private mutating func draw(
    _ group: Group, on context: borrowing Context, _ map: Affine
  ) throws(CairoError) {
    let map = map.after(group.transform)
    context.save()
    if group.opacity < 1 { context.pushGroup() }
    if let shadow = group.shadow { try draw(shadow, of: group, on: context, map) }
    context.clip(to: group.clip, map)
    try draw(group.children, on: context, map)
    if group.opacity < 1 { context.popGroup(alpha: group.opacity) }
    context.restore()
  }

  /// The shadow alone: the group's silhouette as pixels, blurred, as a mask on the page.
  private func draw(
    _ shadow: Shadow, of group: Group, on context: borrowing Context, _ map: Affine
  ) throws(CairoError) {
    let silhouette = Node.group(Group(group.children, clip: group.clip))
    guard let ink = silhouette.inkBox(.identity) else { return }
    let (left, top) = ((ink.minX - 1).rounded(.down), (ink.minY - 1).rounded(.down))
    let size = Size(
      width: (ink.maxX + 1).rounded(.up) - left, height: (ink.maxY + 1).rounded(.up) - top)
    let scene = Scene(
      size: size,
      nodes: [.group(Group([silhouette], transform: .translation(-left, -top)))], title: "",
      description: "")
    let scale = max(0.25, min(4, map.scale * Page.shadowResolution / 72))
    let blur = GaussianBlur(deviation: shadow.blur * scale)
    let mask = try RasterPainter(scale: scale).surface(scene).shadowMask(blur)
    let toScene = Affine(
      1 / scale, 0, 0, 1 / scale, left + shadow.dx - Double(blur.reach) / scale,
      top + shadow.dy - Double(blur.reach) / scale)
    context.save()
    context.transform(map.after(toScene))
    context.setSource(Source(.color(shadow.color), opacity: 1))
    context.mask(mask, x: 0, y: 0)
    context.restore()
  }

  private mutating func draw(
    _ run: GlyphRun, on context: borrowing Context, _ map: Affine
  ) throws(CairoError) {
    context.fill(run.outline, run.paint, map)
    try draw(run.art, on: context, map)
    guard let first = run.glyphs.first?.placement, first.scale > 0,
      run.glyphs.allSatisfy({ $0.placement.hasSameTurn(as: first) }),
      let face = try face(run.art.isEmpty ? run.face : Page.standIn)
    else { return }
    context.save()
    context.transform(map)
    context.setSource(Source(run.paint, opacity: Page.unseen))
    let em = run.size / first.scale
    for piece in TextLayer.pieces(of: run, in: face) {
      context.show(
        piece.text, in: face, a: first.a * em * piece.stretch, b: first.b * em * piece.stretch,
        c: -first.c * em, d: -first.d * em)
    }
    context.restore()
  }

  private mutating func face(_ name: String) throws(CairoError) -> TextFace? {
    if let face = faces[name] { return face }
    guard let file = faceFile(name) else { return nil }
    let face = try TextFace(path: file.path, index: file.index)
    faces[name] = face
    return face
  }
}

extension Affine {
  /// Whether the two maps differ in their translation alone.
  fileprivate func hasSameTurn(as other: Affine) -> Bool {
    a == other.a && b == other.b && c == other.c && d == other.d
  }
}
