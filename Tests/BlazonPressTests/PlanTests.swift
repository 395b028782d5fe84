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
    // Four drawings and two pages of badges in two languages; three awards on six
    // surfaces; two people; the pages of the programme and of all.
    #expect(plan.count == (4 + 2) * 2 + 3 * 6 + 2 + 2)
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func `its shards are the whole, and share nothing`(_ count: Int) throws {
    let plan = try Acme().plan("snippets")
    func addresses(_ plan: Plan) -> [String] {
      (0..<plan.count).map { plan.item(at: $0).address.path + plan.item(at: $0).surface.id }
    }
    let shards = (1...count).map { plan.shard($0, of: count) }
    #expect(shards.flatMap(addresses).sorted() == addresses(plan).sorted())
    // Nobody's files are in two.
    let people = shards.map { shard in
      Set((0..<shard.count).map { shard.item(at: $0).address.path.split(separator: "/")[2] })
    }
    #expect(people.reduce(0) { $0 + $1.count } == people.reduce(Set()) { $0.union($1) }.count)
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
