internal import BlazonArtwork
internal import BlazonDesk
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

/// The texts of a programme that was found, as somebody would have written them.
struct ProgrammeTexts {
  let id: String
  let found: FoundProgramme
  let pictures: FolderImport.Pictures
  let source: String
  let looks: [ChosenLook]
  let families: Families
  /// Other names of each badge, and the paths at which it stands.
  let aliases: [[String]]
  let paths: [[String]]
  /// What the emblem of each badge is guessed to be.
  private let guesses: [String]
  /// Sentences of badges that would be the same.
  private let twins: Set<Int>

  init(
    _ found: FoundProgramme, id: String, _ pictures: FolderImport.Pictures, from source: String,
    looks: [ChosenLook], aliases: [[String]], paths: [[String]]
  ) {
    (self.found, self.id, self.pictures, self.source) = (found, id, pictures, source)
    (self.looks, self.aliases, self.paths) = (looks, aliases, paths)
    families = Families(found.badges)
    guesses = Starter.emblems(for: found.badges.map(\.shownTitle))
    var seen: Set<[String]> = []
    var twins: Set<Int> = []
    for (index, badge) in found.badges.enumerated()
    where !seen.insert([badge.shownTitle, families.ofBadges[index]]).inserted {
      twins.insert(index)
    }
    self.twins = twins
  }

  /// Whether the badge at `index` shows a picture of the folder.
  func isShowingPicture(_ index: Int) -> Bool {
    pictures != .redraw && looks[index].picture != nil
  }

  /// The file of the picture of the badge at `index`, in the programme's folder.
  func pictureFile(_ index: Int) -> String? {
    guard isShowingPicture(index), let picture = looks[index].picture else { return nil }
    let ending = picture.kind == .jpeg ? "jpg" : picture.kind.rawValue
    return "art/\(found.badges[index].id).\(ending)"
  }

  /// The file of the signature that stands at `path` in what was imported.
  static func signatureFile(_ path: String) -> String {
    let name = Starter.id(from: path.stem)
    return "art/signatures/\(name.isEmpty ? "signature" : name).\(path.ending)"
  }

  // MARK: programme.yaml

  var programme: String {
    let name = found.name ?? PlainWords.title(ofID: id)
    var text = """
      # Imported from \(PlainWords.clean(source) ?? "a folder") by “blazon import”. What is marked as doubtful wants an eye.
      blazon: 1
      programme: \(YAMLWords.item(id))
      name: \(YAMLWords.scalar(name))\(found.name == nil ? "   # doubtful: the folder's name" : "")
      # publish: https://badges.example.org   # where output/\(id) is served: old paths are below it
      color: "\(color.text)"   # doubtful: \(color.why)
      families:

      """
    for family in families.all {
      let members = found.badges.indices.filter { families.ofBadges[$0] == family.id }
      let isShown = pictures == .asTheyAre && members.contains(where: isShowingPicture)
      let preset = isShown ? "picture" : Families.preset(family.id)
      let metal = !isShown && family.id == "certification" ? ", metal: gold" : ""
      text +=
        "  \(YAMLWords.item(family.id)): {preset: \(preset), band: \(YAMLWords.item(Families.band(family.id)))\(metal)}\n"
    }
    var checks: [String] = []
    if pictures == .emblems {
      checks.append("  contrast: warning    # drawings of others, in colours of their own")
      checks.append("  overlap: warning")
    }
    if hasDuplicates {
      checks.append("  duplicate: warning   # doubtful: two badges show one picture")
    }
    if !checks.isEmpty { text += "check:\n" + checks.map { "\($0)\n" }.joined() }
    return text
  }

  /// Whether two badges may come out as one picture.
  private var hasDuplicates: Bool {
    let shown = found.badges.indices.filter(isShowingPicture).compactMap { looks[$0].picture }
    guard Set(shown.map(\.digest)).count == shown.count else { return true }
    let seen = shown.compactMap(\.look)
    // So many are not compared.
    guard seen.count <= 500 else { return true }
    return seen.indices.contains { index in
      seen[(index + 1)...].contains {
        seen[index].difference(from: $0, tolerance: Look.twinTolerance) < 0.02
      }
    }
  }

  /// The commonest strong colour of the pictures.
  private var color: (text: String, why: String) {
    var tally: [Int: (count: Int, sum: [Int])] = [:]
    for color in looks.compactMap({ $0.picture?.look?.color }) {
      let key = color[0] / 64 * 16 + color[1] / 64 * 4 + color[2] / 64
      let known = tally[key] ?? (0, [0, 0, 0])
      tally[key] = (known.count + 1, zip(known.sum, color).map(+))
    }
    let most = tally.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.value
    guard let most else { return ("#0B7A86", "no picture told one") }
    let digits = most.sum.map { sum in
      let text = String(sum / most.count, radix: 16, uppercase: true)
      return text.count < 2 ? "0\(text)" : text
    }
    return ("#\(digits.joined())", "the commonest of the pictures")
  }

  // MARK: Badges

  /// The files of badges: one for each family.
  var badgeFiles: [(name: String, text: String)] {
    families.all.map { (family: (id: String, count: Int)) -> (name: String, text: String) in
      var text = """
        # \(Families.band(family.id)): \(family.count) badge\(family.count == 1 ? "" : "s"). `blazon help language badge` lists every word.
        blazon: 1
        badges:

        """
      for index in found.badges.indices where families.ofBadges[index] == family.id {
        text += badge(index) + "\n"
      }
      while text.hasSuffix("\n\n") { text.removeLast() }
      return (families.all.count == 1 ? "badges.yaml" : "\(family.id)s.yaml", text)
    }
  }

  private func badge(_ index: Int) -> String {
    let badge = found.badges[index]
    let family = families.ofBadges[index]
    var text = ""
    for remark in badge.remarks + looks[index].remarks {
      text += "  # \(PlainWords.clean(remark) ?? "")\n"
    }
    if let description = badge.description, description.unicodeScalars.count > 200 {
      text += "  # doubtful: its description was longer: \(description)\n"
    }
    text += "  \(YAMLWords.item(badge.id)):\n    family: \(YAMLWords.item(family))\n"
    func say(_ key: String, _ value: String) {
      text += "    \(key):\(YAMLWords.value(value, indent: 4))"
    }
    // A badge that is drawn has room for so much.
    let isWhole = isShowingPicture(index) && pictures == .asTheyAre
    let title =
      isWhole
      ? badge.shownTitle : PlainWords.beginning(of: badge.shownTitle, limit: 60)
    if title != badge.shownTitle {
      text += "    # doubtful: shortened from “\(badge.shownTitle)”\n"
    }
    say("title", title)
    if badge.title == nil, text.hasSuffix("\n"), !text.contains(" >-") {
      text.removeLast()
      text += "   # doubtful: the folder's name\n"
    }
    if let file = pictureFile(index) {
      text += "    emblem: \(file)\n"
    } else {
      if pictures == .asTheyAre, isShownInFamily(family) {
        text += "    preset: \(Families.preset(family))\n"
      }
      text += "    emblem: \(guesses[index])\n"
    }
    let short = PlainWords.beginning(of: title, limit: title.contains(" ") ? 26 : 18)
    if !isWhole, title.count > (title.contains(" ") ? 36 : 18), short != title {
      text += "    short: \(YAMLWords.scalar(short))   # doubtful: the title has no room\n"
    }
    if twins.contains(index) { say("alt", "\(badge.shownTitle), as \(badge.id)") }
    if badge.isDraft { text += "    state: coming-soon\n" }
    if let description = badge.description {
      // No more can be shown on a card.
      say("description", PlainWords.beginning(of: description, limit: 190))
    }
    if let criteria = badge.criteria {
      say("criteria", criteria)
    } else {
      text += "    # criteria: …   # doubtful: none was given\n"
    }
    if let level = badge.level { text += "    level: \(level)\n" }
    if !badge.requires.isEmpty {
      text += "    requires: [\(badge.requires.map(YAMLWords.item).joined(separator: ", "))]\n"
    }
    if let months = badge.months { text += "    valid: \(months) month\(months == 1 ? "" : "s")\n" }
    text += list("skills", badge.skills)
    if !badge.competencies.isEmpty {
      text += "    competencies:\n"
      for (name, weight) in badge.competencies {
        text += "      \(YAMLWords.item(name)): \(told(weight))\n"
      }
    }
    if !aliases[index].isEmpty {
      text += "    aliases: [\(aliases[index].map(YAMLWords.item).joined(separator: ", "))]\n"
    }
    if !paths[index].isEmpty {
      text += "    paths:\n" + paths[index].map { "      - \($0)\n" }.joined()
    }
    text += certificate(badge) + alignments(badge)
    return text
  }

  private func isShownInFamily(_ family: String) -> Bool {
    found.badges.indices.contains { families.ofBadges[$0] == family && isShowingPicture($0) }
  }

  /// A list on one line where it has room there.
  private func list(_ key: String, _ items: [String]) -> String {
    guard !items.isEmpty else { return "" }
    let line = "    \(key): [\(items.map(YAMLWords.item).joined(separator: ", "))]\n"
    if line.count <= 100 { return line }
    return "    \(key):\n" + items.map { "      - \(YAMLWords.scalar($0))\n" }.joined()
  }

  private func certificate(_ badge: FoundBadge) -> String {
    guard let certificate = badge.certificate else { return "" }
    var text = "    certificate:\n"
    if let statement = certificate.statement {
      text += "      statement:\(YAMLWords.value(statement, indent: 6))"
    }
    text += "      signatures:\n"
    for signature in certificate.signatures {
      var parts = ["name: \(YAMLWords.item(signature.name))"]
      if let role = signature.role { parts.append("role: \(YAMLWords.item(role))") }
      if let drawing = signature.drawing {
        parts.append("image: \(ProgrammeTexts.signatureFile(drawing))")
      }
      text += "        - {\(parts.joined(separator: ", "))}\n"
    }
    return text
  }

  private func alignments(_ badge: FoundBadge) -> String {
    guard !badge.alignments.isEmpty else { return "" }
    var text = "    achievement:\n      alignment:\n"
    for alignment in badge.alignments.prefix(20) {
      text += "        - name: \(YAMLWords.scalar(alignment.name))\n"
      text += "          url: \(quoted(alignment.url))\n"
      if let framework = alignment.framework {
        text += "          framework: \(YAMLWords.scalar(framework))\n"
      }
      if let code = alignment.code { text += "          code: \(YAMLWords.scalar(code))\n" }
    }
    return text
  }
}
