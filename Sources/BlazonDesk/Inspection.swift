internal import BlazonDesign
public import BlazonIntake
internal import BlazonLayout
internal import BlazonPress
internal import BlazonScene
public import BlazonSource
internal import BlazonSpec
internal import BlazonText

/// What a badge is at each stage of its way through the house.
public enum Inspection: String, CaseIterable, Sendable {
  /// Its words, with all that it inherits.
  case spec
  /// Its facts, its sentence, its tokens.
  case design
  /// Everything that is drawn, a node a line.
  case scene
  /// The alternative text, and below it the sentence that draws the badge again.
  case sentence

  /// The text to show of the badge called `id`, a variant's as `docs-author.gold`; `nil` if there is
  /// no such badge, or it cannot be drawn, which is in the report.
  public func text(
    of id: String, in programmes: [LoadedProgramme], isExpanded: Bool, report: inout Report
  ) throws(WorldError) -> String? {
    let all = programmes.flatMap { loaded in
      loaded.badges.flatMap(\.drawings).map { (badge: $0, loaded: loaded) }
    }
    guard let (badge, loaded) = all.first(where: { $0.badge.fileNames.contains(id) }) else {
      report.error(
        "no badge is called “\(id)”", at: nil,
        help: helpText(for: id, among: all.map(\.badge.fileName).sorted()))
      return nil
    }
    let design = Design(badge, of: loaded.programme, width: .max)
    for word in badge.unplacedWords {
      report.add(
        Diagnostic(
          .note, "the preset “\(badge.presetName)” has no place for “\(word)”", at: badge.id.place))
    }
    switch self {
    case .spec: return badge.yaml(isExpanded: isExpanded)
    case .sentence:
      if let blazon = design.blazon(of: badge, in: loaded.programme) {
        return "\(design.sentence)\n\(blazon)\n"
      }
      report.add(
        Diagnostic(
          .note,
          "words do not tell all of “\(badge.fileName)”: it has a drawing, a logo or places of its own",
          at: badge.id.place))
      return design.sentence + "\n"
    case .design: return Inspection.describe(design)
    case .scene:
      let studio = try Studio([loaded], report: &report)
      return studio.withBench(for: loaded.programme) { bench in
        bench.compose(design, report: &report).text
      }
    }
  }

  private static func describe(_ design: Design) -> String {
    var lines = [
      "title     \(design.title)", "language  \(design.language)",
      "finish    "
        + (design.isFlat ? "flat" : "rich"), "sentence  \(design.sentence)", "facts",
    ]
    for (fact, text) in design.facts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      lines.append("  \(fact.rawValue): \(text.text)  (\(text.place.label))")
    }
    lines.append("tokens")
    for (name, value) in design.palette.listing { lines.append("  $\(name): \(value)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
