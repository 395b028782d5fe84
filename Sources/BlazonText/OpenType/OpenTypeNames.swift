// What a font says it is called, for drawings that ask for it by name.

extension OpenTypeTables {
  /// Letters of a name, and names that are looked at.
  private static let letterLimit = 100
  private static let nameLimit = 1000

  /// The families that it says it is of, in any language: that of its style by itself (name 1), and that of its whole
  /// design (16). What is damaged is passed over.
  var families: [String] {
    guard let table = self["name"], let count = try? table.uint16(2),
      let storage = try? table.uint16(4)
    else { return [] }
    var families: [String] = []
    for index in 0..<min(count, OpenTypeTables.nameLimit) {
      let record = 6 + 12 * index
      // Unicode and Windows write both in UTF-16.
      guard let platform = try? table.uint16(record), platform == 0 || platform == 3,
        let name = try? table.uint16(record + 6), name == 1 || name == 16,
        let length = try? table.uint16(record + 8), let offset = try? table.uint16(record + 10),
        length <= 2 * OpenTypeTables.letterLimit,
        let letters = try? table.part(storage + offset, length)
      else { continue }
      let units = stride(from: 0, to: length - 1, by: 2).compactMap { at in
        (try? letters.uint16(at)).map(UInt16.init)
      }
      let family = String(decoding: units, as: UTF16.self)
      if !family.isEmpty, !families.contains(family) { families.append(family) }
    }
    return families
  }

  /// CSS's 1…1000.
  var weight: Int {
    guard let table = self["OS/2"], let weight = try? table.uint16(4), (1...1000).contains(weight)
    else { return 400 }
    return weight
  }

  /// Italic, or oblique (OpenType, OS/2, fsSelection).
  var isItalic: Bool {
    guard let table = self["OS/2"], let bits = try? table.uint16(62) else { return false }
    return bits & 0x201 != 0
  }
}
