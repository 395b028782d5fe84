internal import BlazonJSON
internal import BlazonSource

/// A list of files of the output: `manifest.json` at its root, and the parts that this names.
///
/// It is JSON with one file a line, so that changes of it read well in git.
struct Manifest: Sendable {
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
  struct Part: Hashable, Sendable {
    var path: String
    var programme: String
    /// Which of 256 shares of its people.
    var share: UInt8
  }

  /// One of several runs that come to a whole one.
  struct Share: Hashable, Sendable {
    /// Counted from 1.
    var number: Int
    var count: Int
    /// The programmes that all shares together make anew.
    var programmes: [String]
    /// What programmes and ledgers take away, as `Withdrawal` has it.
    var withdrawn: [String]
  }

  /// An installed file that is drawn from.
  struct Font: Sendable {
    var name: String
    var sha256: String
  }

  /// What is known of one file.
  struct Entry: Hashable, Sendable {
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
    let json: JSON
    do throws(JSON.Problem) { json = try Manifest.tree(bytes) } catch {
      let line = bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
      throw Manifest.stranger(path, "line \(line): \(error.message)")
    }
    try self.init(json, at: path)
  }

  /// The list of some people's files in `bytes`; `nil` where they are not whole, as after a disk has failed. Throws what
  /// it is where that is something else.
  init?(part bytes: [UInt8], at path: String) throws(WorldError) {
    guard let json = try? Manifest.tree(bytes) else { return nil }
    try self.init(json, at: path)
  }

  private init(_ json: JSON, at path: String) throws(WorldError) {
    guard let version = json["blazon"]?.integer, version >= 1 else {
      throw Manifest.stranger(path)
    }
    guard version <= Manifest.version else {
      throw WorldError(
        "“\(path)” was written by a later release (version \(version) of the manifest, this one "
          + "knows \(Manifest.version)); use that release, or another folder")
    }
    guard let manifest = Manifest(version, json) else { throw Manifest.stranger(path) }
    self = manifest
    if blazon < 2 { for index in files.indices { files[index].source = "" } }
  }

  /// All that `bytes` say, however much: they are what a run wrote.
  private static func tree(_ bytes: [UInt8]) throws(JSON.Problem) -> JSON {
    var limits = JSON.Limits()
    (limits.bytes, limits.values) = (.max, .max)
    // Some editors put a mark before what they write.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return try JSON(bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes, limits: limits)
  }

  private static func stranger(_ path: String, _ problem: String? = nil) -> WorldError {
    let reason = problem.map { " (\($0))" } ?? ""
    return WorldError("“\(path)” is not a manifest of ours\(reason); move it away and run again")
  }
}

// MARK: As JSON

extension Manifest {
  /// `nil` if a part of `json` is not what it is in manifests.
  private init?(_ version: Int, _ json: JSON) {
    guard let files = json["files"]?.all(Entry.init) else { return nil }
    (blazon, self.files) = (version, files)
    do throws(Misfit) {
      orphans = try json.given("orphans") { $0.all(\.text) }
      fonts = try json.given("fonts") { $0.all(Font.init) }
      parts = try json.given("parts") { $0.all(Part.init) }
      share = try json.given("share", Share.init)
    } catch {
      return nil
    }
  }

  var json: [UInt8] {
    var json = Array("{\n\"blazon\": \(blazon)".utf8)
    func add<Value>(_ name: StaticString, _ values: [Value]?, _ tree: (Value) -> JSON) {
      guard let values else { return }
      json += ",\n\"\(name)\": [".utf8
      for (index, value) in values.enumerated() {
        json += (index == 0 ? "\n  " : ",\n  ").utf8
        json += tree(value).bytes
      }
      json += (values.isEmpty ? "]" : "\n]").utf8
    }
    add("files", files, \.json)
    add("fonts", fonts, \.json)
    add("orphans", orphans, JSON.string)
    add("parts", parts, \.json)
    if let share { json += ",\n\"share\": ".utf8 + share.json.bytes }
    return json + "\n}\n".utf8
  }
}

// Members are written in the order of their names, so that a line is the same whatever wrote it.

extension Manifest.Entry {
  fileprivate init?(_ json: JSON) {
    guard let path = json["path"]?.text, let sha256 = json["sha256"]?.text,
      let bytes = json["bytes"]?.integer, let alt = json["alt"]?.text,
      let source = json["source"]?.text
    else { return nil }
    do throws(Misfit) {
      self.init(
        path: path, sha256: sha256, bytes: bytes, width: try json.given("width", \.integer),
        height: try json.given("height", \.integer), badge: try json.given("badge", \.text),
        recipient: try json.given("recipient", \.text), alt: alt, source: source)
    } catch {
      return nil
    }
  }

  fileprivate var json: JSON {
    .object([
      "alt": .string(alt), "badge": badge.map(JSON.string), "bytes": .integer(bytes),
      "height": height.map(JSON.integer), "path": .string(path),
      "recipient": recipient.map(JSON.string), "sha256": .string(sha256),
      "source": .string(source), "width": width.map(JSON.integer),
    ])
  }
}

extension Manifest.Font {
  fileprivate init?(_ json: JSON) {
    guard let name = json["name"]?.text, let sha256 = json["sha256"]?.text else { return nil }
    self.init(name: name, sha256: sha256)
  }

  fileprivate var json: JSON { .object(["name": .string(name), "sha256": .string(sha256)]) }
}

extension Manifest.Part {
  fileprivate init?(_ json: JSON) {
    guard let path = json["path"]?.text, let programme = json["programme"]?.text,
      let share = json["share"]?.integer.flatMap(UInt8.init(exactly:))
    else { return nil }
    self.init(path: path, programme: programme, share: share)
  }

  fileprivate var json: JSON {
    .object([
      "path": .string(path), "programme": .string(programme), "share": .integer(Int(share)),
    ])
  }
}

extension Manifest.Share {
  fileprivate init?(_ json: JSON) {
    guard let number = json["number"]?.integer, let count = json["count"]?.integer,
      let programmes = json["programmes"]?.all(\.text),
      let withdrawn = json["withdrawn"]?.all(\.text)
    else { return nil }
    self.init(number: number, count: count, programmes: programmes, withdrawn: withdrawn)
  }

  fileprivate var json: JSON {
    .object([
      "count": .integer(count), "number": .integer(number),
      "programmes": .array(programmes.map(JSON.string)),
      "withdrawn": .array(withdrawn.map(JSON.string)),
    ])
  }
}

/// A member is there and is not what it has to be.
private struct Misfit: Error {}

extension JSON {
  fileprivate static func integer(_ value: Int) -> JSON { .number(String(value)) }

  fileprivate var integer: Int? {
    // By what it is, not how it is written: 3.0 is 3.
    if case .number(let text) = self {
      Int(text) ?? Double(text).flatMap(Int.init(exactly:))
    } else {
      nil
    }
  }

  /// What `read` makes of every element; `nil` if this is no array, or an element is nothing to it.
  fileprivate func all<Value>(_ read: (JSON) -> Value?) -> [Value]? {
    guard let elements else { return nil }
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for element in elements {
      guard let value = read(element) else { return nil }
      values.append(value)
    }
    return values
  }

  /// What `read` makes of the member called `name`; `nil` where there is none, or it is null.
  fileprivate func given<Value>(
    _ name: String, _ read: (JSON) -> Value?
  ) throws(Misfit) -> Value? {
    guard let member = self[name] else { return nil }
    if case .null = member { return nil }
    guard let value = read(member) else { throw Misfit() }
    return value
  }
}
