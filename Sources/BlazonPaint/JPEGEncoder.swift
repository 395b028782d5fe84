public import BlazonScene
internal import Cairo
internal import JPEG

/// Writes JPEG files: the pictures that social media show.
public struct JPEGEncoder: Sendable {
  /// 1…100.
  public var quality: Int

  public init(quality: Int = 88) { self.quality = quality }

  /// `raster` as a JPEG file; what lets light through is laid over white.
  public func encode(_ raster: Raster) throws(PaintError) -> [UInt8] {
    do throws(JPEGError) {
      let pixels = raster.isOpaque ? raster.pixels : raster.pixelsOnWhite
      return try jpeg(
        pixels.span, width: raster.width, height: raster.height, quality: quality)
    } catch {
      throw PaintError(description: error.description)
    }
  }

  /// The same of a painted card that lets nothing through, as Cairo keeps it, with the codes that suit cards.
  func encode(_ surface: borrowing ImageSurface) throws(PaintError) -> [UInt8] {
    let (width, height) = (surface.width, surface.height)
    let made = surface.withPixels { [quality] pixels in
      Result { () throws(JPEGError) in
        try jpeg(
          pixels, width: width, height: height, isBlueFirst: true, isCard: true, quality: quality)
      }
    }
    do throws(JPEGError) { return try made.get() } catch {
      throw PaintError(description: error.description)
    }
  }
}

extension Raster {
  /// Its pixels, laid over white.
  fileprivate var pixelsOnWhite: [UInt8] {
    var opaque = pixels
    var out = opaque.mutableSpan
    for pixel in stride(from: 0, to: out.count, by: 4) {
      let alpha = Int(out[pixel + 3])
      for i in pixel..<pixel + 3 {
        out[i] = UInt8((Int(out[i]) * alpha + 255 * (255 - alpha) + 127) / 255)
      }
    }
    return opaque
  }
}
