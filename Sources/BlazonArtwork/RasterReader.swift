internal import BlazonScene
internal import PNG

enum RasterReader {
  static func raster(_ bytes: [UInt8]) throws(ArtworkError) -> Raster {
    do throws(PNGError) {
      let image = try PNG.decode(
        bytes, limits: PNG.Limits(bytes: 1 << 22, side: 4096, pixels: 1 << 22))
      return Raster(width: image.width, height: image.height, pixels: image.pixels)
    } catch {
      throw ArtworkError(error.description, help: "use a whole and smaller PNG file")
    }
  }
}
