extension Wording {
  /// A fixed word, or a sentence with places in braces, as specs call it under `words`.
  public enum Word: String, CaseIterable, Sendable {
    // Cards and certificates.
    case certificate
    case certify
    case earned
    case issued
    case validUntil = "valid-until"
    case number
    case skills
    case verified
    // States, as badges say them.
    case comingSoon = "coming-soon"
    case inProgress = "in-progress"
    case locked
    case archived
    case expired
    case revoked
    case emeritus
    // Tiers.
    case common
    case bronze
    case silver
    case gold
    case platinum
    case diamond
    case emerald
    case ruby
    // Levels of certifications.
    case beginner, intermediate, advanced
    // Pages, and the sentences of alternative texts.
    case languageName = "language-name"
    case badge
    case badges
    case certifications
    case people
    case programmes
    case partners
    case partnerOf = "partner-of"
    case holders
    case awards
    case awardedTo = "awarded-to"
    case issuedBy = "issued-by"
    case tiers
    case states
    case criteria
    case howToEarn = "how-to-earn"
    case requires
    case statement
    case evidence
    case links
    case inForce = "in-force"
    case superseded
    case notYet = "not-yet"
    case validFrom = "valid-from"
    case renewedOn = "renewed-on"
    case expiredOn = "expired-on"
    case revokedOn = "revoked-on"
    case revokedNote = "revoked-note"
    case expiredNote = "expired-note"
    case supersededNote = "superseded-note"
    case notYetNote = "not-yet-note"
    case seeNewer = "see-newer"
    case awardNumber = "award-number"
    case download
    case share
    case shareOn = "share-on"
    case byEmail = "by-email"
    case copyLink = "copy-link"
    case copy
    case copied
    case embed
    case addToLinkedin = "add-to-linkedin"
    case picture
    case certificateAs = "certificate-as"
    case verifiableBadge = "verifiable-badge"
    case credential
    case signedBy = "signed-by"
    case certifiedName = "certified-name"
    case result
    case showCertificate = "show-certificate"
    case allProgrammes = "all-programmes"
    case skip
    case pages
    case pageNumber = "page-number"
    case previous
    case next
    case verify
    case verifyHelp = "verify-help"
    case verifyButton = "verify-button"
    case verifyMistyped = "verify-mistyped"
    case verifyAddress = "verify-address"
    case verifyFound = "verify-found"
    case moved
    case goOn = "go-on"
    case hasEarned = "has-earned"
    case notInForceSentence = "not-in-force-sentence"
    case theBadge = "the-badge"
    case personSentence = "person-sentence"
    case programmeSentence = "programme-sentence"
    case badgeSentence = "badge-sentence"
    case showIt = "show-it"
    case noHolders = "no-holders"
    case recordNote = "record-note"
    case shape
    case emblem

    /// What it is for: one line for help pages.
    var summary: String {
      switch self {
      case .certificate: "the heading of a certificate"
      case .certify: "the words before the name"
      case .earned: "the words between name and title"
      case .issued: "before the day of issue"
      case .validUntil: "before the last day"
      case .number: "before a certificate's id"
      case .skills: "before the skills"
      case .verified: "of an award that has a credential"
      case .comingSoon: "of a badge to come"
      case .inProgress: "of a badge half earned"
      case .locked: "of a badge not yet to be earned"
      case .archived: "of a badge no longer given"
      case .expired: "of an award whose time is over"
      case .revoked: "of an award taken back"
      case .emeritus: "of a role held once"
      case .common, .bronze, .silver, .gold, .platinum, .diamond, .emerald, .ruby:
        "the name of the tier"
      case .beginner, .intermediate, .advanced: "the name of the level"
      case .languageName: "what the language calls itself"
      case .badge: "a heading: one badge"
      case .badges: "a heading: badges"
      case .certifications: "a heading: badges with certificates"
      case .people: "a heading: who holds awards"
      case .programmes: "a heading: programmes"
      case .partners: "a heading: partner programmes"
      case .partnerOf: "before the name of the programme that it is a partner of"
      case .holders: "a heading: who earned the badge"
      case .awards: "a heading: what a person has earned"
      case .awardedTo: "above the name"
      case .issuedBy: "before the programme's name"
      case .tiers: "a heading: tiers"
      case .states: "a heading: states"
      case .criteria: "a heading: what it takes to earn it"
      case .howToEarn: "the same, on a badge's own page"
      case .requires: "before what must be held first"
      case .statement: "a heading: what the issuer says of the award"
      case .evidence: "a heading: what was done"
      case .links: "a heading: the recipient's addresses"
      case .inForce: "of an award that holds"
      case .superseded: "of an award that another has replaced"
      case .notYet: "of an award that begins later"
      case .validFrom: "before its first day"
      case .renewedOn: "before the day of the last renewal"
      case .expiredOn: "before its last day, once that is over"
      case .revokedOn: "before the day it was taken back"
      case .revokedNote: "a sentence on its page"
      case .expiredNote: "a sentence on its page"
      case .supersededNote: "a sentence on its page"
      case .notYetNote: "a sentence on its page"
      case .seeNewer: "a link to what has replaced it"
      case .awardNumber: "before an award's number"
      case .download: "a heading: files"
      case .share: "a heading: social networks"
      case .shareOn: "a link: {site} is the network"
      case .byEmail: "a link"
      case .copyLink: "a button"
      case .copy: "a button"
      case .copied: "what the button says afterwards"
      case .embed: "a heading: code for pages"
      case .addToLinkedin: "a link"
      case .picture: "a link: {format} is SVG or PNG"
      case .certificateAs: "a link: {paper} is A4 or US Letter"
      case .verifiableBadge: "a link: {format} is PNG, SVG or JWS"
      case .credential: "a heading: what proves the award"
      case .signedBy: "before the names of who signs the certificate"
      case .certifiedName: "before the name as the certificate has it"
      case .result: "a heading: what was reached"
      case .showCertificate: "a link around its picture"
      case .allProgrammes: "a link"
      case .skip: "a link for keyboards"
      case .pages: "what the links between pages are called"
      case .pageNumber: "{page} of {count}"
      case .previous: "a link"
      case .next: "a link"
      case .verify: "a heading and a link"
      case .verifyHelp: "how numbers are looked up"
      case .verifyButton: "a button"
      case .verifyMistyped: "of a number whose check character is wrong"
      case .verifyAddress: "how to look one up without a script, as in {address}"
      case .verifyFound: "on a number's page"
      case .moved: "of a page that stands elsewhere now"
      case .goOn: "a link to there"
      case .hasEarned: "the sentence of an award: {name}, {title}, {programme}, {date}"
      case .notInForceSentence:
        "the same where it does not hold: {name}, {title}, {programme}, {state}"
      case .theBadge: "before what a badge looks like, {sentence}"
      case .personSentence: "of a person's page: {name}, {programme}"
      case .programmeSentence: "of a programme's page: {programme}"
      case .badgeSentence: "of a badge's page: {title}, {programme}"
      case .showIt: "a heading: how to show awards"
      case .noHolders: "of a badge that nobody has"
      case .recordNote: "at the foot of an award's page"
      case .shape: "before the name of a shape"
      case .emblem: "before what an emblem shows"
      }
    }
  }
}
