internal import BlazonArtwork
internal import BlazonSource

/// What a badge will look like.
struct ChosenLook: Sendable {
  /// The picture that is copied; `nil` where an emblem is guessed.
  var picture: FoundPicture?
  /// Lines of remarks.
  var remarks: [String] = []
}

/// The most that two pictures of one badge may differ, in percent of their pixels.
let pairLimit = 8.0

extension FoundBadge {
  /// The one of its pictures that shows it: the drawing, unless it cannot be drawn or is another picture than the pixels
  /// beside it, which are what others mostly show. What is doubtful is in the report.
  func look(report: inout Report) -> ChosenLook {
    let drawings = pictures.filter { $0.kind == .svg }
    let rasters = pictures.filter { $0.kind.isRaster && $0.look != nil }
    let raster = rasters.first { $0.kind == .png } ?? rasters.first
    let drawing = drawings.first { $0.look != nil }
    for broken in pictures where broken.look == nil {
      tell(broken, beside: raster ?? drawing, &report)
    }
    guard let drawing else {
      return ChosenLook(
        picture: raster,
        remarks: drawings.isEmpty || raster == nil
          ? [] : ["doubtful: its SVG cannot be drawn, so that these are its pixels"])
    }
    guard let raster, let a = drawing.look, let b = raster.look else {
      return ChosenLook(picture: drawing)
    }
    let share = a.difference(from: b) * 100
    guard share > pairLimit else { return ChosenLook(picture: drawing) }
    var diagnostic = Diagnostic(
      .warning,
      "“\(drawing.path.fileName)” and “\(raster.path.fileName)” are two pictures: "
        + "\(told((share * 10).rounded() / 10)) % of their pixels differ",
      at: drawing.drawing?.root,
      help: "the pixels are taken, as most pages show those; say which of them is meant")
    diagnostic.measure = Measure((share * 10).rounded() / 10, "percent of pixels", limit: pairLimit)
    report.add(diagnostic)
    return ChosenLook(
      picture: raster, remarks: ["doubtful: its SVG and its PNG were two pictures; this is the PNG"]
    )
  }

  private func tell(_ broken: FoundPicture, beside other: FoundPicture?, _ report: inout Report) {
    let first = broken.problems.first
    let why = first?.message ?? "nothing is to be seen in it"
    var diagnostic = Diagnostic(
      .warning, "“\(broken.path.fileName)” cannot be drawn as it is: \(why)",
      at: first?.place ?? place,
      help: other.map { "“\($0.path.fileName)” is taken; " } ?? "an emblem is guessed; ")
    diagnostic.help = (diagnostic.help ?? "") + (first?.help ?? "draw it again")
    if broken.problems.count > 1 {
      diagnostic.notes.append("and \(broken.problems.count - 1) more in this file")
    }
    report.add(diagnostic)
  }
}

/// The families of badges, guessed from what they are called.
struct Families: Sendable {
  /// Of every badge, in their order.
  private(set) var ofBadges: [String] = []
  /// Each once, the largest first.
  private(set) var all: [(id: String, count: Int)] = []

  /// How many badges share the first word of their ids before it is a family.
  private static let least = 3
  private static let usual = "achievement"

  init(_ badges: [FoundBadge]) {
    let firsts = badges.map { $0.id.split(separator: "-").map(String.init) }
    var counts: [String: Int] = [:]
    for words in firsts where words.count > 1 { counts[words[0], default: 0] += 1 }
    ofBadges = zip(badges, firsts).map { badge, words in
      let names = [badge.id, badge.shownTitle.lowercased()]
      if badge.isCertification || names.contains(where: { $0.contains("certif") }) {
        return "certification"
      }
      if names.contains(where: { $0.contains("contribut") }) { return "contribution" }
      if let first = words.first, counts[first, default: 0] >= Families.least, first.count > 1,
        // A family of nearly all tells nothing.
        counts[first, default: 0] * 5 < badges.count * 4
      {
        return first
      }
      return Families.usual
    }
    var tally: [String: Int] = [:]
    for family in ofBadges { tally[family, default: 0] += 1 }
    all = tally.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// What stands on the ribbons of a family.
  static func band(_ id: String) -> String {
    id == "certification" ? "Certified" : PlainWords.title(ofID: id)
  }

  /// The preset that draws badges of a family without a picture.
  static func preset(_ id: String) -> String { id == "certification" ? "pennant" : "hexagon" }
}
