internal import CWidths

/// The widths of characters in README badges, which are compiled in: ranges of code points in rising order.
@safe public struct CharacterWidths: Sendable {
  private nonisolated(unsafe) let ranges: UnsafeBufferPointer<width_range>

  /// The one table.
  public static let shared = CharacterWidths()

  private init() {
    var count = 0
    let first = unsafe width_ranges(&count)
    unsafe ranges = UnsafeBufferPointer(start: first, count: count)
  }

  /// The four widths of `character` in pixels; `nil` if no range has it.
  public subscript(character: UInt32) -> (Double, Double, Double, Double)? {
    var (low, high) = unsafe (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if unsafe ranges[middle].first <= character { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let range = unsafe ranges[low - 1]
    guard range.last >= character else { return nil }
    let widths = range.widths
    return (
      Double(widths.0) / 100, Double(widths.1) / 100, Double(widths.2) / 100,
      Double(widths.3) / 100
    )
  }
}
