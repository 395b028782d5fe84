/// A place in the plane, in canvas units: x grows to the right, y grows downwards.
public struct Point: Hashable, Sendable {
  public var x: Double, y: Double

  public init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }

  public static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  public static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  public static func * (a: Point, k: Double) -> Point { Point(a.x * k, a.y * k) }

  public var length: Double { (x * x + y * y).squareRoot() }

  /// The point `radius` away in the direction `angle`: degrees, 0 is up, clockwise.
  public func polar(_ radius: Double, _ angle: Angle) -> Point {
    Point(x + radius * angle.sine, y - radius * angle.cosine)
  }

  /// The point at the share `t` of the way to `other`.
  public func mixed(with other: Point, _ t: Double) -> Point { self + (other - self) * t }
}

/// An angle: degrees, 0 is up, clockwise, everywhere in this house.
public struct Angle: Hashable, Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public var degrees: Double

  public init(degrees: Double) { self.degrees = degrees }
  public init(radians: Double) { degrees = radians * 180 / .pi }
  public init(floatLiteral value: Double) { degrees = value }
  public init(integerLiteral value: Int) { degrees = Double(value) }

  public var radians: Double { degrees * .pi / 180 }
  public var sine: Double { Math.sine(radians) }
  public var cosine: Double { Math.cosine(radians) }
}

public struct Size: Hashable, Sendable {
  public var width: Double, height: Double

  public init(width: Double, height: Double) { (self.width, self.height) = (width, height) }
}

/// A rectangle by its upper left corner and its size.
public struct Rect: Hashable, Sendable {
  public var x: Double, y: Double, width: Double, height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  public init(center: Point, width: Double, height: Double) {
    self.init(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }

  public var minX: Double { x }
  public var minY: Double { y }
  public var maxX: Double { x + width }
  public var maxY: Double { y + height }
  public var center: Point { Point(x + width / 2, y + height / 2) }

  public func union(_ other: Rect) -> Rect {
    let left = min(minX, other.minX)
    let top = min(minY, other.minY)
    return Rect(
      x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  /// The rectangle grown by `margin` on every side.
  public func expanded(by margin: Double) -> Rect {
    Rect(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }

  public func contains(_ other: Rect) -> Bool {
    minX <= other.minX && minY <= other.minY && maxX >= other.maxX && maxY >= other.maxY
  }
}

/// Distances inwards from the four sides of a rectangle.
public struct Insets: Hashable, Sendable {
  public var top: Double, right: Double, bottom: Double, left: Double

  public init(top: Double, right: Double, bottom: Double, left: Double) {
    (self.top, self.right, self.bottom, self.left) = (top, right, bottom, left)
  }

  public init(horizontal: Double, vertical: Double) {
    self.init(top: vertical, right: horizontal, bottom: vertical, left: horizontal)
  }
}

extension Rect {
  /// The rectangle without its margins; never of negative size.
  public func inset(by insets: Insets) -> Rect {
    Rect(
      x: x + insets.left, y: y + insets.top, width: max(0, width - insets.left - insets.right),
      height: max(0, height - insets.top - insets.bottom))
  }
}

/// A plane map: x' = a·x + c·y + tx, y' = b·x + d·y + ty, as SVG's `matrix(a b c d tx ty)`.
public struct Affine: Hashable, Sendable {
  public var a: Double, b: Double, c: Double, d: Double, tx: Double, ty: Double

  public init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ tx: Double, _ ty: Double) {
    (self.a, self.b, self.c, self.d, self.tx, self.ty) = (a, b, c, d, tx, ty)
  }

  public static let identity = Affine(1, 0, 0, 1, 0, 0)

  public static func translation(_ x: Double, _ y: Double) -> Affine { Affine(1, 0, 0, 1, x, y) }

  public static func scale(_ k: Double) -> Affine { Affine(k, 0, 0, k, 0, 0) }

  public static func scale(_ kx: Double, _ ky: Double) -> Affine { Affine(kx, 0, 0, ky, 0, 0) }

  /// A clockwise turn about `center`.
  public static func rotation(_ angle: Angle, about center: Point = Point(0, 0)) -> Affine {
    let (s, c) = (angle.sine, angle.cosine)
    return Affine(
      c, s, -s, c, center.x - c * center.x + s * center.y, center.y - s * center.x - c * center.y)
  }

  /// `self` after `first`: the map that applies `first`, then `self`.
  public func after(_ first: Affine) -> Affine {
    Affine(
      a * first.a + c * first.b, b * first.a + d * first.b,
      a * first.c + c * first.d, b * first.c + d * first.d,
      a * first.tx + c * first.ty + tx, b * first.tx + d * first.ty + ty)
  }

  public func callAsFunction(_ p: Point) -> Point {
    Point(a * p.x + c * p.y + tx, b * p.x + d * p.y + ty)
  }

  /// How much lengths grow: the square root of the determinant's size.
  public var scale: Double { abs(a * d - b * c).squareRoot() }
}
