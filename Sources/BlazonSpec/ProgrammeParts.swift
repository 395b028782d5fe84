public import BlazonForm
internal import BlazonLedger
internal import BlazonScene
internal import BlazonSource

// What a programme is told of whose partner it is, and its walls.

extension Programme {
  /// A programme that another is a partner of, as that one's pictures name it.
  public struct Partner: Sendable {
    public var names: LocalizedText
    public var logo: Logo?

    /// `nil` if `document` is not that of `id`, or has no name; what is wrong in it is its own run's to say.
    init?(_ id: String, _ document: ProgrammeDocument) {
      var quiet = Reading()
      guard case .scalar(id, _)? = document.main["programme"]?.value,
        let names = document.main["name"].flatMap({ LocalizedText.form.read($0, &quiet) })
      else { return nil }
      self.names = names
      logo = document.main["logo"].flatMap { Logo.form.read($0, &quiet) }
    }
  }

  /// The walls, each over one of the same name that stands before.
  static func walls(
    _ documents: [ProgrammeDocument], _ reading: inout Reading
  ) -> [WallSpec] {
    var trees: [(name: String, tree: Tree)] = []
    for entry in documents.flatMap(\.walls) {
      if Theme(rawValue: entry.id.value) != nil {
        reading.error(
          "“\(entry.id.value)” is what a theme is called, not a wall", at: entry.id.place,
          help: "call it otherwise: its files are named after it")
      }
      guard let index = trees.firstIndex(where: { $0.name == entry.id.value }) else {
        trees.append((entry.id.value, entry.tree))
        continue
      }
      trees[index].tree = trees[index].tree.merged(with: entry.tree)
    }
    return trees.filter { !$0.tree.isNull }.compactMap { WallSpec($0.name, $0.tree, &reading) }
  }

  /// Reports badges that show a logo where the programme has none: once for each place that says so.
  static func checkLogo(_ logo: Logo?, of badges: [Badge], _ reading: inout Reading) {
    guard logo == nil else { return }
    var told: Set<Place> = []
    for badge in badges.flatMap(\.drawings) {
      guard let asked = badge.words.logo, asked.value, told.insert(asked.place).inserted else {
        continue
      }
      reading.error(
        "the programme has no logo for a badge to show", at: asked.place,
        help: "give it one in programme.yaml, as in logo: art/logo.svg; or say logo: false")
    }
  }

  /// Reports every certificate whose design there is not, or in whose languages no words are known.
  static func checkCertificates(
    of badges: [Badge], among pages: Pages, _ wording: Wording, _ reading: inout Reading
  ) {
    for badge in badges {
      let languages = badge.words.certificate?.languages ?? []
      for language in languages where !wording.hasPageWords(in: language.value) {
        reading.error(
          "no words of certificates are known in “\(language.value)”", at: language.place,
          help: "give them under “words”, or name another language")
      }
      if let first = languages.first, let last = languages.last, languages.count == 2,
        first.value == last.value
      {
        reading.error(
          "a certificate in two languages names “\(last.value)” twice", at: last.place,
          help: "name two, or none")
      }
      guard let preset = badge.words.certificate?.preset,
        preset.value != PageKind.certificate.standard
      else { continue }
      let designs = pages.names(.certificate)
      guard !designs.contains(preset.value) else { continue }
      reading.error(
        "unknown certificate “\(preset.value)”", at: preset.place,
        help: helpText(for: preset.value, among: designs))
    }
  }

  /// The facts that pages of `base` may show, which a programme that extends it may have columns for.
  static func ownFacts(
    of base: ProgrammeDocument?, but own: [TableReading.Fact]
  ) -> [TableReading.Fact] {
    // What is wrong in them, the base's own run says.
    var quiet = Reading()
    let facts = base?.main["facts"].flatMap { TableReading.factsForm.read($0, &quiet) } ?? []
    return facts.filter { fact in !own.contains { $0.name == fact.name } }
  }
}
