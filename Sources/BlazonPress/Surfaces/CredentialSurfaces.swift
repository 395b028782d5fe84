internal import BlazonCredential
internal import BlazonDesign
internal import BlazonIntake
internal import BlazonJSON
internal import BlazonLedger
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

// What proves an award without us, and the static files that verifiers ask for.

extension Surface {
  /// What the command line calls what proves awards.
  package static let credentialID = "credential"

  private static let credentialSummary =
    "credentials, where the programme signs them: in pictures, as files, and the issuer's keys and lists"

  /// Whether somebody signs for the programme.
  static let isSigned: @Sendable (Programme, Selection) -> Bool = { programme, selection in
    programme.credentials != nil && selection.signers[programme.id] != nil
  }

  /// The credential of an award, by itself and in its badge.
  static let credential = Surface(
    id: credentialID, scope: .award, summary: credentialSummary, formats: [.svg, .png],
    applies: { _, programme, grant in grant.hasCredential(in: programme) },
    isWanted: isSigned, isSigned: true,
    check: nil,
    make: { (work) throws(WorldError) in
      guard let credentials = try work.credentials() else { return }
      for file in credentials.files { try work.take(file.name, file.bytes) }
      for file in try credentialPictures(&work) {
        let baggage = credentials.baggage
        let isPNG = file.name.ending == ImageFormat.png.rawValue
        let bytes = try wrapping { () throws(CarrierProblem) in
          isPNG
            ? try PNGCarrier.baked(file.bytes, baggage) : try SVGCarrier.baked(file.bytes, baggage)
        }
        try work.take(file.name, bytes, width: file.size, height: file.size, alt: file.alt)
      }
    })

  /// What a badge stands for.
  static let achievement = Surface(
    id: credentialID, scope: .badge, summary: credentialSummary, formats: [],
    isWanted: isSigned, isSigned: true,
    check: nil,
    make: { (work) throws(WorldError) in
      let (badge, language) = work.badge
      guard language == nil, let publish = work.programme.publish else { return }
      let folder = Address.badge(badge.id.value, of: work.programme.id)
      let achievement = work.achievement(badge, publish)
      try work.take(
        folder.file(.achievement),
        JSON.object(
          [.init("@context", .string(Credential.contexts[1]))]
            + (achievement.document.members ?? [])), badge: badge.id.value)
      guard work.programme.credentials?.formats.contains(.hosted) == true else { return }
      for drawing in badge.drawings {
        let address = folder.file(.badgeClass(drawing.variant?.name))
        let document = work.achievement(drawing, publish).hostedDocument(
          at: address.url(below: publish),
          issuer: Address.home(of: work.programme.id).file(.issuer).url(below: publish))
        if let document { try work.take(address, document, badge: badge.id.value) }
      }
    })

  /// The issuer's keys, and its lists of what was taken back.
  static let issuer = Surface(
    id: credentialID, scope: .programme, summary: credentialSummary, formats: [],
    isWanted: isSigned, isSigned: true,
    check: nil,
    make: { (work) throws(WorldError) in
      guard let signer = work.signer, let did = work.did, let publish = work.programme.publish
      else { return }
      let home = Address.home(of: work.programme.id)
      try work.take(home.file(.didDocument), signer.document(of: did).document)
      // Each says whose it is, as some look for keys without a DID.
      let keys = signer.keys.filter { !$0.isCompromised }.map { key in
        JSON.object((key.jwk.members ?? []) + [.init("iss", .string(did))])
      }
      try work.take(home.file(.keySet), JSON.object(["keys": .array(keys)]))
      let formats = work.programme.credentials?.formats ?? []
      let profile = work.issuerProfile(did).hostedDocument(
        at: home.file(.issuer).url(below: publish), scope: home.url(below: publish),
        revocations: home.file(.revokedAssertions).url(below: publish))
      if formats.contains(.hosted), let profile {
        try work.take(home.file(.issuer), profile)
        try work.take(
          home.file(.revokedAssertions),
          work.revokedAssertions(publish).document(
            at: home.file(.revokedAssertions).url(below: publish),
            issuer: home.file(.issuer).url(below: publish)))
      }
      for format in formats { try takeRevocations(format, signer, did, publish, &work) }
    })
}

/// The list of what was taken back, of credentials in `format`, as of the day of the ledgers.
private func takeRevocations(
  _ format: CredentialSpec.Format, _ signer: Signer, _ did: String, _ publish: String,
  _ work: inout Work
) throws(WorldError) {
  guard let name = format.revocations, let day = work.loaded.day else { return }
  let address = Address.home(of: work.programme.id).file(name)
  let start = Moment(of: day)
  let document = work.revoked.document(
    at: address.url(below: publish), issuer: work.issuerProfile(did), from: start,
    until: Moment(seconds: start.seconds + StatusList.daysOfTrust * 86_400))
  let bytes: [UInt8]
  switch format {
  case .jwt: bytes = try signer.jwt(document, of: did)
  case .dataIntegrity: bytes = try signer.proved(document, of: did, at: start)
  // What is hosted says by itself whether it holds.
  case .hosted: return
  }
  try work.take(address, String(decoding: bytes, as: UTF8.self))
}

extension Work {
  /// The credentials of the programme that were taken back.
  fileprivate var revoked: StatusList {
    let ended = loaded.grants.filter { grant in
      // What a ledger calls expired without a day, no date in the credential says.
      grant.standing == .revoked || grant.standing == .expired && grant.expires == nil
    }
    let numbers =
      (programme.credentials?.revoked ?? []).map(\.value) + loaded.formerlyRevokedUUIDs
      + ended.compactMap(\.award.uuid?.value)
    var list = StatusList(count: CredentialID.placeCount)
    for number in numbers {
      if let index = CredentialID(number)?.statusIndex { list[index] = true }
    }
    return list
  }

  /// Signs the award's credential in every format of its programme.
  mutating func signedCredentials() throws(WorldError) -> SignedCredentials? {
    guard let signer, let spec = programme.credentials else { return nil }
    var signed = SignedCredentials()
    for format in spec.formats {
      guard let credential = credential(in: format) else { return nil }
      let text: [UInt8]
      switch format {
      case .jwt:
        text = try signer.jwt(credential)
        signed.files.append((.credential, text))
      case .dataIntegrity:
        text = try signer.proved(
          credential.document, of: credential.issuer.did, at: credential.validFrom)
        signed.files.append((.credentialDocument, text))
      case .hosted:
        guard let assertion = assertion(credential) else { continue }
        signed.files.append((.assertion, assertion.bytes))
        // One that was taken back says nothing that a picture could carry.
        guard award.grant.standing != .revoked else { continue }
        signed.baggage.two = assertion.bytes
        signed.baggage.hostedAt = assertion["id"]?.text
        continue
      }
      signed.baggage.three = signed.baggage.three ?? text
    }
    return signed
  }

  /// The assertions of the programme that were taken back, each with its address.
  fileprivate func revokedAssertions(_ publish: String) -> RevocationList {
    RevocationList(
      loaded.grants.filter { $0.standing == .revoked && $0.award.email != nil }.map { grant in
        .init(
          id: grant.address.file(.assertion).url(below: publish), reason: grant.award.reason?.value)
      })
  }

  /// Hands over a JSON file.
  fileprivate func take(
    _ address: Address, _ document: JSON, badge: String? = nil
  ) throws(WorldError) {
    try take(address, String(decoding: document.prettyBytes, as: UTF8.self), badge: badge)
  }

  /// What `badge` stands for, in the programme's own language.
  fileprivate func achievement(_ badge: Badge, _ publish: String) -> Achievement {
    let language = programme.language
    return achievement(
      badge, AwardDesign.words(of: badge, in: programme, language, at: badge.id.place), publish,
      language)
  }
}

/// The credentials of one award: as files of their own, and what its pictures and papers carry.
struct SignedCredentials {
  var files: [(name: FileName, bytes: [UInt8])] = []
  var baggage = Baggage()
}

extension Grant {
  /// Whether it is one that a credential is signed for.
  func hasCredential(in programme: Programme) -> Bool {
    programme.credentials != nil && standing != .underWay && award.uuid != nil
  }
}

extension CredentialSpec.Format {
  /// The list of what was taken back, signed as the credentials are; `nil` for what nobody signs.
  var revocations: FileName? {
    switch self {
    case .jwt: .revocations
    case .dataIntegrity: .revocationDocument
    case .hosted: nil
    }
  }
}

extension LoadedProgramme {
  /// Until when the lists of what was taken back are believed that a run writes; `nil` for a programme without any.
  package var listsHoldUntil: String? {
    guard programme.credentials != nil, let day else { return nil }
    let end = Moment(of: day).seconds + StatusList.daysOfTrust * 86_400
    return String(Moment(seconds: end).text.prefix(10))
  }
}

extension StatusList {
  /// For how long a list is believed: an old one, kept by somebody, is worth nothing after that.
  static let daysOfTrust = 90
}

extension Moment {
  /// The beginning of a day, by UTC.
  init(of day: CalendarDate) {
    guard let moment = Moment("\(day.isoText)T00:00:00Z") else {
      preconditionFailure("every day of the calendar is a moment")
    }
    self = moment
  }
}
