import TestSupport
import Testing

@testable import BlazonScene

struct PathFuzzTests {
  private let alphabet = Array("MmLlHhVvCcSsQqTtAaZz0123456789.-+eE, \n01 ")

  @Test("No string of path characters crashes the reader; what it reads are numbers")
  func randomStrings() {
    var random = SeededGenerator(seed: 3)
    var (read, refused) = (0, 0)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...40, using: &random)
      let tail = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? " " }
      let data = "M0 0" + String(tail)
      do {
        let path = try Path(data: data)
        read += 1
        #expect(path.isFinite, "\(data)")
      } catch {
        refused += 1
        #expect((0...data.utf8.count).contains(error.offset), "\(data)")
      }
    }
    #expect(read > 100 && refused > 100)
  }

  @Test("No well-formed data with wild numbers crashes the reader")
  func wildNumbers() {
    var random = SeededGenerator(seed: 4)
    let numbers = [
      "0", "-0", "1", "-1", ".5", "1e-9", "1e9", "1e30", "-1e30", "1e-30", "1e154", "1e308",
      "1e-308",
      "4.9e-324", "180", "-90",
    ]
    let commands: [(Character, Int)] = [
      ("M", 2), ("l", 2), ("h", 1), ("V", 1), ("c", 6), ("S", 4), ("q", 4), ("t", 2), ("z", 0),
      ("A", 7), ("a", 7), ("a", 7),
    ]
    var read = 0
    for _ in 0..<5000 {
      var data = "M0 0"
      for _ in 0..<4 {
        let (command, count) = commands.randomElement(using: &random) ?? ("z", 0)
        data.append(command)
        for index in 0..<count {
          let isFlag = count == 7 && (index == 3 || index == 4)
          data += " " + (isFlag ? "1" : numbers.randomElement(using: &random) ?? "0")
        }
      }
      guard let path = try? Path(data: data) else { continue }
      read += 1
      #expect(path.isFinite, "\(data)")
    }
    #expect(read > 100)
  }

  @Test func bytesOutsideTheAlphabetAreRefusedNotFatal() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<5000 {
      let bytes = (0..<12).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = try? Path(data: "M1 1" + String(decoding: bytes, as: UTF8.self))
    }
    #expect(throws: Path.DataError.self) { try Path(data: "M1 1\u{0}") }
  }
}
