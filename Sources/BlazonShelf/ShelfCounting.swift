public import BlazonSource

extension Shelf {
  /// How many files an earlier run has made that nothing makes any more, as lists tell of them. Changes nothing.
  public func orphanCount() throws(WorldError) -> Int {
    var count = try open(.root).orphans.count
    for part in head.parts ?? [] {
      count += try open(.people(of: part.programme, share: part.share)).orphans.count
    }
    return count
  }

  /// How many files `forget` would remove, as lists tell of them.
  public func count(of handle: String, in programme: String) throws(WorldError) -> Int {
    try open(.people(handle, of: programme)).count(of: handle)
  }
}
