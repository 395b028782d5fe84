internal import CPango

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The world failed us while fonts were made ready.
public struct FontError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

/// A closed set of fonts, and nothing of the system's: no configuration file is read.
///
/// Owns an `FcConfig`. Immutable after `init`, and fontconfig is safe for threads since 2.10.91:
/// that is why the class may be shared.
public final class FontSet: @unchecked Sendable {
  let config: OpaquePointer
  /// The names of the files, by the path under which fontconfig knows them.
  let names: [String: String]

  /// `files` in the order in which a missing glyph is looked for.
  ///
  /// Also becomes fontconfig's own default for the process. Otherwise Pango's helper thread would
  /// read the system's configuration.
  public init(files: [(name: String, bytes: [UInt8])]) throws(FontError) {
    config = FcConfigCreate()
    var names: [String: String] = [:]
    for (name, bytes) in files {
      let path = try FontSet.file(bytes, name: name)
      guard FcConfigAppFontAddFile(config, path) != 0 else {
        throw FontError(description: "the font \(name) cannot be read")
      }
      names[path] = name
    }
    self.names = names
    FcConfigSetCurrent(config)
  }

  /// A path under which `bytes` can be opened as long as the process lives.
  ///
  /// FreeType reads fonts by path, so the bytes go into an anonymous file: nothing is left behind.
  private static func file(_ bytes: [UInt8], name: String) throws(FontError) -> String {
    #if os(Linux)
      let descriptor = blazon_anonymous_file(name)
      let path = "/proc/self/fd/\(descriptor)"
    #else
      var template = Array("/tmp/blazon-font-XXXXXX".utf8CString)
      let descriptor = mkstemp(&template)
      let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    #endif
    guard descriptor >= 0 else {
      throw FontError(description: "no room in memory for the font \(name)")
    }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      guard count > 0 else {
        throw FontError(description: "no room in memory for the font \(name)")
      }
      written += count
    }
    guard access(path, R_OK) == 0 else {
      throw FontError(description: "fonts are opened through /proc, which is not mounted here")
    }
    return path
  }
}
