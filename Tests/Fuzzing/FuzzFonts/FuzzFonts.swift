import BlazonScene
import BlazonText
import FuzzDriver

/// A stranger's font: the typeface of a programme. Text is set in it as in any other.
@main enum FuzzFonts {
  static func main() { runFuzzer(readOneFont) }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func readOneFont(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(OpenTypeFont.Problem) {
    let font = try OpenTypeFont(bytes)
    for axes in [[:], Dictionary(font.axes.map { ($0.tag, $0.range.upperBound) }) { $1 }] {
      set("Héllo gj 123", in: Typeface.Font(name: "x.ttf", digest: "", font: font, axes: axes))
    }
    #if PLANTED
      plantedBug(font)
    #endif
  } catch {
    _ = error.message + error.help
  }
  return 0
}

/// Sets `text` with the font and nothing else, and asks for all that layouts ask for.
private func set(_ text: String, in font: Typeface.Font) {
  do throws(FontLibraryError) {
    var typesetter = Typesetter(fonts: try FontLibrary(alone: font))
    for face in FontFace.all where ["Inter", "Sora ExtraBold"].contains(face.name) {
      let line = typesetter.set(text, in: TextStyle(face: face, size: 40, letterSpacing: 1))
      _ = (line.width, line.capHeight, line.ink)
      let nodes = line.runs(at: Point(0, 0), paint: .black).map(Node.text)
      _ = Scene(size: Size(width: 100, height: 100), nodes: nodes, title: "", description: "").text
    }
  } catch {
    fatalError(error.description)
  }
}

#if PLANTED
  /// A bug that is not ours, for the proof that bugs are found: a font of a wide axis reads a byte that is nobody's.
  private func plantedBug(_ font: OpenTypeFont) {
    guard let axis = font.axes.first, axis.range.upperBound > 1000 else { return }
    _ = byteAfter(font.axes.count)
  }
#endif
