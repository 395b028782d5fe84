internal import CShipped

/// A file that travels inside the program: name and bytes, alive as long as the process.
public struct ShippedFile: Sendable {
  public let name: String
  private nonisolated(unsafe) let start: UnsafePointer<UInt8>
  public let count: Int

  init(_ file: shipped_file) {
    name = String(cString: file.name)
    start = file.bytes
    count = file.size
  }

  /// A copy of the bytes.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// The font files, in the order in which a missing glyph is looked for.
  public static let fonts = all(shipped_fonts)

  /// The shipped presets, one YAML file each.
  public static let presets = all(shipped_presets)

  /// The widths of characters in README badges, one text file.
  public static let widths = all(shipped_widths)

  private static func all(
    _ list: (UnsafeMutablePointer<Int>?) -> UnsafePointer<shipped_file>?
  ) -> [ShippedFile] {
    var count = 0
    let first = list(&count)
    return UnsafeBufferPointer(start: first, count: count).map(ShippedFile.init)
  }
}
