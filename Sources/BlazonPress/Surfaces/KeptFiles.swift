internal import BlazonArtwork
internal import BlazonDesign
internal import BlazonIntake
internal import BlazonLayout
internal import BlazonPaint
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

extension Work {
  /// Hands over the badge at the paths at which others link to it: in the programme's own language, for light pages.
  func takeKept(_ badge: Badge) throws(WorldError) {
    for path in badge.words.paths {
      guard let (address, format) = Address.kept(path.value.path, of: programme.id),
        selection.formats.contains(format)
      else { continue }
      let (width, height) = (path.value.width ?? 512, path.value.height ?? 512)
      let scene = scene(of: badge, width: width, height: height, isFitted: path.value.width != nil)
      try take(
        Artifact(
          try bytes(of: scene, as: format, width: width), at: address, badge: badge.id.value,
          width: width, height: height, alt: scene.description, key: key,
          limit: programme.budget.limit(of: format, width: width)))
    }
  }

  private func bytes(
    of scene: Scene, as format: ImageFormat, width: Int
  ) throws(WorldError) -> [UInt8] {
    switch format {
    case .svg: return SVGPainter().paint(scene)
    case .png:
      return try png(
        scene, width: width,
        within: width <= FileName.usualWidth ? programme.budget.pngTarget : .max,
        isOptimizing: selection.isOptimizing)
    case .jpg:
      return try wrapping { () throws(PaintError) in
        try JPEGEncoder().encode(try RasterPainter(width: width, of: scene).paint(scene))
      }
    case .pdf: preconditionFailure("no path ends in .pdf")
    }
  }

  /// The badge on a canvas of `width` by `height`; `isFitted`, as large as it has room there.
  private func scene(of badge: Badge, width: Int, height: Int, isFitted: Bool) -> Scene {
    // What is wrong was said by the check.
    var report = Report()
    let longer = max(width, height)
    let design = Design(
      badge, of: programme, width: longer < FileName.usualWidth ? longer : .max, language: nil,
      theme: .light)
    let scene = bench.compose(design, report: &report)
    guard isFitted, let box = box(of: scene, design) else { return scene }
    let scale = min(Double(width) / box.width, Double(height) / box.height)
    let corner = Point(
      Double(width) / 2 - box.center.x * scale, Double(height) / 2 - box.center.y * scale)
    let map = Affine(scale, 0, 0, scale, corner.x, corner.y)
    return Scene(
      size: Size(width: Double(width), height: Double(height)),
      nodes: [.group(Group(scene.nodes, transform: map))], title: scene.title,
      description: scene.description, language: scene.language, credits: scene.credits)
  }

  /// What of the badge is shown: a drawing of others that is the whole badge with the margins it has, else all that is
  /// painted.
  private func box(of scene: Scene, _ design: Design) -> Rect? {
    if let slot = design.slots.emblem, slot.fit == .square, case .artwork(let path) = design.emblem,
      let size = loaded.artworks.emblems[path]?.size
    {
      let scale = slot.size / max(size.width, size.height)
      return Rect(center: slot.at, width: size.width * scale, height: size.height * scale)
    }
    let boxes = scene.nodes.compactMap { $0.inkBox(.identity) }
    return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
  }
}
