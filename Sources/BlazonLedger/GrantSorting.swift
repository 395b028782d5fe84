internal import BlazonCheck
internal import BlazonSource

/// Awards on their way to be grants. Indices are compared and sorted, not awards: a ledger may hold
/// hundreds of thousands.
struct GrantSorting {
  /// An award that counts, and its badge among the directory's entries.
  private struct Candidate {
    var award: UInt32
    var badge: UInt32
  }

  private let awards: [Award]
  private let directory: BadgeDirectory
  /// Of each award, the first with the same handle.
  private let people: [UInt32]
  private var candidates: [Candidate] = []
  /// Awards in which something is wrong that does not stop the others.
  private var leftOut = Set<UInt32>()
  /// Numbers of awards that others have renewed.
  private(set) var former: [FormerNumber] = []

  init(_ awards: [Award], _ directory: BadgeDirectory) {
    (self.awards, self.directory) = (awards, directory)
    var table = IndexTable(count: awards.count)
    people = awards.indices.map { index in
      let handle = awards[index].bytes(of: .handle)
      return UInt32(
        table.first(index) {
          $0.combine(handle)
        } isSame: {
          awards[$0].bytes(of: .handle) == handle
        })
    }
  }

  /// Reports every handle that two people seem to share, but for one.
  mutating func checkNames(but renamed: String?, _ findings: inout Findings) {
    struct Other: Hashable { var person: UInt32, name: String }
    var others = Set<Other>()
    // Initials may be anybody's: names are compared with the first that is told.
    var firsts: [UInt32: Int] = [:]
    for (index, person) in people.enumerated() {
      let award = awards[index]
      if award.visibility == .redacted { continue }
      guard let named = firsts[person] else {
        firsts[person] = index
        continue
      }
      let first = awards[named]
      if award.bytes(of: .name) == first.bytes(of: .name) { continue }
      let (name, known) = (award.name, first.name)
      if known.value == name.value
        || !others.insert(Other(person: person, name: name.value)).inserted
        || award.handle.value == renamed
      {
        continue
      }
      if findings.keepsGoing { leftOut.insert(UInt32(index)) }
      findings.error(
        "the handle “\(award.handle.value)” has two names: “\(known.value)” and “\(name.value)”",
        at: name.place,
        help:
          "the first stands at \(known.place.label): write one name in both, or give one of them "
          + "another handle")
    }
  }

  /// Finds the badge of each award; what is wrong with that is reported.
  mutating func lookUp(preferring programme: String?, _ findings: inout Findings) {
    candidates.reserveCapacity(awards.count)
    // A ledger names few badges often.
    var answers: [String: BadgeDirectory.Answer] = [:]
    // What every row of a table says is wrong once.
    var told = Set<String>()
    for (index, award) in awards.enumerated() where !leftOut.contains(UInt32(index)) {
      let errors = findings.errorCount
      award.check(.state, among: directory.states, &findings)
      award.check(.tier, among: directory.tiers, &findings)
      let word = award.badge.value
      let answer = answers[word] ?? directory.badge(word, preferring: programme)
      if answers.count < 1000 { answers[word] = answer }
      if award.badge.place == award.place, told.contains(word) { continue }
      guard let badge = award.badge(answer, in: directory, preferring: programme, &findings)
      else {
        told.insert(word)
        continue
      }
      if let word = award.supersededBy {
        guard case .one(let next) = directory.badge(word.value, preferring: programme),
          next != badge
        else {
          findings.error(
            "“superseded-by” names no other badge: “\(word.value)”", at: word.place,
            help: directory.help(for: word.value, preferring: programme))
          continue
        }
      }
      if findings.keepsGoing, findings.errorCount > errors { continue }
      candidates.append(Candidate(award: UInt32(index), badge: UInt32(badge)))
    }
  }

  /// Keeps the newest award of each badge to each handle; duplicates, clashes and ids that are given
  /// twice are reported.
  mutating func keepNewest(_ findings: inout Findings) {
    let count = candidates.count
    var (pairs, days) = (IndexTable(count: count), IndexTable(count: count))
    var ids = IndexTable(count: count)
    // Of the first candidate of each badge and handle, the newest of them; of all others, none.
    var newest = [UInt32?](repeating: nil, count: count)
    for index in candidates.indices {
      let award = award(of: index)
      let (pair, issued) = (pair(of: index), award.issued.value)
      let day = days.first(index) {
        $0.combine(pair)
        $0.combine(issued)
      } isSame: {
        self.pair(of: $0) == pair && self.award(of: $0).issued.value == issued
      }
      if day != index {
        let badge = directory.subjects[Int(candidates[day].badge)].id
        award.reportRepetition(of: self.award(of: day), badge: badge, &findings)
        continue
      }
      let errors = findings.errorCount
      reportID(of: index, &ids, &findings)
      if findings.keepsGoing, findings.errorCount > errors { continue }
      let first = pairs.first(index) {
        $0.combine(pair)
      } isSame: {
        self.pair(of: $0) == pair
      }
      if let other = newest[first], self.award(of: Int(other)).issued.value > issued { continue }
      newest[first] = UInt32(index)
    }
    let kept = Set(newest.compactMap(\.self))
    if kept.count < count {
      for index in candidates.indices where !kept.contains(UInt32(index)) {
        let (award, subject) = (award(of: index), directory.subjects[Int(candidates[index].badge)])
        let number = FormerNumber(award, programme: subject.programme, badge: subject.id)
        if let number { former.append(number) }
      }
    }
    candidates = newest.compactMap { $0.map { candidates[Int($0)] } }
  }

  /// Reports the candidate's id if another has it.
  private func reportID(of index: Int, _ ids: inout IndexTable, _ findings: inout Findings) {
    guard let bytes = award(of: index).foldedID else { return }
    let first = ids.first(index) {
      $0.combine(bytes)
    } isSame: {
      award(of: $0).foldedID == bytes
    }
    guard first != index, let id = award(of: index).id, let known = award(of: first).id else {
      return
    }
    findings.error(
      "the id “\(id.value)” is given twice", at: id.place, breaking: .numbers,
      help: "the first stands at \(known.place.label): empty one of them, and "
        + "blazon check --fix writes another")
  }

  /// The candidates as grants, by programme, handle and badge.
  func grants() -> [Grant] {
    let order = BadgeOrder(directory.entries)
    let sorted = candidates.sorted { a, b in
      let (badge, other) = (Int(a.badge), Int(b.badge))
      if order.programmes[badge] != order.programmes[other] {
        return order.programmes[badge] < order.programmes[other]
      }
      let (person, another) = (people[Int(a.award)], people[Int(b.award)])
      if person == another { return order.ids[badge] < order.ids[other] }
      return awards[Int(person)].handleComes(before: awards[Int(another)])
    }
    return sorted.map { Grant(awards[Int($0.award)], of: Int($0.badge), in: directory) }
  }

  private func award(of candidate: Int) -> Award { awards[Int(candidates[candidate].award)] }

  /// The badge and the handle of a candidate as one number.
  private func pair(of candidate: Int) -> UInt64 {
    let candidate = candidates[candidate]
    return UInt64(candidate.badge) << 32 | UInt64(people[Int(candidate.award)])
  }
}

/// Where entries of a directory stand among each other, by programme and by id.
private struct BadgeOrder {
  let programmes: [Int]
  let ids: [Int]

  init(_ entries: [BadgeDirectory.Entry]) {
    func ranks(_ words: [String]) -> [Int] {
      let sorted = Set(words).sorted()
      let ranks = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
      return words.map { ranks[$0] ?? 0 }
    }
    programmes = ranks(entries.map(\.programme))
    ids = ranks(entries.map(\.id))
  }
}

extension Award {
  /// The index of the award's badge, which `answer` found; `nil` if something is wrong, which is then
  /// reported.
  fileprivate func badge(
    _ answer: BadgeDirectory.Answer, in directory: BadgeDirectory, preferring programme: String?,
    _ findings: inout Findings
  ) -> Int? {
    let badge = badge
    switch answer {
    case .one(let index):
      let entry = directory.entries[index]
      if entry.needsID, id == nil {
        findings.error(
          "an award of “\(entry.id)” needs an id", at: badge.place, breaking: .numbers,
          help: "blazon check --fix writes one")
      }
      if entry.needsUUID, uuid == nil {
        findings.error(
          "an award of “\(entry.id)” needs a uuid, for its credential", at: badge.place,
          breaking: .numbers, help: "blazon check --fix writes one")
      }
      return index
    case .several(let indices):
      let names = indices.map { directory.entries[$0] }.map { "\($0.programme)/\($0.id)" }
      findings.error(
        "“\(badge.value)” means \(names.count) badges", at: badge.place,
        help: "write one of: \(names.joined(separator: ", "))")
    // The badge's own error says why.
    case .unread: break
    case .noBadge:
      findings.error(
        "unknown badge “\(badge.value)”", at: badge.place,
        help: directory.helpForUnknown(badge.value, preferring: programme))
    case .noProgramme:
      findings.error(
        "unknown programme in “\(badge.value)”", at: badge.place,
        help: directory.help(for: badge.value, preferring: programme))
    }
    return nil
  }

  /// Reports the word under `key` if it is none of `names`, of which there may be none.
  fileprivate func check(
    _ key: AwardKey, among names: [String], _ findings: inout Findings
  ) {
    guard !names.isEmpty, let word = key == .state ? state : tier, !names.contains(word.value)
    else { return }
    findings.error(
      "unknown \(key.rawValue) “\(word.value)”", at: word.place,
      help: helpText(for: word.value, among: names))
  }

  /// Reports that the same badge, handle and day stand in `first` already.
  fileprivate func reportRepetition(
    of first: Award, badge: String, _ findings: inout Findings
  ) {
    if content == first.content {
      findings.warning(
        "this award stands twice, and counts once", at: place,
        help: "the first stands at \(first.place.label): remove one")
    } else {
      findings.error(
        "“\(handle.value)” earned “\(badge)” twice on \(issued.value.isoText)", at: place,
        help: "the first stands at \(first.place.label): remove one, or mend its date")
    }
  }
}
