/// A value for each packed colour that has one: a hash table for millions of questions.
struct ColorTable<Value: Sendable>: Sendable {
  private var colors: [UInt32]
  private var values: [Value]
  private let empty: Value
  private var count = 0

  /// `empty` fills places without a colour. No colour is 0.
  init(empty: Value) {
    self.empty = empty
    colors = Array(repeating: 0, count: 1 << 12)
    values = Array(repeating: empty, count: 1 << 12)
  }

  private func place(of color: UInt32) -> Int {
    let mask = colors.count &- 1
    var at = Int(truncatingIfNeeded: (color &* 0x9E37_79B1) >> 8) & mask
    while colors[at] != 0, colors[at] != color { at = (at &+ 1) & mask }
    return at
  }

  subscript(color: UInt32) -> Value? {
    get {
      let at = place(of: color)
      return colors[at] == 0 ? nil : values[at]
    }
    set {
      guard let newValue else { return }
      let at = place(of: color)
      if colors[at] == 0 { count += 1 }
      (colors[at], values[at]) = (color, newValue)
      if count * 2 > colors.count { grow() }
    }
  }

  subscript(color: UInt32, default value: Value) -> Value {
    get { self[color] ?? value }
    set { self[color] = newValue }
  }

  private mutating func grow() {
    let old = (colors, values)
    colors = Array(repeating: 0, count: old.0.count * 2)
    values = Array(repeating: empty, count: old.0.count * 2)
    for (color, value) in zip(old.0, old.1) where color != 0 {
      let at = place(of: color)
      (colors[at], values[at]) = (color, value)
    }
  }

  /// All colours with their values, in no order.
  var entries: [(color: UInt32, value: Value)] {
    zip(colors, values).filter { $0.0 != 0 }.map { (color: $0.0, value: $0.1) }
  }
}
