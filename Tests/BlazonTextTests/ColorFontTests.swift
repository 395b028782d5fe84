import Foundation
import Pango
import Testing

@testable import BlazonScene
@testable import BlazonText

/// A font whose A is a red box below one in the text's own colour, and whose B is nothing (COLR, CPAL).
@Suite struct ColorFontTests {
  private func line(_ text: String) throws -> Setting {
    let bytes = try #require(Data(base64Encoded: Self.font, options: .ignoreUnknownCharacters))
    let fonts = try FontSet(files: [("TwoTones.ttf", Array(bytes))])
    var engine = Engine(fonts: fonts, emoji: ["Two Tones"])
    let order = Order(
      text: text, face: FontFace(known: "Inter"), isSpaced: false, "en", .leftToRight)
    return engine.set(order, ["Two Tones"])
  }

  @Test func `layers are painted one over the other, in their colours and the text's`() throws {
    let glyph = try #require(try line("A").glyphs.first)
    guard case .layers(let layers) = glyph.drawing.colors else {
      return #expect(Bool(false), "\(glyph.drawing)")
    }
    #expect(layers.map(\.color) == [Color(red: 1, green: 0, blue: 0), nil])
    #expect(
      layers.map(\.outline.controlBox) == [
        Rect(x: 0, y: 0, width: 500, height: 350), Rect(x: 0, y: 350, width: 500, height: 350),
      ])
    #expect(glyph.drawing.box == Rect(x: 0, y: 0, width: 500, height: 700))
  }

  @Test func `a letter without a picture is missing, not blank`() throws {
    let setting = try line("AB")
    #expect(setting.missing == ["B"] && setting.glyphs.count == 1)
  }

  private static let font = """
    AAEAAAAMAIAAAwBAQ09MUgAKACUAAALgAAAAHENQQUwAAAAQAAAC/AAAABJPUy8yRxRD0gAAAUgAAABgY21hcAAMAJUA
    AAG0AAAANGdseWZvhnw4AAAB9AAAAEpoZWFkJgkPnAAAAMwAAAA2aGhlYQUWAfYAAAEEAAAAJGhtdHgCWAAAAAABqAAA
    AAxsb2NhACQAMQAAAegAAAAMbWF4cAAHAAYAAAEoAAAAIG5hbWWn2p0lAAACQAAAAGZwb3N0cQHaBgAAAqgAAAA1AAEA
    AAABAAAkmHNoXw889QADA+gAAAAA4n9mAAAAAADif2YAAAAAAAH0ArwAAAADAAIAAAAAAAAAAQAAAyD/OAAAAlgAAABk
    AfQAAQAAAAAAAAAAAAAAAAAAAAEAAQAAAAUABAABAAAAAAACAAAAAAAAAAAAAAAAAAAAAAADAlgBkAAFAAQAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAA/Pz8/AAAAQQBCAyAAAAAAAAAAAAAAAAAAAAAA
    AfQCvAAAACAAAAJYAAAAAAAAAAAAAAAAAAIAAAADAAAAFAADAAEAAAAUAAQAIAAAAAQABAABAAAAQv//AAAAQf///8AA
    AQAAAAAAAAAAAAwADAAYACUAAQAAAAAB9AK8AAMAADERIREB9AK8/UQAAQAAAAAB9AFeAAMAADERIREB9AFe/qIAAQAA
    AV4B9AK8AAMAABERIREB9AFeAV7+ogAAAAAABAA2AAEAAAAAAAEACQAAAAEAAAAAAAIABwAJAAMAAQQJAAEAEgAQAAMA
    AQQJAAIADgAiVHdvIFRvbmVzUmVndWxhcgBUAHcAbwAgAFQAbwBuAGUAcwBSAGUAZwB1AGwAYQByAAAAAgAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAFAAAAJAAlAQIBAwNsb3cEaGlnaAAAAAAAAAEAAAAOAAAAFAACAAEAAAACAAMA
    AAAE//8AAAABAAEAAQAAAA4AAAAA//8AAA==
    """
}
