internal import BlazonScene

/// How a camera was held, as Exif says it (tag 274): where the first row and the first column of the file belong.
enum Orientation: Int {
  case topLeft = 1
  case topRight, bottomRight, bottomLeft, leftTop, rightTop, rightBottom, leftBottom

  /// What the Exif data `bytes` say: a TIFF file, before which WebP files may repeat JPEG's name of it. Data that say nothing,
  /// or are damaged, turn nothing.
  init(exif bytes: [UInt8]) {
    let name: [UInt8] = [0x45, 0x78, 0x69, 0x66, 0, 0]
    let data = Array(bytes.starts(with: name) ? bytes.dropFirst(name.count) : bytes[...])
    self = Orientation.read(data).flatMap(Orientation.init) ?? .topLeft
  }

  private static func read(_ data: [UInt8]) -> Int? {
    let isBigEndian = data.starts(with: [0x4D, 0x4D, 0, 42])
    guard isBigEndian || data.starts(with: [0x49, 0x49, 42, 0]) else { return nil }
    func number(_ at: Int, _ count: Int) -> Int? {
      guard at >= 0, at + count <= data.count else { return nil }
      let bytes = data[at..<at + count]
      return isBigEndian
        ? bytes.reduce(0) { $0 << 8 | Int($1) } : bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
    for index in 0..<count {
      let entry = directory + 2 + 12 * index
      guard let tag = number(entry, 2) else { return nil }
      // A short, and one of them.
      guard tag == 274 else { continue }
      return number(entry + 2, 2) == 3 && number(entry + 4, 4) == 1 ? number(entry + 8, 2) : nil
    }
    return nil
  }

  /// Whether rows become columns.
  private var isTurned: Bool { rawValue >= Orientation.leftTop.rawValue }

  /// The picture of a file, as it is to be seen.
  func upright(_ raster: Raster) -> Raster {
    guard self != .topLeft else { return raster }
    let (width, height) =
      isTurned ? (raster.height, raster.width) : (raster.width, raster.height)
    var pixels: [UInt8] = []
    pixels.reserveCapacity(raster.pixels.count)
    for y in 0..<height {
      for x in 0..<width {
        let (column, row) = place(x, y, in: raster)
        let at = (row * raster.width + column) * 4
        pixels += raster.pixels[at..<at + 4]
      }
    }
    return Raster(width: width, height: height, pixels: pixels)
  }

  /// Which pixel of the file is seen at `(x, y)`.
  private func place(_ x: Int, _ y: Int, in raster: Raster) -> (Int, Int) {
    let (right, bottom) = (raster.width - 1, raster.height - 1)
    return switch self {
    case .topLeft: (x, y)
    case .topRight: (right - x, y)
    case .bottomRight: (right - x, bottom - y)
    case .bottomLeft: (x, bottom - y)
    case .leftTop: (y, x)
    case .rightTop: (y, bottom - x)
    case .rightBottom: (right - y, bottom - x)
    case .leftBottom: (right - y, x)
    }
  }
}
