internal import BlazonSource
internal import XML

/// What a reading of an SVG met that cannot be drawn, each once.
struct SVGFindings {
  private(set) var errors: [ArtworkError] = []
  private(set) var warnings: [ArtworkError] = []
  private var seen: Set<ArtworkError> = []

  /// More is the same mistake in every shape.
  private static let limit = 20

  mutating func add(_ error: ArtworkError) {
    if errors.count < SVGFindings.limit, seen.insert(error).inserted { errors.append(error) }
  }

  mutating func warn(_ warning: ArtworkError) {
    if warnings.count < SVGFindings.limit, seen.insert(warning).inserted {
      warnings.append(warning)
    }
  }

  /// Throws the first error in the text, with the others; does nothing where there is none.
  func check() throws(ArtworkError) {
    let sorted = errors.sorted { one, other in
      guard let a = one.start, let b = other.start else { return false }
      return (a.line, a.column) < (b.line, b.column)
    }
    guard var first = sorted.first else { return }
    first.others = Array(sorted.dropFirst())
    throw first
  }
}

/// How much is drawn for one SVG, before which reading stops.
struct SVGBudget {
  /// Pieces of outlines, those of elements that are shown again counted again: so that painting ends soon.
  static let segmentLimit = 100_000
  /// Elements, those that are shown again counted again.
  static let elementLimit = 50_000
  /// Bytes of their attributes, and stops of gradients, as often as they are read.
  static let byteLimit = 1 << 24
  static let stopLimit = 200_000
  /// Groups that fade as one, and masks and softenings: each is a canvas of its own.
  static let fadingLimit = 300
  static let effectLimit = 100
  /// Letters of words: each is set by itself where its place is told.
  static let letterLimit = 2000
  /// Tiles of patterns.
  static let tileLimit = 10_000
  /// How deep elements may show each other.
  static let depth = 24

  private(set) var segments = 0
  private(set) var elements = 0
  private(set) var bytes = 0
  private(set) var stops = 0
  private(set) var fadings = 0
  private(set) var effects = 0
  private(set) var letters = 0
  private(set) var tiles = 0

  mutating func take(segments count: Int, _ element: SVGElement) throws(ArtworkError) {
    segments += count
    guard segments <= SVGBudget.segmentLimit else {
      throw over("more than \(SVGBudget.segmentLimit) pieces of outlines", element)
    }
  }

  mutating func takeElement(_ element: SVGElement) throws(ArtworkError) {
    elements += 1
    guard elements <= SVGBudget.elementLimit else {
      throw over(
        "more than \(SVGBudget.elementLimit) elements, with those that are shown again", element)
    }
  }

  /// Takes the attributes of an element that is going to be read.
  mutating func takeBytes(of element: Element) throws(ArtworkError) {
    bytes += element.attributes.reduce(0) { $0 + $1.value.utf8.count }
    guard bytes <= SVGBudget.byteLimit else {
      throw over(
        "more than \(SVGBudget.byteLimit >> 20) MB of attributes, with what is shown again",
        SVGElement.named(element))
    }
  }

  mutating func takeStop(_ element: SVGElement) throws(ArtworkError) {
    stops += 1
    guard stops <= SVGBudget.stopLimit else {
      throw over("more than \(SVGBudget.stopLimit) stops of gradients", element)
    }
  }

  mutating func takeFading(_ element: SVGElement) throws(ArtworkError) {
    fadings += 1
    guard fadings <= SVGBudget.fadingLimit else {
      throw over("more than \(SVGBudget.fadingLimit) groups that fade", element)
    }
  }

  mutating func takeEffect(_ element: SVGElement) throws(ArtworkError) {
    effects += 1
    guard effects <= SVGBudget.effectLimit else {
      throw over("more than \(SVGBudget.effectLimit) masks and filters", element)
    }
  }

  mutating func take(letters count: Int, _ element: SVGElement) throws(ArtworkError) {
    letters += count
    guard letters <= SVGBudget.letterLimit else {
      throw element.error(
        "more than \(SVGBudget.letterLimit) letters", help: "convert text to paths, or give a PNG"
      ).ending
    }
  }

  mutating func take(tiles count: Int, _ element: SVGElement) throws(ArtworkError) {
    tiles += min(count, SVGBudget.tileLimit + 1)
    guard tiles <= SVGBudget.tileLimit else {
      throw over("more than \(SVGBudget.tileLimit) tiles of patterns", element)
    }
  }

  private func over(_ message: String, _ element: SVGElement) -> ArtworkError {
    element.error(message, help: "draw it more simply, or give a PNG").ending
  }
}
