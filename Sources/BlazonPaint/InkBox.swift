internal import BlazonScene

extension Node {
  /// A box around all that the node can paint, mapped by `map`; `nil` if it paints nothing.
  func inkBox(_ map: Affine) -> Rect? {
    switch self {
    case .shape(let shape):
      guard let box = shape.path.transformed(by: map).controlBox else { return nil }
      // A miter reaches at most 4 half widths out.
      let reach = shape.stroke.map { $0.width * map.scale * ($0.join == .miter ? 2 : 0.75) } ?? 0
      return box.expanded(by: reach)
    case .text(let run):
      return run.art.compactMap { $0.inkBox(map) }
        .reduce(run.outline.transformed(by: map).controlBox) { $0?.union($1) ?? $1 }
    case .image(let picture):
      return Path(rect: picture.box).transformed(by: map).controlBox
    case .repeated(let copies):
      return copies.transforms.compactMap { copies.child.inkBox(map.after($0)) }
        .reduce(nil) { $0?.union($1) ?? $1 }
    case .group(let group):
      let map = map.after(group.transform)
      let boxes = group.children.compactMap { $0.inkBox(map) }
      guard var box = boxes.first else { return nil }
      for other in boxes.dropFirst() { box = box.union(other) }
      if let clip = group.clip?.transformed(by: map).controlBox {
        let (left, top) = (max(box.minX, clip.minX), max(box.minY, clip.minY))
        let (right, bottom) = (min(box.maxX, clip.maxX), min(box.maxY, clip.maxY))
        guard right > left, bottom > top else { return nil }
        box = Rect(x: left, y: top, width: right - left, height: bottom - top)
      }
      if let shadow = group.shadow {
        let reach = shadow.blur * 3 * map.scale
        let offset = shadow.offset(map)
        box = box.union(
          Rect(x: box.x + offset.x, y: box.y + offset.y, width: box.width, height: box.height)
            .expanded(by: reach))
      }
      return box
    }
  }
}
