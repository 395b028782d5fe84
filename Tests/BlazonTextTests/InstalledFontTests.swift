import TestSupport
import Testing

@testable import BlazonScene
@testable import BlazonText

/// What is installed writes what the fonts that ship cannot, without a word of the programme.
@Suite struct InstalledFontTests {
  @Test(arguments: namesInScripts.indices)
  func `a name is written by the family of its script, with serifs or without`(_ index: Int) {
    let (name, sans, serif) = namesInScripts[index]
    for (face, family) in [
      ("Inter", sans), ("Sora ExtraBold", sans), ("EB Garamond Italic", serif),
    ] {
      let line = line(name, face)
      #expect(line.missing == [], "\(name)")
      let letters = line.glyphs.filter { !$0.drawing.isBlank }.map(\.file)
      #expect(letters.allSatisfy { $0.hasPrefix(family) }, "\(face): \(line.files) for \(name)")
    }
  }

  @Test func `a heavy face is joined by a bold one`() {
    for name in ["ليلى", "অনিন্দিতা", "慕容", "ကြည်"] {
      for (face, style) in [
        ("Sora ExtraBold", "Bold"), ("Inter Bold", "Bold"), ("Inter", "Regular"),
        ("EB Garamond", "Regular"),
      ] {
        let files = line(name, face).files
        #expect(files.allSatisfy { $0.contains("-\(style).") }, "\(face): \(files)")
      }
    }
  }

  @Test func `Latin words, digits and signs beside it stay in the face`() {
    let files = line("Anna 12 ليلى (x)", "Sora ExtraBold").runs().map { ($0.words, $0.face) }
    for (words, face) in files where words.contains(where: \.isASCII) && words != " " {
      #expect(face.hasPrefix("Sora") || words.allSatisfy { $0 == " " || !$0.isASCII }, "\(words)")
    }
    #expect(line("a → b ★", "Inter").files.allSatisfy { !$0.hasPrefix("Noto") })
  }

  @Test func `families that are named come first`() throws {
    let fonts = try FontLibrary(FallbackFamilies(sans: ["Noto Kufi Arabic"]))
    #expect(line("ليلى", fonts: fonts).files.allSatisfy { $0.hasPrefix("NotoKufiArabic") })
    let both = line("ليلى 慕容", fonts: fonts)
    #expect(both.missing == [] && both.files.contains { $0.hasPrefix("NotoSansCJK") })
    #expect(both.files.contains { $0.hasPrefix("NotoKufiArabic") })
  }

  @Test func `installed files that were used are told, shipped ones are not`() throws {
    let fonts = try FontLibrary()
    _ = line("Anna → Ωmega", fonts: fonts)
    #expect(fonts.usedFiles == [])
    _ = line("Anna ليلى", "Inter Bold", fonts: fonts)
    #expect(fonts.usedFiles.map { $0.split(separator: "/").last } == ["NotoSansArabic-Bold.ttf"])
    let inventory = FontLibrary.inventory(FallbackFamilies())
    #expect(inventory.contains { $0.hasPrefix("NotoSansArabic-Bold.ttf ") })
    #expect(fonts.file(of: "NotoSansArabic-Bold.ttf")?.path == fonts.usedFiles.first)
  }

  @Test func `where nothing is installed the last resort writes what it can`() {
    #expect(line("ليلى", fonts: closedLibrary).files == ["DejaVuSans.ttf"])
  }
}
