internal import Foundation

/// Whether all is looked at of what is alike and takes long, as `make thorough` asks; else a share of it.
public let isThorough = ProcessInfo.processInfo.environment["BLAZON_THOROUGH"] != nil

extension Array {
  /// Every third, or all if this is `isThorough`.
  public var share: [Element] {
    stride(from: 0, to: count, by: isThorough ? 1 : 3).map { self[$0] }
  }
}
