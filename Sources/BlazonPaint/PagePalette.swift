internal import BlazonScene
internal import Cairo

/// The 256 colours that show the pages of one design best, and which of them stands for each colour.
///
/// They are chosen from what the pages share, their ground and their badges, and from the inks of their words:
/// so they are the same whosever name is on the page.
struct PagePalette: Sendable {
  /// Packed: red in the lowest byte, alpha in the highest, which is 255.
  let colors: [UInt32]
  /// What stands for a colour: the nearest of the palette, and where its neighbours may help, the one on the
  /// other side of it, for so many of 64 pixels.
  private struct Mix: Sendable {
    var index: UInt8 = 0
    var other: UInt8 = 0
    var share: UInt8 = 0
  }

  private let search: NearestSearch
  private let linear: LinearLight
  private let known: ColorTable<Mix>

  /// `ground` and `parts` are what the pages share; `inks` are drawn on `paper`, the ground's commonest colour.
  init(ground: Raster, parts: [Raster], paper: Color, inks: [Color]) {
    // Large areas stay as they are, or gradients of paper would have steps, and emblems a texture. Of paper, what is
    // one or two levels beside a commoner shade becomes that: nobody sees it, and each file would tell of every one.
    var fixed = Set<UInt32>()
    var close = Set<UInt32>()
    let size = ground.width * ground.height / PagePalette.groundShare
    for color in ground.areas(of: size, atMost: PagePalette.groundCount) {
      if fixed.contains(where: { color.isClose(to: $0) }) {
        close.insert(color)
      } else {
        fixed.insert(color)
      }
    }
    for part in parts {
      fixed.formUnion(
        part.areas(of: PagePalette.partArea, atMost: PagePalette.partCount / parts.count))
    }
    var counts = ColorTable<Int>(empty: 0)
    for raster in [ground] + parts {
      raster.forEachRun { color, count in counts[color, default: 0] += count }
    }
    // Letters have soft edges: steps from their ink to the paper.
    for ink in inks {
      for step in 0..<PagePalette.steps {
        let share = Double(step) / Double(PagePalette.steps)
        counts[ink.packed.mixed(with: paper.packed, share), default: 0] += PagePalette.inkWeight
      }
    }
    // Colours of few pixels count for more than these are: badges are small.
    var distinct: [(color: UInt32, weight: Float)] = []
    for (color, count) in counts.entries {
      distinct.append((color, Float(count).squareRoot().squareRoot()))
    }
    distinct.sort { $0.color < $1.color }
    let rest = distinct.filter { !fixed.contains($0.color) && !close.contains($0.color) }
    let linear = LinearLight()
    let others = PaletteQuantizer.palette(
      rest.map(\.color), rest.map(\.weight), count: 256 - fixed.count, linear)
    colors = fixed.union(others).sorted()
    self.linear = linear
    search = NearestSearch(colors.map(linear.vector(of:)))
    var known = ColorTable(empty: Mix())
    for (color, _) in distinct {
      known[color] = PagePalette.mix(linear.vector(of: color), of: colors, search, linear)
    }
    self.known = known
  }

  /// A large area is this share of the ground, or so many pixels of a part; and how many such colours they may
  /// have.
  private static let groundShare = 560
  private static let groundCount = 72
  private static let partArea = 400
  private static let partCount = 48
  private static let steps = 12
  private static let inkWeight = 400

  private static func mix(
    _ vector: LinearLight.Vector, of colors: [UInt32], _ search: NearestSearch,
    _ linear: LinearLight
  ) -> Mix {
    let nearest = search.nearest(to: vector)
    let error = vector - linear.vector(of: colors[nearest])
    var mix = Mix(index: UInt8(nearest), other: UInt8(nearest))
    let size = (error * error).sum()
    guard size > 1e-7 else { return mix }
    let other = search.nearest(to: vector + error)
    let way = linear.vector(of: colors[other]) - linear.vector(of: colors[nearest])
    let length = (way * way).sum()
    // One that lies elsewhere would make it worse.
    guard length > 0, length < min(16 * size, 0.0025) else { return mix }
    mix.other = UInt8(other)
    mix.share = UInt8(max(0, min(32, ((error * way).sum() / length * 64).rounded())))
    return mix
  }

  /// How a colour of the raster is mixed, which `table` learns.
  private func mix(_ color: UInt32, _ table: inout ColorTable<Mix>) -> Mix {
    if let known = table[color] { return known }
    let mix = PagePalette.mix(linear.vector(of: color), of: colors, search, linear)
    table[color] = mix
    return mix
  }

  /// Pixels of a page.
  struct Box {
    var x: Range<Int>, y: Range<Int>
  }

  /// One index a pixel of a page, which is opaque, after a byte 0 for each row. Within `boxes`, where badges are, colours
  /// that the palette lacks are mixed of two by a fixed pattern.
  ///
  /// `ground` is the page without its words and badges, and what came of it: where the page is no other, nor is what comes
  /// of it.
  func rows(
    of page: borrowing ImageSurface, mixingIn boxes: [Box] = [],
    over ground: (pixels: [UInt8], rows: [UInt8])? = nil
  ) -> [UInt8] {
    var table = known
    let (width, height) = (page.width, page.height)
    var out = ground?.rows ?? [UInt8](repeating: 0, count: (width + 1) * height)
    // No colour is this.
    var last: UInt32 = 0
    var mix = Mix()
    for y in 0..<height {
      let mixed = boxes.filter { $0.y.contains(y) }
      for start in stride(from: 0, to: width, by: PagePalette.stretch) {
        let end = min(start + PagePalette.stretch, width)
        let isMixed = mixed.contains { $0.x.overlaps(start..<end) }
        if !isMixed, let ground,
          page.hasPixels(of: ground.pixels, in: y * width + start..<y * width + end)
        {
          continue
        }
        page.withPixels { pixels in
          var indices = out.mutableSpan
          var at = (y &* width &+ start) &* 4
          for x in start..<end {
            let color =
              UInt32(pixels[at &+ 2]) | UInt32(pixels[at &+ 1]) << 8 | UInt32(pixels[at]) << 16
              | 0xFF00_0000
            if color != last {
              last = color
              mix = self.mix(color, &table)
            }
            let isOther =
              isMixed && mix.share > 0 && mixed.contains { $0.x.contains(x) }
              && PagePalette.threshold(x, y) < mix.share
            indices[y &* (width &+ 1) &+ 1 &+ x] = isOther ? mix.other : mix.index
            at &+= 4
          }
        }
      }
    }
    return out
  }

  /// Pixels that are compared at once.
  private static let stretch = 64

  /// Bayer's pattern of 8 by 8: each of 0…63 once, as evenly as can be.
  private static func threshold(_ x: Int, _ y: Int) -> UInt8 {
    let (a, b) = (x ^ y, y)
    let low = (a & 1) << 5 | (b & 1) << 4
    let middle = (a >> 1 & 1) << 3 | (b >> 1 & 1) << 2
    return UInt8(truncatingIfNeeded: low | middle | (a >> 2 & 1) << 1 | (b >> 2 & 1))
  }
}

extension Raster {
  /// The colour of most pixels.
  var commonest: Color {
    let best = areas(of: 0, atMost: 1).first ?? .max
    func channel(_ shift: UInt32) -> Double { Double(best >> shift & 0xFF) / 255 }
    return Color(red: channel(0), green: channel(8), blue: channel(16))
  }

  /// The colours of more than `size` pixels, the most frequent first, at most `count`.
  fileprivate func areas(of size: Int, atMost count: Int) -> [UInt32] {
    var counts = ColorTable<Int>(empty: 0)
    forEachRun { color, count in counts[color, default: 0] += count }
    let areas = counts.entries.filter { $0.value > size }
      .sorted { ($1.value, $0.color) < ($0.value, $1.color) }
    return areas.prefix(count).map(\.color)
  }

  /// Calls `body` with each run of pixels of one colour, packed, in their order.
  fileprivate func forEachRun(_ body: (UInt32, Int) -> Void) {
    let bytes = pixels.span
    var (last, count) = (UInt32(0), 0)
    for pixel in 0..<width &* height {
      let at = pixel &* 4
      let color =
        UInt32(bytes[at]) | UInt32(bytes[at &+ 1]) << 8 | UInt32(bytes[at &+ 2]) << 16
        | UInt32(bytes[at &+ 3]) << 24
      if color != last, count > 0 {
        body(last, count)
        count = 0
      }
      last = color
      count &+= 1
    }
    if count > 0 { body(last, count) }
  }
}

extension Color {
  fileprivate var packed: UInt32 {
    func byte(_ value: Double) -> UInt32 { UInt32((max(0, min(1, value)) * 255).rounded()) }
    return byte(red) | byte(green) << 8 | byte(blue) << 16 | 0xFF00_0000
  }
}

extension UInt32 {
  /// Whether no channel of two packed colours is more than two levels apart.
  fileprivate func isClose(to other: UInt32) -> Bool {
    [UInt32(0), 8, 16].allSatisfy { abs(Int(self >> $0 & 0xFF) - Int(other >> $0 & 0xFF)) <= 2 }
  }

  /// A packed colour, `share` of the way to another, as pixels are mixed.
  fileprivate func mixed(with other: UInt32, _ share: Double) -> UInt32 {
    var mixed: UInt32 = 0xFF00_0000
    for shift in [UInt32(0), 8, 16] {
      let (a, b) = (Double(self >> shift & 0xFF), Double(other >> shift & 0xFF))
      mixed |= UInt32((a + (b - a) * share).rounded()) << shift
    }
    return mixed
  }
}
