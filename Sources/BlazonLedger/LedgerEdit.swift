internal import BlazonSource

/// What the awards of one file are to say from now on. Every byte that this does not ask for stays.
///
/// Awards are named by where they begin.
struct LedgerEdit {
  /// What stands under some keys of an award; `nil` for nothing any more.
  typealias Changes = [AwardKey: String?]

  var changes: [Position: Changes] = [:]
  /// Awards that get another behind them, which says the same but for these keys.
  var copies: [Position: Changes] = [:]
  var removed: Set<Position> = []

  var isEmpty: Bool { changes.isEmpty && copies.isEmpty && removed.isEmpty }

  /// A text after an edit, and what was changed or added in it: awards with all that is written in them.
  struct Edited {
    var bytes: [UInt8]
    var awards: [Award]
  }

  /// The text of `source` after the edit. What an award says already is not written again.
  ///
  /// `nil` if rows cannot be told apart, which reading has reported, or if an award cannot be edited by itself, which is
  /// reported here: nothing is written that does not read as meant.
  func edited(_ source: LedgerSource, report: inout Report) -> Edited? {
    var quiet = Report()
    let before = Ledger(asWritten: source, report: &quiet)
    let edit = without(statedIn: before)
    var refused = Set<Position>()
    let found: [Patch]?
    switch source.isFixedBecause == nil ? source.format : nil {
    case .csv: found = CSVEditor(source).patches(of: edit)
    case .yaml: found = YAMLEditor(source, isJSON: false).patches(of: edit, refused: &refused)
    case .json: found = YAMLEditor(source, isJSON: true).patches(of: edit, refused: &refused)
    case .jsonLines, .page, nil:
      edit.refuse(source, before.awards, &report)
      return nil
    }
    guard let found else { return nil }
    if refused.isEmpty {
      if let bytes = source.text.bytes.applying(found) {
        var (again, text) = (Report(), source)
        text.text = SourceText(name: source.text.name, bytes: bytes)
        let after = Ledger(asWritten: text, report: &again)
        if again.errorCount <= quiet.errorCount, let awards = edit.changed(after, from: before) {
          return Edited(bytes: bytes, awards: awards)
        }
      }
      refused = Set(edit.changes.keys).union(copies.keys).union(removed)
    }
    for award in before.awards where refused.contains(award.place.start) {
      edit.refuse(award, &report)
    }
    return nil
  }

  /// The edit but for what awards say already.
  private func without(statedIn ledger: Ledger) -> LedgerEdit {
    var edit = self
    for award in ledger.awards {
      let start = award.place.start
      guard let own = changes[start] else { continue }
      let news = own.filter { key, text in award.text(key) != text }
      edit.changes[start] = news.isEmpty ? nil : news
    }
    return edit
  }

  /// Those of `after` that the edit is about, if it has made them of the awards that were there `before` and changed nothing
  /// else.
  private func changed(_ after: Ledger, from before: Ledger) -> [Award]? {
    var rest = after.awards[...]
    var changed: [Award] = []
    for award in before.awards {
      let start = award.place.start
      if removed.contains(start) { continue }
      guard let own = rest.popFirst(), own.says(the: award, with: changes[start] ?? [:]) else {
        return nil
      }
      if changes[start] != nil { changed.append(own) }
      guard let changes = copies[start] else { continue }
      guard let copy = rest.popFirst(), copy.says(the: award, with: changes) else { return nil }
      changed.append(copy)
    }
    return rest.isEmpty ? changed : nil
  }

  /// Says that nothing can be written into `source`, at the first of its awards that the edit is about.
  private func refuse(_ source: LedgerSource, _ awards: [Award], _ report: inout Report) {
    let wanted = Set(changes.keys).union(copies.keys).union(removed)
    guard let award = awards.first(where: { wanted.contains($0.place.start) }) else { return }
    let reason = source.isFixedBecause ?? "it is no ledger in CSV, YAML or JSON"
    report.error(
      "nothing can be written into “\(source.text.name)”: \(reason)", at: award.place,
      help: "change it where it comes from, or save it as CSV UTF-8 and name that under “awards”")
  }

  /// Says what somebody has to do by hand.
  private func refuse(_ award: Award, _ report: inout Report) {
    let start = award.place.start
    if removed.contains(start) {
      report.error(
        "this award cannot be taken out by itself", at: award.place,
        help: "take it out yourself, and run this again")
    }
    if let changes = copies[start] {
      let all = AwardKey.allCases.compactMap { key in
        (changes[key] ?? award.text(key)).map { (key, $0) }
      }
      report.error(
        "no award can be written behind this one", at: award.place,
        help: "write it yourself: \(LedgerEdit.pairs(all))")
    }
    guard let changes = changes[start] else { return }
    let written = AwardKey.allCases.compactMap { key in
      (changes[key] ?? nil).map { (key, $0) }
    }
    if !written.isEmpty {
      report.error(
        "no \(LedgerEdit.list(written.map(\.0), "or")) can be written into this award",
        at: award.place, help: "write it yourself: \(LedgerEdit.pairs(written))")
    } else {
      let gone = AwardKey.allCases.filter { changes[$0] != nil && award.text($0) != nil }
      report.error(
        "\(LedgerEdit.list(gone, "and")) cannot be taken out of this award", at: award.place,
        help: "take out \(LedgerEdit.list(gone, "and")) yourself")
    }
  }

  private static func list(_ keys: [AwardKey], _ last: String) -> String {
    let names = keys.map(\.rawValue)
    return names.count < 3
      ? names.joined(separator: " \(last) ")
      : names.dropLast().joined(separator: ", ") + " \(last) \(names[names.count - 1])"
  }

  private static func pairs(_ pairs: [(AwardKey, String)]) -> String {
    pairs.map { "\($0.rawValue): \(YAMLText.scalar($1))" }.joined(separator: ", ")
  }
}

/// Bytes that take the place of others.
struct Patch {
  var range: Range<Int>
  var bytes: [UInt8]

  init(_ range: Range<Int>, _ bytes: some Sequence<UInt8> = []) {
    (self.range, self.bytes) = (range, Array(bytes))
  }

  init(at offset: Int, _ bytes: some Sequence<UInt8>) { self.init(offset..<offset, bytes) }
}

extension [UInt8] {
  /// The bytes with all patches in them, those at one offset in their order; `nil` if two patches are about the same bytes.
  fileprivate func applying(_ patches: [Patch]) -> [UInt8]? {
    var out: [UInt8] = []
    var from = 0
    let sorted = patches.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, patch) in sorted {
      guard patch.range.lowerBound >= from else { return nil }
      out += self[from..<patch.range.lowerBound]
      out += patch.bytes
      from = patch.range.upperBound
    }
    return out + self[from...]
  }
}

extension Award {
  /// What it says under `key`, as a ledger in CSV writes it; `nil` for nothing.
  func text(_ key: AwardKey) -> String? {
    switch key {
    case .issued: issued.value.isoText
    case .expires: expires?.value.isoText
    case .revoked: revoked?.value.isoText
    case .count: count.map { String($0.value) }
    case .links: links.isEmpty ? nil : links.map(\.value).joined(separator: " ")
    case .name, .handle, .badge, .legalName, .language, .tier, .evidence, .statement, .id, .state,
      .reason, .supersededBy, .visibility, .progress, .result, .avatar, .uuid, .email, .did:
      written(key)
    }
  }

  /// Whether it says what `other` does, but for `changes`.
  fileprivate func says(the other: Award, with changes: LedgerEdit.Changes) -> Bool {
    if changes.isEmpty { return isSame(as: other) }
    return AwardKey.allCases.allSatisfy { key in text(key) == changes[key] ?? other.text(key) }
  }
}
