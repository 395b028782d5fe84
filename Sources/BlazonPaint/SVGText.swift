internal import BlazonScene

/// Bytes of an SVG or PDF under way.
struct Text: Hashable {
  var bytes: [UInt8] = []

  /// Stands for the picture's name until all of it is written. XML cannot carry it, so it is nothing
  /// else.
  static let pictureMark: UInt8 = 0

  static func += (text: inout Text, piece: Literal) {
    text.bytes.append(contentsOf: piece.utf8)
  }

  mutating func add(_ string: String) { bytes.append(contentsOf: string.utf8) }

  /// `string` as character data or a quoted attribute. What XML 1.0 cannot carry becomes U+FFFD.
  mutating func add(escaping string: String) {
    for scalar in string.unicodeScalars {
      switch scalar {
      case "<": self += "&lt;"
      case ">": self += "&gt;"
      case "&": self += "&amp;"
      case "\"": self += "&quot;"
      case "'": self += "&#39;"
      case _
      where scalar.value < 0x20 && ![9, 10, 13].contains(scalar.value)
        || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        add("\u{FFFD}")
      default: add(String(scalar))
      }
    }
  }

  /// The shortest decimal of `value` rounded to 1/`parts`.
  mutating func add(_ value: Double, parts: Int = 100) {
    // What is no number, or none that a page has room for, is nothing.
    let scaled = (value * Double(parts)).rounded()
    add(units: abs(scaled) < 1e18 ? Int(scaled) : 0, parts: parts)
  }

  /// `units`/`parts` as a decimal without needless zeros; `parts` is a power of ten.
  mutating func add(units: Int, parts: Int = 100) {
    if units < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: UInt(parts))
    if whole > 0 || rest == 0 { add(digits: whole) }
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var (rest2, place) = (rest, UInt(parts) / 10)
    while rest2 > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest2 / place))
      rest2 %= place
      place /= 10
    }
  }

  private mutating func add(digits number: UInt) {
    if number > 9 { add(digits: number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  mutating func add(attribute name: Literal, _ value: Double, unless usual: Double? = nil) {
    guard value != usual else { return }
    self += " "
    self += name
    self += "=\""
    add(value, parts: 1000)
    self += "\""
  }
}

extension Color {
  /// `#abc` where that says the same as `#aabbcc`.
  var shortHexText: String {
    let long = Array(hexText)
    guard long[1] == long[2], long[3] == long[4], long[5] == long[6] else { return hexText }
    return String([long[0], long[1], long[3], long[5]])
  }
}

extension Path {
  /// The path as SVG path data: relative commands in hundredths, each rounded from the true place,
  /// so that errors do not add up.
  var data: [UInt8] {
    var writer = PathDataWriter()
    for segment in segments { writer.add(segment) }
    return writer.text.bytes
  }
}

private struct PathDataWriter {
  var text = Text()
  private var x = 0, y = 0
  private var startX = 0, startY = 0
  private var last: UInt8 = 0
  /// Whether the number before has a decimal point, so that another point can follow it at once.
  private var hasPoint = false

  private func units(_ p: Point) -> (x: Int, y: Int) {
    (Int((p.x * 100).rounded()), Int((p.y * 100).rounded()))
  }

  mutating func add(_ segment: Path.Segment) {
    switch segment {
    case .move(let p):
      let p = units(p)
      // An absolute start keeps subpaths independent; the first command must be absolute anyway.
      write("M", [p.x, p.y])
      (x, y) = p
      (startX, startY) = p
    case .line(let p):
      let p = units(p)
      // A line that leads nowhere shows only as the dot that a round cap makes of a lone one.
      if p.y == y, p.x == x, last != UInt8(ascii: "M") { return }
      if p.y == y {
        write("h", [p.x - x])
      } else if p.x == x {
        write("v", [p.y - y])
      } else {
        write("l", [p.x - x, p.y - y])
      }
      (x, y) = p
    case .quad(let c, let p):
      let (c, p) = (units(c), units(p))
      write("q", [c.x - x, c.y - y, p.x - x, p.y - y])
      (x, y) = p
    case .cubic(let c1, let c2, let p):
      let (a, b, p) = (units(c1), units(c2), units(p))
      write("c", [a.x - x, a.y - y, b.x - x, b.y - y, p.x - x, p.y - y])
      (x, y) = p
    case .close:
      write("z", [])
      (x, y) = (startX, startY)
    }
  }

  private mutating func write(_ command: Unicode.Scalar, _ numbers: [Int]) {
    let byte = UInt8(ascii: command)
    var needsSeparator = byte == last
    // After M the same letter would be read as a line.
    if byte != last || byte == UInt8(ascii: "M") || byte == UInt8(ascii: "z") {
      text.bytes.append(byte)
      needsSeparator = false
    }
    last = byte
    for number in numbers {
      let isFraction = number.magnitude < 100 && number != 0
      if needsSeparator, number >= 0, !(isFraction && hasPoint) {
        text.bytes.append(UInt8(ascii: " "))
      }
      text.add(units: number)
      hasPoint = number % 100 != 0
      needsSeparator = true
    }
  }
}
