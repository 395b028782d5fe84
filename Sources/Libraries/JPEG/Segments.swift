/// What stands beside the picture in a JPEG file.
public struct Segments: Sendable {
  /// The Exif data, which begins as a TIFF file; empty without.
  public private(set) var exif: [UInt8] = []
  /// The ICC profile, put together from all its parts; empty without, or if one is missing.
  public private(set) var profile: [UInt8] = []

  /// Walks the segments of the file `bytes` up to its first scan (ITU-T T.81, annex B).
  public init(_ bytes: [UInt8]) {
    var parts: [Int: ArraySlice<UInt8>] = [:]
    var count = 0
    var at = 2
    while at + 4 <= bytes.count, bytes[at] == 0xFF {
      let marker = bytes[at + 1]
      // Any number of 0xFF may stand before a marker; these markers have no segment.
      if marker == 0xFF || marker == 0x01 || 0xD0...0xD8 ~= marker {
        at += marker == 0xFF ? 1 : 2
        continue
      }
      let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
      guard length >= 2, at + 2 + length <= bytes.count, marker != 0xDA, marker != 0xD9 else {
        break
      }
      let segment = bytes[at + 4..<at + 2 + length]
      if marker == 0xE1, exif.isEmpty, segment.starts(with: Segments.exifName) {
        exif = Array(segment.dropFirst(Segments.exifName.count))
      } else if marker == 0xE2, segment.starts(with: Segments.profileName), segment.count > 14 {
        // Which part this is, from 1, and of how many (ICC.1, annex B.4).
        parts[Int(segment[segment.startIndex + 12])] = segment.dropFirst(14)
        count = Int(segment[segment.startIndex + 13])
      }
      at += 2 + length
    }
    if count > 0, (1...count).allSatisfy({ parts[$0] != nil }) {
      profile = (1...count).flatMap { parts[$0] ?? [] }
    }
  }

  private static let exifName: [UInt8] = [0x45, 0x78, 0x69, 0x66, 0, 0]
  private static let profileName = Array("ICC_PROFILE\0".utf8)
}
