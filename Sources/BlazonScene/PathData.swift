/// Reading SVG's path data (SVG 2, section 9.3): all commands, absolute and relative.
extension Path {
  /// What is wrong in a path data string, and how many characters in.
  public struct DataError: Error, Hashable, Sendable {
    public var message: String
    public var offset: Int
  }

  /// The path that the path data `text` describes.
  public init(data text: String) throws(DataError) {
    var reader = PathDataReader(text)
    segments = try reader.read()
  }

  /// The path that `text` describes, up to where it breaks off; and why it does, if it does.
  ///
  /// "… user agents render up to (but not including) the path data segment containing the first error" (SVG 2, 9.5.4).
  public static func reading(data text: String) -> (path: Path, error: DataError?) {
    var reader = PathDataReader(text)
    do throws(DataError) { return (Path(try reader.read()), nil) } catch {
      return (Path(reader.segments), error)
    }
  }

  /// The path of a string that ships with the program and is proved by a test to be well-formed.
  public init(_ data: StaticString) {
    do throws(DataError) {
      try self.init(data: "\(data)")
    } catch {
      preconditionFailure("shipped path data: \(error.message) at \(error.offset)")
    }
  }
}

private struct PathDataReader {
  private let bytes: [UInt8]
  private var index = 0
  private(set) var segments: [Path.Segment] = []
  private var current = Point(0, 0)
  private var start = Point(0, 0)
  /// The last control point, for the smooth commands.
  private var control: (command: UInt8, point: Point)?

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func read() throws(Path.DataError) -> [Path.Segment] {
    var command: UInt8 = 0
    skipSeparators()
    while index < bytes.count {
      let byte = bytes[index]
      if isLetter(byte) {
        index += 1
        command = byte
      } else if command == 0 || command | 0x20 == UInt8(ascii: "z") {
        throw error("expected a command")
      }
      if segments.isEmpty, command | 0x20 != UInt8(ascii: "m") {
        index -= 1
        throw error("path data begins with M")
      }
      try readArguments(of: command)
      // "If a moveto is followed by multiple pairs of coordinates, the subsequent pairs are treated
      // as implicit lineto commands."
      if command == UInt8(ascii: "M") { command = UInt8(ascii: "L") }
      if command == UInt8(ascii: "m") { command = UInt8(ascii: "l") }
      skipSeparators()
    }
    return segments
  }

  private mutating func readArguments(of command: UInt8) throws(Path.DataError) {
    let isRelative = command >= UInt8(ascii: "a")
    let origin = isRelative ? current : Point(0, 0)
    var newControl: (UInt8, Point)?
    switch UInt8(command | 0x20) {
    case UInt8(ascii: "m"):
      current = try point(origin)
      start = current
      segments.append(.move(current))
    case UInt8(ascii: "l"):
      current = try point(origin)
      segments.append(.line(current))
    case UInt8(ascii: "h"):
      current.x = try number() + origin.x
      segments.append(.line(current))
    case UInt8(ascii: "v"):
      current.y = try number() + origin.y
      segments.append(.line(current))
    case UInt8(ascii: "c"):
      let (c1, c2, p) = (try point(origin), try point(origin), try point(origin))
      newControl = (UInt8(ascii: "c"), c2)
      current = p
      segments.append(.cubic(c1, c2, p))
    case UInt8(ascii: "s"):
      let c1 = reflected(after: UInt8(ascii: "c"))
      let (c2, p) = (try point(origin), try point(origin))
      newControl = (UInt8(ascii: "c"), c2)
      current = p
      segments.append(.cubic(c1, c2, p))
    case UInt8(ascii: "q"):
      let (c, p) = (try point(origin), try point(origin))
      newControl = (UInt8(ascii: "q"), c)
      current = p
      segments.append(.quad(c, p))
    case UInt8(ascii: "t"):
      let c = reflected(after: UInt8(ascii: "q"))
      let p = try point(origin)
      newControl = (UInt8(ascii: "q"), c)
      current = p
      segments.append(.quad(c, p))
    case UInt8(ascii: "a"):
      let (rx, ry, turn) = (try number(), try number(), try number())
      let (isLarge, isClockwise) = (try flag(), try flag())
      let p = try point(origin)
      segments += ellipticArc(
        from: current, to: p, rx: rx, ry: ry, turn: Angle(degrees: turn), isLarge: isLarge,
        isClockwise: isClockwise)
      current = p
    case UInt8(ascii: "z"):
      segments.append(.close)
      current = start
    default:
      index -= 1
      throw error("unknown command")
    }
    control = newControl.map { (command: $0.0, point: $0.1) }
  }

  private func reflected(after command: UInt8) -> Point {
    guard let control, control.command == command else { return current }
    return current + (current - control.point)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private mutating func skipSeparators() {
    while index < bytes.count,
      [0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: ",")].contains(bytes[index])
    {
      index += 1
    }
  }

  private mutating func point(_ origin: Point) throws(Path.DataError) -> Point {
    Point(try number() + origin.x, try number() + origin.y)
  }

  private mutating func flag() throws(Path.DataError) -> Bool {
    skipSeparators()
    guard index < bytes.count,
      bytes[index] == UInt8(ascii: "0") || bytes[index] == UInt8(ascii: "1")
    else { throw error("expected a flag, 0 or 1") }
    index += 1
    return bytes[index - 1] == UInt8(ascii: "1")
  }

  private mutating func number() throws(Path.DataError) -> Double {
    skipSeparators()
    let first = index
    guard let value = svgNumber(in: bytes, at: &index) else { throw error("expected a number") }
    // Within this, no sum or square that geometry makes of numbers overflows.
    guard value.magnitude <= 1e9 else {
      index = first
      throw error("number too large")
    }
    return value
  }

  private func error(_ message: String) -> Path.DataError { .init(message: message, offset: index) }
}

/// The number that begins at `index` (SVG 2, section 9.3.9), which then stands behind it; `nil`, and the
/// index stays, if none does.
public func svgNumber(in bytes: [UInt8], at index: inout Int) -> Double? {
  var end = index
  func isDigit() -> Bool {
    end < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end])
  }
  func at(_ characters: StaticString) -> Bool {
    end < bytes.count && "\(characters)".utf8.contains(bytes[end])
  }
  if at("+-") { end += 1 }
  while isDigit() { end += 1 }
  if at(".") {
    end += 1
    while isDigit() { end += 1 }
  }
  if at("eE") {
    // Without a digit it begins a unit, as in 2em.
    let whole = end
    end += 1
    if at("+-") { end += 1 }
    if isDigit() {
      while isDigit() { end += 1 }
    } else {
      end = whole
    }
  }
  guard let value = Double(String(decoding: bytes[index..<end], as: UTF8.self)) else { return nil }
  index = end
  return value
}

/// An elliptic arc as cubics, by the conversion of SVG 2, appendix B.2.4.
private func ellipticArc(
  from: Point, to: Point, rx: Double, ry: Double, turn: Angle, isLarge: Bool, isClockwise: Bool
) -> [Path.Segment] {
  var (rx, ry) = (abs(rx), abs(ry))
  // What is as good as nothing would make quotients that are no numbers.
  guard rx > 1e-9, ry > 1e-9, (to - from).length > 1e-9 else { return [.line(to)] }
  let (s, c) = (turn.sine, turn.cosine)
  let half = (from - to) * 0.5
  let x = c * half.x + s * half.y
  let y = -s * half.x + c * half.y
  // "If the radii are too small, scale them up uniformly until there is exactly one solution."
  let excess = x * x / (rx * rx) + y * y / (ry * ry)
  if excess > 1 {
    rx *= excess.squareRoot()
    ry *= excess.squareRoot()
  }
  let product = rx * rx * y * y + ry * ry * x * x
  let factor =
    max(0, (rx * rx * ry * ry - product) / product).squareRoot() * (isLarge == isClockwise ? -1 : 1)
  let centerTurned = Point(factor * rx * y / ry, -factor * ry * x / rx)
  let middle = from.mixed(with: to, 0.5)
  let center = Point(
    c * centerTurned.x - s * centerTurned.y + middle.x,
    s * centerTurned.x + c * centerTurned.y + middle.y)
  let first = Math.arcTangent((y - centerTurned.y) / ry, (x - centerTurned.x) / rx)
  var sweep = Math.arcTangent((-y - centerTurned.y) / ry, (-x - centerTurned.x) / rx) - first
  if isClockwise, sweep < 0 { sweep += 2 * .pi }
  if !isClockwise, sweep > 0 { sweep -= 2 * .pi }

  let map = Affine(rx * c, rx * s, -ry * s, ry * c, center.x, center.y)
  // In the unit circle 0 is to the right and y grows downwards: a quarter turn from our angles.
  let quarter = Double.pi / 2
  var unit = Path()
  unit.append(
    arc: Point(0, 0), radius: 1, from: Angle(radians: first + quarter),
    to: Angle(radians: first + sweep + quarter), joining: .none)
  var segments = unit.transformed(by: map).segments
  if case .cubic(let c1, let c2, _) = segments.last {
    segments[segments.count - 1] = .cubic(c1, c2, to)
  }
  return segments
}
