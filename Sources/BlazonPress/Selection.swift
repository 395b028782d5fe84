public import BlazonShelf

/// What of the programmes is made.
public struct Selection: Sendable {
  public var formats: Set<ImageFormat> = Set(ImageFormat.allCases)
  /// Ids of surfaces.
  public var surfaces: Set<String> = Set(Surface.ids)
  /// Cards and certificates that are drawn whether their programme names them or not, as in `card.square`.
  public var designs: Set<String> = []
  /// Surfaces that are asked for by name: also what is drawn only where somebody asks.
  public var named: Set<String> = []
  /// Pixel widths of PNG files of badges.
  public var sizes: [Int] = [512, 64, 32]
  /// Badge ids; empty for all.
  public var only: Set<String> = []
  /// Handles of people whose files alone are made; empty for programmes and everybody.
  public var people: Set<String> = []

  /// Whether the sizes were asked for: then SVG files of small drawings are made too.
  public var namesSizes = false
  /// Whether PDF files were asked for: then those of badges are made too.
  public var namesPDF = false

  /// Who signs the credentials of programmes, by their ids. Where nobody does, there are none.
  package var signers: [String: Signer] = [:]

  /// Whether PNG files are made as small as they can be, in several times the time.
  public var isOptimizing = false

  public init() {}

  /// Whether nothing is left out.
  var isComplete: Bool {
    formats.count == ImageFormat.allCases.count && surfaces.isSuperset(of: Surface.ids)
      && only.isEmpty && people.isEmpty && Set(Selection().sizes).isSubset(of: sizes)
  }

  /// Whether `surface` is asked for, or a design of it.
  func asks(for surface: Surface) -> Bool {
    surfaces.contains(surface.id) || designs.contains { $0.hasPrefix("\(surface.id).") }
  }

  /// Whether anything is asked for that somebody signs.
  package var asksForSignatures: Bool {
    Surface.all.contains { surface in
      surface.isSigned && asks(for: surface)
        && (surface.formats.isEmpty || !surface.formats.isDisjoint(with: formats))
    }
  }

  /// The designs of `surface` that are asked for by name, in their order.
  func designs(of surface: String) -> [String] {
    designs.filter { $0.hasPrefix("\(surface).") }.map { String($0.dropFirst(surface.count + 1)) }
      .sorted()
  }

  /// The surfaces that were asked for and are written in no format that was.
  public var unwritable: [Surface] {
    Surface.all.filter { surface in
      asks(for: surface)
        // Of rows that share a name, one is enough.
        && Surface.all.filter { $0.id == surface.id }.allSatisfy {
          !$0.formats.isEmpty && formats.isDisjoint(with: $0.formats)
        }
    }
  }
}
