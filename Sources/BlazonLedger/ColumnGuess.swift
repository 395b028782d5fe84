/// What a column is for, as far as its name tells: what people and their software call what ledgers say.
public enum ColumnGuess {
  /// The key that a column called `name` most likely means; `nil` where the name tells nothing.
  public static func key(of name: String) -> AwardKey? {
    let folded = bare(name)
    if let key = AwardKey(header: folded) { return key }
    if let known = exact[folded] { return known }
    // By whom it was given is not what was given.
    if folded.hasSuffix("by") || folded.hasSuffix("byname") { return nil }
    // The longest word that is in it: “GitHub Username” is no user's name.
    return words.filter { folded.contains($0.word) }.max { $0.word.count < $1.word.count }?.key
  }

  /// The first and the last name of a person, where `name` is the column of either.
  public static func namePart(of name: String) -> Int? {
    let folded = bare(name)
    if first.contains(folded) { return 0 }
    return last.contains(folded) ? 1 : nil
  }

  /// Whether a ledger would take the column for one of its own.
  public static func isOwn(_ name: String) -> Bool { AwardKey(header: name) != nil }

  /// Without capitals, blanks and signs.
  static func bare(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || ("0"..."9").contains($0)
        }))
  }

  private static let first: Set = [
    "firstname", "givenname", "forename", "attendeefirstname", "vorname", "prénom", "nombre",
  ]
  private static let last: Set = [
    "lastname", "surname", "familyname", "attendeelastname", "nachname", "nomdefamille", "apellido",
    "apellidos",
  ]

  private static let exact: [String: AwardKey] = [
    "user": .handle, "login": .handle, "nick": .handle, "nickname": .handle, "github": .handle,
    "githubid": .handle, "account": .handle, "date": .issued, "day": .issued, "when": .issued,
    "timestamp": .issued, "created": .issued, "createdat": .issued, "issuedat": .issued,
    "assignedat": .issued, "awardedat": .issued, "eventstart": .issued, "awarddate": .issued,
    "dateawarded": .issued, "dateofaward": .issued,
    "issuedate": .issued, "completed": .issued, "datum": .issued, "fecha": .issued,
    "award": .badge, "badgename": .badge, "badgetitle": .badge, "label": .badge, "product": .badge,
    "tickettype": .badge, "badgetemplatename": .badge, "certification": .badge,
    "certificate": .badge, "abzeichen": .badge, "insignia": .badge,
    "fullname": .name, "displayname": .name, "recipient": .name, "recipientname": .name,
    "participant": .name, "attendee": .name, "attendeename": .name, "nom": .name,
    "nombrecompleto": .name, "vollständigername": .name, "navn": .name, "namn": .name,
    "nome": .name, "imię": .name,
    "expirydate": .expires, "expiration": .expires, "expiresat": .expires, "validuntil": .expires,
    "contributions": .count, "times": .count, "quantity": .count, "anzahl": .count,
    "url": .evidence, "link": .evidence, "proof": .evidence, "pullrequest": .evidence,
    "evidenceurl": .evidence, "score": .result, "grade": .result, "points": .result,
    "locale": .language, "level": .tier, "comment": .statement, "reasonforaward": .statement,
    "imagepath": .avatar, "photo": .avatar,
  ]

  private static let words: [(word: String, key: AwardKey)] = [
    ("githubuser", .handle), ("githubhandle", .handle), ("githubname", .handle),
    ("githublogin", .handle), ("username", .handle), ("benutzername", .handle),
    ("handle", .handle), ("github", .handle), ("gitlab", .handle), ("discourse", .handle),
    ("legalname", .legalName), ("nameoncertificate", .legalName), ("fullname", .name),
    ("yourname", .name), ("nameofrecipient", .name),
    ("badge", .badge), ("abzeichen", .badge), ("award", .badge),
    ("dateearned", .issued), ("earnedon", .issued), ("issuedon", .issued), ("issuedate", .issued),
    ("dateofissue", .issued), ("awardedon", .issued), ("completiondate", .issued),
    ("completedon", .issued), ("registrationdate", .issued), ("grantedat", .issued),
    ("expir", .expires), ("validuntil", .expires), ("gültigbis", .expires),
    ("linkto", .evidence), ("evidence", .evidence), ("pullrequest", .evidence),
    ("proof", .evidence), ("statement", .statement), ("language", .language),
    ("sprache", .language),
  ]
}
