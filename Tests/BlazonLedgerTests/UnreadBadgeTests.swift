import BlazonLedger
import BlazonSource
import Testing

/// Awards of badges that cannot be read: the badge has an error, and its awards have none.
@Suite struct UnreadBadgeTests {
  private let text = """
    name,handle,badge,issued
    A,a,well,2026-01-31
    B,b,docs,2026-01-31
    C,c,acme/docs,2026-01-31
    D,d,other,2026-01-31
    E,e,harbour/docs,2026-01-31
    F,f,quay/docs,2026-01-31

    """

  /// The lines that are found wrong, of those that name the badges above.
  private func wrong(
    _ unread: [BadgeDirectory.Unread], isOpen: Bool = false, preferring programme: String? = "acme"
  ) -> [Int] {
    let directory = BadgeDirectory(
      [.init(programme: "acme", id: "well"), .init(programme: "harbour", id: "pier")],
      unread: unread, isOpen: isOpen)
    var report = Report()
    let ledger = Ledger([SourceText(name: "a.csv", bytes: Array(text.utf8))], report: &report)
    let grants = ledger.grants(in: directory, preferring: programme, report: &report)
    #expect(grants.map(\.badge) == ["well"])
    return report.sorted.compactMap { $0.place?.start.line }
  }

  @Test func `all that is not known is an error where every badge could be read`() {
    #expect(wrong([]) == [3, 4, 5, 6, 7])
  }

  @Test(arguments: ["acme", "harbour", nil])
  func `a badge that is wrong is not missed`(_ programme: String?) {
    let unread = [BadgeDirectory.Unread(programme: "acme", names: ["docs"])]
    #expect(wrong(unread, preferring: programme) == [5, 6, 7])
  }

  @Test func `any badge may stand in a file that cannot be read`() {
    #expect(wrong([.init(programme: "acme", isOpen: true)]) == [6, 7])
    #expect(wrong([.init(programme: "harbour", isOpen: true)]) == [4, 7])
  }

  @Test func `any programme may be one that cannot be read`() {
    #expect(wrong([], isOpen: true) == [4, 6])
  }

  @Test func `what is known is found all the same`() {
    #expect(wrong([.init(programme: "acme", names: ["well"], isOpen: true)]) == [6, 7])
  }
}
