internal import BlazonDesk
internal import BlazonForm
internal import BlazonSource

/// A page of an academy, `content/certifications/<org>/<id>/_index.md`, read as a badge.
struct AcademyPage {
  let tree: Tree
  let path: String
  private var unplaced: [String] = []

  /// Keys that are read, or say nothing of a badge.
  private static let known: Set<String> = [
    "title", "description", "level", "tags", "competencies", "certificate", "badge", "draft",
    "weight", "date", "lastmod", "type", "layout", "id", "slug",
  ]

  /// Whether the page at `path` is one of a certification: not of a list of them.
  static func isOne(_ path: String) -> Bool {
    let parts = path.lowercased().pathParts
    guard let index = parts.lastIndex(of: "certifications") else { return false }
    return ["_index.md", "index.md"].contains(parts.last) && parts.count - index >= 3
  }

  init(_ tree: Tree, at path: String) { (self.tree, self.path) = (tree, path) }

  /// Whether it has anything of a certification: pages of organisations have a title alone.
  var isCertification: Bool {
    ["certificate", "badge", "competencies", "level"].contains { tree.field($0) != nil }
  }

  mutating func badge(
    _ files: SourceFiles, _ pictures: inout PictureShelf, report: inout Report
  ) -> FoundBadge {
    var badge = FoundBadge(id: Starter.id(from: path.folderPath.fileName), place: tree.place)
    badge.isCertification = true
    badge.title = tree.field("title")?.scalarText.flatMap { PlainWords.title($0) }
    if badge.title == nil { warn("the page has no “title”", &report) }
    badge.description = tree.prose("description")
    badge.skills = (tree.field("tags")?.listedTexts ?? []).map(\.value)
    if !badge.skills.isEmpty { badge.remarks.append("doubtful: its skills were tags") }
    readLevel(&badge, &report)
    readCompetencies(&badge, &report)
    readCertificate(&badge, files, pictures, &report)
    readPicture(&badge, files, &pictures, &report)
    if tree.field("draft")?.scalarText == "true" {
      badge.isDraft = true
      warn("“\(badge.id)” is a draft", &report, at: "draft", help: "it is “state: coming-soon”")
    }
    unplaced += (tree.entries ?? []).filter {
      !AcademyPage.known.contains($0.key.value.plainKey) && !$0.value.isNull
    }.map(\.key.value)
    if let first = unplaced.first {
      let isOne = unplaced.count == 1
      warn(
        "\(told(unplaced)) of “\(badge.id)” \(isOne ? "has" : "have") no place in specs",
        &report, at: first, help: "\(isOne ? "it stands" : "they stand") in comments")
      badge.remarks += unplaced.map { "left out: \($0)\(value(of: $0))" }
    }
    return badge
  }

  /// What stands under a key such as `certificate.title`, in short, for a comment.
  private func value(of key: String) -> String {
    let parts = key.split(separator: ".").map(String.init)
    let tree = parts.reduce(Optional(tree)) { $0?.field($1) }
    let text = (tree?.listedTexts ?? []).map(\.value).joined(separator: ", ")
    return text.isEmpty ? "" : ": \(text.prefix(160))\(text.count > 160 ? "…" : "")"
  }

  private func warn(
    _ message: String, _ report: inout Report, at key: String? = nil, help: String? = nil
  ) {
    let place = key.flatMap { tree.field($0)?.place } ?? tree.place
    report.add(Diagnostic(.warning, message, at: place, help: help))
  }

  private func readLevel(_ badge: inout FoundBadge, _ report: inout Report) {
    guard let level = tree.field("level")?.scalarText else { return }
    let known = ["beginner", "intermediate", "advanced"]
    if known.contains(level.lowercased()) {
      badge.level = level.lowercased()
    } else {
      warn(
        "the level “\(level.prefix(40))” of “\(badge.id)” is none that is known", &report,
        at: "level", help: "use one of: \(known.joined(separator: ", "))")
      badge.remarks.append("doubtful: its level was \(PlainWords.clean(level) ?? "")")
    }
  }

  // MARK: Competencies

  private mutating func readCompetencies(_ badge: inout FoundBadge, _ report: inout Report) {
    guard let list = tree.field("competencies") else { return }
    var (total, isWeighed) = (0.0, true)
    for item in list.listed {
      guard let title = item.field("title", "name")?.scalarText.flatMap({ PlainWords.title($0) })
      else {
        report.add(
          Diagnostic(.warning, "a competency without a title is left out", at: item.place))
        continue
      }
      if item.field("items") != nil, !unplaced.contains("items of competencies") {
        unplaced.append("items of competencies")
      }
      let share = item.field("percentage", "percent", "weight")?.scalarText
      let weight = share.flatMap { Double($0.filter { $0 != "%" && $0 != " " }) }
      guard let weight, (0.1...1000).contains(weight) else {
        isWeighed = false
        report.add(
          Diagnostic(
            .warning, "“\(title)” of “\(badge.id)” has no percentage", at: item.place,
            help: "the competencies of “\(badge.id)” are written without weights, as skills"))
        badge.competencies.append((title, 0))
        continue
      }
      if badge.competencies.contains(where: { $0.name == title }) {
        report.add(
          Diagnostic(
            .warning, "the competency “\(title)” of “\(badge.id)” stands twice", at: item.place,
            help: "the second is left out"))
        continue
      }
      total += weight
      badge.competencies.append((title, weight))
    }
    if badge.competencies.count > 12 || !isWeighed {
      if isWeighed {
        warn(
          "“\(badge.id)” has \(badge.competencies.count) competencies", &report, at: "competencies",
          help: "at most 12 can be told apart: they are written as skills")
      }
      badge.skills = badge.competencies.map(\.name) + badge.skills
      badge.competencies = []
    } else if !badge.competencies.isEmpty, abs(total - 100) > 0.01 {
      warn(
        "the percentages of “\(badge.id)” add up to \(told(total)), not to 100", &report,
        at: "competencies", help: "they are kept as weights")
      badge.remarks.append("doubtful: the percentages added up to \(told(total))")
    }
  }

  // MARK: Certificate

  private mutating func readCertificate(
    _ badge: inout FoundBadge, _ files: SourceFiles, _ pictures: PictureShelf,
    _ report: inout Report
  ) {
    guard let tree = self.tree.field("certificate") else {
      warn(
        "“\(badge.id)” has no “certificate”", &report,
        help: "it becomes a badge without one; nobody signs")
      badge.remarks.append("doubtful: it had no certificate")
      return
    }
    var certificate = FoundCertificate()
    certificate.statement = tree.prose("description").flatMap { $0.count <= 190 ? $0 : nil }
    if certificate.statement == nil, tree.prose("description") != nil {
      unplaced.append("certificate.description")
    }
    let title = tree.prose("title")
    if let title, title != badge.title { unplaced.append("certificate.title") }
    if let expires = tree.field("expiresIn", "expires", "validity") {
      readTime(expires, &badge, &report)
    }
    let authorities = tree.field("issuingAuthorities")?.listed ?? []
    for authority in authorities {
      guard let name = authority.field("name")?.scalarText.flatMap({ PlainWords.title($0) }) else {
        report.add(
          Diagnostic(
            .warning, "somebody who signs has no name, and is left out", at: authority.place))
        continue
      }
      var signature = FoundCertificate.Signature(
        name: name,
        role: authority.prose("role", "title").map { PlainWords.beginning(of: $0, limit: 100) },
        place: authority.place)
      if let url = authority.field("signatureUrl", "signature", "image"), let text = url.scalarText
      {
        signature.place = url.place
        signature.drawing = webPath(text).flatMap {
          pictures.path($0, namedIn: path.folderPath)
        }
        if signature.drawing == nil {
          report.add(
            Diagnostic(
              .warning, "the signature “\(text.prefix(80))” is not in this folder", at: url.place,
              help: "the line is left empty; put the drawing there and import again"))
        }
      }
      certificate.signatures.append(signature)
    }
    if certificate.signatures.count > 4 {
      warn(
        "\(certificate.signatures.count) people sign the certificate of “\(badge.id)”", &report,
        at: "certificate", help: "the first four do")
      certificate.signatures = Array(certificate.signatures.prefix(4))
    }
    let read: Set = [
      "title", "description", "expiresin", "expires", "validity", "issuingauthorities",
    ]
    unplaced += (tree.entries ?? []).map(\.key.value).filter { !read.contains($0.plainKey) }
      .map { "certificate.\($0)" }
    if certificate.signatures.isEmpty {
      warn(
        "nobody signs the certificate of “\(badge.id)”", &report, at: "certificate",
        help: "it is left out; name who signs under “certificate”")
      badge.remarks.append("doubtful: nobody signed its certificate")
    } else {
      badge.certificate = certificate
    }
  }

  /// `24` months, `"24"`, `"2 years"`, `"18 months"`.
  private func readTime(_ tree: Tree, _ badge: inout FoundBadge, _ report: inout Report) {
    guard let text = tree.scalarText?.lowercased() else { return }
    let parts = text.split { $0 == " " || $0 == "_" }.map(String.init)
    if ["never", "none", "0"].contains(text) { return }
    if let number = parts.first.flatMap(Int.init) {
      let months =
        switch parts.dropFirst().first {
        case nil, "month", "months": number
        case "year", "years": number > 50 ? 0 : number * 12
        default: 0
        }
      if parts.count <= 2, (1...600).contains(months) {
        badge.months = months
        return
      }
    }
    report.add(
      Diagnostic(
        .warning, "how long “\(badge.id)” lasts cannot be told from “\(text.prefix(40))”",
        at: tree.place, help: "as in 24, “24 months” or “2 years”; it is left out"))
    badge.remarks.append("doubtful: it expired in \(PlainWords.clean(text) ?? "")")
  }

  // MARK: Picture

  private mutating func readPicture(
    _ badge: inout FoundBadge, _ files: SourceFiles, _ pictures: inout PictureShelf,
    _ report: inout Report
  ) {
    guard let tree = self.tree.field("badge") else {
      warn("“\(badge.id)” has no “badge”", &report, help: "an emblem is guessed for it")
      badge.remarks.append("doubtful: it had no badge; the emblem is guessed")
      return
    }
    for (key, ending) in [("svg", "svg"), ("png", "png")] {
      guard let field = tree.field(key), let text = field.scalarText, let path = webPath(text)
      else {
        continue
      }
      if path.ending != ending {
        report.add(
          Diagnostic(
            .warning, "“\(key)” of “\(badge.id)” is the address of a .\(path.ending)",
            at: field.place, help: "name a .\(ending) file, or take the key out"))
      }
      guard
        let picture = pictures.picture(
          path, namedIn: self.path.folderPath, files, report: &report)
      else {
        report.add(
          Diagnostic(
            .warning, "no picture “\(path)” is in this folder", at: field.place,
            help: "put the file there and import again: nothing is fetched from the web"))
        continue
      }
      if !badge.pictures.contains(where: { $0.path == picture.path }) {
        badge.pictures.append(picture)
      }
    }
    if badge.pictures.isEmpty { badge.remarks.append("doubtful: its picture was not found") }
    for key in ["title", "description"] {
      let own = tree.prose(key)
      if let own, own != (key == "title" ? badge.title : badge.description) {
        unplaced.append("badge.\(key)")
      }
    }
    unplaced += (tree.entries ?? []).map(\.key.value)
      .filter { !["svg", "png", "title", "description"].contains($0.plainKey) }
      .map { "badge.\($0)" }
  }
}

/// A number as people write it: without a fraction where it has none.
func told(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e9
    ? String(Int(number)) : String((number * 100).rounded() / 100)
}
