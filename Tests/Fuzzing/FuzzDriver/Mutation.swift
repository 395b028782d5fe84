/// One change to a text, as an author might make it: most of what is changed byte by byte is no YAML and
/// no XML any more, and nothing behind their parsers would be met.
struct Mutation {
  private var random: SplitMix
  private let vocabulary: [[UInt8]]

  init(seed: UInt32, vocabulary: [[UInt8]]) {
    (random, self.vocabulary) = (SplitMix(state: UInt64(seed)), vocabulary)
  }

  /// `text` with a word or a line changed, or two.
  mutating func changed(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for _ in 0...Int.random(in: 0...1, using: &random) {
      if Int.random(in: 0..<4, using: &random) == 0 {
        changeLine(of: &text)
      } else {
        changeWord(of: &text)
      }
    }
    return text
  }

  /// A word becomes another, of the vocabulary or of the text, or what libFuzzer makes of it; a number
  /// mostly becomes a number.
  private mutating func changeWord(of text: inout [UInt8]) {
    let words = Self.words(in: text)
    // Numbers are few among the words, and much hangs on them.
    let numbers = words.filter { "0123456789-".utf8.contains(text[$0.lowerBound]) }
    let isNumberWanted = Int.random(in: 0..<3, using: &random) == 0
    guard
      let word = (isNumberWanted ? numbers : words).randomElement(using: &random)
        ?? words.randomElement(using: &random)
    else { return }
    let isNumber = numbers.contains(word)
    let other =
      switch Int.random(in: isNumber ? 0..<8 : 4..<8, using: &random) {
      case 0..<4: Self.numbers.randomElement(using: &random).map { Array($0.utf8) }
      case 4, 5: vocabulary.randomElement(using: &random)
      case 6: words.randomElement(using: &random).map { Array(text[$0]) }
      default: mutate(Array(text[word]), room: word.count + 8)
      }
    if let other { text.replaceSubrange(word, with: other) }
  }

  private static let numbers =
    (0...10).map(String.init) + ["-1", "0.5", "12", "64", "100", "1000", "1e9", "50%"]

  /// `text` with some lines of `other` among its own.
  mutating func crossed(_ text: [UInt8], with other: [UInt8]) -> [UInt8] {
    var lines = text.split(separator: newline, omittingEmptySubsequences: false)
    let others = other.split(separator: newline)
    guard let first = others.indices.randomElement(using: &random) else { return text }
    let count = Int.random(in: 1...min(4, others.count - first), using: &random)
    let place = Int.random(in: 0...lines.count, using: &random)
    lines.insert(contentsOf: others[first..<first + count], at: place)
    return Array(lines.joined(separator: [newline]))
  }

  /// A line goes, comes twice, or stands elsewhere.
  private mutating func changeLine(of text: inout [UInt8]) {
    var lines = text.split(separator: newline, omittingEmptySubsequences: false)
    let index = Int.random(in: lines.indices, using: &random)
    let line = lines[index]
    if Bool.random(using: &random) { lines.remove(at: index) }
    if Bool.random(using: &random) {
      lines.insert(line, at: Int.random(in: 0...lines.count, using: &random))
    }
    text = Array(lines.joined(separator: [newline]))
  }

  /// Stretches between blanks and punctuation.
  private static func words(in text: [UInt8]) -> [Range<Int>] {
    text.indices.split { " \n\t,:;(){}[]<>\"'=/".utf8.contains(text[$0]) }
      .map { $0.startIndex..<$0.endIndex }
  }
}

private let newline = UInt8(ascii: "\n")

/// SplitMix64: a seed's numbers, the same on every machine.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateInPlace(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int) -> Int

/// What libFuzzer makes of `bytes`, with its dictionary and what it saw compared.
private func mutate(_ bytes: [UInt8], room: Int) -> [UInt8] {
  Array(unsafeUninitializedCapacity: room) { buffer, count in
    _ = buffer.initialize(from: bytes)
    count = buffer.baseAddress.map { mutateInPlace($0, bytes.count, room) } ?? 0
  }
}

/// Changes `count` bytes at `start` as an author might, three times of four; the fourth as libFuzzer
/// does by itself. Answers how many bytes there are then, at most `room`.
public func mutate(
  _ start: UnsafeMutablePointer<UInt8>, _ count: Int, room: Int, seed: UInt32,
  vocabulary: [[UInt8]]
) -> Int {
  guard seed % 4 > 0 else { return mutateInPlace(start, count, room) }
  var mutation = Mutation(seed: seed, vocabulary: vocabulary)
  let text = mutation.changed(Array(UnsafeBufferPointer(start: start, count: count)))
  guard text.count <= room else { return mutateInPlace(start, count, room) }
  start.update(from: text, count: text.count)
  return text.count
}

/// Writes `one` with lines of `other` among its own to `out`. Answers how many bytes that are, at most
/// its room.
public func cross(
  _ one: UnsafeBufferPointer<UInt8>, with other: UnsafeBufferPointer<UInt8>,
  to out: UnsafeMutableBufferPointer<UInt8>, seed: UInt32
) -> Int {
  var mutation = Mutation(seed: seed, vocabulary: [])
  let text = mutation.crossed(Array(one), with: Array(other)).prefix(out.count)
  return out.update(fromContentsOf: text)
}
