public import BlazonSource
internal import Files

/// What one picture that is asked for by itself can be.
public enum PictureFormat: String, CaseIterable, Sendable { case svg, png }

/// Replaces the file at `path` by `bytes`, whole; writes to standard output without a path.
public func writePicture(_ bytes: [UInt8], to path: String?) throws(WorldError) {
  try wrapping { () throws(FileError) in
    if let path { try replace(path, with: bytes) } else { try Stream.output.write(bytes) }
  }
}
