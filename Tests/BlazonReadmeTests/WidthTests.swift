import Foundation
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
    let measured = WordWidths.Width(value: TextWidths.width(of: text, in: font))
    #expect(measured.whole == width)
  }

  @Test(arguments: ["license", "v1.2.511", "Ωμέγα", "Привет", "שלום", "中文", "🎉", "→ ✓"])
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

  @Test func `marks, joiners and selectors have no width`() throws {
    for (text, bare) in [
      ("Ọ\u{301}", "Ọ"), ("a\u{200D}b", "ab"), ("x\u{FE0E}", "x"), ("co\u{AD}op", "coop"),
      ("\u{2068}a\u{2069}", "a"),
    ] {
      #expect(
        TextWidths.width(of: text, in: .verdana11) == TextWidths.width(of: bare, in: .verdana11))
    }
    let decomposed = try ReadmeBadge(label: "cv", message: "Re\u{301}sume\u{301} Gro\u{308}ße")
    let composed = try ReadmeBadge(label: "cv", message: "Résumé Größe")
    #expect(decomposed.svg == composed.svg)
  }

  @Test func `letters that no table knows are not spread`() throws {
    for text in ["الحالة", "สถานะ", "中文", "🎉 1.0", "სტატუსი", "❤\u{FE0F}"] {
      let badge = try ReadmeBadge(label: text, message: "ok")
      #expect(!badge.isOfKnownLetters)
      let svg = String(decoding: badge.svg, as: UTF8.self)
      #expect(svg.components(separatedBy: "textLength").count == 3, "that of “ok” and its shadow")
    }
    #expect(try ReadmeBadge(label: "Größe Ωμέγα", message: "Привет → 1").isOfKnownLetters)
  }
}
