public import BlazonLedger
public import BlazonShelf

/// One award as its page tells of it.
public struct AwardSubject: Sendable {
  /// What snippets tell, and the files.
  public var snippet: SnippetSubject
  public var standing: Standing
  /// The day it was taken back, where that is known.
  public var revoked: CalendarDate?
  /// The day of the last renewal; `nil` where it never was.
  public var renewed: CalendarDate?
  /// What the programme tells of it besides, each with what its column is called.
  public var facts: [(name: String, value: String)] = []
  /// Why it was taken back, where somebody said.
  public var reason: String?
  /// What was reached, with what that is called.
  public var result: String?
  /// Who may find it.
  public var visibility: Visibility
  public var title: SiteText
  /// A word for the state where the award does not hold, as files say it.
  public var standingWord: String?
  /// “Amara Osei has earned …”, with a full stop.
  public var sentence: String
  public var criteria: SiteText?
  public var statement: SiteText?
  public var skills: [SiteText] = []
  /// What was shown, with its share in percent.
  public var competencies: [(name: SiteText, share: Int)] = []
  /// Web addresses.
  public var evidence: String?
  public var links: [String] = []
  /// The badge as it is shown.
  public var badge: SitePicture
  /// Whether it is another on dark pages.
  public var hasDarkBadge = false
  /// How much is done of what is under way, 0…1.
  public var progress: Double?
  /// The certificate as a picture.
  public var certificate: SitePicture?
  /// Who signs the certificate, each with their role.
  public var signatures: [SiteText] = []
  /// The name as the certificate has it, where that is another.
  public var certifiedName: String?
  /// What proves it, where its programme signs.
  public var proof: Proof?
  /// The award that has taken its place.
  public var next: Address?

  /// What whoever doubts the page can check.
  public struct Proof: Sendable {
    /// The credential's own files.
    public var files: [FileName]
    /// As in `urn:uuid:…`.
    public var id: String
    /// The issuer's DID, and the domain that it stands for.
    public var issuer: String
    public var domain: String

    public init(files: [FileName], id: String, issuer: String, domain: String) {
      (self.files, self.id, self.issuer, self.domain) = (files, id, issuer, domain)
    }
  }

  public init(
    _ snippet: SnippetSubject, standing: Standing, visibility: Visibility, title: SiteText,
    sentence: String, badge: SitePicture
  ) {
    (self.snippet, self.standing, self.visibility) = (snippet, standing, visibility)
    (self.title, self.sentence, self.badge) = (title, sentence, badge)
  }

  var folder: Address { snippet.folder }
}
