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

  /// `file` with `packet` in it, behind the header by which a JPEG file is known (XMP, part 3, 1.1.3). One segment
  /// has room for 65 kB; a longer packet is left out.
  static func adding(_ packet: XMPPacket, to file: [UInt8]) -> [UInt8] {
    let body = Array("http://ns.adobe.com/xap/1.0/\0".utf8) + packet.bytes
    guard body.count <= 65_533, file.count > 6, file[2...3].elementsEqual([0xFF, 0xE0]) else {
      return file
    }
    let header = 4 + Int(file[4]) << 8 + Int(file[5])
    guard header <= file.count else { return file }
    let count = bigEndian(UInt16(body.count + 2))
    return file[..<header] + [0xFF, 0xE1] + count + body + file[header...]
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
