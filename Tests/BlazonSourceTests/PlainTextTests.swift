import Testing

@testable import BlazonSource

/// What nobody sees of a text.
@Suite struct PlainTextTests {
  @Test func `whatever is taken out is among what is looked at`() {
    let hidden = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
      PlainText.role(of: scalar, after: "a") == .removed
        || PlainText.role(of: scalar, after: nil) == .removed
    }
    #expect(hidden.count > 4000)
    #expect(hidden.allSatisfy { PlainText.mayBeHidden($0.value) })
    // And of letters hardly any.
    let letters = (UInt32(0x20)...0xFFFF).compactMap(Unicode.Scalar.init)
      .filter(\.properties.isAlphabetic)
    #expect(letters.count { PlainText.mayBeHidden($0.value) } < 8)
  }

  @Test func `texts of specs lose what nobody sees, and nothing else`() {
    for (written, text, count) in [
      ("plain", "plain", 0), ("Stra\u{AD}ße – “so”", "Stra\u{AD}ße – “so”", 0),
      ("a\u{202E}b\u{202C}c", "abc", 2), ("\u{FEFF}a", "a", 1),
      ("می\u{200C}خواهم", "می\u{200C}خواهم", 0),
      ("葛\u{E0100}", "葛\u{E0100}", 0), ("x \u{2028} y", "x  y", 1),
    ] {
      let visible = PlainText.visible(written)
      #expect(visible.text == text && visible.removed.count == count, "\(written)")
    }
  }
}
