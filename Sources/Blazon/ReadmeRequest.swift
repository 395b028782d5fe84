internal import BlazonPaint
public import BlazonReadme
public import BlazonSource
internal import BlazonText
internal import Files

/// A badge for a README, and the kind of file that was asked for.
public struct ReadmeRequest: Sendable {
  public var badge: ReadmeBadge
  public var format: ImageFormat
  /// Pixels of a PNG for each pixel of the badge.
  public var scale: Int

  public init(_ badge: ReadmeBadge, as format: ImageFormat, scale: Int = 2) {
    (self.badge, self.format, self.scale) = (badge, format, scale)
  }

  /// The badge as a file.
  public func draw() throws(WorldError) -> [UInt8] {
    switch format {
    case .svg: return badge.svg
    case .png: return try png()
    }
  }

  /// Draws the badge and replaces the file at `path` by it, whole.
  public func write(to path: String) throws(WorldError) {
    let bytes = try draw()
    try wrapping { () throws(FileError) in try replace(path, with: bytes) }
  }

  private func png() throws(WorldError) -> [UInt8] {
    let fonts: FontLibrary
    do throws(FontLibraryError) { fonts = try FontLibrary() } catch {
      throw WorldError(error.description)
    }
    var typesetter = Typesetter(fonts: fonts)
    let scene = badge.scene(&typesetter)
    do throws(PaintError) {
      return PNGEncoder().encode(try RasterPainter(scale: Double(scale)).paint(scene))
    } catch {
      throw WorldError(error.description)
    }
  }
}
