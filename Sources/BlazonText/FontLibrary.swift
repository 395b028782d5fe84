internal import Pango
internal import Shipped
internal import Synchronization

/// The fonts that ship with the program, a programme's own typeface and the installed families that it names, ready
/// to set text; behind them all that is installed, for letters that those cannot write. Make one for each
/// choice of fonts.
public final class FontLibrary: Sendable {
  let fonts: FontSet
  public let typeface: Typeface
  let fallback: FallbackFamilies
  /// Whether what is installed is asked for letters that no font of the programme has.
  private let isOpen: Bool
  /// The same with all that is installed, made when a letter first asks for it.
  private let all = Mutex<FontSet?>(nil)
  /// Installed files whose glyphs were set.
  private let used = Mutex<Set<FontFile>>([])

  /// Throws if the operating system cannot lend the memory.
  public convenience init(
    _ fallback: FallbackFamilies = FallbackFamilies(), typeface: Typeface = Typeface()
  ) throws(FontLibraryError) {
    try self.init(fallback, typeface: typeface, isOpen: true)
  }

  init(
    _ fallback: FallbackFamilies, typeface: Typeface = Typeface(), isOpen: Bool
  ) throws(FontLibraryError) {
    fonts = try FontSet(shippedAnd: fallback.all, typeface, isOpen: false)
    (self.fallback, self.typeface, self.isOpen) = (fallback, typeface, isOpen)
  }

  /// `font` alone, for whoever asks what becomes of it.
  package init(alone font: Typeface.Font) throws(FontLibraryError) {
    typeface = Typeface(Dictionary(Typeface.Role.allCases.map { ($0, font) }) { $1 })
    (fallback, isOpen) = (FallbackFamilies(), false)
    do throws(FontError) { fonts = try FontSet(files: [], own: typeface.files) } catch {
      throw FontLibraryError(description: error.description)
    }
  }

  /// The families asked for that are not installed.
  public var missingFamilies: [String] { fonts.missingFamilies }

  /// The file of the face that glyph runs call `name`, and its place in a file of several.
  func file(of name: String) -> (path: String, index: Int)? {
    let file = fonts.file(of: name) ?? all.withLock { $0?.file(of: name) }
    return file.map { ($0.path, $0.index) }
  }

  /// The fonts with all that is installed; `nil` if that may not be asked.
  func opened() -> FontSet? {
    guard isOpen else { return nil }
    return all.withLock { all in
      if all == nil {
        do throws(FontLibraryError) {
          all = try FontSet(shippedAnd: fallback.all, typeface, isOpen: true)
        } catch { return nil }
      }
      return all
    }
  }

  /// The families that draw any of `scalars`, by name; not only those of the set.
  func installedFamilies(writing scalars: [Unicode.Scalar]) -> [InstalledFamily] {
    isOpen ? fonts.installedFamilies(writing: scalars) : []
  }

  // MARK: Files

  func note(_ file: FontFile) { used.withLock { _ = $0.insert(file) } }

  /// Installed files whose glyphs stand in what was set so far: paths, in their order.
  public var usedFiles: [String] { Set(used.withLock { $0 }.map(\.path)).sorted() }

  /// Names and sizes of the installed files that letters may come from: what changes with them. Noto's, and
  /// those of the families that a programme names.
  public static func inventory(_ families: FallbackFamilies) -> [String] {
    let named = Set(families.all)
    return installedFiles { $0.hasPrefix("Noto ") || named.contains($0) }
  }
}

public struct FontLibraryError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

extension FontSet {
  fileprivate convenience init(
    shippedAnd families: [String], _ typeface: Typeface, isOpen: Bool
  ) throws(FontLibraryError) {
    do throws(FontError) {
      try self.init(
        files: Shipped.ShippedFile.fonts.map { ($0.name, $0.bytes) }, own: typeface.files,
        families: families, isOpen: isOpen)
    } catch {
      throw FontLibraryError(description: error.description)
    }
  }
}
