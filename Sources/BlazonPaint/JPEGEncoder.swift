public import BlazonScene
internal import JPEG

/// Writes JPEG files: the pictures that social media show.
public struct JPEGEncoder: Sendable {
  /// 1…100.
  public var quality: Int

  public init(quality: Int = 88) { self.quality = quality }

  /// `raster` as a JPEG file; what lets light through is laid over white.
  public func encode(_ raster: Raster) throws(PaintError) -> [UInt8] {
    var rgb: [UInt8] = []
    rgb.reserveCapacity(raster.width * raster.height * 3)
    for i in stride(from: 0, to: raster.pixels.count, by: 4) {
      let alpha = Int(raster.pixels[i + 3])
      for value in raster.pixels[i..<i + 3] {
        rgb.append(UInt8((Int(value) * alpha + 255 * (255 - alpha) + 127) / 255))
      }
    }
    do throws(JPEGError) {
      return try jpeg(rgb, width: raster.width, height: raster.height, quality: quality)
    } catch {
      throw PaintError(description: error.description)
    }
  }
}
