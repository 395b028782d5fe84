/// The answer to one question about a credential, with its reason.
package struct Verdict: Hashable, Sendable {
  package enum Answer: String, Hashable, Sendable {
    case yes, no, unknown
  }

  package var answer: Answer
  /// A sentence without a full stop.
  package var reason: String

  static func yes(_ reason: String) -> Verdict { Verdict(answer: .yes, reason: reason) }
  static func no(_ reason: String) -> Verdict { Verdict(answer: .no, reason: reason) }
  static func unknown(_ reason: String) -> Verdict { Verdict(answer: .unknown, reason: reason) }
}

/// What was found out about one credential.
package struct Verification: Hashable, Sendable {
  /// Something that the signature covers. Nothing else is shown.
  package struct Claim: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  /// As in `Open Badges 3.0, JWT`.
  package var format: String
  /// Whether it is as it was when it was signed.
  package var integrity: Verdict
  /// Whether who it names as its issuer signed it.
  package var issuer: Verdict
  /// Whether it holds now: its time, and whether it was taken back.
  package var status: Verdict
  /// Whether it is of the person that was asked for; `nil` where nobody asked.
  package var recipient: Verdict?
  /// Empty unless the integrity is known.
  package var claims: [Claim] = []

  package var verdicts: [(name: String, verdict: Verdict)] {
    [("integrity", integrity), ("issuer", issuer), ("status", status)]
      + (recipient.map { [("recipient", $0)] } ?? [])
  }

  /// A credential that is none: everything is answered by why.
  static func refused(_ format: String, _ reason: String) -> Verification {
    Verification(
      format: format, integrity: .no(reason), issuer: .unknown("its integrity is not given"),
      status: .unknown("its integrity is not given"))
  }

  /// A credential of a kind that is not read: nobody says anything of it.
  static func unread(_ format: String, _ reason: String) -> Verification {
    var found = refused(format, reason)
    found.integrity = .unknown(reason)
    return found
  }
}
