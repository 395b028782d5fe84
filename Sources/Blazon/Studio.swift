internal import BlazonLayout
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

/// What the pictures of every programme of a run are made with: the fonts that ship and those that it
/// names, and its own drawings.
///
/// A programme's pictures do not depend on which others are drawn with them.
struct Studio: Sendable {
  private var libraries: [FallbackFamilies: FontLibrary] = [:]
  private var artworks: [String: Artworks] = [:]

  /// Reports the families that are not installed, where they are named.
  init(_ programmes: [LoadedProgramme], report: inout Report) throws(WorldError) {
    for loaded in programmes {
      let programme = loaded.programme
      artworks[programme.id] = loaded.artworks
      let fallback = programme.fallback
      let library: FontLibrary
      if let known = libraries[fallback] {
        library = known
      } else {
        do throws(FontLibraryError) { library = try FontLibrary(fallback) } catch {
          throw WorldError(error.description)
        }
        libraries[fallback] = library
      }
      for family in programme.fonts.sans + programme.fonts.serif
      where library.missingFamilies.contains(family.value) {
        report.error(
          "no font of the family “\(family.value)” is installed", at: family.place,
          help: "install it (make setup installs Noto), or name another")
      }
    }
  }

  subscript(_ programme: Programme) -> FontLibrary {
    guard let library = libraries[programme.fallback] else {
      preconditionFailure("the fonts of every programme of a run are made when it begins")
    }
    return library
  }

  /// A composer for the pictures of `programme`.
  func composer(for programme: Programme) -> Composer {
    Composer(fonts: self[programme], artworks: artworks[programme.id] ?? Artworks())
  }
}

extension Programme {
  fileprivate var fallback: FallbackFamilies {
    FallbackFamilies(sans: fonts.sans.map(\.value), serif: fonts.serif.map(\.value))
  }
}

/// What one worker lays out with: a composer for the programme at hand.
struct Bench: ~Copyable {
  private let studio: Studio
  private var programme: String
  private var composer: Composer

  init(_ studio: Studio, for programme: Programme) {
    self.studio = studio
    self.programme = programme.id
    composer = studio.composer(for: programme)
  }

  /// The composer for `programme`. Another is made only when the programme changes.
  mutating func with<Result, Failure: Error>(
    _ programme: Programme, _ body: (inout Composer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if programme.id != self.programme {
      self.programme = programme.id
      composer = studio.composer(for: programme)
    }
    return try body(&composer)
  }
}
