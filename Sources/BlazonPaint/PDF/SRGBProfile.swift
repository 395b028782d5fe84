/// The sRGB colour space as an ICC profile of version 4: what the numbers of all colours mean.
enum SRGBProfile {
  /// The profile, of 6 tags (ICC.1:2010, 8.3.3).
  static let bytes: [UInt8] = {
    let tags: [(String, [UInt8])] = [
      ("desc", text("sRGB")), ("cprt", text("CC0")),
      // The white of the profile connection space, D50, and how sRGB's, D65, becomes it.
      ("wtpt", xyz(0.9642, 1, 0.8249)),
      (
        "chad",
        type("sf32")
          + numbers([
            1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168,
          ])
      ),
      ("rXYZ", xyz(0.43607, 0.22249, 0.01392)), ("gXYZ", xyz(0.38515, 0.71687, 0.09708)),
      ("bXYZ", xyz(0.14307, 0.06061, 0.71410)),
      // IEC 61966-2-1: a power with a straight foot.
      (
        "rTRC",
        type("para") + [0, 3, 0, 0]
          + numbers([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])
      ),
    ]
    // Green and blue have the curve of red.
    let names = tags.map(\.0) + ["gTRC", "bTRC"]
    var table = BigEndian()
    var data: [UInt8] = []
    table.add(UInt32(names.count))
    let start = 128 + 4 + 12 * names.count
    var last = (offset: 0, count: 0)
    for name in names {
      if let tag = tags.first(where: { $0.0 == name })?.1 {
        last = (start + data.count, tag.count)
        data += tag + [UInt8](repeating: 0, count: (4 - tag.count % 4) % 4)
      }
      table.bytes += name.utf8
      table.add(UInt32(last.offset), UInt32(last.count))
    }
    var head = BigEndian()
    head.add(UInt32(start + data.count), UInt32(0), UInt32(0x0420_0000))
    head.bytes += "mntrRGB XYZ ".utf8
    head.add(UInt16(2000), UInt16(1), UInt16(1), UInt16(0), UInt16(0), UInt16(0))
    head.bytes += "acsp".utf8
    head.bytes += [UInt8](repeating: 0, count: 28)
    head.bytes += numbers([0.9642, 1, 0.8249])
    head.bytes += [UInt8](repeating: 0, count: 48)
    return head.bytes + table.bytes + data
  }()

  private static func type(_ name: String) -> [UInt8] { Array(name.utf8) + [0, 0, 0, 0] }

  private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    type("XYZ ") + numbers([x, y, z])
  }

  /// As fixed-point numbers of 16 bits and 16 bits.
  private static func numbers(_ values: [Double]) -> [UInt8] {
    var out = BigEndian()
    for value in values { out.add(Int32((value * 65536).rounded())) }
    return out.bytes
  }

  /// `text`, in English.
  private static func text(_ text: String) -> [UInt8] {
    var out = BigEndian(bytes: type("mluc"))
    out.add(UInt32(1), UInt32(12))
    out.bytes += "enUS".utf8
    out.add(UInt32(text.utf16.count * 2), UInt32(28))
    for unit in text.utf16 { out.add(unit) }
    return out.bytes
  }
}
