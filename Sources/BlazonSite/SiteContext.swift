internal import BlazonLedger
public import BlazonScene
public import BlazonShelf
public import BlazonSpec

/// Words with the language that they are in.
public struct SiteText: Hashable, Sendable {
  public var text: String
  /// BCP 47.
  public var language: String

  public init(_ text: String, in language: String) {
    (self.text, self.language) = (text, language)
  }
}

/// A picture of the site, in pixels or units.
public struct SitePicture: Hashable, Sendable {
  public var address: Address
  public var width: Int, height: Int

  public init(_ address: Address, width: Int, height: Int) {
    (self.address, self.width, self.height) = (address, width, height)
  }
}

/// What all pages of a programme have in common, in one language.
public struct SiteContext: Sendable {
  /// A programme as another one's pages name it.
  public struct Party: Sendable {
    public var name: String
    /// Where its pages are; `nil` where this run knows of none.
    public var home: Address?
    public var logo: SitePicture?
    /// What it is, in a sentence or two.
    public var description: SiteText?

    public init(
      name: String, home: Address?, logo: SitePicture? = nil, description: SiteText? = nil
    ) {
      (self.name, self.home, self.logo) = (name, home, logo)
      self.description = description
    }
  }

  /// The programme's id; empty for pages that are of no programme.
  public var programme: String
  public var name: String
  /// BCP 47.
  public var language: String
  /// The language whose folder its pages stand in; `nil` for the programme's own.
  public var folder: String?
  /// All languages of its pages, its own first, each with the folder of its pages.
  public var languages: [(tag: String, folder: String?)]
  /// Where the output tree is served; `nil` if nowhere.
  public var publish: String?
  /// The issuer's own pages.
  public var website: String?
  /// The organisation's number at LinkedIn.
  public var linkedIn: String?
  public var logo: SitePicture?
  /// The programme that it is a partner of.
  public var partner: Party?
  let wording: Wording
  let style: SiteStyle

  public init(
    programme: String, name: String, language: String, folder: String? = nil,
    languages: [(tag: String, folder: String?)] = [],
    publish: String?, color: Color, wording: Wording
  ) {
    (self.programme, self.name, self.language) = (programme, name, language)
    (self.folder, self.languages, self.publish) = (folder, languages, publish)
    (self.wording, style) = (wording, SiteStyle(color: color))
  }

  // MARK: Words

  /// A fixed word in the page's language.
  func callAsFunction(_ word: Wording.Word) -> String { wording.text(word, in: language) }

  /// A fixed sentence, its places filled.
  func callAsFunction(_ word: Wording.Word, _ values: [String: String]) -> String {
    wording.text(word, in: language, filling: values)
  }

  /// `words` where they stand among words of the page's language.
  func html(_ words: SiteText) -> HTML {
    let own = words.language.prefix { $0 != "-" } == language.prefix { $0 != "-" }
    if own { return "\(words.text)" }
    let direction: HTML =
      TextDirection(ofLanguage: words.language) == TextDirection(ofLanguage: language)
      ? "" : " dir=\"auto\""
    // A language that nobody named is not told: `und` helps no reader.
    if words.language == "und" || words.language.isEmpty { return "<bdi>\(words.text)</bdi>" }
    return "<span lang=\"\(words.language)\"\(direction)>\(words.text)</span>"
  }

  /// `words` as a paragraph of its own, in its own language and direction.
  func paragraph(_ words: SiteText, class name: String) -> HTML {
    let isOwn = words.language.prefix { $0 != "-" } == language.prefix { $0 != "-" }
    let isTold = !isOwn && words.language != "und" && !words.language.isEmpty
    let tag: HTML = isTold ? " lang=\"\(words.language)\"" : ""
    let turn: HTML =
      TextDirection(ofLanguage: words.language) == TextDirection(ofLanguage: language)
      ? "" : " dir=\"auto\""
    return "<p class=\"\(name)\"\(tag)\(turn)>\(words.text)</p>"
  }

  // MARK: Addresses

  /// The folder of the programme's own pages.
  var home: Address { .home(of: programme, in: folder) }

  /// Whether the tree is served at a web address.
  var isPublished: Bool { base != nil }

  private var base: String? {
    publish.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
  }

  /// Where `address` is served; `nil` if nowhere.
  func url(_ address: Address) -> String? { base.map { address.url(below: $0) } }

  /// How a page in `folder` calls `address`. Where nothing is served somebody looks at files, and a folder has to be told
  /// by its page.
  func link(to address: Address, from folder: Address) -> String {
    let target = address.file == nil && !isPublished ? address.file(.page) : address
    let path = target.path(from: folder)
    return path.isEmpty ? "./" : path
  }
}
