internal import BlazonCheck
internal import BlazonLayout
internal import BlazonScene
internal import BlazonSource

/// Words, stars, marker, furniture and emblem stand clear of each other.
///
/// What is compared is what is drawn: pixels that two of them share.
func checkOverlap(
  _ likeness: Likeness, at place: Place, weights: Weights, _ report: inout Report
) throws(WorldError) {
  guard weights[.overlap] != .off else { return }
  var parts: [(content: Layer.Content, mask: Mask)] = []
  for layer in likeness.layers where layer.content != .ground && !layer.likeness.isEmpty {
    parts.append((layer.content, try likeness.mask(of: layer.likeness)))
  }
  // In canvas units: a hair's breadth, seen by no one, is none.
  let unit = 512 / Double(likeness.width)
  for (index, one) in parts.enumerated() {
    for other in parts[(index + 1)...] where one.content.keepsClear(of: other.content) {
      let area = Double(one.mask.common(with: other.mask)) * unit * unit
      guard area > overlapLimit else { continue }
      let words = [one.content, other.content].compactMap(\.words)
      report.add(
        .overlap, "\(one.content.phrase) and \(other.content.phrase) overlap",
        at: words.first?.place ?? place, weights: weights,
        measure: Measure(area.rounded(), "square units", limit: overlapLimit),
        help: words.isEmpty
          ? "leave one of them out, or take another preset"
          : "shorten “\(words[0].text)”, or leave \(other.content.words == nil ? "the other" : "one") out"
      )
    }
  }
}

/// The largest area that two parts may share, in square canvas units: about two pixels of a picture
/// 128 pixels wide.
private let overlapLimit = 36.0

extension Layer.Content {
  var words: Layer.Words? {
    if case .words(let words) = self { words } else { nil }
  }

  /// As messages call it.
  var phrase: String {
    switch self {
    case .ground: "the ground"
    case .emblem: "the emblem"
    case .stars: "the stars"
    case .marker: "the marker"
    case .logo: "the logo"
    case .ribbon: "the ribbon"
    case .furniture: "what stands about the emblem"
    case .ornament: "an ornament"
    case .words(let words): "“\(words.text)”"
    }
  }

  /// Whether the two may not touch. Words stand on their own ribbon or marker, and furniture stands about
  /// the emblem.
  fileprivate func keepsClear(of other: Layer.Content) -> Bool {
    switch (self, other) {
    case (.ground, _), (_, .ground): false
    case (.words(let words), .ribbon), (.ribbon, .words(let words)): words.name != "ribbon"
    case (.words(let words), .marker), (.marker, .words(let words)): words.name != "marker"
    case (.emblem, .furniture), (.furniture, .emblem), (.furniture, .furniture): false
    case (.ribbon, .furniture), (.furniture, .ribbon): false
    // A marker's or a logo's plate covers what it is pinned to.
    case (.furniture, .marker), (.marker, .furniture): false
    case (.furniture, .logo), (.logo, .furniture): false
    case (.ribbon, .marker), (.marker, .ribbon): false
    default: true
    }
  }
}
