internal import BlazonArt
internal import BlazonCheck
internal import BlazonDesign
internal import BlazonForm
internal import BlazonIntake
internal import BlazonLayout
internal import BlazonPaint
internal import BlazonScene
internal import BlazonShelf
public import BlazonSource
internal import BlazonSpec
internal import BlazonText

/// What there is to choose from: emblems, presets, fonts, formats, rules.
public enum Catalogue: String, CaseIterable, Sendable {
  case emblems, presets, fonts, formats, rules

  /// One thing to choose.
  public struct Entry: Hashable, Sendable {
    /// As specs or the command line write it.
    public var name: String
    public var summary: String
  }

  public var entries: [Entry] {
    switch self {
    case .emblems:
      Emblem.all.map(Entry.init)
    case .presets:
      ShippedPreset.presets.map { Entry(name: $0.name, summary: $0.summary) }
    case .fonts:
      FontFace.all.map {
        Entry(name: $0.name, summary: $0.isSerif ? "with serifs" : "without serifs")
      }
    case .formats:
      ImageFormat.allCases.map { Entry(name: $0.rawValue, summary: $0.summary) }
        + PageFormat.all.map {
          Entry(name: $0.name, summary: "a page of \(Int($0.size.width)) × \(Int($0.size.height))")
        }
    case .rules: Rule.all.map { Entry(name: $0.id, summary: $0.summary) }
    }
  }

  /// The entries that `text` finds: of emblems those that it means, the best first; of others those with words that begin
  /// as its words do, in the name first.
  public func entries(matching text: String) -> [Entry] {
    if self == .emblems { return EmblemIndex.shipped.emblems(for: text).map(Entry.init) }
    return Catalogue.found(text, in: entries)
  }

  private static func found(_ text: String, in entries: [Entry]) -> [Entry] {
    let sought = words(of: text)
    func isFound(in text: String) -> Bool {
      let words = words(of: text)
      return sought.allSatisfy { start in words.contains { $0.hasPrefix(start) } }
    }
    guard !sought.isEmpty else { return [] }
    let named = entries.filter { isFound(in: $0.name) }
    return named + entries.filter { !named.contains($0) && isFound(in: "\($0.name) \($0.summary)") }
  }

  private static func words(of text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  /// The badges of the programmes at `paths`, by their ids, with their titles: of all, or those that `text` finds.
  public static func badges(
    in paths: [String], matching text: String, report: inout Report
  ) throws(WorldError) -> [Entry] {
    let programmes = try SpecFolder.load(paths, report: &report).map(\.programme)
    let entries = programmes.flatMap { programme in
      programme.badges.map { badge in
        let title = badge.words.title?.value.resolved(
          in: programme.language, or: programme.language)
        return Entry(name: badge.id.value, summary: title?.text ?? programme.id)
      }
    }
    return text.isEmpty ? entries : found(text, in: entries)
  }

  /// Whether there is a picture of its entries.
  public var isVisible: Bool {
    switch self {
    case .emblems, .presets, .fonts: true
    case .formats, .rules: false
    }
  }

  /// A picture of `entries` as PNG bytes, empty where there is nothing to see.
  public func sheet(of entries: [Entry]) throws(WorldError) -> [UInt8] {
    let fonts = try wrapping { () throws(FontLibraryError) in try FontLibrary() }
    var typesetter = Typesetter(fonts: fonts)
    let cells: [ContactSheet.Cell]
    switch self {
    case .emblems: return try png(of: emblemSheet(of: entries, &typesetter))
    case .presets:
      var composer = Composer(fonts: fonts)
      cells = entries.compactMap { Specimen.preset($0.name, &composer) }
    case .fonts: cells = entries.compactMap { Specimen.font($0.name, &typesetter) }
    case .formats, .rules: cells = []
    }
    return try png(
      of: ContactSheet.scene(
        titled: rawValue.prefix(1).uppercased() + rawValue.dropFirst(), cells,
        typesetter: &typesetter))
  }

  /// The emblems by what they are about; with the scenes, where all of them are wanted.
  private func emblemSheet(of entries: [Entry], _ typesetter: inout Typesetter) -> Scene {
    let names = Set(entries.map(\.name))
    let isWhole = names.count == Emblem.names.count
    let sections = EmblemSheet.Section.all.compactMap { section -> EmblemSheet.Section? in
      var section = section
      section.emblems.removeAll { !names.contains($0.name) }
      if !isWhole { section.scenes = [] }
      return section.emblems.isEmpty && section.scenes.isEmpty ? nil : section
    }
    return EmblemSheet.scene(of: sections, titled: "Emblems", typesetter: &typesetter)
  }

  private func png(of scene: Scene) throws(WorldError) -> [UInt8] {
    try wrapping { () throws(PaintError) in
      PNGEncoder(of: scene).encode(try RasterPainter(scale: 1).paint(scene))
    }
  }
}

extension Catalogue.Entry {
  fileprivate init(_ emblem: Emblem) { self.init(name: emblem.name, summary: emblem.subject) }
}

/// Small pictures for sheets.
private enum Specimen {
  /// One badge in the preset.
  static func preset(_ name: String, _ composer: inout Composer) -> ContactSheet.Cell? {
    var report = Report()
    let text = """
      blazon: 1
      programme: specimen
      name: Specimen
      color: "#0B7A86"
      badges:
        sample:
          preset: \(name)
          title: First Light
          band: Sample
          emblem: lighthouse
          metal: gold
          stars: 3
      """
    let sources = ProgrammeSources(
      folder: "specimen",
      files: [SourceText(name: "programme.yaml", bytes: Array(text.utf8))])
    guard let document = ProgrammeDocument(sources, report: &report),
      let programme = Programme(document, base: nil, report: &report),
      let badge = programme.badges.first
    else { return nil }
    let design = Design(badge, of: programme, width: .max)
    return cell(name, composer.compose(design, report: &report).nodes)
  }

  /// A few letters in the face.
  static func font(_ name: String, _ typesetter: inout Typesetter) -> ContactSheet.Cell? {
    guard let face = FontFace(named: name) else { return nil }
    let line = typesetter.set("Blazon Ág", in: TextStyle(face: face, size: 96))
    let ground = Node.shape(
      Shape(
        Path(rect: Rect(x: 16, y: 120, width: 480, height: 272), corner: 32),
        fill: .color(Color(hex: 0x1F2937))))
    let start = Point(256 - line.width / 2, 256 + line.capHeight / 2)
    return cell(name, [ground] + line.runs(at: start, paint: .white).map { .text($0) })
  }

  private static func cell(_ name: String, _ nodes: [Node]) -> ContactSheet.Cell {
    ContactSheet.Cell(
      scene: Scene(size: Composer.canvas, nodes: nodes, title: name, description: name),
      label: name)
  }
}
