internal import BlazonDesign
internal import BlazonForm
internal import BlazonReadme
internal import BlazonScene
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

extension Surface {
  /// The README badge of an award.
  static let readme = Surface(
    id: "readme", scope: .award, summary: "a flat badge for READMEs", formats: [.svg],
    check: { work, report in
      var found = Report()
      _ = readmeBadge(of: work.award, &found)
      work.add(found, to: &report)
    },
    make: { (work) throws(WorldError) in
      var report = Report()
      guard let badge = readmeBadge(of: work.award, &report) else { return }
      let svg = work.bench.svg(of: badge)
      try work.take(.readme, svg, alt: "\(badge.label): \(badge.message)")
    })
}

/// `nil` if its words cannot be shown, which is in the report.
private func readmeBadge(of award: AwardDesign, _ report: inout Report) -> ReadmeBadge? {
  let spec = award.programme.readmeBadge
  let design = Design(
    award.badge, of: award.programme, width: .max, language: award.language, facts: award.facts)
  func color(_ expression: ColorExpression) -> ReadmeColor? {
    ReadmeColor(design.palette.color(expression).hexText)
  }
  do throws(ReadmeBadgeError) {
    return try ReadmeBadge(
      label: award.text(of: spec.label)?.text ?? "",
      message: [award.text(of: spec.message)?.text ?? "", award.standing].compactMap(\.self)
        .joined(separator: " · "), style: ReadmeStyle(spec.style),
      color: (award.standing == nil ? color(spec.color) : ReadmeColor("#9f9f9f")) ?? .brightgreen,
      labelColor: spec.labelColor.flatMap { color($0) }, links: award.address.map { [$0] } ?? [],
      language: award.language)
  } catch {
    report.error("the README badge: \(error.message)", at: award.place, help: error.help)
    return nil
  }
}

extension ReadmeStyle {
  /// The look that a spec names.
  fileprivate init(_ style: ReadmeSpec.Style) {
    switch style {
    case .flat: self = .flat
    case .flatSquare: self = .flatSquare
    case .plastic: self = .plastic
    case .forTheBadge: self = .forTheBadge
    case .social: self = .social
    }
  }
}
