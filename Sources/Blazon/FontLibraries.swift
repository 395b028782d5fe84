internal import BlazonLayout
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText

/// The fonts of every programme of a run: those that ship and, beside them, what each names.
///
/// A programme's pictures do not depend on which others are drawn with them.
struct FontLibraries: Sendable {
  private var libraries: [FallbackFamilies: FontLibrary] = [:]

  /// Reports the families that are not installed, where they are named.
  init(_ programmes: [Programme], report: inout Report) throws(WorldError) {
    for programme in programmes {
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
}

extension Programme {
  fileprivate var fallback: FallbackFamilies {
    FallbackFamilies(sans: fonts.sans.map(\.value), serif: fonts.serif.map(\.value))
  }
}

/// What one worker lays out with: a composer for the programme at hand.
struct Bench: ~Copyable {
  private let libraries: FontLibraries
  private var library: FontLibrary
  private(set) var composer: Composer

  init(_ libraries: FontLibraries, for programme: Programme) {
    self.libraries = libraries
    library = libraries[programme]
    composer = Composer(fonts: library)
  }

  /// The composer for `programme`. Another is made only where the fonts are others.
  mutating func with<Result, Failure: Error>(
    _ programme: Programme, _ body: (inout Composer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if libraries[programme] !== library {
      library = libraries[programme]
      composer = Composer(fonts: library)
    }
    return try body(&composer)
  }
}
