internal import BlazonArtwork
internal import BlazonCheck
public import BlazonDesign
public import BlazonIntake
internal import BlazonLayout
internal import BlazonPaint
internal import BlazonReadme
public import BlazonScene
public import BlazonSource
public import BlazonSpec
public import BlazonText
internal import Synchronization

/// What the pictures of some programmes are made with: the fonts that ship and those that they name, their
/// own drawings, and a pool of benches.
///
/// A programme's pictures do not depend on which others are drawn with them.
public final class Studio: Sendable {
  /// What a programme's text is set with.
  private struct Fonts: Hashable {
    var fallback: FallbackFamilies
    var typeface: Typeface
  }

  private let libraries: [String: FontLibrary]
  private let artworks: [String: Artworks]
  /// Parts of pages that were painted already.
  private let parts = PaintCache()
  /// Badges that were composed for pages already.
  private let badges = ComposedBadges()
  /// Benches that nobody works at, by programme.
  private let idle = Mutex<[String: [Bench]]>([:])

  /// Reports the families that are not installed, where they are named.
  public init(_ programmes: [LoadedProgramme], report: inout Report) throws(WorldError) {
    var libraries: [Fonts: FontLibrary] = [:]
    var byProgramme: [String: FontLibrary] = [:]
    for loaded in programmes {
      let programme = loaded.programme
      let fonts = Fonts(fallback: programme.fallback, typeface: loaded.typeface)
      let library: FontLibrary
      if let known = libraries[fonts] {
        library = known
      } else {
        library = try wrapping { () throws(FontLibraryError) in
          try FontLibrary(fonts.fallback, typeface: fonts.typeface)
        }
        libraries[fonts] = library
      }
      byProgramme[programme.id] = library
      for family in programme.fonts.sans + programme.fonts.serif
      where library.missingFamilies.contains(family.value) {
        report.add(
          .glyphs, "no font of the family “\(family.value)” is installed", at: family.place,
          help: "install it (make setup installs Noto), or name another")
      }
    }
    self.libraries = byProgramme
    artworks = Dictionary(
      programmes.map { ($0.programme.id, $0.artworks) }, uniquingKeysWith: { first, _ in first })
  }

  /// The fonts of `programme`, which is one of the studio's.
  public subscript(_ programme: Programme) -> FontLibrary {
    guard let library = libraries[programme.id] else {
      preconditionFailure("the fonts of every programme of a run are made when it begins")
    }
    return library
  }

  /// The installed font files whose letters were set so far: paths, in their order.
  var usedFonts: [String] { Set(libraries.values.flatMap(\.usedFiles)).sorted() }

  /// The fonts of their own that programmes name: digests of the files, by programme and name.
  var ownFonts: [String: [String: String]] { libraries.mapValues(\.typeface.digests) }

  /// Lends a bench for the pictures of `programme` for the length of `body`. Whoever comes while all are in
  /// use gets a new one.
  public func withBench<Result, Failure: Error>(
    for programme: Programme, _ body: (Bench) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bench =
      idle.withLock { $0[programme.id]?.popLast() }
      ?? Bench(
        fonts: self[programme], artworks: artworks[programme.id] ?? Artworks(), parts: parts,
        badges: badges)
    defer { idle.withLock { $0[programme.id, default: []].append(bench) } }
    return try body(bench)
  }
}

extension Programme {
  fileprivate var fallback: FallbackFamilies {
    FallbackFamilies(sans: fonts.sans.map(\.value), serif: fonts.serif.map(\.value))
  }
}

/// Where one worker lays out: a composer and the lock that lends it.
public final class Bench: Sendable {
  public let fonts: FontLibrary
  private let composer: Mutex<Composer>
  private let parts: PaintCache

  init(fonts: FontLibrary, artworks: Artworks, parts: PaintCache, badges: ComposedBadges) {
    (self.fonts, self.parts) = (fonts, parts)
    composer = Mutex(Composer(fonts: fonts, artworks: artworks, badges: badges))
  }

  /// The scene of a badge. What does not fit or cannot be written is in the report.
  public func compose(_ design: Design, report: inout Report) -> Scene {
    var found = Report()
    let scene = composer.withLock { $0.compose(design, report: &found) }
    report.add(found)
    return scene
  }

  /// A badge in layers. What does not fit or cannot be written is in the report.
  func layers(of design: Design, report: inout Report) -> [Layer] {
    var found = Report()
    let layers = composer.withLock { $0.layers(of: design, report: &found) }
    report.add(found)
    return layers
  }

  /// The scene of a wall.
  func compose(_ design: WallDesign, report: inout Report) -> Scene {
    var found = Report()
    let scene = composer.withLock { $0.compose(design, report: &found) }
    report.add(found)
    return scene
  }

  /// The scene of a page.
  public func compose(_ design: PageDesign, report: inout Report) -> Scene {
    var found = Report()
    let scene = composer.withLock { $0.compose(design, report: &found) }
    report.add(found)
    return scene
  }

  /// A page as a JPEG file of the first of `qualities` with which it has at most `limit` bytes, or of the last.
  func jpeg(
    page scene: Scene, qualities: [Int], limit: Int
  ) throws(WorldError) -> (bytes: [UInt8], width: Int, height: Int) {
    try wrapping { () throws(PaintError) in
      try RasterPainter(scale: 1, parts: parts).jpeg(scene, qualities: qualities, limit: limit)
    }
  }

  /// A page as a PDF, `width` millimetres wide.
  func pdf(
    page scene: Scene, width: Double, _ information: PDFPainter.Information
  ) throws(WorldError) -> [UInt8] {
    try wrapping { () throws(PaintError) in
      try PDFPainter(pageWidth: width, information, parts: parts).paint(scene)
    }
  }

  /// A page as a PNG file of few colours, which says that it is `inches` wide.
  func png(
    page scene: Scene, scale: Double, inches: Double?, isOptimizing: Bool
  ) throws(WorldError) -> (bytes: [UInt8], width: Int, height: Int) {
    try wrapping { () throws(PaintError) in
      try RasterPainter(scale: scale, parts: parts).png(
        scene, inches: inches, isOptimizing: isOptimizing)
    }
  }

  /// A README badge as an SVG, its words measured with the programme's fonts where no table knows them.
  func svg(of badge: ReadmeBadge) -> [UInt8] {
    if badge.isOfKnownLetters { return badge.svg }
    var typesetter = Typesetter(fonts: fonts)
    return badge.svg(&typesetter)
  }
}
