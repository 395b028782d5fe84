import Foundation
import TestSupport
import Testing

/// Badges of several drawings: ladders of tiers, years, counts; and the states of a badge.
@Suite struct VariantTests {
  private static let programme = """
    blazon: 1
    programme: acme
    name: Acme
    publish: https://badges.example.org
    color: "#0B7A86"
    families:
      plain: {preset: hexagon, band: Achievement, emblem: star, criteria: Did it.}

    """

  /// `badges`, and who earned them: rows of `name,handle,badge,issued,tier,count`.
  private static func place(_ badges: String, awards: String = "") throws -> Workplace {
    let ledger = awards.isEmpty ? "" : "awards: awards.csv\n"
    return try Workplace([
      "badge-specs/acme/programme.yaml": programme + ledger,
      "badge-specs/acme/badges.yaml": "blazon: 1\nbadges:\n" + badges,
      "badge-specs/acme/awards.csv": "name,handle,badge,issued,tier,count\n" + awards,
    ])
  }

  private static let tiers = [
    "common", "bronze", "silver", "gold", "platinum", "diamond", "emerald", "ruby",
  ]
  private static let ladder =
    "{common: 0, bronze: 1, silver: 10, gold: 25, platinum: 50, diamond: 100, emerald: 500, ruby: 1000}"

  private static let several = """
      ladder: {family: plain, title: Ladder, aliases: [steps], tiers: {bronze: 1, gold: 25}}
      fest: {family: plain, title: Fest, years: {2024: {state: archived, aliases: [fest-24]}, 2025: {}}}
      helper: {family: plain, title: Helper, counts: [100, 1, 10]}

    """

  // MARK: Files and words

  @Test func `every variant is a file beside its badge's, and a year a badge`() throws {
    let place = try VariantTests.place(VariantTests.several)
    let answer = try place.blazon("render", "--format", "svg")
    #expect(answer.status == 0, "\(answer.error)")
    let files = try place.files("output/acme/badges").filter { $0.key.hasSuffix(".svg") }
    #expect(
      files.keys.filter { $0.hasSuffix(".svg") }.sorted() == [
        "fest-2024.svg", "fest-2025.svg", "fest-24.svg", "fest.2024.svg", "fest.2025.svg",
        "helper.1.svg", "helper.10.svg", "helper.100.svg", "helper.svg", "ladder.bronze.svg",
        "ladder.gold.svg", "ladder.svg", "steps.bronze.svg", "steps.gold.svg", "steps.svg",
      ])
    #expect(files["fest-24.svg"] == files["fest-2024.svg"])
    #expect(files["fest.2024.svg"] == files["fest-2024.svg"])
    #expect(files["steps.svg"] == files["ladder.svg"])
    #expect(files["steps.gold.svg"] == files["ladder.gold.svg"])
    #expect(Set(files.values).count == 15 - 6, "the other six are copies under another name")
    for name in ["fest-24.svg", "fest.2025.svg", "steps.svg"] {
      let url = place.url("output/acme/badges/\(name)")
      let values = try url.resourceValues(forKeys: [.isRegularFileKey, .isSymbolicLinkKey])
      #expect(values.isRegularFile == true && values.isSymbolicLink == false, "\(name)")
    }
  }

  @Test(arguments: [
    ("ladder", "on a hexagon."), ("ladder.gold", "with 3 stars, gold tier."),
    ("ladder.bronze", "with one star, bronze tier."),
    ("fest-2024", "marked 2024; archived."), ("fest.2025", "marked 2025."),
    ("helper.10", "marked 10, 10 times."), ("helper.1", "marked 1, once."),
  ])
  func `the alternative text names the variant`(id: String, end: String) throws {
    let place = try VariantTests.place(VariantTests.several)
    let answer = try place.blazon("show", "sentence", "--badge", id)
    let first = answer.text.split(separator: "\n").first
    #expect(first?.hasSuffix(end) == true, "\(answer.text)\(answer.error)")
  }

  @Test(arguments: ["hexagon", "pennant", "seal", "shield", "rosette", "patch", "diamond"])
  func `on a small badge a stone stands alone, and no star looks out from behind it`(
    _ preset: String
  ) throws {
    let place = try Workplace([:])
    for stone in ["diamond", "emerald", "ruby"] {
      let badge = "preset \(preset), metal \(stone), heart, title Hero"
      func draw(_ more: String, _ size: String) throws -> [UInt8] {
        let answer = try place.blazon("draw", badge + more, "-o", "a.png", "--size", size)
        #expect(answer.status == 0, "\(answer.error)")
        return try #require(png(Data(contentsOf: place.url("a.png")))).pixels
      }
      #expect(try draw(", five stars", "64") == draw("", "64"), "\(stone)")
      #expect(try draw(", five stars", "512") != draw("", "512"), "\(stone)")
    }
  }

  @Test func `a tier's own other name is a whole name, and nobody else's`() throws {
    let place = try VariantTests.place(
      """
        one: {family: plain, title: One, aliases: [old], tiers: {bronze: 1, gold: {count: 5, aliases: [best]}}}

      """, awards: "Ann Ax,ann,one,2026-01-02,gold,\n")
    #expect(try place.blazon("render", "--format", "svg").status == 0)
    let files = try place.files("output/acme")
    #expect(
      files.keys.filter { $0.hasPrefix("badges/") && $0.hasSuffix(".svg") }.sorted() == [
        "badges/best.svg", "badges/old.bronze.svg", "badges/old.gold.svg", "badges/old.svg",
        "badges/one.bronze.svg", "badges/one.gold.svg", "badges/one.svg",
      ])
    #expect(files["badges/best.svg"] == files["badges/one.gold.svg"])
    #expect(files["people/ann/old/index.html"] != nil)
    let twice = try VariantTests.place(
      """
        one: {family: plain, title: One, tiers: {bronze: 1, gold: {count: 5, aliases: [two]}}}
        two: {family: plain, title: Two}

      """)
    #expect(try twice.blazon("check").error.contains("would be written by two badges"))
  }

  // MARK: Awards

  @Test(arguments: [
    ("ladder,2026-01-02,gold,", "ladder", "ladder.gold"),
    ("ladder,2026-01-02,,24", "ladder", "ladder.bronze"),
    ("ladder,2026-01-02,,25", "ladder", "ladder.gold"),
    ("ladder,2026-01-02,,", "ladder", "ladder"),
    // The counts of this badge do not stand in their order.
    ("helper,2026-01-02,,57", "helper", "helper.10"),
    ("helper,2026-01-02,,5000", "helper", "helper.100"),
    ("fest-24,2026-01-02,,", "fest-2024", "fest-2024"),
  ])
  func `an award shows the variant that was reached`(
    row: String, folder: String, variant: String
  ) throws {
    let place = try VariantTests.place(VariantTests.several, awards: "Ann Ax,ann,\(row)\n")
    let answer = try place.blazon("render", "--format", "png", "--size", "512")
    #expect(answer.status == 0, "\(answer.error)")
    let files = try place.files("output/acme")
    let page = try #require(files["people/ann/\(folder)/index.html"], "\(files.keys.sorted())")
    #expect(
      String(decoding: page, as: UTF8.self).contains("href=\"../../../badges/\(variant).png\""))
    #expect(files["badges/\(variant).png"] != nil)
    // Whoever reached a tier had the badge under its former name too.
    #expect((files["people/ann/steps/index.html"] != nil) == (folder == "ladder"))
  }

  // MARK: Told apart without colour

  /// How far two pictures are from each other in lightness alone, over the pixels that differ most.
  private static let comparer = """
    import sys
    from PIL import Image, ImageChops
    def grey(name):
        picture = Image.open(name).convert("RGBA")
        page = Image.new("RGBA", picture.size, "white")
        page.alpha_composite(picture)
        # The emblem and what stands in the middle column, without the rim that a metal tints.
        picture = page.convert("L")
        w, h = picture.size
        return picture.crop((w * 3 // 10, h // 10, w * 7 // 10, h * 94 // 100))
    pictures = [grey(name) for name in sys.argv[1:]]
    for i, one in enumerate(pictures):
        for other in pictures[:i]:
            seen = ImageChops.difference(one, other).point(lambda v: 255 if v > 40 else 0)
            print(seen.histogram()[255])
    """

  @Test(arguments: ["hexagon", "pennant", "seal", "shield", "rosette", "patch", "diamond"])
  func `eight tiers are eight pictures in grey, at 64 pixels`(preset: String) throws {
    let place = try VariantTests.place(
      "  ladder: {family: plain, preset: \(preset), title: Ladder, tiers: \(VariantTests.ladder)}\n"
    )
    let answer = try place.blazon("render", "--format", "png", "--size", "64")
    #expect(answer.status == 0, "\(answer.error)")
    let files = VariantTests.tiers.map { place.url("output/acme/badges/ladder.\($0)@64.png").path }
    let told = try python(VariantTests.comparer, files)
    let counts = told.text.split(separator: "\n").compactMap { Int($0) }
    #expect(counts.count == 28, "\(told.error)")
    #expect(counts.allSatisfy { $0 >= 10 }, "pixels that tell two tiers apart: \(counts)")
  }

  @Test(arguments: ["hexagon", "pennant", "seal", "shield", "rosette", "patch", "diamond"])
  func `eight states are eight pictures, at every size`(preset: String) throws {
    let states = [
      "active", "coming-soon", "in-progress", "locked", "archived", "expired", "revoked",
      "emeritus",
    ]
    let place = try VariantTests.place(
      states.map {
        "  \($0): {family: plain, preset: \(preset), title: One, state: \($0)}\n"
      }.joined())
    let answer = try place.blazon("render", "--format", "png", "--size", "64,512")
    #expect(answer.status == 0, "\(answer.error)")
    for size in ["", "@64"] {
      let files = states.map { place.url("output/acme/badges/\($0)\(size).png").path }
      let told = try python(VariantTests.comparer, files)
      let counts = told.text.split(separator: "\n").compactMap { Int($0) }
      #expect(counts.count == 28, "\(told.error)")
      #expect(counts.allSatisfy { $0 >= 10 }, "\(size): \(counts)")
    }
  }

  // MARK: Nonsense

  @Test(arguments: [
    ("tiers: {gold: 10, silver: 5}", "3:50: error: the tier “silver” takes no more than the one"),
    ("tiers: {bronze: -1}", "3:48: error: expected a whole number from 0 to 1000000, not “-1”"),
    ("tiers: {goldd: 1}", "3:40: error: unknown tier “goldd”"),
    ("tiers: {gold: {band: X}}", "3:46: error: the tier “gold” has no count"),
    ("tiers: {gold: {count: 1, stars: 6}}", "3:64: error: expected a whole number from 0 to 5"),
    ("tiers: {gold: {count: 1, family: plain}}", "3:57: error: “family” has no meaning in a"),
    ("tiers: [bronze, silver]", "3:39: error: expected a ladder"),
    ("stars: 6", "3:39: error: expected a whole number from 0 to 5, not “6”"),
    ("stars: two", "3:39: error: expected a whole number from 0 to 5, not “two”"),
    ("years: {24: {}}", "3:40: error: “24” is not a year"),
    ("years: {1850: {}}", "3:40: error: “1850” is not a year"),
    ("years: {2024: {tiers: {gold: 1}}}", "3:47: error: “tiers” has no meaning in a variant"),
    ("years: {2024: soon}", "3:46: error: expected a map of words, not “soon”"),
    ("years: {2024: {}}, alt: One.", "3:56: error: a badge with “years” has no “alt” of its own"),
    ("years: {2024: {}}, aliases: [b]", "3:60: error: a badge with “years” has no “aliases” of"),
    ("years: {2024: {}}, tiers: {gold: 1}", "3:58: error: a badge with “years” has no “tiers”"),
    ("counts: [ten]", "3:41: error: “ten” is not a count"),
    ("counts: [05]", "3:41: error: “05” is not a count"),
    ("counts: [1, 1]", "3:44: error: the count “1” is given twice"),
    ("counts: [1, {x: 1}]", "3:44: error: expected a count, not a map"),
    ("counts: 5", "3:40: error: expected counts"),
  ])
  func `nonsense is one error at its place`(words: String, message: String) throws {
    let place = try VariantTests.place("  a: {family: plain, title: T, \(words)}\n")
    let answer = try place.blazon("check")
    #expect(answer.status == 1)
    #expect(answer.error.hasPrefix("badge-specs/acme/badges.yaml:\(message)"), "\(answer.error)")
    #expect(answer.error.hasSuffix("\n1 error\n"), "\(answer.error)")
  }
}
