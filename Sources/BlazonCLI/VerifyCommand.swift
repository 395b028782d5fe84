internal import BlazonArguments
internal import BlazonCredential
internal import BlazonDesk
internal import BlazonJSON
internal import BlazonSource
internal import Files

extension Command {
  static let verify = Command(
    name: "verify", operands: "FILE|FOLDER…",
    summary: "check the credentials in pictures and files, without a network",
    details: """
      Reads the Open Badges that PNG, SVG and PDF files carry, and credentials as JWT or JSON, and answers
      three questions, each with yes, no or unknown and the reason:

      integrity   is it as it was when it was signed?
      issuer      did who it names as its issuer sign it?
      status      does it hold now, within its time, and not taken back?

      Nothing is fetched: --base says which folder stands for an address, so that the issuer's keys and
      its list of what was taken back are found there; --trust brings keys that you have from elsewhere.
      What the signature does not cover is not shown.

      Exit codes: 0 all yes, 1 any no, 3 something unknown, 64 usage, 70 the world failed.
      """,
    options: [
      Option(
        names: ["--base"], value: "URL=FOLDER",
        help: "what is published at URL, https, is in FOLDER; repeatable"),
      Option(
        names: ["--trust"], value: "FILE",
        help: "keys you trust: a DID document or a JSON Web Key Set; repeatable"),
      Option(
        names: ["--recipient"], value: "EMAIL", help: "also say whether it is of this address"),
      Option(
        names: ["--at"], value: "DATE",
        help: "as of this moment, as in 2026-10-14 or 2026-10-14T12:00:00Z; now unless given"),
      Option(names: ["-q", "--quiet"], value: nil, help: "only what is not a yes"),
    ],
    examples: [
      ("blazon verify badge.png", "what a badge says of itself"),
      (
        "blazon verify --base https://badges.example.org=output output",
        "all that stands in output, as if it were published"
      ),
    ],
    run: { arguments throws(UsageError) in
      guard !arguments.operands.isEmpty else { throw UsageError(message: "needs files or folders") }
      var bases: [CredentialFiles.Base] = []
      for text in arguments.all("--base") {
        guard let base = CredentialFiles.Base(text) else {
          throw UsageError(
            message:
              "--base needs URL=FOLDER, as in https://example.org=output, and a folder that is there"
          )
        }
        bases.append(base)
      }
      var now = CredentialFiles.now
      if let text = arguments.value("--at") {
        guard let moment = Moment(text) ?? Moment("\(text)T00:00:00Z") else {
          throw UsageError(message: "--at needs a date, as in 2026-10-14")
        }
        now = moment
      }
      let messages = arguments.messages
      do throws(WorldError) {
        try requireKeys()
        var trust = TrustList()
        for file in arguments.all("--trust") { trust.add(try CredentialFiles.trust(in: file)) }
        let files = CredentialFiles(
          bases: bases, trust: trust, now: now, recipient: arguments.value("--recipient"))
        var answers = Set<Verdict.Answer>()
        for path in arguments.operands {
          let findings = try files.findings(at: path)
          if findings.isEmpty { answers.insert(.unknown) }
          for finding in findings {
            let own = Set(finding.verification.verdicts.map(\.verdict.answer))
            answers.formUnion(own)
            guard !arguments.has("-q") || own != [.yes] else { continue }
            Stream.output.write(messages == .json ? line(of: finding) : text(of: finding))
          }
        }
        return answers.contains(.no) ? .problems : answers.contains(.unknown) ? .unknown : .success
      } catch { return failed(error, as: messages) }
    })
}

/// What people read: the verdicts, then what is claimed.
private func text(of finding: CredentialFiles.Finding) -> String {
  let found = finding.verification
  var text = "\(plain(finding.file)): \(found.format)\n"
  text += table(
    found.verdicts.map { name, verdict in
      (name, "\(verdict.answer.rawValue.padded(to: 9))\(plain(verdict.reason))")
    })
  if !found.claims.isEmpty {
    text += "  it claims\n" + table(found.claims.map { ("  \($0.name)", plain($0.value)) })
  }
  return text
}

/// What a stranger wrote, without what moves a terminal's cursor.
private func plain(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        let category = scalar.properties.generalCategory
        let isHidden = [.control, .format, .lineSeparator, .paragraphSeparator].contains(category)
        return isHidden ? "\u{FFFD}" : scalar
      }))
}

/// The same as one JSON object.
private func line(of finding: CredentialFiles.Finding) -> String {
  let found = finding.verification
  let object = JSON.object([
    "file": .string(finding.file), "format": .string(found.format),
    "verdicts": .object(
      found.verdicts.map { name, verdict in
        .init(
          name,
          .object([
            "answer": .string(verdict.answer.rawValue), "reason": .string(verdict.reason),
          ]))
      }),
    "claims": .array(
      found.claims.map { .object(["name": .string($0.name), "value": .string($0.value)]) }),
  ])
  return String(decoding: object.bytes, as: UTF8.self) + "\n"
}

extension String {
  /// With blanks behind it.
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }
}
