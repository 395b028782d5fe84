internal import Foundation

/// SplitMix64: numbers that look random, and are the same in every run. `BLAZON_SEED=7` gives others, to
/// all tests.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed &+ Self.run &* 0xD134_2543_DE82_EF95 }

  /// What the run asks for; 0 unless it does.
  private static let run =
    ProcessInfo.processInfo.environment["BLAZON_SEED"].flatMap { UInt64($0) } ?? 0

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
