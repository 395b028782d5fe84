internal import BlazonScene
internal import Cairo
internal import Synchronization

/// Parts of pages that many pages share, painted once: grounds and badges. Any number of painters may share one.
///
/// It keeps the last that were asked for, up to a number of bytes, and changes no picture: a part looks the same
/// whether it was kept or not.
public final class PaintCache: Sendable {
  /// Pixels as Cairo keeps them, where they belong on the page.
  struct Part: Sendable {
    var x: Int, y: Int, width: Int, height: Int
    /// Premultiplied, in the order B, G, R, A, row after row.
    var pixels: [UInt8]
  }

  /// What is kept under a key: for pages of so many nodes of ground and so many parts, of all nodes.
  enum Purpose: Hashable {
    case pixels
    case palette(ground: Int, parts: Int)
    case indices(ground: Int, parts: Int)
  }

  /// What a part is painted from.
  struct Key: Hashable {
    var nodes: [Node]
    var scale: Double
    /// The page, in pixels, which parts end at.
    var width: Int, height: Int
    var purpose = Purpose.pixels
  }

  /// What a form of a PDF is made from.
  private struct FormKey: Hashable {
    var nodes: [Node]
    var scale: Double
  }

  private struct Kept {
    var part: Part
    /// When it was asked for last, counted in questions.
    var turn: Int
  }

  private struct State {
    var kept: [Key: Kept] = [:]
    var palettes: [Key: PagePalette] = [:]
    var forms: [FormKey: PDFObjects] = [:]
    var formBytes = 0
    var bytes = 0
    var turn = 0
  }

  private let capacity: Int
  private let state = Mutex(State())

  /// `capacity` is how many bytes of pixels are kept.
  public init(capacity: Int = 40 << 20) { self.capacity = capacity }

  /// The part under `key`, made by `paint` unless it is kept. Two painters may both make what is not.
  func part(
    _ key: Key, _ paint: () throws(CairoError) -> Part
  ) throws(CairoError) -> Part {
    let known = state.withLock { state -> Part? in
      state.turn += 1
      state.kept[key]?.turn = state.turn
      return state.kept[key]?.part
    }
    if let known { return known }
    let part = try paint()
    guard part.pixels.count <= capacity else { return part }
    state.withLock { state in
      guard state.kept[key] == nil else { return }
      state.kept[key] = Kept(part: part, turn: state.turn)
      state.bytes += part.pixels.count
      while state.bytes > capacity,
        let oldest = state.kept.min(by: { $0.value.turn < $1.value.turn })
      {
        state.bytes -= oldest.value.part.pixels.count
        state.kept[oldest.key] = nil
      }
    }
    return part
  }

  /// The most palettes that are kept.
  private static let paletteCount = 64

  /// The palette under `key`, made by `make` unless it is kept.
  func palette(
    _ key: Key, _ make: () throws(CairoError) -> PagePalette
  ) throws(CairoError) -> PagePalette {
    if let known = state.withLock({ $0.palettes[key] }) { return known }
    let palette = try make()
    state.withLock { state in
      if state.palettes.count >= PaintCache.paletteCount { state.palettes = [:] }
      state.palettes[key] = palette
    }
    return palette
  }

  /// How many bytes of forms are kept.
  private static let formCapacity = 8 << 20

  /// The objects of a form of `nodes`, of which the form is the last, made by `make` unless they are kept.
  func form(
    _ nodes: [Node], scale: Double, _ make: () throws(CairoError) -> PDFObjects
  ) throws(CairoError) -> PDFObjects {
    let key = FormKey(nodes: nodes, scale: scale)
    if let known = state.withLock({ $0.forms[key] }) { return known }
    let form = try make()
    let bytes = form.list.reduce(0) { $0 + ($1.stream?.count ?? 0) + $1.value.text.bytes.count }
    state.withLock { state in
      guard state.forms[key] == nil else { return }
      if state.formBytes + bytes > PaintCache.formCapacity {
        (state.forms, state.formBytes) = ([:], 0)
      }
      state.forms[key] = form
      state.formBytes += bytes
    }
    return form
  }
}
