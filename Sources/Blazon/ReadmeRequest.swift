internal import BlazonPaint
public import BlazonReadme
public import BlazonSource
internal import BlazonText
internal import Files

/// A badge for a README, and the kind of file that was asked for.
public struct ReadmeRequest: Sendable {
  public enum Format: Sendable { case svg, png }

  public var badge: ReadmeBadge
  public var format: Format
  /// Pixels of a PNG for each pixel of the badge.
  public var scale: Int

  public init(_ badge: ReadmeBadge, as format: Format, scale: Int = 2) {
    (self.badge, self.format, self.scale) = (badge, format, scale)
  }

  /// The badge as a file; `nil` if that kind of file cannot show it, which the report says.
  public func draw(report: inout Report) throws(WorldError) -> [UInt8]? {
    switch format {
    case .svg: return badge.svg
    case .png: return try png(&report)
    }
  }

  private func png(_ report: inout Report) throws(WorldError) -> [UInt8]? {
    let fonts: FontLibrary
    do throws(FontLibraryError) { fonts = try FontLibrary() } catch {
      throw WorldError(error.description)
    }
    var typesetter = Typesetter(fonts: fonts)
    let missing = badge.missingCharacters(&typesetter)
    guard missing.isEmpty else {
      let characters = missing.map { "“\($0)”" }.joined(separator: ", ")
      report.error(
        "no font that ships can write \(characters)", at: nil,
        help: "draw an SVG, which is shown with the reader's fonts")
      return nil
    }
    let scene = badge.scene(&typesetter)
    do throws(PaintError) {
      return PNGEncoder().encode(try RasterPainter(scale: Double(scale)).paint(scene))
    } catch {
      throw WorldError(error.description)
    }
  }

  /// Replaces the file at `path` by `bytes`, whole; writes to standard output without a path.
  public static func write(_ bytes: [UInt8], to path: String?) throws(WorldError) {
    try wrapping { () throws(FileError) in
      if let path { try replace(path, with: bytes) } else { try Stream.output.write(bytes) }
    }
  }
}
