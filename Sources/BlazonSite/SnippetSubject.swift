public import BlazonLedger
public import BlazonShelf

/// One award whose pictures are drawn, as snippets tell of it.
public struct SnippetSubject: Sendable {
  /// A file that tells of the award.
  public struct File: Hashable, Sendable {
    public var name: FileName
    /// The folder, where it is another than the award's: the file is shared.
    public var folder: Address?
    /// In pixels; 0 for what is no picture.
    public var width: Int, height: Int

    public init(_ name: FileName, in folder: Address? = nil, width: Int = 0, height: Int = 0) {
      (self.name, self.folder, self.width, self.height) = (name, folder, width, height)
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
  /// The award's page in its folder; without one, snippets link to the badge itself.
  public var page: FileName?
  /// Whether the award holds: a revoked one is not offered to profiles.
  public var isInForce: Bool
  /// The badge, as SVG and as PNG.
  public var badgeFiles: [File]
  /// All others.
  public var files: [File]
  /// The folder of its page, where it is a badge that nobody is named with.
  public var home: Address?
  /// The badge on dark pages, where that is another.
  public var darkBadge: File?
  /// The alternative text of the README badge, where it is not programme and title.
  public var readmeText: String?

  public init(
    programme: String, programmeName: String, handle: String, badge: String, recipientName: String,
    badgeTitle: String, alt: String, cardAlt: String, description: String, siteName: String,
    issued: CalendarDate, expires: CalendarDate? = nil, id: String? = nil, publish: String? = nil,
    page: FileName? = nil, isInForce: Bool = true,
    badgeFiles: [File], files: [File]
  ) {
    (self.programme, self.programmeName) = (programme, programmeName)
    (self.handle, self.badge) = (handle, badge)
    (self.recipientName, self.badgeTitle) = (recipientName, badgeTitle)
    (self.alt, self.cardAlt, self.description) = (alt, cardAlt, description)
    self.siteName = siteName
    (self.issued, self.expires, self.id) = (issued, expires, id)
    self.publish = publish
    (self.page, self.isInForce) = (page, isInForce)
    (self.badgeFiles, self.files) = (badgeFiles, files)
  }

  /// The file called `name`, if there is one.
  func file(_ name: FileName) -> File? { files.first { $0.name == name } }

  /// The badge, sharp at any size if it can be had so, and adapting where it is another on dark pages.
  var badgeFile: File? {
    guard darkBadge != nil, var file = badgeFiles.first, file.name.ending == "svg" else {
      return badgeFiles.first
    }
    file.name = file.name.adapting
    return file
  }

  var readmeAlt: String { readmeText ?? "\(programmeName): \(badgeTitle)" }

  /// The share card on light pages.
  var card: File? { file(.card()) }

  /// The award's folder.
  var folder: Address { home ?? .award(of: badge, to: handle, in: programme) }

  /// Where the output tree is served, if that is a web address.
  private var base: String? {
    guard let publish, publish.hasPrefix("https://") || publish.hasPrefix("http://") else {
      return nil
    }
    return publish
  }

  /// The award's folder where it is served; `nil` if it is not, or not as a web address.
  var folderAddress: String? { base.map { folder.url(below: $0) } }

  /// Where snippets find a file: its address, or else the way from the award's folder.
  func address(of file: File) -> String {
    let address = (file.folder ?? folder).file(file.name)
    return base.map { address.url(below: $0) } ?? path(to: file)
  }

  /// The way to a file from the award's folder.
  func path(to file: File) -> String {
    (file.folder ?? folder).file(file.name).path(from: folder)
  }

  /// What a click leads to; `nil` if nothing is served.
  var pageAddress: String? {
    guard let folderAddress else { return nil }
    // An index is what the folder's own address shows.
    if page == .page { return folderAddress }
    return (page.map { File($0) } ?? badgeFile).map(address(of:))
  }
}
