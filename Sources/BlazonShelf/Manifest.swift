internal import BlazonSource
internal import FoundationEssentials

/// The list of all files of an output folder: `manifest.json`.
public struct Manifest: Codable, Sendable {
  /// The version of its form.
  var blazon = Manifest.version
  var files: [Entry]
  /// Paths of earlier runs' files that stand and that nothing draws any more.
  var orphans: [String]?
  /// The installed fonts whose letters are in the files.
  var fonts: [Font]?

  /// An installed file that is drawn from.
  struct Font: Codable, Sendable {
    var name: String
    var sha256: String
  }

  /// What is known of one file.
  struct Entry: Codable, Sendable {
    var path: String
    var sha256: String
    var bytes: Int
    var width: Int?
    var height: Int?
    var badge: String?
    var recipient: String?
    var alt: String
    /// The digest of all that it is made from; of version 1, of its scene.
    var source: String
  }

  /// The version that is written. Version 1 is read too: its sources are keys of nothing.
  static let version = 2

  init(files: [Entry], orphans: [String]?, fonts: [Font]?) {
    (self.files, self.orphans, self.fonts) = (files, orphans, fonts)
  }

  /// The manifest in `bytes`, which stand at `path`. Throws what it is instead.
  init(_ bytes: [UInt8], at path: String) throws(WorldError) {
    struct Head: Decodable { var blazon: Int }
    let (decoder, data) = (JSONDecoder(), Data(bytes))
    guard let head = try? decoder.decode(Head.self, from: data), head.blazon >= 1 else {
      throw WorldError("“\(path)” is not a manifest of ours; move it away and run again")
    }
    guard head.blazon <= Manifest.version else {
      throw WorldError(
        "“\(path)” was written by a later release (version \(head.blazon) of the manifest, this one "
          + "knows \(Manifest.version)); use that release, or another folder")
    }
    guard let manifest = try? decoder.decode(Manifest.self, from: data) else {
      throw WorldError("“\(path)” is not a manifest of ours; move it away and run again")
    }
    self = manifest
  }

  /// The keys of all that is listed: what was made from the same need not be made again.
  public var keys: Set<String> { blazon < 2 ? [] : Set(files.map(\.source)) }

  var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a manifest of strings and numbers is JSON")
    }
    return Array(data) + [0x0A]
  }
}
