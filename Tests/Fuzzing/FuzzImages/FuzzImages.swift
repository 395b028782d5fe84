import BlazonArtwork
import BlazonScene
import BlazonSource
import Deflate
import FuzzDriver
import Glibc

/// A stranger's picture of pixels, of one kind; CARRIER=png, jpeg or webp says of which.
@main enum FuzzImages {
  static func main() { runFuzzer(readOneImage) }
}

private let kind: Artwork.Kind = {
  guard let name = getenv("CARRIER"), let kind = Artwork.Kind(rawValue: String(cString: name)),
    kind.isRaster
  else { fatalError("CARRIER is none of png, jpeg and webp") }
  return kind
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func readOneImage(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for file in files(of: bytes) {
    do throws(ArtworkError) {
      let artwork = try Artwork(file)
      guard case .image(let picture)? = artwork.nodes.first else { continue }
      precondition(
        max(picture.raster.width, picture.raster.height) <= Artwork.longerSide, "it is made smaller"
      )
      #if PLANTED
        plantedBug(picture.raster)
      #endif
    } catch {
      for finding in error.diagnostics(in: SourceText(name: "x/logo.png", bytes: file)) {
        for format in MessageFormat.allCases { _ = format.print(finding) }
      }
    }
  }
  return 0
}

/// The files that an input stands for: as it is; a PNG with right sums, which nothing invented has. None for what begins as
/// another kind.
private func files(of input: [UInt8]) -> [[UInt8]] {
  let first: UInt8 = kind == .png ? 0x89 : kind == .jpeg ? 0xFF : UInt8(ascii: "R")
  guard input.first == first else { return [] }
  guard kind == .png else { return [input] }
  return [input, summed(input)]
}

/// A PNG file in which the sum of every chunk is right.
private func summed(_ input: [UInt8]) -> [UInt8] {
  var file = input
  var at = 8
  while at + 12 <= file.count {
    let length = file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
    guard at + 12 + length <= file.count else { break }
    let sum = crc32(file[at + 4..<at + 8 + length])
    for index in 0..<4 {
      file[at + 8 + length + index] = UInt8(truncatingIfNeeded: sum >> (24 - 8 * index))
    }
    at += 12 + length
  }
  return file
}

#if PLANTED
  /// A bug that is not ours, for the proof that bugs are found: a picture that is wider than high and does not begin with
  /// the red of the fixtures reads a byte that is nobody's.
  private func plantedBug(_ raster: Raster) {
    guard raster.width > raster.height else { return }
    guard raster.pixels[1] != 60 else { return }
    _ = byteAfter(raster.width)
  }
#endif
