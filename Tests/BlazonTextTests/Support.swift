@testable import BlazonScene
@testable import BlazonText

/// The fonts of the house, loaded once for all tests.
let library: FontLibrary = {
  do throws(FontLibraryError) {
    return try FontLibrary()
  } catch {
    fatalError("the fonts that ship cannot be loaded: \(error)")
  }
}()

/// The same, where nothing else is installed.
let closedLibrary: FontLibrary = {
  do throws(FontLibraryError) {
    return try FontLibrary(FallbackFamilies(), isOpen: false)
  } catch {
    fatalError("the fonts that ship cannot be loaded: \(error)")
  }
}()

/// `text` set by a typesetter of its own.
func line(
  _ text: String, _ face: String = "Inter", size: Double = 100, spacing: Double = 0,
  language: String = "en", fonts: FontLibrary = library
) -> TextLine {
  guard let face = FontFace(named: face) else { fatalError("no face is called \(face)") }
  var typesetter = Typesetter(fonts: fonts)
  return typesetter.set(
    text, in: TextStyle(face: face, size: size, letterSpacing: spacing, language: language))
}

extension TextLine {
  func runs() -> [GlyphRun] { runs(at: Point(0, 0), paint: .black) }

  var ids: [UInt32] { glyphs.map(\.id) }
  var files: Set<String> { Set(glyphs.map(\.file)) }
}
