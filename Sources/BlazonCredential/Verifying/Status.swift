internal import BlazonJSON

// Whether a credential holds now: its time, and whether its issuer has taken it back.

extension Verifier {
  func status(of credential: JSON, by issuer: String) -> Verdict {
    if let start = start(of: credential), now < start {
      return .no("not valid before \(start.text)")
    }
    if let end = end(of: credential), end < now {
      return .no("expired on \(end.text)")
    }
    guard let status = credential["credentialStatus"] else {
      return .yes("within its time; its issuer keeps no list of what was taken back")
    }
    // Each may take it back. A list of one says what one alone says.
    let verdicts = status.list.map { entry -> Verdict in
      let types = (entry["type"]?.list ?? []).compactMap(\.text)
      if types.contains("BitstringStatusListEntry") { return bitstringStatus(entry, by: issuer) }
      if types.contains("1EdTechRevocationList") {
        return revocationListStatus(entry, credential, by: issuer)
      }
      return .unknown("a status list of the kind “\(types.joined(separator: ", "))” is not read")
    }
    return [Verdict.Answer.no, .unknown, .yes].lazy
      .compactMap { answer in verdicts.first { $0.answer == answer } }.first
      ?? .unknown("it names no status list")
  }

  private func bitstringStatus(_ status: JSON, by issuer: String) -> Verdict {
    guard let address = status["statusListCredential"]?.text,
      let index = status["statusListIndex"]?.text.flatMap(Verifier.place),
      let purpose = status["statusPurpose"]?.text
    else { return .no("its status names no place in a list") }
    guard ["revocation", "suspension"].contains(purpose) else {
      return .unknown("a status of the purpose “\(purpose)” is not read")
    }
    // Its place would be another, and its meaning written elsewhere.
    if let size = status["statusSize"], size != .number("1") {
      return .unknown("a status of more than one bit is not read")
    }
    guard let bytes = documents(address) else {
      return .unknown("the status list “\(address)” is not at hand")
    }
    let list: JSON
    switch statusList(bytes, at: address, by: issuer) {
    case .success(let document): list = document
    case .failure(let problem): return .unknown("the status list \(problem.message)")
    }
    guard list["credentialSubject"]?["statusPurpose"]?.list.contains(.string(purpose)) == true
    else {
      return .unknown("the status list has another purpose")
    }
    guard
      let bits = list["credentialSubject"]?["encodedList"]?.text.flatMap(StatusList.init(encoded:))
    else { return .unknown("the status list is broken") }
    guard index < bits.count else { return .no("its place is beyond the end of the status list") }
    let day = start(of: list)?.text ?? "an unknown day"
    if bits[index] { return .no("taken back by its issuer, as of \(day)") }
    guard let end = end(of: list) else {
      return .unknown("the status list says no end of its time")
    }
    guard now <= end else {
      return .unknown("the status list at hand was good until \(end.text)")
    }
    return .yes("not taken back, as of \(day)")
  }

  /// A number in base 10, as the standard wants it: in digits alone (Bitstring Status List, section 2.1).
  private static func place(_ text: String) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  private struct ListProblem: Error { var message: String }

  /// The list, if `issuer` signed it, for this address.
  private func statusList(
    _ bytes: [UInt8], at address: String, by issuer: String
  ) -> Result<JSON, ListProblem> {
    let (list, signer): (JSON, (integrity: Verdict, issuer: Verdict))
    if JWS.isLikely(bytes) {
      do throws(JWS.Problem) {
        let jws = try JWS(bytes)
        if let problem = headerProblem(of: jws) {
          return .failure(ListProblem(message: "is broken: \(problem)"))
        }
        (list, signer) = (jws.payload["vc"] ?? jws.payload, self.signer(of: jws, for: issuer))
      } catch { return .failure(ListProblem(message: "is broken: \(error.message)")) }
    } else {
      do throws(JSON.Problem) {
        let document = try JSON(bytes)
        let proof = document["proof"]?.list.first {
          $0["cryptosuite"] == .string(DataIntegrity.cryptosuite)
        }
        guard let proof else { return .failure(ListProblem(message: "has no proof that is read")) }
        list = .object((document.members ?? []).filter { $0.name != "proof" })
        signer = self.signer(of: proof, over: list, for: issuer)
      } catch { return .failure(ListProblem(message: "is broken: \(error.message)")) }
    }
    let named = list["issuer"]?["id"]?.text ?? list["issuer"]?.text
    guard named?.isExactly(issuer) == true else {
      return .failure(ListProblem(message: "is that of another issuer"))
    }
    guard list["id"]?.text?.isExactly(address) == true else {
      return .failure(ListProblem(message: "is that of another address"))
    }
    guard list["type"]?.list.contains(.string("BitstringStatusListCredential")) == true else {
      return .failure(ListProblem(message: "is no status list"))
    }
    guard signer.integrity.answer == .yes, signer.issuer.answer == .yes else {
      return .failure(ListProblem(message: "is not signed by its issuer"))
    }
    if let start = start(of: list), now < start {
      return .failure(ListProblem(message: "is not valid before \(start.text)"))
    }
    return .success(list)
  }

  /// The list of 1EdTech, which nobody signs: it counts where it stands at the address that the credential names.
  private func revocationListStatus(
    _ status: JSON, _ credential: JSON, by issuer: String
  ) -> Verdict {
    guard let address = status["id"]?.text else { return .no("its status names no list") }
    guard let list = document(at: address) else {
      return .unknown("the revocation list “\(address)” is not at hand")
    }
    guard list["id"]?.text?.isExactly(address) == true,
      list["issuer"]?.text?.isExactly(issuer) == true
    else {
      return .unknown("the revocation list is that of another")
    }
    let entries = list["revokedCredential"]?.list ?? []
    let own = entries.first { $0["id"] == credential["id"] && $0["revoked"] != .bool(false) }
    guard let own else {
      return .yes("not on the revocation list at hand")
    }
    let reason = own["revocationReason"]?.text.map { ": \($0)" } ?? ""
    return .no("taken back by its issuer\(reason)")
  }
}
