/// What painting nodes costs, counted so that it comes to the same on every machine.
///
/// Counting stops where a limit is passed, so that it takes no longer for what would take longest.
public struct PaintWork: Sendable {
  /// Canvases that are filled, one colour at a time; more take seconds.
  public static let fillLimit = 500.0
  /// Edges that outlines and pens have, in heights of the canvas: what fills them follows each down its way.
  public static let edgeLimit = 4000.0
  /// Pairs of edges that change sides on their way down: each costs a step, in every size.
  public static let crossingLimit = 50_000_000
  /// Edges that are cut at the outlines of clips, and those outlines' own, once for each shape in them.
  public static let cutLimit = 500_000
  /// Layers in each other: each is a canvas of its own, kept until it is laid on the next.
  public static let depthLimit = 12

  public private(set) var fills = 0.0
  public private(set) var edges = 0.0
  public private(set) var crossings = 0
  public private(set) var cuts = 0
  public private(set) var depth = 0
  private let canvas: Rect
  private let countsWords: Bool

  /// Edges of which it costs more to count how often they cross than to take it for granted that many do; none once
  /// that comes to too much.
  private var few = 512

  /// The work of no nodes yet. Words count unless they differ from picture to picture, and what is asked is for all.
  public init(on canvas: Size, countingWords: Bool = true) {
    self.canvas = Rect(x: 0, y: 0, width: canvas.width, height: canvas.height)
    countsWords = countingWords
  }

  public init(_ nodes: [Node], on canvas: Size) {
    self.init(on: canvas)
    add(nodes)
  }

  /// Counts `nodes` besides.
  public mutating func add(_ nodes: [Node]) {
    let before = self
    add(nodes, .identity, [], within: 0)
    guard isTooMuch, few > 0 else { return }
    self = before
    few = 0
    add(nodes, .identity, [], within: 0)
  }

  /// What is too much in it, said of a `picture` such as “drawing”; `nil` where nothing is.
  public func excess(of picture: String) -> String? {
    if fills > PaintWork.fillLimit {
      return "its shapes fill the \(picture) more than \(Int(PaintWork.fillLimit)) times"
    }
    if edges > PaintWork.edgeLimit {
      return
        "its outlines go up and down the \(picture) more than \(Int(PaintWork.edgeLimit)) times"
    }
    if crossings > PaintWork.crossingLimit {
      return "its outlines cross each other more than \(PaintWork.crossingLimit) times"
    }
    if cuts > PaintWork.cutLimit {
      return "clips cut its outlines into more than \(PaintWork.cutLimit) pieces"
    }
    if depth > PaintWork.depthLimit {
      return "more than \(PaintWork.depthLimit) fading groups, masks and filters in each other"
    }
    return nil
  }

  private var isTooMuch: Bool { excess(of: "") != nil }

  // MARK: Nodes

  /// Counts `nodes`, which are cut at the edges of `clips`.
  private mutating func add(_ nodes: [Node], _ map: Affine, _ clips: [Edge], within layers: Int) {
    depth = max(depth, layers)
    for node in nodes where !isTooMuch { add(node, map, clips, within: layers) }
  }

  private mutating func add(_ node: Node, _ map: Affine, _ clips: [Edge], within layers: Int) {
    switch node {
    case .shape(let shape):
      let paints = [shape.fill, shape.stroke?.paint].compactMap(\.self)
      fills += share(node, map) * paints.reduce(0) { $0 + $1.cost }
      add(shape, map, clips)
    case .text(let run):
      guard countsWords else { return }
      fills += 2 * share(node, map)
      let pieces = run.glyphs.reduce(0) { $0 + $1.outline.segments.count }
      edges += Double(pieces) * min(run.size * map.scale, canvas.height) / 4 / canvas.height
      for glyph in run.glyphs where !glyph.art.isEmpty {
        add(glyph.art, map, clips, within: layers)
      }
    case .image(let picture):
      // All its pixels are looked at, however small it is drawn.
      let pixels = Double(picture.raster.width * picture.raster.height)
      fills += 2 * share(node, map) + 8 * pixels / (512 * 512)
    case .group(let group):
      let inner = map.after(group.transform)
      var clips = clips
      // Such clips may be layers, too.
      var isApart = false
      if let clip = group.clip {
        add(Shape(clip, fill: .black), inner, clips)
        let outline = clip.transformed(by: inner)
        // A rectangle costs nothing: what is outside it is left out.
        if !outline.isRectangle {
          clips += Edge.filling(outline)
          isApart = group.isClipEvenOdd || !outline.hasCurves
        }
      }
      let isLayer =
        isApart || group.opacity < 1 || group.blur > 0 || !group.mask.isEmpty
        || group.shadow != nil
      if isLayer {
        let isBlurred = (group.shadow?.blur ?? 0) > 0
        fills +=
          share(node, map)
          * (2 + (group.mask.isEmpty ? 0 : 4) + (isApart ? 2 : 0) + (isBlurred ? 6 : 0))
        if group.blur > 0, let ink = node.inkBox(map) {
          // As far as it reaches, seen or not.
          let reach = ink.expanded(by: 3 * group.blur * inner.scale)
          fills += 20 * reach.width * reach.height / (canvas.width * canvas.height)
        }
      }
      let depth = layers + (isLayer ? 1 : 0)
      add(group.children, inner, clips, within: depth)
      add(group.mask, inner, [], within: depth)
    case .repeated(let copies):
      for copy in copies.transforms where !isTooMuch {
        add(copies.child, map.after(copy), clips, within: layers)
      }
    }
  }

  /// How much of the canvas the box of a node covers.
  private func share(_ node: Node, _ map: Affine) -> Double {
    guard let box = node.inkBox(map)?.intersection(canvas) else { return 0 }
    return box.width * box.height / (canvas.width * canvas.height)
  }

  // MARK: Outlines

  private mutating func add(_ shape: Shape, _ map: Affine, _ clips: [Edge]) {
    let path = shape.path.transformed(by: map)
    if shape.fill != nil {
      let filling = Edge.filling(path)
      edges += filling.reduce(0) { $0 + min($1.height, canvas.height) } / canvas.height
      add(filling, pieces: filling.count, clips)
    }
    guard let stroke = shape.stroke else { return }
    let width = stroke.width * map.scale
    let sides = Edge.stroking(path, width: width)
    let height = sides.reduce(0) { $0 + min($1.height, canvas.height) }
    // A pen has edges round each corner and each dash.
    let period = stroke.dashes.reduce(0, +) * map.scale
    let dashes = period > 0 ? sides.reduce(0) { $0 + $1.length } / period : 0
    let corners = Double(sides.count) / 2 + dashes
    let round = stroke.join == .round || stroke.cap == .round ? 6.0 : 3
    edges += (height + corners * min(width, canvas.height) * round) / canvas.height
    // What is more than an Int can say is more than any limit.
    let pieces = min(1e9, Double(sides.count) + corners * round)
    add(sides, pieces: Int(pieces), clips)
  }

  /// Counts what `outline` crosses, itself and the clips, of which it has `pieces` in all.
  private mutating func add(_ outline: [Edge], pieces: Int, _ clips: [Edge]) {
    guard !isTooMuch else { return }
    if outline.count > 2 * few {
      crossings += Edge.crossings(
        of: outline, down: canvas.height, upTo: PaintWork.crossingLimit - crossings)
    } else {
      crossings += outline.count * outline.count / 8
    }
    guard !clips.isEmpty, let box = Edge.box(of: outline) else { return }
    guard clips.contains(where: { $0.touches(box) }) else {
      // All of it is inside, or outside.
      cuts += (pieces + clips.count) / 4
      return
    }
    cuts += pieces + clips.count
    if outline.count + clips.count <= few {
      cuts += outline.count * clips.count / 8
    } else if cuts <= PaintWork.cutLimit {
      cuts += Edge.crossings(
        of: outline + clips, down: canvas.height, upTo: PaintWork.cutLimit - cuts)
    }
  }
}

extension Path {
  fileprivate var hasCurves: Bool {
    segments.contains {
      switch $0 {
      case .quad, .cubic: true
      case .move, .line, .close: false
      }
    }
  }
}

extension Paint {
  /// How much longer it takes than one colour.
  fileprivate var cost: Double {
    switch self {
    case .color: 1
    case .linear(let gradient): 2 + Double(gradient.stops.count) / 20
    case .radial(let gradient): 4 + Double(gradient.stops.count) / 20
    }
  }
}
