internal import BlazonCredential
internal import BlazonDesign
internal import BlazonIntake
internal import BlazonLedger
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

// What proves an award without us, and the static files that verifiers ask for.

extension Surface {
  package static let credentialID = "credential"

  private static let credentialSummary =
    "credentials, where the programme signs them: in pictures, as files, and the issuer's keys and lists"

  /// Whether somebody signs for the programme.
  private static let isSigned: @Sendable (Programme, Selection) -> Bool = { programme, selection in
    programme.credentials != nil && selection.signers[programme.id] != nil
  }

  /// The credential of an award, by itself and in its badge.
  static let credential = Surface(
    id: credentialID, scope: .award, summary: credentialSummary, formats: [.svg, .png],
    applies: { _, programme, grant in
      programme.credentials != nil && grant.standing != .underWay && grant.award.uuid != nil
    },
    isWanted: isSigned,
    check: nil,
    make: { (work) throws(WorldError) in
      guard let signer = work.signer, let spec = work.programme.credentials else { return }
      var baggage = Baggage()
      for format in spec.formats {
        guard let credential = work.credential(in: format) else { return }
        let text: [UInt8]
        switch format {
        case .jwt:
          text = try signer.jwt(credential)
          try work.take(.credential, text)
        case .dataIntegrity:
          text = try signer.proved(
            credential.document, of: credential.issuer.did, at: credential.validFrom)
          try work.take(.credentialDocument, text)
        case .hosted:
          guard let assertion = work.assertion(credential) else { continue }
          try work.take(.assertion, assertion.bytes)
          // One that was taken back says nothing that a picture could carry.
          guard work.award.grant.standing != .revoked else { continue }
          baggage.two = assertion.bytes
          baggage.hostedAt = assertion["id"]?.text
          continue
        }
        baggage.three = baggage.three ?? text
      }
      for file in try awardBadgeFiles(&work) where file.name.marks.isEmpty {
        let isPNG = file.name.ending == ImageFormat.png.rawValue
        let bytes = try wrapping { () throws(CarrierProblem) in
          return isPNG
            ? try PNGCarrier.baked(file.bytes, baggage) : try SVGCarrier.baked(file.bytes, baggage)
        }
        try work.take(
          .credential(isPNG ? .png : .svg), bytes, width: file.size, height: file.size,
          alt: file.alt)
      }
    })

  /// What a badge stands for.
  static let achievement = Surface(
    id: credentialID, scope: .badge, summary: credentialSummary, formats: [],
    isWanted: isSigned,
    check: nil,
    make: { (work) throws(WorldError) in
      let (badge, language) = work.badge
      guard work.signer != nil, language == nil, let publish = work.programme.publish else {
        return
      }
      let facts = AwardDesign.words(
        of: badge, in: work.programme, work.programme.language, at: badge.id.place)
      let achievement = work.achievement(badge, facts, publish, work.programme.language)
      let document = JSON.object(
        [.init("@context", .string(Credential.contexts[1]))] + (achievement.document.members ?? []))
      let folder = Address.badge(badge.id.value, of: work.programme.id)
      func take(_ name: FileName, _ document: JSON) throws(WorldError) {
        try work.take(
          folder.file(name), String(decoding: document.prettyBytes, as: UTF8.self),
          badge: badge.id.value)
      }
      try take(.achievement, document)
      guard work.programme.credentials?.formats.contains(.hosted) == true else { return }
      let issuer = Address.home(of: work.programme.id).file(.issuer).url(below: publish)
      for drawing in badge.drawings {
        let facts = AwardDesign.words(
          of: drawing, in: work.programme, work.programme.language, at: badge.id.place)
        let name = FileName.badgeClass(drawing.variant?.name)
        let achievement = work.achievement(drawing, facts, publish, work.programme.language)
        let document = achievement.hostedDocument(
          at: folder.file(name).url(below: publish), issuer: issuer)
        if let document { try take(name, document) }
      }
    })

  /// The issuer's keys, and its list of what was taken back.
  static let issuer = Surface(
    id: credentialID, scope: .programme, summary: credentialSummary, formats: [],
    isWanted: isSigned,
    check: nil,
    make: { (work) throws(WorldError) in
      guard let signer = work.signer, let did = work.did, let publish = work.programme.publish
      else { return }
      let home = Address.home(of: work.programme.id)
      let document = signer.document(of: did).document
      try work.take(
        home.file(.didDocument), String(decoding: document.prettyBytes, as: UTF8.self))
      // Each says whose it is, as some look for keys without a DID.
      let keys = signer.keys.filter { !$0.isCompromised }.map { key in
        JSON.object((key.jwk.members ?? []) + [.init("iss", .string(did))])
      }
      try work.take(
        home.file(.keySet),
        String(decoding: JSON.object(["keys": .array(keys)]).prettyBytes, as: UTF8.self))
      let address = home.file(.issuer).url(below: publish)
      let profile = work.issuerProfile(did).hostedDocument(
        at: address, scope: home.url(below: publish))
      if work.programme.credentials?.formats.contains(.hosted) == true, let profile {
        try work.take(home.file(.issuer), String(decoding: profile.prettyBytes, as: UTF8.self))
      }
      guard let day = work.loaded.day else { return }
      var list = StatusList()
      for id in work.programme.credentials?.revoked ?? [] {
        if let index = CredentialID(id.value)?.statusIndex { list[index] = true }
      }
      // What a ledger calls expired without a day, no date in the credential says.
      for grant in work.loaded.grants
      where grant.standing == .revoked || grant.standing == .expired && grant.expires == nil {
        if let index = grant.award.uuid.flatMap({ CredentialID($0.value)?.statusIndex }) {
          list[index] = true
        }
      }
      for format in work.programme.credentials?.formats ?? [] where format != .hosted {
        let address = home.file(format.revocations)
        let start = Moment(of: day)
        let document = list.document(
          at: address.url(below: publish), issuer: work.issuerProfile(did), from: start,
          until: Moment(seconds: start.seconds + StatusList.daysOfTrust * 86_400))
        let bytes =
          switch format {
          case .jwt, .hosted: try signer.jwt(document, of: did)
          case .dataIntegrity: try signer.proved(document, of: did, at: start)
          }
        try work.take(address, String(decoding: bytes, as: UTF8.self))
      }
    })
}

extension CredentialSpec.Format {
  /// The list of what was taken back, signed as the credentials are.
  var revocations: FileName {
    switch self {
    case .jwt, .hosted: .revocations
    case .dataIntegrity: .revocationDocument
    }
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
