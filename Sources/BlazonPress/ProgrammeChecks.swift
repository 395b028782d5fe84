internal import BlazonCheck
internal import BlazonDesign
internal import BlazonForm
internal import BlazonIntake
internal import BlazonLedger
internal import BlazonScene
internal import BlazonShelf
public import BlazonSource
public import BlazonSpec

// Rules that look at a programme as a whole.

/// No two badges may sound the same.
func checkSentences(of programme: Programme, _ report: inout Report) {
  var owners: [String: Badge] = [:]
  // What two badges share, their variants share too: that is said once.
  var told: Set<[String]> = []
  for badge in programme.badges.flatMap(\.drawings) {
    let sentence = Design(badge, of: programme, width: .max).sentence
    if let owner = owners[sentence], told.insert([owner.id.value, badge.id.value]).inserted {
      report.add(
        .sentences, "“\(badge.fileName)” and “\(owner.fileName)” have the same alternative text",
        at: badge.id.place, weights: programme.weights, help: "give one an “alt” of its own")
    }
    owners[sentence] = badge
  }
}

/// Every badge says what it takes.
func checkCriteria(of programme: Programme, _ report: inout Report) {
  // A badge that is drawn by itself is nobody's to earn.
  guard !programme.name.isEmpty else { return }
  for badge in programme.badges where badge.words.criteria == nil {
    report.add(
      .criteria, "“\(badge.id.value)” does not say what it takes to earn it", at: badge.id.place,
      weights: programme.weights, measure: Measure(0, "sentences", limit: 1),
      help: "criteria: one sentence, such as Merged ten pull requests.")
  }
}

/// No path of a badge is one at which files of ours stand.
func checkPaths(of programme: Programme, _ report: inout Report) {
  let states = Words.State.allCases.map(\.rawValue)
  for path in programme.badges.flatMap(\.words.paths) {
    let owner = Address.isOurs(
      path.value.path, languages: programme.languages, states: states)
    guard let owner else { continue }
    report.add(
      .files, "“\(path.value.path)” stands among \(owner)", at: path.place,
      help: owner.hasPrefix("the badges")
        ? "“aliases” write files there; a path of others is as in assets/badges/docs/docs.png"
        : "name a path in a folder that is none of ours, as in assets/badges/docs/docs.png")
  }
}

/// What is withdrawn must not be drawn.
func checkWithdrawn(of loaded: LoadedProgramme, _ report: inout Report) {
  let programme = loaded.programme
  guard !programme.withdrawn.isEmpty else { return }
  let others = programme.languages.filter { $0 != programme.language }
  let folders = ([nil] + others.map(Optional.some)).map {
    Address.badges(of: programme.id, in: $0)
  }
  let kept = programme.badges.flatMap(\.words.paths).compactMap { path in
    Address.kept(path.value.path, of: programme.id).map { ($0.address, $0.address.path) }
  }
  let badges =
    folders.flatMap { folder in
      programme.badges.flatMap(\.drawings).flatMap(\.fileNames).map { name in
        (folder.file(.badge(name, .light, .svg)), "\(folder.path)/\(name)")
      }
    } + kept
  let awards = loaded.grants.lazy.map { ($0.address, $0.address.path) }
  for path in programme.withdrawn {
    let withdrawal = Withdrawal(path.value, from: programme.id)
    guard
      let drawn = badges.first(where: { withdrawal.covers($0.0) })?.1
        ?? awards.first(where: { withdrawal.covers($0.0) })?.1
    else { continue }
    report.add(
      .withdrawn, "“\(path.value)” is withdrawn, and “\(drawn)” is drawn", at: path.place,
      help: "take it out of “withdrawn”, or the badge or award out of the programme")
  }
}

/// Tells every text that readers of a language of `programme` get in another.
public func checkUntranslated(of programme: Programme, _ report: inout Report) {
  let others = programme.languages.filter { $0 != programme.language }
  for language in others {
    if !programme.wording.hasPageWords(in: language) {
      report.add(
        Diagnostic(
          .warning, "no words of pages are known in “\(language)”", at: nil,
          help: "write them under “words”; until then its pages are English"))
    }
    func tell(_ text: LocalizedText?, _ what: String, _ badge: Badge, at place: Place? = nil) {
      guard let text, text.isMissing(in: language, or: programme.language) else { return }
      report.add(
        Diagnostic(
          .warning, "the \(what) of “\(badge.fileName)” is not in “\(language)”",
          at: place ?? badge.id.place, help: "\(what): {\(language): …}"))
    }
    for badge in programme.badges.flatMap(\.drawings) {
      let words = badge.words
      for (what, text) in [
        ("title", words.title), ("short", words.short), ("subtitle", words.subtitle),
        ("band", words.band),
      ] { tell(text?.value, what, badge, at: text?.place) }
      tell(words.criteria, "criteria", badge)
      tell(words.description, "description", badge)
      tell(words.track, "track", badge)
      for skill in words.skills { tell(skill, "skills", badge) }
      tell(words.certificate?.statement?.value, "statement", badge)
      for signature in words.certificate?.signatures ?? [] {
        tell(signature.role?.value, "role", badge, at: signature.role?.place)
      }
    }
  }
}
