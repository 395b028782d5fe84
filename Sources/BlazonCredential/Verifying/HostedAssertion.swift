internal import BlazonJSON

// Assertions of Open Badges 2.0, which are true as long as their issuer publishes them.

extension Verifier {
  private static let format = "Open Badges 2.0, hosted"

  /// Checks an assertion that a picture or a file has against what stands at its own address.
  func verify(assertion: JSON) -> Verification {
    func refused(_ why: String) -> Verification { .refused(Verifier.format, why) }
    guard assertion["@context"] == hostedContext,
      assertion["type"]?.list.contains(.string("Assertion")) == true,
      let id = assertion["id"]?.text, id.hasPrefix("https://")
    else { return refused("it is no assertion of Open Badges 2.0") }
    guard let hosted = document(at: id) else {
      return Verification(
        format: Verifier.format, integrity: .unknown("“\(id)” is not at hand; --base may tell"),
        issuer: .unknown("its integrity is not given"),
        status: .unknown("its integrity is not given"))
    }
    guard hosted["id"] == .string(id) else {
      return refused("another assertion is published there")
    }
    var found = Verification(
      format: Verifier.format, integrity: .yes("it is what its issuer publishes"),
      issuer: .unknown("its badge class or its issuer is not at hand"),
      status: .yes("published by its issuer"))
    if hosted["revoked"] ?? .bool(false) != .bool(false) {
      // What is left at the address says no more than that.
      found.integrity = .unknown("its issuer publishes no more than that it was taken back")
      let reason = hosted["revocationReason"]?.text.map { ": \($0)" } ?? ""
      found.status = .no("taken back by its issuer\(reason)")
      return found
    }
    let kind = assertion["verification"]?["type"]?.text
    guard kind == "HostedBadge" || kind == "hosted" else {
      return Verification(
        format: Verifier.format,
        integrity: .unknown("a verification by “\(kind ?? "")” is not read"),
        issuer: .unknown("its integrity is not given"),
        status: .unknown("its integrity is not given"))
    }
    guard hosted.isSame(as: assertion) else {
      return refused("its issuer publishes something else at its address")
    }
    guard let badge = document(in: assertion["badge"]), badge["type"] == .string("BadgeClass"),
      let issuer = document(in: badge["issuer"]), let issuerID = issuer["id"]?.text
    else { return found }
    found.issuer = owner(of: id, badge: badge, issuer, issuerID)
    if let expires = assertion["expires"] {
      guard let end = expires.text.flatMap(Moment.init) else {
        return refused("“/expires” is no date")
      }
      if end < now { found.status = .no("expired on \(end.text)") }
    }
    found.recipient = recipient.map { isRecipient($0, assertion["recipient"]) }
    found.claims = claims(of: assertion, badge, issuer)
    return found
  }

  /// Whether what stands at `id` is for `issuer` to say: on its own site, or where it says so.
  private func owner(of id: String, badge: JSON, _ issuer: JSON, _ issuerID: String) -> Verdict {
    let scopes =
      issuer["verification"]?["startsWith"]?.list.compactMap(\.text)
      ?? [Verifier.origin(of: issuerID)].compactMap(\.self)
    let own = scopes.filter { Verifier.origin(of: $0) == Verifier.origin(of: issuerID) }
    let addresses = [id, badge["id"]?.text].compactMap(\.self)
    // A beginning without its slash would be that of another host as well.
    guard addresses.count == 2,
      addresses.allSatisfy({ address in
        Verifier.origin(of: address) == Verifier.origin(of: issuerID)
          && own.contains { address.hasPrefix($0) }
      })
    else { return .no("it does not stand where “\(issuerID)” may vouch for it") }
    return .yes("published by “\(issuerID)”")
  }

  /// Scheme, host and port, with a slash behind.
  private static func origin(of address: String) -> String? {
    guard address.hasPrefix("https://") else { return nil }
    let host = address.dropFirst(8).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.isEmpty || host.contains("@") ? nil : "https://\(host.lowercased())/"
  }

  /// The document that a member names by its address. One that is written out there is looked up all the same.
  func document(in member: JSON?) -> JSON? {
    guard let address = member?.text ?? member?["id"]?.text, let found = document(at: address),
      found["id"] == .string(address)
    else { return nil }
    return found
  }

  func isRecipient(_ address: String, _ recipient: JSON?) -> Verdict {
    guard recipient?["type"] == .string("email"), let said = recipient?["identity"]?.text else {
      return .unknown("it names no e-mail address")
    }
    let address = Credential.Identity.normalized(address)
    return Verifier.isOf(
      address, said, salt: recipient?["salt"]?.text ?? "",
      isHashed: recipient?["hashed"] == .bool(true))
  }

  func claims(
    of assertion: JSON, _ badge: JSON, _ issuer: JSON
  ) -> [Verification.Claim] {
    let texts: [(String, String?)] = [
      ("title", badge["name"]?.text), ("description", badge["description"]?.text),
      ("criteria", badge["criteria"]?["narrative"]?.text ?? badge["criteria"]?.text),
      ("about this award", assertion["narrative"]?.text),
      ("awarded", assertion["issuedOn"]?.text), ("valid until", assertion["expires"]?.text),
      ("issuer", issuer["name"]?.text), ("issuer's id", issuer["id"]?.text),
      ("assertion's id", assertion["id"]?.text),
    ]
    return texts.compactMap { name, value in
      value.map { Verification.Claim(name: name, value: $0) }
    }
  }
}

extension JSON {
  /// Whether it says the same, whatever the order of members.
  func isSame(as other: JSON) -> Bool { sorted == other.sorted }

  private var sorted: JSON {
    switch self {
    case .object(let members):
      .object(
        members.map { Member($0.name, $0.value.sorted) }.sorted {
          $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        })
    case .array(let elements): .array(elements.map(\.sorted))
    case .null, .bool, .number, .string: self
    }
  }
}
