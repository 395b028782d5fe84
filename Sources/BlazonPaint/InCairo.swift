internal import BlazonScene
internal import Cairo

// The scene's nouns as Cairo takes them, for the painters that draw with it.

extension Context {
  borrowing func draw(_ shape: Shape, _ map: Affine) {
    // Fill and stroke together fade as one.
    let isLayered = shape.opacity < 1 && shape.fill != nil && shape.stroke != nil
    if isLayered { pushGroup() }
    let opacity = isLayered ? 1 : shape.opacity
    if let fill = shape.fill {
      self.fill(shape.path, fill, map, isEvenOdd: shape.isEvenOdd, opacity: opacity)
    }
    if let stroke = shape.stroke {
      save()
      transform(map)
      add(shape.path)
      setSource(Source(stroke.paint, opacity: opacity))
      setStroke(
        width: stroke.width, cap: stroke.cap.cairo, join: stroke.join.cairo,
        miterLimit: stroke.miterLimit, dashes: stroke.dashes, from: stroke.dashOffset)
      self.stroke()
      restore()
    }
    if isLayered { popGroup(alpha: shape.opacity) }
  }

  borrowing func fill(
    _ path: Path, _ paint: Paint, _ map: Affine, isEvenOdd: Bool = false, opacity: Double = 1
  ) {
    save()
    transform(map)
    add(path)
    setFillRule(isEvenOdd ? .evenOdd : .nonZero)
    setSource(Source(paint, opacity: opacity))
    fill()
    restore()
  }

  borrowing func draw(_ picture: Picture, _ map: Affine) throws(CairoError) {
    let picture = picture.reduced(for: map)
    // Of no extent, once it was rounded.
    guard map.after(picture.map).scale > 1e-9 else { return }
    let image = try ImageSurface(picture.raster)
    save()
    transform(map.after(picture.map))
    paint(image, width: picture.raster.width, height: picture.raster.height)
    restore()
  }

  /// Clips to the outline of `group`.
  borrowing func clip(to group: Group, _ map: Affine) {
    guard let path = group.clip else { return }
    add(path.transformed(by: map))
    setFillRule(group.isClipEvenOdd ? .evenOdd : .nonZero)
    clip()
  }

  borrowing func transform(_ m: Affine) {
    transform(a: m.a, b: m.b, c: m.c, d: m.d, tx: m.tx, ty: m.ty)
  }

  /// Begins the path anew with `path`.
  borrowing func add(_ path: Path) {
    newPath()
    var current = Point(0, 0)
    var start = Point(0, 0)
    for segment in path.segments {
      switch segment {
      case .move(let p):
        move(x: p.x, y: p.y)
        (current, start) = (p, p)
      case .line(let p):
        line(x: p.x, y: p.y)
        current = p
      case .quad(let c, let p):
        let (c1, c2) = (current.mixed(with: c, 2.0 / 3), p.mixed(with: c, 2.0 / 3))
        cubic(x1: c1.x, y1: c1.y, x2: c2.x, y2: c2.y, x: p.x, y: p.y)
        current = p
      case .cubic(let c1, let c2, let p):
        cubic(x1: c1.x, y1: c1.y, x2: c2.x, y2: c2.y, x: p.x, y: p.y)
        current = p
      case .close:
        closePath()
        current = start
      }
    }
  }
}

extension Source {
  init(_ paint: Paint, opacity: Double) {
    func rgba(_ color: Color) -> RGBA {
      RGBA(red: color.red, green: color.green, blue: color.blue, alpha: color.alpha * opacity)
    }
    func stops(_ stops: [GradientStop]) -> [(offset: Double, color: RGBA)] {
      stops.map { ($0.offset, rgba($0.color)) }
    }
    switch paint {
    case .color(let color): self = .color(rgba(color))
    case .linear(let g):
      self = .linear(
        x0: g.start.x, y0: g.start.y, x1: g.end.x, y1: g.end.y, stops: stops(g.stops))
    case .radial(let g):
      self = .radial(
        focusX: g.focus.x, focusY: g.focus.y, x: g.center.x, y: g.center.y, r: g.radius,
        stops: stops(g.stops))
    }
  }
}

extension Stroke.Cap {
  var cairo: LineCap {
    switch self {
    case .butt: .butt
    case .round: .round
    case .square: .square
    }
  }
}

extension Stroke.Join {
  var cairo: LineJoin {
    switch self {
    case .miter: .miter
    case .round: .round
    case .bevel: .bevel
    }
  }
}

extension ImageSurface {
  /// `raster` as Cairo keeps it: premultiplied.
  init(_ raster: Raster) throws(CairoError) {
    try self.init(width: raster.width, height: raster.height)
    let stride = stride
    let input = raster.pixels.span
    withMutablePixels { pixels in
      for y in 0..<raster.height {
        for x in 0..<raster.width {
          let (i, o) = ((y * raster.width + x) * 4, y * stride + x * 4)
          let alpha = UInt32(input[i + 3])
          func channel(_ value: UInt8) -> UInt8 { UInt8((UInt32(value) * alpha + 127) / 255) }
          pixels[o] = channel(input[i + 2])
          pixels[o + 1] = channel(input[i + 1])
          pixels[o + 2] = channel(input[i])
          pixels[o + 3] = UInt8(alpha)
        }
      }
    }
  }

  /// The alpha of the image, blurred, with the blur's reach as a margin: a shadow's mask.
  borrowing func shadowMask(_ blur: GaussianBlur) throws(CairoError) -> ImageSurface {
    let margin = blur.reach
    let inner = (width: width, height: height, stride: stride)
    let (width, height) = (inner.width + 2 * margin, inner.height + 2 * margin)
    var alpha = [UInt8](repeating: 0, count: width * height)
    withPixels { pixels in
      for y in 0..<inner.height {
        for x in 0..<inner.width {
          alpha[(y + margin) * width + x + margin] = pixels[y * inner.stride + x * 4 + 3]
        }
      }
    }
    let blurred = blur.blurred(alpha, width: width, height: height)
    var mask = try ImageSurface(.a8, width: width, height: height)
    let maskStride = mask.stride
    mask.withMutablePixels { pixels in
      for y in 0..<height {
        for x in 0..<width { pixels[y * maskStride + x] = blurred[y * width + x] }
      }
    }
    return mask
  }
}

extension ImageSurface {
  /// How light each pixel is, as the alpha of a mask: 0 where nothing is painted (CSS Masking 1, 7.10.2).
  borrowing func luminanceMask() throws(CairoError) -> ImageSurface {
    let (width, height, stride) = (width, height, stride)
    var mask = try ImageSurface(.a8, width: width, height: height)
    let maskStride = mask.stride
    withPixels { pixels in
      mask.withMutablePixels { mask in
        for y in 0..<height {
          for x in 0..<width {
            let at = y * stride + x * 4
            // The weights of red, green and blue in 1/65536. The pixels are premultiplied: what lets through is darker.
            let sum =
              UInt32(pixels[at + 2]) &* 13_926 &+ UInt32(pixels[at + 1]) &* 46_885
              &+ UInt32(pixels[at]) &* 4_725
            mask[y * maskStride + x] = UInt8((sum &+ 1 << 15) >> 16)
          }
        }
      }
    }
    return mask
  }

  /// The image, blurred, with the blur's reach as a margin.
  borrowing func blurred(_ blur: GaussianBlur) throws(CairoError) -> ImageSurface {
    let margin = blur.reach
    let inner = (width: width, height: height, stride: stride)
    let (width, height) = (inner.width + 2 * margin, inner.height + 2 * margin)
    var result = try ImageSurface(width: width, height: height)
    for channel in 0..<4 {
      var plane = [UInt8](repeating: 0, count: width * height)
      withPixels { pixels in
        for y in 0..<inner.height {
          for x in 0..<inner.width {
            plane[(y + margin) * width + x + margin] = pixels[y * inner.stride + x * 4 + channel]
          }
        }
      }
      let blurred = blur.blurred(plane, width: width, height: height)
      result.withMutablePixels { pixels in
        for index in 0..<width * height { pixels[index * 4 + channel] = blurred[index] }
      }
    }
    return result
  }
}

extension Picture {
  /// The picture with fewer pixels, where it is drawn so small that Cairo would leave some out: its filter looks at
  /// sixteen each way for one.
  fileprivate func reduced(for map: Affine) -> Picture {
    let times = Double(raster.width) / (box.width * map.scale)
    guard times > 16, times < 1e6 else { return self }
    let side = max(raster.width, raster.height) / Int(times / 8)
    return Picture(raster.scaled(to: max(1, side)), in: box)
  }

  /// From pixels to the scene.
  var map: Affine {
    Affine(
      box.width / Double(raster.width), 0, 0, box.height / Double(raster.height), box.x, box.y)
  }
}
