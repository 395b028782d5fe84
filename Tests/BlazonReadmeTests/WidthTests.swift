import Testing

@testable import BlazonReadme

/// The widths in which README badges are measured.
@Suite struct WidthTests {
  private let plain: PlainWidths

  init() throws { plain = try PlainWidths() }

  @Test func `ranges rise and do not overlap`() {
    #expect(plain.ranges.count > 2000)
    for (a, b) in zip(plain.ranges, plain.ranges.dropFirst()) {
      #expect(a.upperBound < b.lowerBound)
    }
  }

  /// The odd widths of badges that are published everywhere.
  @Test(arguments: [
    ("cactus", TextWidths.Font.verdana11, 35.0), ("grown", .verdana11, 35),
    ("label", .verdana11, 27),
    ("message", .verdana11, 49), ("Cactus", .boldHelvetica11, 37), ("grown", .boldHelvetica11, 33),
    ("", .verdana11, 1), ("", .boldHelvetica11, 1),
  ])
  func `known words are as wide as everywhere`(
    _ text: String, _ font: TextWidths.Font, _ width: Double
  ) {
    #expect(TextWidths.oddWidth(of: text, in: font) == width)
  }

  @Test(arguments: ["license", "v1.2.511", "Ωμέγα", "Привет", "שלום", "中文", "🎉", "a\u{301}", "→ ✓"])
  func `widths are the sums of the table, and an unknown character is an m`(_ text: String) {
    for (column, font) in [
      TextWidths.Font.verdana11, .verdana10, .boldVerdana10, .boldHelvetica11,
    ].enumerated() {
      #expect(TextWidths.width(of: text, in: font) == plain.width(text, column))
    }
  }

  @Test func `a character in no range is an m, and controls have no width`() {
    #expect(TextWidths.width(of: "\u{E000}", in: .verdana11) == 10.7)
    #expect(TextWidths.width(of: "\u{7}\u{7F}", in: .verdana11) == 0)
  }
}
