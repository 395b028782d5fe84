import BlazonPress
import BlazonShelf
import BlazonSource
import TestSupport
import Testing

/// A plan is a value: counted, cut and thinned out without being written down.
@Suite struct PlanTests {
  @Test func `it counts badges once and awards each`() throws {
    let plan = try Acme().plan()
    #expect(plan.subjectCount.badges == 2)
    #expect(plan.subjectCount.awards == 3)
    // Four drawings in two languages; three awards on six surfaces.
    #expect(plan.count == 4 * 2 + 3 * 6)
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func `its shards are the whole, and share nothing`(_ count: Int) throws {
    let plan = try Acme().plan("snippets")
    func addresses(_ plan: Plan) -> [String] {
      (0..<plan.count).map { plan.item(at: $0).address.path + plan.item(at: $0).surface.id }
    }
    let shards = (1...count).map { plan.shard($0, of: count) }
    #expect(shards.flatMap(addresses) == addresses(plan))
    let sizes = shards.map(\.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
  }

  @Test func `what a manifest lists as made from the same is left out, and nothing else`() throws {
    let acme = try Acme()
    let plan = acme.plan("readme")
    let keys = Keys(plan)
    let folder = try TemporaryFolder()
    let shelf = try Shelf(folder.path)
    var report = Report()
    let checked = try #require(Press(acme.studio).check(plan.shard(1, of: 3), report: &report))
    _ = try Press(acme.studio).render(checked, onto: shelf, report: &report)
    let manifest = try #require(try Shelf(folder.path).earlier)
    let rest = plan.excluding(manifest, keys)
    #expect(plan.count == 3 && rest.count == 2)
    #expect(rest.item(at: 0).address.path == plan.item(at: 1).address.path)
    // Another size of badges is another picture: nothing of this plan was made.
    let other = acme.plan("readme") { $0.sizes = [32] }
    #expect(other.excluding(manifest, Keys(other)).count == 3)
  }

  @Test func `a selection narrows it`() throws {
    let acme = try Acme()
    #expect(acme.plan("card") { $0.people = ["ben"] }.count == 1)
    #expect(acme.plan("card") { $0.only = ["expert"] }.count == 1)
    #expect(acme.plan("badge") { $0.only = ["expert"] }.count == 2 + 1)
    #expect(acme.plan("card") { $0.formats = [.pdf] }.count == 0)
    var selection = Selection()
    (selection.surfaces, selection.formats) = (["card", "snippets"], [.svg])
    #expect(selection.unwritable.map(\.id) == ["card"])
  }
}
