internal import BlazonForm
internal import BlazonSource

/// What an award says: a key in YAML, a column in CSV. Declared once; readers, suggestions and
/// help come from it.
public enum AwardKey: String, CaseIterable, Sendable {
  case name, handle, badge, issued
  case legalName = "legal-name"
  case language, tier, count, expires, evidence, statement, id, state, links, revoked, reason
  case supersededBy = "superseded-by"
  case visibility, progress, result, avatar
  case uuid, email, did

  /// What every award says. A handle that nobody gave is made of the name.
  public static let required: [AwardKey] = [.name, .badge, .issued]

  /// One line for help pages and messages.
  public var summary: String {
    switch self {
    case .name: "the recipient's name, as it will be drawn"
    case .handle: "the recipient's folder, such as a GitHub name; made of the name unless given"
    case .badge: "the badge: its id, an alias, its title, or programme/id"
    case .issued: "the day it was earned, as in 2026-10-14"
    case .legalName: "the name on certificates, where it is another"
    case .language: "the language of the recipient's texts, as in en, ja or zh-Hans"
    case .tier: "the tier that was reached"
    case .count: "how often, 1 to 1000000"
    case .expires: "the last day, instead of the badge's own time"
    case .evidence: "the web address of what was done"
    case .statement: "a sentence about this award, at most 400 characters"
    case .id: "the award's own number, which blazon check --fix writes"
    case .state: "where the award is in its life, such as revoked"
    case .links: "web addresses of the recipient, separated by spaces"
    case .revoked: "the day it was taken back"
    case .reason: "why it was taken back, at most 400 characters"
    case .supersededBy: "the badge of the same person that has taken its place"
    case .avatar: "the recipient's picture, \(DrawingPath.told) of the programme"
    case .result: "what was reached, as in 92 or A, at most 100 characters"
    case .progress: "how much is done of a badge in progress, as in 3/5 or 60%"
    case .uuid: "the number of its credential, which blazon check --fix writes"
    case .email: "the recipient's e-mail address, which is in no file but as a salted hash"
    case .did: "the recipient's own decentralised identifier, as in did:key:z6Mk…"
    case .visibility: "who may find it: public, listed, unlisted or redacted"
    }
  }

  /// The column that a header of CSV means: case, spaces, `_` and `-` do not count.
  init?(header: String) {
    func bare(_ text: String) -> String {
      text.lowercased().filter { $0 != "-" && $0 != "_" && !$0.isWhitespace }
    }
    let wanted = bare(header)
    guard let key = AwardKey.allCases.first(where: { bare($0.rawValue) == wanted }) else {
      return nil
    }
    self = key
  }

  static let names = allCases.map(\.rawValue)
}

/// One award as it was written: texts with places, nothing doubted yet.
struct Record {
  /// The row, or the map.
  let place: Place
  // Few: looking through them is quicker than hashing.
  private var texts: [(key: AwardKey, text: Located<String>)] = []
  var links: [Located<String>] = []
  /// Facts of the programme's own, by their numbers.
  var facts: [(number: Int, text: Located<String>)] = []
  /// Keys whose absence or form is reported already.
  var reported: Set<AwardKey>

  init(at place: Place, reported: Set<AwardKey> = []) {
    (self.place, self.reported) = (place, reported)
  }

  /// What is written under `key`; an empty cell is absent.
  subscript(_ key: AwardKey) -> Located<String>? {
    cell(of: key).flatMap { $0.value.isEmpty ? nil : $0 }
  }

  /// Whether nothing at all is known of the award.
  var isBare: Bool { texts.isEmpty && links.isEmpty }

  /// Each key is set once.
  mutating func set(_ key: AwardKey, _ text: Located<String>) { texts.append((key, text)) }

  /// What is said of every award that says nothing else. It stands nowhere but in the award as a whole.
  mutating func setUnlessSaid(_ key: AwardKey, _ text: String) {
    if key == .links, links.isEmpty { links = words(of: Located(text, place)) }
    guard self[key] == nil, key != .links, !reported.contains(key) else { return }
    texts.removeAll { $0.key == key }
    texts.append((key, Located(text, place)))
  }

  /// Texts that blanks divide.
  func words(of text: Located<String>) -> [Located<String>] {
    text.value.split(whereSeparator: \.isWhitespace).map { Located(String($0), text.place) }
  }

  /// The cell of `key`, even an empty one, or else the whole award.
  func place(of key: AwardKey) -> Place { cell(of: key)?.place ?? place }

  private func cell(of key: AwardKey) -> Located<String>? {
    texts.first { $0.key == key }?.text
  }
}
