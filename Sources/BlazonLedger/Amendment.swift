public import BlazonSource

/// What is done to awards that stand in a ledger already.
public enum Amendment: Sendable {
  /// Takes an award back.
  case revoke(on: CalendarDate, reason: String?)
  /// Gives it again.
  case reinstate
  /// Adds another award of the same badge, as of a later day.
  case renew(on: CalendarDate, expires: CalendarDate?)
  /// Writes a person's name anew; an empty legal name is taken out. What is `nil` stays.
  case correct(name: String?, legalName: String?)
}

extension Ledger {
  /// The text of `source`, one of the ledger's own, with `awards` of it amended, and where these stand then. Every other byte
  /// stays. `nil` if one cannot be amended by itself, which is reported with its place and what to write by hand.
  public func amended(
    _ awards: [Award], in source: SourceText, by amendment: Amendment, report: inout Report
  ) -> (bytes: [UInt8], awards: [Award])? {
    var edit = LedgerEdit()
    for award in awards {
      let start = award.place.start
      if case .renew = amendment {
        edit.copies[start] = amendment.changes(of: award)
      } else {
        edit.changes[start] = amendment.changes(of: award)
      }
    }
    return edit.edited(self.source(of: source), report: &report).map { ($0.bytes, $0.awards) }
  }
}

extension Amendment {
  fileprivate func changes(of award: Award) -> LedgerEdit.Changes {
    var changes: LedgerEdit.Changes = [:]
    switch self {
    case .revoke(let day, let reason):
      changes = [.state: "revoked", .revoked: day.isoText]
      // One that was there is of another time.
      changes[.reason] = .some(reason)
    case .reinstate:
      if award.state?.value == "revoked" { changes[.state] = .some(nil) }
      changes[.revoked] = .some(nil)
      changes[.reason] = .some(nil)
    case .renew(let day, let expires):
      changes = Amendment.ofAnother
      changes[.issued] = day.isoText
      changes[.expires] = .some(expires?.isoText)
    case .correct(let name, let legalName):
      if let name { changes[.name] = name }
      if let legalName { changes[.legalName] = .some(legalName.isEmpty ? nil : legalName) }
    }
    return changes
  }

  /// What a row of another award says otherwise than the one that it is made of.
  static var ofAnother: LedgerEdit.Changes {
    var changes: LedgerEdit.Changes = [:]
    for key in ofOneAward { changes[key] = .some(nil) }
    return changes
  }

  /// What an award says of itself, and not of its recipient: another award has its own.
  private static let ofOneAward: [AwardKey] = [
    .expires, .evidence, .statement, .id, .state, .revoked, .reason, .supersededBy, .progress,
    .result,
    .uuid,
  ]

  /// Whether `awards`, of which there is at least one, can be amended so; what stands in the way is reported.
  func fits(_ awards: [Award], _ report: inout Report) -> Bool {
    let award = awards[0]
    let issued = award.issued
    switch self {
    case .revoke(let day, _):
      if let known = awards.first(where: \.isRevoked) {
        report.error(
          "this award is revoked already", at: known.revoked?.place ?? known.state?.place,
          help: "“blazon reinstate” gives it again")
      } else if day < issued.value {
        report.error(
          "\(day.isoText) is before the award was issued, \(issued.value.isoText)",
          at: issued.place, help: "name a later day")
      } else {
        return true
      }
    case .reinstate:
      if awards.contains(where: \.isRevoked) { return true }
      report.error("this award is not revoked", at: award.place)
    case .renew(let day, _):
      if day > issued.value { return true }
      report.error(
        "\(day.isoText) is not later than the newest award, \(issued.value.isoText)",
        at: issued.place, help: "a renewal is an award of a later day")
    case .correct: return true
    }
    return false
  }

  /// What was done to an award of `badge`, in a few words; `former` is its state of before.
  public func told(_ badge: String, of handle: String, wasIn former: String?) -> String {
    let what = "“\(badge)” of “\(handle)”"
    switch self {
    case .revoke(let day, _):
      return "\(what) is revoked as of \(day.isoText)"
        + (former.map { "; its state was “\($0)”" } ?? "")
    case .reinstate: return "\(what) holds again"
    case .renew(let day, _): return "\(what) is renewed as of \(day.isoText)"
    case .correct(let name?, let legalName?) where !legalName.isEmpty:
      return "\(what) names “\(name)”, on certificates “\(legalName)”"
    case .correct(let name?, _): return "\(what) names “\(name)”"
    case .correct(nil, let legalName?) where !legalName.isEmpty:
      return "\(what) names “\(legalName)” on certificates"
    case .correct: return "\(what) has no legal name any more"
    }
  }
}

extension Award {
  fileprivate var isRevoked: Bool { state?.value == "revoked" || revoked != nil }
}
