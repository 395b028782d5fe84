internal import CQR

/// A QR code (ISO/IEC 18004): a square of dark and light modules, without its quiet zone.
public struct QRCode: Hashable, Sendable {
  /// Modules on a side.
  public let size: Int
  private let dark: [Bool]

  /// The smallest code that holds `text` with medium error correction (15 %); `nil` if none does.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty,
      let code = unsafe QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { unsafe QRcode_free(code) }
    size = unsafe Int(code.pointee.width)
    let modules = unsafe UnsafeBufferPointer(start: code.pointee.data, count: size * size)
    // "The MSB … bit 0: 1=black/0=white".
    dark = unsafe modules.map { $0 & 1 == 1 }
  }

  /// Whether the module in `column` and `row`, counted from 0, is dark.
  public func isDark(_ column: Int, _ row: Int) -> Bool { dark[row * size + column] }
}
