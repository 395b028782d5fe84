internal import CICC

/// Whether Little CMS is installed, without which no profile can be read.
public var isInstalled: Bool { blazon_icc_is_there() != 0 }

/// A profile of colours (ICC.1), from which they are converted to sRGB by Little CMS.
@safe public final class Profile {
  public enum Space: Sendable { case gray, rgb, cmyk }

  /// What the profile's samples are.
  public let space: Space
  private let profile: OpaquePointer

  /// The profile in `bytes`; `nil` for one that is damaged, of another kind, or larger than any that is in use.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count <= 1 << 22, let profile = unsafe blazon_profile_read(bytes, bytes.count)
    else { return nil }
    space =
      switch unsafe Int(blazon_profile_space(profile)) {
      case blazon_gray: .gray
      case blazon_cmyk: .cmyk
      default: .rgb
      }
    unsafe self.profile = profile
  }

  /// The profile of samples that are light raised to `gamma`, of lights with the chromaticities `places`: x and y of
  /// white, red, green and blue. `nil` where no such lights can be.
  public init?(gamma: Double, chromaticities places: [Double]) {
    precondition(places.count == 8, "two numbers each")
    guard let profile = unsafe blazon_profile_of_lights(gamma, places) else { return nil }
    space = .rgb
    unsafe self.profile = profile
  }

  deinit { unsafe blazon_profile_close(profile) }

  /// Pixels of red, green, blue and alpha, straight, in sRGB; `nil` if the profile cannot be used.
  public func converted(rgba pixels: [UInt8]) -> [UInt8]? {
    convert(pixels, count: pixels.count / 4, blazon_rgba8)
  }

  /// The same of samples of 16 bits.
  public func converted(rgba pixels: [UInt16]) -> [UInt8]? {
    convert(pixels, count: pixels.count / 4, blazon_rgba16)
  }

  /// Pixels of cyan, magenta, yellow and black, 255 for no ink, as opaque ones in sRGB; `nil` if the profile cannot be
  /// used.
  public func converted(cmyk pixels: [UInt8]) -> [UInt8]? {
    convert(pixels, count: pixels.count / 4, blazon_cmyk8)
  }

  /// The 8-bit grey in sRGB of each of `levels`; `nil` if the profile cannot be used.
  public func converted(gray levels: [UInt16]) -> [UInt8]? {
    guard let pixels = convert(levels, count: levels.count, blazon_gray16) else { return nil }
    return levels.indices.map { pixels[4 * $0 + 1] }
  }

  /// Whether this is the profile of sRGB, or as good as that: no colour moves by more than rounding moves it.
  public var isSRGB: Bool {
    guard space == .rgb else { return false }
    let steps: [UInt8] = [0, 12, 34, 67, 101, 135, 170, 204, 230, 255]
    let pixels: [UInt8] = steps.flatMap { red in
      steps.flatMap { green in steps.flatMap { blue in [red, green, blue, 255] } }
    }
    guard let converted = converted(rgba: pixels) else { return false }
    return zip(pixels, converted).allSatisfy { abs(Int($0) - Int($1)) <= 2 }
  }

  private func convert<Sample: FixedWidthInteger>(
    _ pixels: [Sample], count: Int, _ layout: Int
  ) -> [UInt8]? {
    var converted = [UInt8](repeating: 255, count: count * 4)
    let isDone = unsafe pixels.withUnsafeBytes { pixels in
      guard let start = pixels.baseAddress else { return true }
      return unsafe blazon_profile_convert(
        profile, Int32(layout), start, UInt32(count), &converted) != 0
    }
    return isDone ? converted : nil
  }
}
