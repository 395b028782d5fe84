internal import BlazonSource
internal import FoundationEssentials

/// A list of files of the output: `manifest.json` at its root, and the parts that this names.
///
/// It is JSON with one file a line, so that changes of it read well in git.
struct Manifest: Codable, Sendable {
  /// The version of its form.
  var blazon = Manifest.version
  var files: [Entry]
  /// Paths of earlier runs' files that stand and that nothing draws any more.
  var orphans: [String]?
  /// The installed fonts whose letters are in the files.
  var fonts: [Font]?
  /// The other lists: the files of people.
  var parts: [Part]?
  /// Which share of a run made them; `nil` for a whole run.
  var share: Share?

  /// Another list.
  struct Part: Codable, Hashable, Sendable {
    var path: String
    var programme: String
    /// Which of 256 shares of its people.
    var share: UInt8
  }

  /// One of several runs that come to a whole one.
  struct Share: Codable, Hashable, Sendable {
    /// Counted from 1.
    var number: Int
    var count: Int
    /// The programmes that all shares together make anew.
    var programmes: [String]
    /// What programmes and ledgers take away, as `Withdrawal` has it.
    var withdrawn: [String]
  }

  /// An installed file that is drawn from.
  struct Font: Codable, Sendable {
    var name: String
    var sha256: String
  }

  /// What is known of one file.
  struct Entry: Codable, Hashable, Sendable {
    var path: String
    var sha256: String
    var bytes: Int
    var width: Int?
    var height: Int?
    var badge: String?
    var recipient: String?
    var alt: String
    /// The digest of all that it is made from; of version 1, of its scene. Empty while it is being replaced.
    /// Where several runs made the same file, that of each, with plus signs between.
    var source: String

    var keys: [String] { source.split(separator: "+").map(String.init) }
  }

  /// The version that is written. Version 1 is read too, whose sources are keys of nothing, and version 2,
  /// which had no parts.
  static let version = 3

  init(files: [Entry], orphans: [String] = [], fonts: [Font] = [], parts: [Part] = []) {
    self.files = files
    self.orphans = orphans.isEmpty ? nil : orphans
    self.fonts = fonts.isEmpty ? nil : fonts
    self.parts = parts.isEmpty ? nil : parts
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
    if blazon < 2 { for index in files.indices { files[index].source = "" } }
  }

  /// The list of some people's files in `bytes`; `nil` where they are not whole, as after a disk has failed. Throws what
  /// it is where that is something else.
  init?(part bytes: [UInt8], at path: String) throws(WorldError) {
    struct Anything: Decodable { init(from decoder: any Decoder) {} }
    guard (try? JSONDecoder().decode(Anything.self, from: Data(bytes))) != nil else { return nil }
    try self.init(bytes, at: path)
  }

  var json: [UInt8] {
    var json = Array("{\n\"blazon\": \(blazon)".utf8)
    func add<Value: Encodable>(_ name: StaticString, _ values: [Value]?) {
      guard let values else { return }
      json += ",\n\"\(name)\": [".utf8
      for (index, value) in values.enumerated() {
        json += (index == 0 ? "\n  " : ",\n  ").utf8
        json += Manifest.json(of: value)
      }
      json += (values.isEmpty ? "]" : "\n]").utf8
    }
    add("files", files)
    add("fonts", fonts)
    add("orphans", orphans)
    add("parts", parts)
    if let share { json += ",\n\"share\": ".utf8 + Manifest.json(of: share) }
    return json + "\n}\n".utf8
  }

  /// One value, on one line.
  private static func json(of value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("strings and numbers are JSON")
    }
    return Array(data)
  }
}
