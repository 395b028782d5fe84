internal import BlazonArtwork
internal import BlazonCheck
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText
internal import Checksum
internal import Files

/// The drawings of a run, each file read once, however often and under however many names it is named.
struct Drawings {
  /// Bytes of one file: more than the reader of drawings accepts, whose message has a place.
  static let fileLimit = 1 << 24
  /// Bytes of all files, pixels of all pictures as they are kept, a quarter of a gigabyte, and pieces of all outlines.
  private static let byteLimit = 1 << 26
  private static let pixelLimit = 1 << 26
  private static let segmentLimit = 1_000_000

  private struct Key: Hashable {
    var digest: String
    var ink: Color
    var longerSide: Int
    /// In which words are set that ask for it.
    var typeface: Typeface
  }

  private var known: [Key: Artwork] = [:]
  private var bytes = 0
  private var pixels = 0
  private var segments = 0
  /// Whether there were too many: what comes after the first that was is not read, and not told.
  private(set) var isFull = false

  enum Problem: Error {
    case artwork(ArtworkError)
    case page(PDFPage.Problem)
    /// The drawings of the run are more than can be kept.
    case tooMany
  }

  /// The drawing in a file, its words in `fonts`.
  mutating func drawing(
    _ file: [UInt8], digest: String, ink: Color, longerSide: Int = Artwork.longerSide,
    fonts: NamedFonts = NamedFonts()
  ) throws(Problem) -> Artwork {
    let key = Key(digest: digest, ink: ink, longerSide: longerSide, typeface: fonts.typeface)
    if let artwork = known[key] { return artwork }
    if let other = known.first(where: {
      $0.key.digest == digest && $0.key.longerSide == longerSide && $0.value.kind.isRaster
    }) {
      return other.value
    }
    guard bytes + file.count <= Drawings.byteLimit else {
      isFull = true
      throw .tooMany
    }
    var drawing = file
    if PDFPage.isPDF(file) {
      do throws(PDFPage.Problem) { drawing = try PDFPage.drawing(file) } catch {
        throw .page(error)
      }
    }
    let artwork: Artwork
    do throws(ArtworkError) {
      artwork = try Artwork(drawing, ink: ink, longerSide: longerSide, fonts: fonts)
    } catch {
      throw .artwork(error)
    }
    guard pixels + artwork.pixelCount <= Drawings.pixelLimit,
      segments + artwork.segmentCount <= Drawings.segmentLimit
    else {
      isFull = true
      throw .tooMany
    }
    bytes += file.count
    pixels += artwork.pixelCount
    segments += artwork.segmentCount
    known[key] = artwork
    return artwork
  }
}

extension SpecReader {
  /// Pixels on the longer side of a picture that may fill a page: as many as a certificate is shown with.
  private static let pagePictureSide = 2048

  /// Reads the drawings that a programme names: its logo, its emblems, the signatures of its certificates, what its pages
  /// show.
  /// Its specs stand in `folders`; its typeface is known.
  mutating func readArtworks(
    of loaded: inout LoadedProgramme, in folders: [SourceFolder], _ report: inout Report
  ) {
    var artworks = loaded.artworks
    let fonts = NamedFonts(loaded.typeface)
    let signatures = loaded.badges.flatMap { $0.words.certificate?.signatures ?? [] }
    let logos = [loaded.programme.logo, loaded.programme.partner?.logo].compactMap(\.self)
      .flatMap(\.files)
    for name in logos + signatures.compactMap(\.image)
    where artworks.pictures[name.path] == nil {
      artworks.pictures[name.path] = artwork(
        name.path, named: name.place, .black, fonts, in: folders, &artworks.digests[name.path],
        &report)
    }
    for name in logos {
      // What is wrong with it was told, but that it is too much twice.
      var quiet = Report()
      var digest: String?
      let onDark = artwork(
        name.path, named: name.place, .white, fonts, in: folders, &digest, &quiet)
      if drawings.isFull { report.add(quiet) }
      if onDark != artworks.pictures[name.path] { artworks.darkPictures[name.path] = onDark }
    }
    var asked: Set<String> = []
    for image in loaded.programme.pages.images
    where artworks.pictures[image.path] == nil && asked.insert(image.path).inserted {
      artworks.pictures[image.path] = artwork(
        image.path, named: image.place, .black, fonts, in: folders,
        longerSide: SpecReader.pagePictureSide, &artworks.digests[image.path], &report)
    }
    for badge in loaded.badges.flatMap(\.drawings) {
      guard let emblem = badge.words.emblem else { continue }
      for path in [emblem.path, emblem.smallPath].compactMap(\.self)
      where artworks.emblems[path] == nil && asked.insert("emblem \(path)").inserted {
        artworks.emblems[path] = artwork(
          path, named: emblem.place, .white, fonts, in: folders, &artworks.digests[path], &report)
      }
    }
    loaded.artworks = artworks
  }

  /// The folder of the spec that names the file at `path`, at or below which it stands, and its name there.
  func home(
    of path: String, named place: Place, in folders: [SourceFolder]
  ) -> (folder: SourceFolder, name: String)? {
    let spec = place.source.name
    let home = spec.lastIndex(of: "/").map { String(spec[..<$0]) } ?? "."
    guard let folder = folders.first(where: { $0.path == home }) else { return nil }
    return (folder, home == "." ? path : String(path.dropFirst(home.count + 1)))
  }

  /// The drawing in the file at `path`, which a spec names at `place`; `nil` if it cannot be drawn,
  /// which is then reported.
  private mutating func artwork(
    _ path: String, named place: Place, _ ink: Color, _ fonts: NamedFonts,
    in folders: [SourceFolder],
    longerSide: Int = Artwork.longerSide, _ digest: inout String?, _ report: inout Report
  ) -> Artwork? {
    guard !drawings.isFull, let (folder, name) = home(of: path, named: place, in: folders) else {
      return nil
    }
    let bytes: [UInt8]
    do throws(Refusal) { bytes = try folder.read(name, limit: Drawings.fileLimit).bytes } catch {
      if error == .missing {
        report.error(
          "no file “\(path)”", at: place,
          help: "drawings are looked for beside the file that names them")
      } else {
        tell(error, of: path, in: folder.path, at: place, &report)
      }
      return nil
    }
    let sum = sha256(bytes)
    digest = sum
    let source = SourceText(name: path, bytes: bytes)
    func add(_ diagnostics: [Diagnostic], to report: inout Report) {
      for var diagnostic in diagnostics {
        diagnostic.notes.append("named at \(place.label)")
        report.add(diagnostic)
      }
    }
    do throws(Drawings.Problem) {
      let artwork = try drawings.drawing(
        bytes, digest: sum, ink: ink, longerSide: longerSide, fonts: fonts)
      add(artwork.warnings(in: source), to: &report)
      return artwork
    } catch {
      switch error {
      case .artwork(let error): add(error.diagnostics(in: source), to: &report)
      case .page(.noReader):
        report.error(
          "nothing here reads the PDF “\(path)”", at: place,
          help: "install poppler-utils, which has pdftocairo; or give the page as SVG or PNG")
      case .page(.unreadable(let said)):
        report.error(
          "the PDF “\(path)” cannot be read: \(said)", at: place,
          help: "export it again, or give the page as SVG or PNG")
      case .tooMany:
        report.add(
          .files, "with “\(path)” the drawings of this run are too large together", at: place,
          help: "use smaller pictures, or one picture for several badges")
      }
      return nil
    }
  }
}
