public import BlazonScene

/// The name of a file in a folder of ours: what it shows, marks between dots, its kind.
///
/// Names are linked for years, so that they are spelled here alone, and nothing takes them apart again.
public struct FileName: Hashable, Sendable {
  /// What the file shows: `badge`, `card`, or a badge's id.
  public let stem: String
  /// Which of several: a page's name, a theme, a paper. In this order.
  public let marks: [String]
  /// The pixel width, where it is not the usual one.
  public let width: Int?
  /// `svg`, `md`, …
  public let ending: String
  /// As RFC 6838 calls it.
  public let mediaType: String

  /// As it stands on disk: `card.square.dark.jpg`, `docs-author@64.png`.
  public var text: String {
    ([stem] + marks).joined(separator: ".") + (width.map { "@\($0)" } ?? "") + "." + ending
  }

  private init(
    _ stem: String, _ marks: [String?], width: Int? = nil, ending: String, _ mediaType: String
  ) {
    (self.stem, self.ending, self.mediaType) = (stem, ending, mediaType)
    (self.marks, self.width) = (marks.compactMap(\.self), width)
  }

  private init(_ stem: String, _ marks: [String?], width: Int? = nil, as format: ImageFormat) {
    self.init(stem, marks, width: width, ending: format.rawValue, format.mediaType)
  }

  private init(_ stem: String, ending: String, _ mediaType: String) {
    self.init(stem, [], ending: ending, mediaType)
  }

  /// What stands between a name and its ending in files for pages of one theme alone.
  private static func mark(_ theme: Theme) -> String? { theme == .light ? nil : theme.rawValue }

  /// The SVG that is what this one shows on light pages, and its drawing for dark pages on those.
  public var adapting: FileName {
    FileName(stem, marks + ["auto"], width: width, ending: ending, mediaType)
  }

  /// The pixel width of PNG files that say none.
  public static let usualWidth = 512

  /// A badge in its programme's folder; `name` is its id, one with a variant, or an alias.
  public static func badge(
    _ name: String, _ theme: Theme, _ format: ImageFormat, width: Int? = nil
  ) -> FileName {
    FileName(name, [mark(theme)], width: width == usualWidth ? nil : width, as: format)
  }

  /// A file that others called so before us, and link to: it keeps its name to the letter. `nil` where its ending is none of
  /// ours.
  public static func kept(_ name: String) -> (name: FileName, format: ImageFormat)? {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = String(name[name.index(after: dot)...])
    let known = ending.lowercased() == "jpeg" ? "jpg" : ending.lowercased()
    guard let format = ImageFormat(rawValue: known), format != .pdf else { return nil }
    return (FileName(String(name[..<dot]), ending: ending, format.mediaType), format)
  }

  /// The badge of an award, in the award's folder.
  public static func badge(_ format: ImageFormat, _ theme: Theme = .light) -> FileName {
    badge("badge", theme, format)
  }

  /// A share card; `name` is that of its design unless it is the standard one, `variant` as in `dark`.
  public static func card(_ name: String? = nil, _ variant: String? = nil) -> FileName {
    FileName("card", [name, variant], as: .jpg)
  }

  /// A certificate; `name` is that of its design unless it is the badge's own, `variant` as in `letter`.
  public static func certificate(
    _ name: String? = nil, _ variant: String? = nil, _ format: ImageFormat
  ) -> FileName {
    FileName("certificate", [name, variant], as: format)
  }

  /// A wall of badges. One without a theme adapts to the page it stands on; `name` is that of its spec, unless it is the
  /// one that is called so.
  public static func wall(
    _ name: String, _ theme: Theme? = nil, _ format: ImageFormat = .svg
  ) -> FileName {
    let mark = format == .svg || theme == .dark ? theme?.rawValue : nil
    return FileName(wallName, [name == wallName ? nil : name, mark], as: format)
  }

  private static let wallName = "wall"

  /// Whether the file is a wall, of a person or of a programme, not a badge that is called so.
  private static func isWall(_ parts: [Substring]) -> Bool {
    guard let name = parts.last, name.hasPrefix("\(wallName).") else { return false }
    return parts.count == 2 || (parts.count == 4 && parts[1] == "people")
  }

  /// The README badge of an award.
  public static let readme = FileName("readme", [], as: .svg)
  /// What is pasted into pages and profiles.
  public static let snippets = FileName("snippets", ending: "md", "text/markdown")
  /// What the award's address shows.
  public static let page = FileName("index", ending: "html", "text/html")
  /// The logo of a programme, and the small picture that browsers show beside a page's title.
  public static let logo = FileName("logo", [], as: .svg)
  public static let icon = FileName("icon", [], as: .svg)
  /// A badge in a state that somebody has it in, in the folder of its page; `variant` is the name of its tier or count.
  public static func state(
    _ state: String, of variant: String? = nil, _ theme: Theme = .light,
    _ format: ImageFormat = .svg
  ) -> FileName {
    FileName(variant ?? state, [variant.map { _ in state }, mark(theme)], as: format)
  }
  /// What search engines read, in one file or in several, counted from 0.
  public static func sitemap(_ number: Int = 0) -> FileName {
    FileName(
      number == 0 ? "sitemap" : "sitemap-\(number + 1)", ending: "xml", "application/xml")
  }
  /// What tells them where that is.
  public static let robots = FileName("robots", ending: "txt", "text/plain")
  /// The credential of an award, as a compact JWS (RFC 7515).
  public static let credential = FileName("credential", ending: "jws", "text/plain")
  /// The same as JSON with its proof in it.
  public static let credentialDocument = FileName("credential", ending: "json", "application/json")
  /// The badge of an award with that credential in it, to keep and to hand on.
  public static func credential(_ format: ImageFormat) -> FileName {
    FileName("credential", [], as: format)
  }
  /// The award as an assertion of Open Badges 2.0; its badge class, of a tier or a year if it has any; its issuer.
  public static let assertion = FileName("assertion", ending: "json", "application/json")
  public static func badgeClass(_ variant: String? = nil) -> FileName {
    FileName("badge-class", [variant], ending: "json", "application/json")
  }
  public static let issuer = FileName("issuer", ending: "json", "application/json")
  /// The keys of an issuer: the document of its DID (did:web), and a JSON Web Key Set (RFC 7517).
  public static let didDocument = FileName("did", ending: "json", "application/json")
  public static let keySet = FileName("jwks", ending: "json", "application/json")
  /// Which of its credentials an issuer has taken back.
  public static let revocations = FileName("revocations", ending: "jwt", "application/jwt")
  public static let revocationDocument = FileName(
    "revocations", ending: "json", "application/json")
  /// The same of assertions of Open Badges 2.0.
  public static let revokedAssertions = FileName(
    "revoked-assertions", ending: "json", "application/json")
  /// What a badge stands for, as Open Badges tell it.
  public static let achievement = FileName("achievement", ending: "json", "application/json")
  /// The list of all files, at the root.
  static let manifest = FileName("manifest", ending: "json", "application/json")

  /// What is noted beside a list while files change.
  var journal: FileName { FileName(".\(stem)", ending: "journal", "text/plain") }

  /// Whether the file at `path` tells in words that somebody holds something: a page, a certificate, lines to paste.
  static func tells(_ path: String) -> Bool {
    guard let name = path.split(separator: "/").last else { return false }
    return name == page.text || name == snippets.text
      || name.hasPrefix("\(certificate(nil, nil, .pdf).stem).")
      || isWall(path.split(separator: "/")) || isAssertion(path.split(separator: "/"))
  }

  /// Whether the file is an assertion of an award: it is true because it is published.
  private static func isAssertion(_ parts: [Substring]) -> Bool {
    parts.count == 5 && parts[1] == "people" && parts[4] == assertion.text
  }

  /// The list of one of 256 shares, by two hexadecimal digits: `0f.json`.
  static func manifest(share: UInt8) -> FileName {
    let digits = String(share, radix: 16)
    return FileName(
      (digits.utf8.count < 2 ? "0" : "") + digits, ending: "json", "application/json")
  }

  /// All badges of a programme on one page, or on several, counted from 0.
  static func contactSheet(_ page: Int) -> FileName {
    FileName(page == 0 ? "contact-sheet" : "contact-sheet-\(page + 1)", [], as: .png)
  }
}
