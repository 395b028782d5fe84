#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The few functions of the C library's mathematics that geometry needs, in one place.
///
/// Their last bit may differ between processors; `Scene` therefore rounds every coordinate.
enum Math {
  static func sine(_ x: Double) -> Double { sin(x) }
  static func cosine(_ x: Double) -> Double { cos(x) }
  static func tangent(_ x: Double) -> Double { tan(x) }
  static func arcCosine(_ x: Double) -> Double { acos(x) }
  static func arcTangent(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
  static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
  static func cubeRoot(_ x: Double) -> Double { cbrt(x) }
}
