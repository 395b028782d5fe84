public import BlazonScene

extension Node {
  /// The texts of what is read, wherever it is grouped.
  var texts: [Node] {
    switch self {
    case .text: [self]
    case .group(let group) where group.role != nil: group.children.flatMap(\.texts)
    case .group, .shape, .image, .repeated: []
    }
  }

  /// A box around what the node paints, shadows left out; `nil` if it paints nothing.
  var extent: Rect? {
    switch self {
    case .shape(let shape): return shape.path.controlBox
    case .text(let run):
      return run.art.compactMap(\.extent).reduce(run.outline.controlBox) { $0?.union($1) ?? $1 }
    case .image(let picture): return picture.box
    case .group(let group):
      let boxes = group.children.compactMap(\.extent)
      let inside = boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
      guard let box = group.clip?.controlBox ?? inside else { return nil }
      return Path(rect: box).transformed(by: group.transform).controlBox
    case .repeated(let copies):
      guard let box = copies.child.extent else { return nil }
      let boxes = copies.transforms.compactMap { Path(rect: box).transformed(by: $0).controlBox }
      return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
    }
  }

  /// The node with its texts as shapes.
  public var outlined: Node {
    switch self {
    case .text(let run):
      let shapes = run.shapes
      return shapes.count == 1 ? shapes[0] : .group(Group(shapes))
    case .group(var group):
      group.children = group.children.map(\.outlined)
      return .group(group)
    case .repeated(var copies):
      copies.child = copies.child.outlined
      return .repeated(copies)
    case .shape, .image: return self
    }
  }
}
