import Testing

@testable import BlazonArt
@testable import BlazonScene

struct EmblemTests {
  @Test func thereAreEmblemsEnoughAndTheyAreFoundByName() {
    #expect(Emblem.all.count >= 190)
    for emblem in Emblem.all { #expect(Emblem(named: emblem.name) == emblem) }
    #expect(Emblem(named: "no-such-emblem") == nil)
  }

  @Test func namesAreUniqueAndKebabCase() {
    let names = Emblem.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names == names.sorted(), "the catalogue is by name")
    for name in names {
      #expect(name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil, "\(name)")
    }
  }

  @Test func noTwoEmblemsHaveTheSameDrawing() {
    #expect(Set(Emblem.all.map(\.drawing)).count == Emblem.all.count)
    #expect(Set(Emblem.all.map(\.subject)).count == Emblem.all.count)
  }

  @Test func everyEmblemHasADrawingOfItsOwnForSmallSizes() {
    for emblem in Emblem.all {
      #expect(emblem.small != emblem.drawing, "\(emblem.name)")
      #expect(emblem.small.count <= 8, "\(emblem.name) is too rich for 24 pixels")
    }
    #expect(Set(Emblem.all.map(\.small)).count == Emblem.all.count)
  }

  @Test("The subject completes “a badge showing …”", arguments: Emblem.all.map(\.name))
  func subject(name: String) throws {
    let emblem = try #require(Emblem(named: name))
    let first = emblem.subject.prefix { $0 != " " }
    let plurals = ["books", "mountains"]
    #expect((["a", "an", "the", "two", "three", "four"] + plurals).contains(String(first)))
    #expect(emblem.subject.last?.isLetter == true, "no full stop")
    #expect(emblem.subject.count < 60)
    let article = emblem.subject.split(separator: " ")
    guard article.count > 1, first == "a" || first == "an" else { return }
    let isVowel = "aeio".contains(article[1].first ?? "x") || article[1].hasPrefix("hour")
    #expect(isVowel == (first == "an"), "\(emblem.subject)")
  }

  @Test(
    "Tags are lower-case, not repeated, and say more than the name",
    arguments: Emblem.all.map(\.name))
  func tags(name: String) throws {
    let emblem = try #require(Emblem(named: name))
    #expect(emblem.tags.count >= 2)
    #expect(Set(emblem.tags).count == emblem.tags.count)
    for tag in emblem.tags {
      #expect(!tag.isEmpty && tag == tag.lowercased() && tag.trimmingSpaces == tag, "\(tag)")
    }
  }

  @Test(
    "The drawing parses and keeps inside its circle, ink included",
    arguments: Emblem.all.map(\.name))
  func extent(name: String) throws {
    let emblem = try #require(Emblem(named: name))
    for (parts, radius) in [(emblem.drawing, 60.0), (emblem.small, 64)] {
      #expect(!parts.isEmpty)
      var largest = 0.0
      for part in parts {
        let path = try Path(data: part.data)
        #expect(!path.isEmpty)
        for p in path.points { largest = max(largest, p.length + part.reach) }
      }
      #expect(largest <= radius, "\(emblem.name) reaches \(largest)")
      #expect(largest > 35, "\(emblem.name) is too small: \(largest)")
    }
  }

  @Test("Every filled outline is an area, every stroke a line", arguments: Emblem.all.map(\.name))
  func parts(name: String) throws {
    let emblem = try #require(Emblem(named: name))
    for part in emblem.drawing + emblem.small {
      let polygons = try Path(data: part.data).flattened(steps: 8)
      switch part {
      case .fill: #expect(polygons.contains { abs($0.signedArea) > 1 }, "\(part)")
      case .stroke(_, let width, _, _):
        #expect(width >= 1 && !polygons.isEmpty, "\(part)")
      }
    }
  }

  private let inks = Emblem.Inks(
    light: .color(Color(hex: 1)), tint: .color(Color(hex: 2)), mid: .color(Color(hex: 3)),
    deep: .color(Color(hex: 4)), accent: .color(Color(hex: 5)), glass: .color(Color(hex: 6)))

  @Test(
    "Painted, an emblem is mapped as a whole, widths included", arguments: Emblem.all.map(\.name))
  func nodes(name: String) throws {
    let emblem = try #require(Emblem(named: name))
    let map = Affine.translation(256, 240).after(.scale(2))
    let nodes = emblem.nodes(inks, map: map, isSmall: false)
    #expect(nodes.count == emblem.drawing.count)
    for (node, part) in zip(nodes, emblem.drawing) {
      guard case .shape(let shape) = node else { throw Unexpected() }
      #expect(try shape.path == Path(data: part.data).transformed(by: map))
      switch part {
      case .fill(let role, _, _): #expect(shape.fill == inks(role) && shape.isEvenOdd)
      case .stroke(let role, let width, _, _):
        let stroke = try #require(shape.stroke)
        #expect(stroke.paint == inks(role) && stroke.cap == .round && stroke.join == .round)
        #expect(abs(stroke.width - 2 * width) < 1e-9)
      }
    }
    let solid = emblem.drawing.filter { part in
      if case .fill(.glass, _, _) = part { false } else { true }
    }
    #expect(emblem.outlineNodes(.black, ground: nil, width: 3, map: map).count == solid.count)
  }

  @Test func anEmblemHasColoursOfNatureOnEveryPartOrOnNone() {
    let natural = Emblem.all.filter(\.isNatural)
    #expect(natural.count >= 30)
    for name in ["leaf", "flame", "pumpkin", "rainbow"] {
      #expect(natural.contains { $0.name == name }, "\(name)")
    }
    for emblem in natural {
      for part in emblem.drawing + emblem.small { #expect(part.natural != nil, "\(emblem.name)") }
      let map = Affine.scale(2)
      let painted = emblem.nodes(inks, map: map, isSmall: false, isNatural: true)
      #expect(painted != emblem.nodes(inks, map: map, isSmall: false), "\(emblem.name)")
    }
    for emblem in Emblem.all where !emblem.isNatural {
      #expect((emblem.drawing + emblem.small).allSatisfy { $0.natural == nil }, "\(emblem.name)")
    }
  }

  @Test func everyTopicHasEmblemsAndEveryEmblemOneTopic() {
    let placed = Emblem.Topic.allCases.flatMap(\.emblems).map(\.name)
    #expect(placed.count == Set(placed).count && placed.sorted() == Emblem.names)
    for topic in Emblem.Topic.allCases {
      #expect(
        topic.emblems.count >= 5 && topic.emblems.map(\.name) == topic.emblems.map(\.name).sorted())
    }
  }

  private struct Unexpected: Error {}

  @Test func everyRoleIsUsedAndHasItsInk() {
    let used = Set(
      Emblem.all.flatMap(\.drawing).map { part in
        switch part {
        case .fill(let role, _, _), .stroke(let role, _, _, _): role
        }
      })
    #expect(used == Set(Emblem.Role.allCases))
    #expect(Set(Emblem.Role.allCases.map { inks($0) }).count == Emblem.Role.allCases.count)
  }
}

extension String {
  fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
