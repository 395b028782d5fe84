package import BlazonCheck
package import BlazonSource

extension Ledger {
  /// All rows whose badge is known, of whatever day.
  package func rows(in directory: BadgeDirectory, preferring programme: String?) -> [Tenure.Row] {
    var answers: [String: Int?] = [:]
    return awards.compactMap { award in
      let word = award.badge.value
      if answers[word] == nil {
        if case .one(let index) = directory.badge(word, preferring: programme) {
          answers[word] = .some(index)
        } else {
          answers[word] = .some(nil)
        }
      }
      return (answers[word] ?? nil).map { Tenure.Row(award: award, badge: $0) }
    }
  }
}

extension Tenure {
  /// A derived badge that somebody holds, or held last, and that no ledger says.
  package struct Missing {
    /// The award that completed it, behind which it is written.
    package var after: Award
    package var person: [UInt8]
    package var badge: Int
    package var span: (start: CalendarDate, last: CalendarDate?)
    package var visibility: Visibility
  }

  /// `grants`, the newest of each badge to everybody, with the days on which they end and were renewed by all that these
  /// rows say, and with what follows from them on the day `today`. What is required and was not held is reported, as heavy as
  /// `weights` of its programme say, as is what has to have a number.
  package func settled(
    _ grants: [Grant], on today: CalendarDate, weights: (String) -> Weights,
    former: inout [FormerNumber],
    report: inout Report
  ) -> [Grant] {
    var settled: [Grant] = []
    settled.reserveCapacity(grants.count)
    var stale: [Holding: Int] = [:]
    for grant in grants {
      let person = Array(grant.award.bytes(of: .handle) ?? [])
      guard let badge = directory.entry(of: grant) else {
        settled.append(grant)
        continue
      }
      let entry = directory.entries[badge]
      checkRequired(of: grant, badge, person, weights(entry.programme), &report)
      if entry.isDerived {
        let span = derived(badge, to: person).first { $0.contains(grant.award.issued.value) }
        stale[Holding(person: person, badge: badge)] = settled.count
        let last = Span.earlier(span?.last, grant.award.expires?.value)
        settled.append(
          span == nil
            ? grant : grant.lasting(until: last, renewed: renewal(of: grant, badge, person, span)))
        continue
      }
      let own = grant.award.lastDay(entry.validMonths, renewedOn: renewals(of: badge, to: person))
      settled.append(
        grant.lasting(
          until: own.day, renewed: own.renewed ?? sameBadgeRenewal(of: grant, badge, person)))
    }
    var gone = Set<Int>()
    for missing in missing(on: today) {
      let holding = Holding(person: missing.person, badge: missing.badge)
      let entry = directory.entries[missing.badge]
      if entry.needsID || entry.needsUUID {
        report.add(
          .numbers,
          "“\(missing.after.handle.value)” has earned “\(entry.id)” by this, and that has no number yet",
          at: missing.after.place, help: "blazon check --fix writes a row of its own behind it")
      }
      if let index = stale[holding] {
        gone.insert(index)
        let award = settled[index].award
        if let number = FormerNumber(award, programme: entry.programme, badge: entry.id) {
          former.append(number)
        }
      }
      settled.append(
        Grant(
          derived: AwardPacker.derived(
            from: missing.after, badge: entry.id, issued: missing.span.start,
            visibility: missing.visibility), of: missing.badge,
          in: directory
        ).lasting(until: missing.span.last, renewed: nil))
    }
    return settled.indices.filter { !gone.contains($0) }.map { settled[$0] }
      .sorted { $0.comes(before: $1) }
  }

  /// What follows on the day `today` from what people hold, where no ledger says it.
  package func missing(on today: CalendarDate) -> [Missing] {
    let derivable = directory.entries.indices.filter { !directory.parts(of: $0).isEmpty }
    guard !derivable.isEmpty else { return [] }
    var all: [Missing] = []
    for person in people {
      for badge in derivable {
        guard let span = derived(badge, to: person).last(where: { $0.start <= today }),
          !awards(of: badge, to: person).contains(where: { span.contains($0.issued.value) }),
          let after = completing(badge, of: person, on: span.start)
        else { continue }
        all.append(
          Missing(
            after: after, person: person, badge: badge, span: (span.start, span.last),
            visibility: strictest(badge, of: person)))
      }
    }
    return all
  }

  /// Somebody who holds all but one of what a derived badge takes.
  package struct Lack {
    /// The last award of theirs that counts.
    package var award: Award
    package var programme: String
    package var badge: String
    /// What is missing.
    package var part: String
  }

  /// Who holds, on the day `today`, all but one of what a derived badge takes, of which there are at least two.
  package func almost(on today: CalendarDate) -> [Lack] {
    var all: [Lack] = []
    for person in people {
      for badge in directory.entries.indices where directory.parts(of: badge).count > 1 {
        let lacking = lacking(badge, of: person, on: today)
        guard lacking.count == 1, let award = completing(badge, of: person, on: today),
          !spans(of: badge, to: person).contains(where: { $0.contains(today) })
        else { continue }
        let entry = directory.entries[badge]
        all.append(
          Lack(
            award: award, programme: entry.programme, badge: entry.id,
            part: directory.entries[lacking[0]].id))
      }
    }
    return all
  }

  /// The badges that somebody lacks on the day `today` of those that `badge` is derived from.
  package func lacking(_ badge: Int, of person: [UInt8], on today: CalendarDate) -> [Int] {
    directory.parts(of: badge).filter { part in
      !spans(of: part, to: person).contains { $0.contains(today) }
    }
  }

  /// The day from which a derived badge that somebody has counts anew.
  private func renewal(
    of grant: Grant, _ badge: Int, _ person: [UInt8], _ span: Span?
  ) -> CalendarDate? {
    guard let span, directory.entries[badge].validMonths != nil else { return nil }
    return directory.parts(of: badge).flatMap { awards(of: $0, to: person) }
      .filter(\.counts).map(\.issued.value).filter {
        $0 > grant.award.issued.value && span.contains($0)
      }.max()
  }

  /// The day of `grant`, where it is not the first award of its badge and the one before held until then.
  private func sameBadgeRenewal(
    of grant: Grant, _ badge: Int, _ person: [UInt8]
  ) -> CalendarDate? {
    let day = grant.award.issued.value
    let isRenewal = awards(of: badge, to: person).contains { older in
      older.issued.value < day && held(older, of: badge, to: person, before: day)
    }
    return isRenewal ? day : nil
  }

  private func checkRequired(
    of grant: Grant, _ badge: Int, _ person: [UInt8], _ weights: Weights, _ report: inout Report
  ) {
    guard !grant.award.isUnderWay, grant.standing != .revoked else { return }
    let entry = directory.entries[badge]
    let day = grant.award.issued.value
    // Of exams that were passed before there was a ledger, none has them: then the title stands by itself.
    if entry.isDerived,
      directory.parts(of: badge).allSatisfy({ awards(of: $0, to: person).isEmpty })
    {
      return
    }
    for id in entry.requires {
      guard let required = directory.entry(id, besides: badge),
        !spans(of: required, to: person).contains(where: { $0.contains(day) })
      else { continue }
      report.add(
        .requirements,
        "“\(entry.id)” requires “\(id)”, which “\(grant.award.handle.value)” did not hold on "
          + day.isoText,
        at: grant.award.badge.place, weights: weights,
        help: "write when it was earned, or mend the day")
    }
  }
}

extension AwardPacker {
  /// An award of `badge` to whom `award` was given, as it follows from that: where that stands.
  static func derived(
    from award: Award, badge: String, issued: CalendarDate, visibility: Visibility
  ) -> Award {
    let isRedacted = visibility == .redacted
    var name = award.name
    if isRedacted, award.visibility != .redacted {
      name = Located(initials(of: name.value), name.place)
    }
    var packer = AwardPacker(
      LedgerSource(award.place.source), count: 1)
    packer.begin(at: award.place)
    packer.add(.handle, award.handle)
    packer.add(.name, name)
    packer.add(.badge, Located(badge, award.place))
    packer.add(.issued, Located(issued, award.place))
    packer.add(.legalName, isRedacted ? nil : award.legalName)
    packer.add(.language, award.language)
    for link in isRedacted ? [] : award.links { packer.add(.links, link) }
    packer.add(.visibility, Located(visibility.rawValue, award.place))
    packer.add(.avatar, isRedacted ? nil : award.avatar)
    packer.add(.email, isRedacted ? nil : award.email)
    packer.add(.did, isRedacted ? nil : award.did)
    packer.end()
    return packer.awards()[0]
  }
}

extension Ledger {
  /// The text of `source`, one of the ledger's own, with a row for each of `missing` that is completed by one of its own
  /// awards; `nil` if there is none, or none can be written, which is reported.
  package func adding(
    _ missing: [Tenure.Missing], to source: SourceText, in directory: BadgeDirectory,
    report: inout Report
  ) -> [UInt8]? {
    var edit = LedgerEdit()
    // Behind one row stands one new row a turn; whoever earned two by it is asked again.
    for one in missing where one.after.place.source === source {
      let start = one.after.place.start
      guard edit.copies[start] == nil else { continue }
      var changes = Amendment.ofAnother
      changes[.badge] = directory.entries[one.badge].id
      changes[.issued] = one.span.start.isoText
      if one.visibility != .listed { changes[.visibility] = one.visibility.rawValue }
      changes[.tier] = .some(nil)
      changes[.count] = .some(nil)
      edit.copies[start] = changes
    }
    return edit.isEmpty ? nil : edit.edited(self.source(of: source), report: &report)?.bytes
  }
}
