#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The few functions of the C library's mathematics that geometry and colour need, in one place.
///
/// Their last bit may differ between processors. Rounded to twelve decimals it cannot be seen, so
/// that the same scene comes out everywhere.
enum Math {
  static func sine(_ x: Double) -> Double { settled(sin(x)) }
  static func cosine(_ x: Double) -> Double { settled(cos(x)) }
  static func tangent(_ x: Double) -> Double { settled(tan(x)) }
  static func arcCosine(_ x: Double) -> Double { settled(acos(x)) }
  static func arcTangent(_ y: Double, _ x: Double) -> Double { settled(atan2(y, x)) }
  static func power(_ x: Double, _ y: Double) -> Double { settled(pow(x, y)) }
  static func cubeRoot(_ x: Double) -> Double { settled(cbrt(x)) }

  private static func settled(_ value: Double) -> Double { (value * 1e12).rounded() / 1e12 }
}
