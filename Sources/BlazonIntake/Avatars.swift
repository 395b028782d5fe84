public import BlazonArtwork
internal import BlazonCheck
internal import BlazonLedger
internal import BlazonScene
public import BlazonSource
internal import BlazonText
internal import Checksum
internal import Files

/// Pictures of recipients. There may be one for each of ten thousand people: they are read when they are drawn, and only
/// their digests are kept.
public struct Avatars: Sendable {
  private var folder: SourceFolder?
  /// Opened when words of a picture are first set, whoever draws it.
  private let fonts: NamedFonts
  /// The SHA-256 of each file, by its path.
  public private(set) var digests: [String: String] = [:]

  /// The most bytes of one.
  static let limit = 1 << 23

  /// Pictures of people in a programme of this typeface.
  init(_ typeface: Typeface = Typeface()) { fonts = NamedFonts(typeface) }

  /// Finds the file that an award names, unless it is known; what is wrong is in the report.
  mutating func find(_ path: Located<String>, in folder: SourceFolder, _ report: inout Report) {
    guard digests[path.value] == nil else { return }
    self.folder = folder
    if let bytes = Avatars.bytes(of: path.value, in: folder, at: path.place, &report) {
      digests[path.value] = sha256(bytes)
    }
  }

  /// The file at `path`; `nil` if it cannot be read, which is in the report at `place`.
  private static func bytes(
    of path: String, in folder: SourceFolder, at place: Place, _ report: inout Report
  ) -> [UInt8]? {
    do throws(Refusal) { return try folder.read(path, limit: limit).bytes } catch {
      guard error == .missing else {
        report.add(
          .files, error.message(about: folder.shown(path), in: folder.path), at: place,
          help: error.help)
        return nil
      }
      report.error(
        "no file “\(folder.shown(path))”", at: place,
        help: "pictures of people are looked for in the programme's folder")
      return nil
    }
  }

  /// The picture at `path`; `nil` if it cannot be drawn, which is in the report at `place`.
  public func artwork(_ path: String, at place: Place, _ report: inout Report) -> Artwork? {
    // One that was not found is in the report already; one that is gone since is not.
    guard let folder, digests[path] != nil,
      let bytes = Avatars.bytes(of: path, in: folder, at: place, &report)
    else { return nil }
    do throws(ArtworkError) { return try Artwork(bytes, ink: .black, fonts: fonts) } catch {
      let source = SourceText(name: folder.shown(path), bytes: bytes)
      for var diagnostic in error.diagnostics(in: source) {
        diagnostic.notes.append("named at \(place.label)")
        report.add(diagnostic)
      }
      return nil
    }
  }
}

extension SpecReader {
  /// Finds the pictures of all who have an award of `loaded`, whose specs stand in `folder`.
  func findAvatars(
    of loaded: inout LoadedProgramme, in folder: SourceFolder?, _ report: inout Report
  ) {
    guard let folder else { return }
    for grant in loaded.grants {
      if let path = grant.award.avatar { loaded.avatars.find(path, in: folder, &report) }
    }
  }
}
