internal import BlazonScene
internal import ICC
internal import PNG

/// What the samples of a picture stand for, and how they become sRGB.
///
/// Of what a file says of its colours nothing is fatal: a profile that is damaged, or fits other samples, is passed over, as
/// browsers do.
struct PictureColors {
  private let isGray: Bool, isCMYK: Bool
  /// It fits the samples; `nil` if they are sRGB already.
  private let profile: Profile?

  init(profile bytes: [UInt8], isGray: Bool = false, isCMYK: Bool = false) throws(ArtworkError) {
    if !bytes.isEmpty { try PictureColors.askForReader() }
    (self.isGray, self.isCMYK) = (isGray, isCMYK)
    profile = PictureColors.useful(
      bytes.isEmpty ? nil : Profile(bytes), isGray: isGray, isCMYK: isCMYK)
  }

  init(_ chunk: ColorChunk, isGray: Bool) throws(ArtworkError) {
    if chunk != .sRGB { try PictureColors.askForReader() }
    (self.isGray, isCMYK) = (isGray, false)
    switch chunk {
    case .sRGB: profile = nil
    case .profile(let bytes):
      profile = PictureColors.useful(Profile(bytes), isGray: isGray, isCMYK: false)
    case .gamma(let gamma, let places):
      profile = PictureColors.profile(gamma, places ?? PictureColors.lights)
    }
  }

  /// Colours are not to depend on what is installed.
  private static func askForReader() throws(ArtworkError) {
    guard !ICC.isInstalled else { return }
    throw ArtworkError(
      "the picture has a colour profile, which is read with Little CMS, which is not installed",
      help: "install liblcms2, or save the picture in sRGB without a profile")
  }

  /// `nil` for a profile of other samples, and for that of sRGB.
  private static func useful(
    _ profile: Profile?, isGray: Bool, isCMYK: Bool
  ) -> Profile? {
    guard let profile else { return nil }
    let isUseful =
      switch profile.space {
      case .gray: isGray
      case .rgb: !isCMYK && !profile.isSRGB
      case .cmyk: isCMYK
      }
    return isUseful ? profile : nil
  }

  /// x and y of white, red, green and blue in sRGB (IEC 61966-2-1).
  private static let lights = [0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06]

  /// `nil` for numbers with which programs have long said “sRGB”, and for those that no screen has.
  private static func profile(_ gamma: Double, _ places: [Double]) -> Profile? {
    let isUsual = abs(gamma * 2.2 - 1) < 0.05
    if isUsual, zip(places, lights).allSatisfy({ abs($0 - $1) < 0.005 }) { return nil }
    guard 0.05...20 ~= gamma else { return nil }
    return Profile(gamma: gamma, chromaticities: places)
  }

  /// The picture in sRGB.
  func raster(of picture: AreaAverage) -> Raster {
    Raster(
      width: picture.width, height: picture.height, pixels: pixels(picture.samples))
  }

  private func pixels(_ samples: AreaAverage.Samples) -> [UInt8] {
    let converted: [UInt8]? =
      switch (profile?.space, samples) {
      case (.cmyk?, .shallow(let samples)): profile?.converted(cmyk: samples)
      case (.gray?, .shallow(let samples)): gray(samples)
      case (.gray?, .deep(let samples)): gray(samples)
      case (.rgb?, .shallow(let samples)): profile?.converted(rgba: samples)
      case (.rgb?, .deep(let samples)): profile?.converted(rgba: samples)
      default: nil
      }
    return converted ?? plain(samples)
  }

  /// The samples as sRGB, for want of anything better.
  private func plain(_ samples: AreaAverage.Samples) -> [UInt8] {
    switch samples {
    case .deep(let samples): return samples.map(PictureColors.byte)
    case .shallow(let samples):
      guard isCMYK else { return samples }
      // Each ink lets through what the others leave; 255 is no ink.
      var pixels: [UInt8] = []
      pixels.reserveCapacity(samples.count)
      for at in stride(from: 0, to: samples.count, by: 4) {
        let black = Int(samples[at + 3])
        for ink in samples[at..<at + 3] { pixels.append(UInt8((Int(ink) * black + 127) / 255)) }
        pixels.append(255)
      }
      return pixels
    }
  }

  /// Grey samples through a table of all levels.
  private func gray(_ samples: [UInt8]) -> [UInt8]? {
    guard let table = profile?.converted(gray: (0...255).map { $0 * 257 }) else { return nil }
    var pixels = samples
    for index in samples.indices where index % 4 < 3 { pixels[index] = table[Int(samples[index])] }
    return pixels
  }

  private func gray(_ samples: [UInt16]) -> [UInt8]? {
    guard let table = profile?.converted(gray: Array(0...65535)) else { return nil }
    return samples.indices.map {
      $0 % 4 < 3 ? table[Int(samples[$0])] : PictureColors.byte(samples[$0])
    }
  }

  private static func byte(_ sample: UInt16) -> UInt8 {
    UInt8((UInt32(sample) * 255 + 32767) / 65535)
  }
}
