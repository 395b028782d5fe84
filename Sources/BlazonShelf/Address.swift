/// Where something stands: a folder, or a file in one, below the output folder and below the address at
/// which that is published.
public struct Address: Hashable, Sendable, Comparable {
  /// The folder, its parts joined by slashes; empty for the root.
  public let folder: String
  /// `nil` for the folder itself.
  public let file: FileName?

  /// As in `acme/badges/docs-author@64.png`.
  public var path: String {
    guard let file else { return folder }
    return folder.isEmpty ? file.text : "\(folder)/\(file.text)"
  }

  /// The file that adapts to the page it stands on; see `FileName.adapting`.
  public var adapting: Address { Address(folder: folder, file: file?.adapting) }

  /// A file of the folder.
  public func file(_ name: FileName) -> Address { Address(folder: folder, file: name) }

  public static func < (a: Address, b: Address) -> Bool { a.path < b.path }

  /// How a page in `folder` calls it: as in `../../../badges/docs-author.svg`, each part as RFC 3986 wants it.
  public func path(from folder: Address) -> String {
    let (ours, theirs) = (self.folder.split(separator: "/"), folder.folder.split(separator: "/"))
    let shared = zip(ours, theirs).prefix { $0 == $1 }.count
    let up = theirs.dropFirst(shared).map { _ in ".." }
    let down = ours.dropFirst(shared).map { percentEncoded(String($0)) }
    return (up + down + [file.map { percentEncoded($0.text) } ?? ""]).joined(separator: "/")
  }

  // MARK: Folders

  /// The folder of everything.
  public static let root = Address(folder: "", file: nil)

  /// The folder of a programme's own pages; those in another language than its own stand in a folder of that.
  public static func home(of programme: String, in language: String? = nil) -> Address {
    Address(folder: [programme, language].compactMap(\.self).joined(separator: "/"), file: nil)
  }

  /// The page of a badge, in the folder of the badges; the second page of its holders and so on in folders of their
  /// number.
  public static func badge(
    _ id: String, of programme: String, in language: String? = nil, page: Int = 1
  ) -> Address {
    let folder = "\(badges(of: programme, in: language).folder)/\(id)"
    return Address(folder: page > 1 ? "\(folder)/\(page)" : folder, file: nil)
  }

  /// The list of a programme's people, on as many pages as it takes, counted from 1.
  public static func people(
    of programme: String, in language: String? = nil, page: Int = 1
  ) -> Address {
    let folder = "\(home(of: programme, in: language).folder)/people"
    // No handle begins with a hyphen.
    return Address(folder: page > 1 ? "\(folder)/-\(page)" : folder, file: nil)
  }

  /// Where numbers are looked up, and the folder of one.
  public static func verify(_ number: String? = nil) -> Address {
    Address(folder: number.map { "verify/\($0.uppercased())" } ?? "verify", file: nil)
  }

  /// All of a programme.
  public static func programme(_ id: String) -> Address { Address(folder: id, file: nil) }

  /// The badges of a programme; those in another language than its own stand in a folder of that.
  public static func badges(of programme: String, in language: String? = nil) -> Address {
    Address(
      folder: ([programme, language].compactMap(\.self) + ["badges"]).joined(separator: "/"),
      file: nil)
  }

  /// What a person earned.
  public static func person(_ handle: String, in programme: String) -> Address {
    Address(folder: "\(programme)/people/\(handle)", file: nil)
  }

  /// One award: the badge `badge` earned by `handle`.
  public static func award(
    of badge: String, to handle: String, in programme: String
  ) -> Address {
    Address(folder: "\(person(handle, in: programme).folder)/\(badge)", file: nil)
  }

  /// A sheet of all badges of a programme, counted from 0.
  public static func contactSheet(of programme: String, page: Int = 0) -> Address {
    Address(folder: programme, file: .contactSheet(page))
  }

  /// A file at `path` below the programme's folder, which others called so before us; `nil` where it is no picture of ours.
  public static func kept(
    _ path: String, of programme: String
  ) -> (address: Address, format: ImageFormat)? {
    let parts = path.split(separator: "/").map(String.init)
    guard let last = parts.last, let (name, format) = FileName.kept(last) else { return nil }
    let folder = ([programme] + parts.dropLast()).joined(separator: "/")
    return (Address(folder: folder, file: name), format)
  }

  /// What of ours stands where a picture at `path` below a programme's folder would; `nil` for nothing.
  ///
  /// The programme's `languages` have folders of their own, and badges have pictures that are called as `states` are.
  public static func isOurs(_ path: String, languages: [String], states: [String]) -> String? {
    let parts = path.lowercased().split(separator: "/").map(String.init)
    guard let first = parts.first, parts.count > 1, !isFile(first) else {
      return "the pages of the programme"
    }
    if ["people", "manifest"].contains(first) { return "the files of people" }
    if languages.contains(where: { $0.lowercased() == first }) { return "the pages in “\(first)”" }
    guard first == "badges" else { return nil }
    let isState =
      parts.count == 3 && parts[2].split(separator: ".").contains { states.contains("\($0)") }
    return parts.count == 2 || isFile(parts[1]) || isState ? "the badges themselves" : nil
  }

  /// Whether a folder would be called as files of ours are.
  static func isFile(_ name: String) -> Bool {
    let endings = ImageFormat.allCases.map(\.rawValue) + ["html", "json", "jws", "jwt", "md"]
    return endings.contains { name.hasSuffix(".\($0)") }
  }

  static let manifest = Address(folder: "", file: .manifest)

  /// The list of the files of one of 256 shares of a programme's people.
  static func manifest(of programme: String, share: UInt8) -> Address {
    Address(folder: "\(programme)/manifest", file: .manifest(share: share))
  }

  // MARK: Where it is published

  /// Where it is served when the output folder is served at `publish`; a folder's ends in a slash.
  public func url(below publish: String) -> String {
    var base = publish[...]
    while base.hasSuffix("/") { base.removeLast() }
    let parts = path.split(separator: "/").map { percentEncoded(String($0)) }
    return "\(base)/\(parts.joined(separator: "/"))" + (file == nil && !parts.isEmpty ? "/" : "")
  }
}

/// `text` as one part of a path (RFC 3986): UTF-8, all but letters, digits and `-._~` as `%` and two digits.
public func percentEncoded(_ text: String) -> String {
  text.utf8.map { byte in
    isUnreserved(byte) ? String(Unicode.Scalar(byte)) : percentEncoded(byte)
  }.joined()
}

/// Whether `byte` may stand in any part of an address as it is.
public func isUnreserved(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    || "-._~".utf8.contains(byte)
}

/// `byte` as `%` and two digits.
public func percentEncoded(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
}
