/// Which of many things came before: their indices, found by hash. The things stay where they are.
struct IndexTable {
  /// 0 where nothing stands, else an index and 1. At most half are taken.
  private var slots: [UInt32]

  /// A table for indices below `count`.
  init(count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  /// The index that was noted for the same thing, which `isSame` knows; else `index`, now noted.
  mutating func first(
    _ index: Int, hash: (inout Hasher) -> Void, isSame: (Int) -> Bool
  ) -> Int {
    var hasher = Hasher()
    hash(&hasher)
    var slot = hasher.finalize() & (slots.count - 1)
    while slots[slot] != 0 {
      let other = Int(slots[slot] - 1)
      if isSame(other) { return other }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(index) + 1
    return index
  }
}
