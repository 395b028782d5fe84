public import BlazonSource

/// A number that a name has in every run and on every machine (FNV-1a, folded).
public func stableHash(_ name: String) -> UInt32 {
  var hash: UInt32 = 0x811C_9DC5
  for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
  let folded = hash ^ hash >> 16
  return folded ^ folded >> 8
}

extension Volume {
  /// Which one: what a run reads, writes and forgets together.
  public enum ID: Hashable, Sendable, Comparable {
    /// All but people, listed in `manifest.json`.
    case root
    /// The people of a programme whose handles fall into one of 256 shares.
    case people(of: String, share: UInt8)

    public static func < (a: ID, b: ID) -> Bool {
      switch (a, b) {
      case (.root, .people): true
      case (_, .root): false
      case (.people(let a, let i), .people(let b, let j)): (a, i) < (b, j)
      }
    }

    /// The volume of what `handle` earned. It does not depend on who else there is.
    public static func people(_ handle: String, of programme: String) -> ID {
      .people(of: programme, share: UInt8(truncatingIfNeeded: stableHash(handle)))
    }

    /// What the list of lists says of it; `nil` for the root.
    var part: Manifest.Part? {
      guard case .people(let programme, let share) = self else { return nil }
      return Manifest.Part(path: address.path, programme: programme, share: share)
    }

    /// Where its list's folder is.
    var folder: Address { Address(folder: address.folder, file: nil) }

    /// Where its list stands.
    var address: Address {
      switch self {
      case .root: .manifest
      case .people(let programme, let share): .manifest(of: programme, share: share)
      }
    }
  }

  /// One of several runs that come to a whole one of `programmes`; counted from 1.
  public struct Share: Hashable, Sendable {
    public var number: Int
    public var count: Int
    public var programmes: [String]

    public init(_ number: Int, of count: Int, programmes: [String]) {
      (self.number, self.count, self.programmes) = (number, count, programmes)
    }
  }

  /// What a run does with files that nothing draws any more.
  public struct Tidying: Sendable {
    /// Programmes of which only this run's files are listed further.
    public var replaced: Set<String>
    /// What is removed.
    public var withdrawn: [Withdrawal]
    /// The same, of what was revoked, by where it is listed.
    public var revoked: [ID: [Withdrawal]] = [:]
    /// Keys of what is told as it should be, though this run does not draw it: that is not withdrawn.
    public var current: Set<String> = []
    /// Which of several runs this is that come to a whole one of some programmes; `nil` for a whole one or any other part.
    public var share: Share?
    /// The same, where only a part of its files is drawn.
    public var part: Share?
    /// Whose files are removed, all of them.
    public var forgotten: String?
    /// Whether all that nothing draws any more is removed.
    public var isPruning: Bool

    public init(
      replaced: Set<String> = [], withdrawn: [Withdrawal] = [], isPruning: Bool = false,
      forgotten: String? = nil
    ) {
      self.forgotten = forgotten
      (self.replaced, self.withdrawn, self.isPruning) = (replaced, withdrawn, isPruning)
    }
  }

  /// What came of it.
  public struct Account: Sendable {
    /// This run's files, drawn or found as they should be.
    public var files = 0, bytes = 0
    public var drawn = 0
    /// Files of earlier runs that nothing draws any more, and how many were removed.
    public var orphans: [String] = []
    public var removed = 0
    /// What was not written as it has too many bytes.
    public var refused = Report()
    /// Whether anything is listed still.
    var isListed = false

    public init() {}

    public mutating func add(_ other: Account) {
      files += other.files
      bytes += other.bytes
      drawn += other.drawn
      orphans += other.orphans
      removed += other.removed
      refused.add(other.refused)
    }
  }
}
