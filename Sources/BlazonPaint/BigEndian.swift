/// Numbers, the highest byte first.
struct BigEndian {
  var bytes: [UInt8] = []

  mutating func add<Number: FixedWidthInteger>(_ numbers: Number...) {
    for number in numbers {
      for shift in stride(from: Number.bitWidth - 8, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
      }
    }
  }
}

/// `numbers`, the highest byte of each first.
func bigEndian<Number: FixedWidthInteger>(_ numbers: Number...) -> [UInt8] {
  var out = BigEndian()
  for number in numbers { out.add(number) }
  return out.bytes
}
