public import BlazonSource

extension Ledger {
  /// How many rows of `source`, one of the ledger's own, are of `handle`.
  public func count(of handle: String, in source: SourceText) -> Int {
    awards.count { $0.place.source === source && $0.handle.value == handle }
  }

  /// The text of `source` without the rows of `handle`; every other byte stays. `nil` if it has none, or if they cannot be
  /// taken out by themselves, which is reported with their places.
  public func forgetting(
    _ handle: String, in source: SourceText, report: inout Report
  ) -> [UInt8]? {
    var edit = LedgerEdit()
    edit.removed = Set(
      awards.filter { $0.place.source === source && $0.handle.value == handle }
        .map(\.place.start))
    return edit.isEmpty ? nil : edit.edited(self.source(of: source), report: &report)?.bytes
  }
}
