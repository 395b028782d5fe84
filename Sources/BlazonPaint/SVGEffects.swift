internal import BlazonScene

/// Shadows, blurs and masks of an SVG.
extension SVGWriter {
  mutating func write(_ shadow: Shadow, of group: Group, to out: inout Text) {
    var whole = group.unshadowed
    whole.shadow = shadow
    guard let box = Node.group(whole).inkBox(.identity) else { return }
    var filter = Text()
    filter += "<filter id=\"@\" filterUnits=\"userSpaceOnUse\""
    filter.add(region: box)
    filter +=
      " color-interpolation-filters=\"sRGB\"><feGaussianBlur in=\"SourceAlpha\" stdDeviation=\""
    filter.add(shadow.blur)
    filter += "\"/><feOffset"
    filter.add(attribute: "dx", shadow.dx, unless: 0)
    filter.add(attribute: "dy", shadow.dy, unless: 0)
    filter += " result=\"s\"/><feFlood flood-color=\""
    filter.add(shadow.color.hexText)
    filter += "\""
    filter.add(attribute: "flood-opacity", shadow.color.alpha, unless: 1)
    filter +=
      "/><feComposite in2=\"s\" operator=\"in\"/><feMerge><feMergeNode/><feMergeNode in=\"SourceGraphic\"/></feMerge></filter>"
    out += " filter=\"url(#"
    out.add(define(filter))
    out += ")\""
  }

  /// The id of the filter that softens what is in `group`; `nil` where nothing does, or nothing is there.
  mutating func blurID(_ group: Group) -> String? {
    guard group.blur > 0,
      let box = Node.group(Group(group.children, blur: group.blur)).inkBox(.identity)
    else { return nil }
    var filter = Text()
    filter += "<filter id=\"@\" filterUnits=\"userSpaceOnUse\""
    filter.add(region: box)
    filter += " color-interpolation-filters=\"sRGB\"><feGaussianBlur stdDeviation=\""
    filter.add(group.blur)
    filter += "\"/></filter>"
    return define(filter)
  }

  /// The id of the mask of `group`; `nil` where it has none.
  mutating func maskID(_ group: Group) -> String? {
    guard !group.mask.isEmpty else { return nil }
    // One that paints nothing hides everything.
    let box =
      Node.group(Group(group.mask)).inkBox(.identity) ?? Rect(x: 0, y: 0, width: 0, height: 0)
    var mask = Text()
    mask += "<mask id=\"@\" maskUnits=\"userSpaceOnUse\""
    mask.add(region: box)
    mask += ">"
    for node in group.mask { write(node, to: &mask) }
    mask += "</mask>"
    return define(mask)
  }
}

extension Text {
  /// The attributes that say where a filter or a mask has its effect: a box somewhat larger than `box`, in whole units.
  fileprivate mutating func add(region box: Rect) {
    let (x, y) = ((box.minX - 4).rounded(.down), (box.minY - 4).rounded(.down))
    self += " x=\""
    add(x)
    self += "\" y=\""
    add(y)
    self += "\" width=\""
    add((box.maxX + 4).rounded(.up) - x)
    self += "\" height=\""
    add((box.maxY + 4).rounded(.up) - y)
    self += "\""
  }
}
