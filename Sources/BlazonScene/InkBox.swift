extension Node {
  /// A box around all that the node can paint, mapped by `map`; `nil` if it paints nothing.
  public func inkBox(_ map: Affine) -> Rect? {
    switch self {
    case .shape(let shape):
      guard let box = shape.path.transformed(by: map).controlBox else { return nil }
      let reach = shape.stroke.map { $0.width * map.scale * $0.reach } ?? 0
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
      if group.blur > 0 { box = box.expanded(by: group.blur * 3 * map.scale) }
      var limits = [group.clip?.transformed(by: map).controlBox].compactMap(\.self)
      if !group.mask.isEmpty {
        guard let mask = Node.group(Group(group.mask)).inkBox(map) else { return nil }
        limits.append(mask)
      }
      for limit in limits {
        guard let inner = box.intersection(limit) else { return nil }
        box = inner
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

extension Stroke {
  /// How far it reaches from its outline, in widths.
  fileprivate var reach: Double { join == .miter ? max(2, miterLimit / 2) : 0.75 }
}

extension Rect {
  /// What lies in both; `nil` where nothing does.
  public func intersection(_ other: Rect) -> Rect? {
    let (left, top) = (max(minX, other.minX), max(minY, other.minY))
    let (right, bottom) = (min(maxX, other.maxX), min(maxY, other.maxY))
    guard right > left, bottom > top else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}

extension Shadow {
  /// How far the shadow lies from its group, mapped by `map`.
  public func offset(_ map: Affine) -> Point { map(Point(dx, dy)) - map(Point(0, 0)) }
}
