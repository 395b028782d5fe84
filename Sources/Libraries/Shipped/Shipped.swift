internal import CShipped

/// A file that travels inside the program: name and bytes, alive as long as the process.
@safe public struct ShippedFile: Sendable {
  public let name: String
  private nonisolated(unsafe) let start: UnsafePointer<UInt8>
  public let count: Int

  init(_ file: shipped_file) {
    name = unsafe String(cString: file.name)
    unsafe start = file.bytes
    count = unsafe file.size
  }

  /// A copy of the bytes.
  public var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: start, count: count)) }

  /// The font files, in the order in which a missing glyph is looked for.
  public static let fonts = unsafe all(shipped_fonts)

  /// The shipped presets, one YAML file each.
  public static let presets = unsafe all(shipped_presets)

  /// Designs of pages that are drawn where somebody names them.
  public static let designs = unsafe all(shipped_designs)

  /// The words of pages and pictures, one YAML file each.
  public static let words = unsafe all(shipped_words)

  /// The scripts of pages.
  public static let scripts = unsafe all(shipped_scripts)

  /// What programs read messages by, as JSON Schema.
  public static let schemas = unsafe all(shipped_schemas)

  private static func all(
    _ list: (UnsafeMutablePointer<Int>?) -> UnsafePointer<shipped_file>?
  ) -> [ShippedFile] {
    var count = 0
    let first = unsafe list(&count)
    return unsafe UnsafeBufferPointer(start: first, count: count).map(ShippedFile.init)
  }
}
