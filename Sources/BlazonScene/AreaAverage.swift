/// Makes a picture smaller, row by row: each new pixel is the mean of the area that it covers, in which colours count as
/// much as they show. In whole numbers, so that the result is the same on every processor.
package struct AreaAverage {
  /// Pixels, four samples each; those that were read have 16 bits, those that come of them 8 or 16.
  package enum Samples {
    case shallow([UInt8])
    case deep([UInt16])
  }

  package let width: Int, height: Int
  package private(set) var samples: Samples
  private let source: (width: Int, height: Int)
  /// Whether the fourth sample is alpha, by which the others are weighed.
  private let hasAlpha: Bool
  /// Of each sample of the rows that the present new row covers, the sum by the parts that it covers of them.
  private var sums: [UInt64]
  private var (y, newY) = (0, 0)

  /// From `width` by `height` pixels, so that the longer side has at most `longerSide`; what is not longer stays as it is.
  package init(
    width: Int, height: Int, longerSide: Int, hasAlpha: Bool = true, isDeep: Bool = false
  ) {
    precondition(width > 0 && height > 0 && longerSide > 0, "a picture has an extent")
    precondition(max(width, height) <= 1 << 14, "sums have room")
    source = (width, height)
    let longer = max(width, height)
    let target = min(longer, longerSide)
    self.width = max(1, (width * target + longer / 2) / longer)
    self.height = max(1, (height * target + longer / 2) / longer)
    self.hasAlpha = hasAlpha
    let count = self.width * self.height * 4
    if isDeep {
      var empty: [UInt16] = []
      empty.reserveCapacity(count)
      samples = .deep(empty)
    } else {
      var empty: [UInt8] = []
      empty.reserveCapacity(count)
      samples = .shallow(empty)
    }
    sums = longer > longerSide ? Array(repeating: 0, count: width * 4) : []
  }

  /// Takes the next row from above, four samples a pixel.
  package mutating func add(_ row: [UInt16]) {
    precondition(row.count == source.width * 4 && y < source.height, "rows of one picture")
    guard !sums.isEmpty else {
      append(row)
      y += 1
      return
    }
    // A row is as high as there are new rows, and a new row as there are rows.
    var top = y * height
    let bottom = top + height
    while top < bottom {
      let end = min(bottom, (newY + 1) * source.height)
      weigh(row, UInt64(end - top))
      top = end
      if top == (newY + 1) * source.height {
        append(newRow())
        for index in sums.indices { sums[index] = 0 }
        newY += 1
      }
    }
    y += 1
  }

  private mutating func weigh(_ row: [UInt16], _ weight: UInt64) {
    let (row, hasAlpha) = (row.span, hasAlpha)
    var sums = sums.mutableSpan
    guard hasAlpha else {
      for index in row.indices { sums[index] &+= UInt64(row[index]) &* weight }
      return
    }
    for pixel in 0..<row.count / 4 {
      let at = pixel &* 4
      let alpha = UInt64(row[at &+ 3]) &* weight
      sums[at] &+= UInt64(row[at]) &* alpha
      sums[at &+ 1] &+= UInt64(row[at &+ 1]) &* alpha
      sums[at &+ 2] &+= UInt64(row[at &+ 2]) &* alpha
      sums[at &+ 3] &+= alpha
    }
  }

  /// The means of the present row's sums.
  private func newRow() -> [UInt16] {
    var row: [UInt16] = []
    row.reserveCapacity(width * 4)
    let whole = UInt64(source.width * source.height)
    for x in 0..<width {
      var sum: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
      var left = x * source.width
      let right = left + source.width
      while left < right {
        let pixel = left / width
        let end = min(right, (pixel + 1) * width)
        let (weight, at) = (UInt64(end - left), pixel * 4)
        sum.0 += sums[at] * weight
        sum.1 += sums[at + 1] * weight
        sum.2 += sums[at + 2] * weight
        sum.3 += sums[at + 3] * weight
        left = end
      }
      // Where nothing shows there is no colour.
      let share = hasAlpha ? max(1, sum.3) : whole
      row.append(UInt16((sum.0 + share / 2) / share))
      row.append(UInt16((sum.1 + share / 2) / share))
      row.append(UInt16((sum.2 + share / 2) / share))
      row.append(UInt16((sum.3 + whole / 2) / whole))
    }
    return row
  }

  private mutating func append(_ row: [UInt16]) {
    switch samples {
    case .deep(var all):
      samples = .deep([])
      all += row
      samples = .deep(all)
    case .shallow(var all):
      samples = .shallow([])
      for sample in row { all.append(UInt8((UInt32(sample) * 255 + 32767) / 65535)) }
      samples = .shallow(all)
    }
  }
}

extension Raster {
  /// The picture with at most `longerSide` pixels on its longer side, each the mean of the area that it covers.
  package func scaled(to longerSide: Int) -> Raster {
    guard max(width, height) > longerSide else { return self }
    var smaller = AreaAverage(width: width, height: height, longerSide: longerSide)
    for y in 0..<height {
      smaller.add(pixels[y * width * 4..<(y + 1) * width * 4].map { UInt16($0) * 257 })
    }
    guard case .shallow(let samples) = smaller.samples else { return self }
    return Raster(width: smaller.width, height: smaller.height, pixels: samples)
  }
}
