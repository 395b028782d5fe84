import BlazonArtwork
import BlazonPaint
import BlazonScene
import BlazonSource
import BlazonText
import FuzzDriver

/// Opened once, as each opening costs a little memory for good.
private let fonts = NamedFonts()

/// A stranger's drawing: the SVG or PNG of a logo, a signature, an emblem.
@main enum FuzzDrawings {
  static func main() { runFuzzer(readOneDrawing) }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func readOneDrawing(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(ArtworkError) {
    let artwork = try Artwork(bytes, fonts: fonts)
    // A scene rounds every coordinate and colour.
    let scene = Scene(size: artwork.size, nodes: artwork.nodes, title: "", description: "")
    _ = scene.text
    _ = SVGPainter().paint(scene)
    _ = try? RasterPainter(width: 48, of: scene).paint(scene)
    #if PLANTED
      plantedBug(artwork)
    #endif
  } catch {
    for finding in error.diagnostics(in: SourceText(name: "x/logo.svg", bytes: bytes)) {
      for format in MessageFormat.allCases { _ = format.print(finding) }
    }
  }
  return 0
}

@_cdecl("LLVMFuzzerCustomMutator")
public func changeOneDrawing(
  _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int, _ seed: UInt32
) -> Int {
  mutate(start, count, room: room, seed: seed, vocabulary: vocabulary)
}

@_cdecl("LLVMFuzzerCustomCrossOver")
public func crossTwoDrawings(
  _ one: UnsafePointer<UInt8>, _ oneCount: Int, _ other: UnsafePointer<UInt8>, _ otherCount: Int,
  _ out: UnsafeMutablePointer<UInt8>, _ room: Int, _ seed: UInt32
) -> Int {
  cross(
    UnsafeBufferPointer(start: one, count: oneCount),
    with: UnsafeBufferPointer(start: other, count: otherCount),
    to: UnsafeMutableBufferPointer(start: out, count: room), seed: seed)
}

/// Names and values of SVG.
private let vocabulary = [
  "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "stop",
  "linearGradient", "radialGradient", "title", "use", "fill", "stroke", "stroke-width",
  "stroke-linecap", "stroke-dasharray", "fill-rule", "fill-opacity", "opacity", "transform",
  "viewBox", "d", "points", "x1", "r", "rx", "id", "offset", "stop-color", "gradientTransform",
  "mask", "clipPath", "clip-path", "pattern", "patternUnits", "width", "height", "filter", "symbol",
  "svg", "image", "style", "class", "href", "switch", "feGaussianBlur", "feOffset", "feColorMatrix",
  "feComposite", "feFlood", "feMerge", "feMergeNode", "feBlend", "stdDeviation", "values", "in",
  "in2",
  "result", "spreadMethod", "reflect", "repeat", "preserveAspectRatio", "xMinYMax slice",
  "objectBoundingBox", "userSpaceOnUse", "stroke-dashoffset", "stroke-miterlimit", "paint-order",
  "clip-rule", "display", "visibility", "font-size", "pathLength", "url(#b)", "#a", "2em", "none",
  "text", "tspan", "textPath", "x", "y", "dx", "dy", "text-anchor", "middle", "end", "font", "rtl",
  "font-family", "Inter", "EB Garamond", "DejaVu Sans", "font-weight", "bold", "font-style",
  "direction",
  "italic", "letter-spacing", "xml:space", "preserve", "xml:lang", "rotate", "bold 2px Inter", "fi",
  "مر", "שלום", "e\u{301}", "1 2 3 4",
  "round", "evenodd", "currentColor", "red", "url(#a)", "0", "-1", "1e9", "50%", "12px",
].map { Array($0.utf8) }

#if PLANTED
  /// A bug that is not ours, for the proof that bugs are found: a drawing more than twice as wide as
  /// high, of more than two shapes, reads a byte that is nobody's.
  private func plantedBug(_ artwork: Artwork) {
    guard artwork.size.width > 2 * artwork.size.height else { return }
    guard case .group(let group)? = artwork.nodes.first else { return }
    guard group.children.count > 1 else { return }
    guard group.children.count > 2 else { return }
    _ = byteAfter(group.children.count)
  }
#endif
