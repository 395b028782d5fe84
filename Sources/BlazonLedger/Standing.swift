internal import BlazonSource

/// Whether an award holds, on a day.
public enum Standing: UInt8, CaseIterable, Sendable {
  case inForce
  /// It begins on a later day.
  case notYetValid
  /// Another award has taken its place.
  case superseded
  /// Its last day is over.
  case expired
  /// It was taken back.
  case revoked
  /// It is not earned yet: in progress, or locked.
  case underWay
}

/// Who may find an award.
public enum Visibility: String, CaseIterable, Sendable {
  /// Everybody, by search engines too.
  case `public`
  /// Whoever visits the programme: it stands in lists, and search engines are asked to pass it over.
  case listed
  /// Whoever has its address: it stands in no list.
  case unlisted
  /// The same, and the name is told by its initials alone, in every file.
  case redacted

  /// Whether lists show it.
  public var isListed: Bool { self == .public || self == .listed }
}

/// A word of `Visibility`.
struct WrittenVisibility: CheckedText {
  let text: String

  init(_ written: String) throws(Refusal) {
    guard Visibility(rawValue: written) != nil else {
      let names = Visibility.allCases.map(\.rawValue)
      throw Refusal(
        message: "unknown visibility “\(written.prefix(60))”",
        help: "write one of: \(names.joined(separator: ", "))")
    }
    text = written
  }
}

extension Award {
  /// How it stands on the day `today`, where its last day is `expires`.
  func standing(on today: CalendarDate, until expires: CalendarDate?) -> Standing {
    let word = state?.value
    if word == "revoked" || revoked.map({ $0.value <= today }) == true { return .revoked }
    if word == "superseded" || supersededBy != nil { return .superseded }
    if ["in-progress", "locked", "coming-soon"].contains(word) { return .underWay }
    if issued.value > today { return .notYetValid }
    if word == "expired" || expires.map({ $0 < today }) == true { return .expired }
    return .inForce
  }

  /// The newest day on which something happened to it.
  var newestDay: CalendarDate { max(issued.value, revoked?.value ?? issued.value) }
}

extension Ledger {
  /// The newest day on which something happened; `nil` where nothing did.
  public var newestDay: CalendarDate? { awards.lazy.map(\.newestDay).max() }
}

/// `name` by its initials: `N. O.`
func initials(of name: String) -> String {
  let words = name.split(separator: " ")
  // A name of one letter is no initial.
  guard words.contains(where: { $0.count > 1 }) else { return "·" }
  return words.compactMap(\.first).map { "\($0)." }.joined(separator: " ")
}
