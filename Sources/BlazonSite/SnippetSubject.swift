public import BlazonLedger

/// One award whose pictures are drawn, as snippets tell of it.
public struct SnippetSubject: Sendable {
  /// A file that stands in the award's folder.
  public struct File: Hashable, Sendable {
    /// `badge.svg`, `badge.png`, `card.jpg`, `card.dark.jpg`, `readme.svg`, …
    public var name: String
    /// In pixels; 0 for what is no picture.
    public var width: Int, height: Int

    public init(_ name: String, width: Int = 0, height: Int = 0) {
      (self.name, self.width, self.height) = (name, width, height)
    }
  }

  /// The programme's id, and what it is called.
  public var programme: String, programmeName: String
  /// The recipient's folder.
  public var handle: String
  /// The badge's id.
  public var badge: String
  public var recipientName: String
  public var badgeTitle: String
  /// The alternative text of the badge, and that of the card.
  public var alt: String, cardAlt: String
  /// A sentence for link previews.
  public var description: String
  /// What the site as a whole is called.
  public var siteName: String
  public var issued: CalendarDate
  public var expires: CalendarDate?
  /// The award's number.
  public var id: String?
  /// Where the output tree is served; `nil` if nowhere.
  public var publish: String?
  /// A colour for the frames of browsers, as in `#00A08E`.
  public var themeColor: String?
  /// The award's page in its folder; without one, snippets link to the badge itself.
  public var page: String?
  /// Whether the award holds: a revoked one is not offered to profiles.
  public var isInForce: Bool
  public var files: [File]

  public init(
    programme: String, programmeName: String, handle: String, badge: String, recipientName: String,
    badgeTitle: String, alt: String, cardAlt: String, description: String, siteName: String,
    issued: CalendarDate, expires: CalendarDate? = nil, id: String? = nil, publish: String? = nil,
    themeColor: String? = nil, page: String? = nil, isInForce: Bool = true, files: [File]
  ) {
    (self.programme, self.programmeName) = (programme, programmeName)
    (self.handle, self.badge) = (handle, badge)
    (self.recipientName, self.badgeTitle) = (recipientName, badgeTitle)
    (self.alt, self.cardAlt, self.description) = (alt, cardAlt, description)
    self.siteName = siteName
    (self.issued, self.expires, self.id) = (issued, expires, id)
    (self.publish, self.themeColor) = (publish, themeColor)
    (self.page, self.isInForce, self.files) = (page, isInForce, files)
  }

  /// The first of `names` that exists.
  func file(_ names: String...) -> File? {
    names.lazy.compactMap { name in files.first { $0.name == name } }.first
  }

  /// The award's folder where it is served; `nil` if it is not, or not as a web address.
  var folderAddress: String? {
    guard var base = publish, base.hasPrefix("https://") || base.hasPrefix("http://") else {
      return nil
    }
    while base.hasSuffix("/") { base.removeLast() }
    let path = [programme, "people", handle, badge].map(percentEncoded).joined(separator: "/")
    return "\(base)/\(path)/"
  }

  /// Where snippets find a file: its address, or else its name.
  func address(of name: String) -> String { (folderAddress ?? "") + percentEncoded(name) }

  /// What a click leads to; `nil` if nothing is served.
  var pageAddress: String? {
    guard let folderAddress else { return nil }
    switch page {
    case "index.html"?: return folderAddress
    case let page?: return address(of: page)
    case nil: return file("badge.svg", "badge.png").map { address(of: $0.name) }
    }
  }
}
