/// The letters of a text, each with its marks: what spacing and curves must not part.
struct Letters {
  /// Where they begin, in UTF-8; empty where every byte is a letter.
  private(set) var starts: [Int] = []

  init(of text: String) {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return }
    var offset = 0
    for letter in text {
      starts.append(offset)
      offset += letter.utf8.count
    }
  }

  /// The number of the letter that the byte at `offset` belongs to.
  func index(at offset: Int) -> Int {
    guard !starts.isEmpty else { return offset }
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
