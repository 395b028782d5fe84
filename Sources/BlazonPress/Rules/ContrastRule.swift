internal import BlazonCheck
internal import BlazonLayout
internal import BlazonScene
internal import BlazonSource

/// Words, the emblem and the outer edge are seen against what is behind them (WCAG 2.2, 1.4.3 and 1.4.11).
///
/// For words what counts is the worst twentieth of the pixels within two of their letters.
func checkContrast(
  _ likeness: Likeness, at place: Place, weights: Weights, _ report: inout Report
) throws(WorldError) {
  guard weights[.contrast] != .off else { return }
  let ground = try likeness.raster(
    of: likeness.layers.filter { $0.content.words == nil }.flatMap(\.nodes))
  let grounds = pages.map { ground.luminances(on: $0) }
  for layer in likeness.layers {
    guard let words = layer.content.words else { continue }
    let near = try likeness.mask(of: layer.likeness).grown(by: 2)
    let ink = words.ink.luminance
    let contrasts = near.indices.map { index in
      min(contrast(ink, grounds[0][index]), contrast(ink, grounds[1][index]))
    }.sorted()
    guard !contrasts.isEmpty else { continue }
    let worst = contrasts[contrasts.count / 20]
    // Large letters are 24 pixels high, or 19 and bold, where the badge is 256 wide; all faces of badges
    // are bold.
    let limit = words.size >= 38 ? 3 : 4.5
    guard worst < limit - 0.05 else { continue }
    report.add(
      .contrast, "“\(words.text)” is hard to read on what is behind it", at: words.place,
      weights: weights, measure: Measure(worst.rounded(to: 10), "to 1", limit: limit),
      help: "give the badge another “color” or “accent”, or a “ground” that is light or dark")
  }
  try checkEmblem(likeness, grounds[0], at: place, weights: weights, &report)
  checkEdge(Mask(ground, from: 140), grounds, at: place, weights: weights, &report)
}

/// The emblem stands out by 3:1 along most of its outline, at it or within three pixels of it.
private func checkEmblem(
  _ likeness: Likeness, _ picture: [Double], at place: Place, weights: Weights,
  _ report: inout Report
) throws(WorldError) {
  guard let index = likeness.layers.firstIndex(where: { $0.content == .emblem }) else { return }
  let ground = try likeness.raster(of: likeness.layers[..<index].flatMap(\.nodes))
  let below = ground.luminances(on: .white)
  let mask = try likeness.mask(of: likeness.layers[index].likeness)
  // Where a crack goes through both, the edge is the crack's.
  let nothing = Set(Mask(ground, below: 250).grown(by: 3).indices)
  let contrasts = mask.border(1).filter { !nothing.contains($0) }.map { pixel in
    mask.best(near: pixel, 3) { contrast(picture[$0], below[$0]) }
  }.sorted()
  guard !contrasts.isEmpty else { return }
  // Second planes may recede: four fifths of the outline tell what it is.
  let value = contrasts[contrasts.count / 5]
  guard value < 2.95 else { return }
  report.add(
    .contrast, "the emblem is hard to see on what is behind it", at: place, weights: weights,
    measure: Measure(value.rounded(to: 10), "to 1", limit: 3),
    help: "give the badge another “color”, or a “ground” that is light or dark")
}

/// The outer edge is seen on white and on dark pages: within two pixels of it there is a tone that
/// contrasts with the one and a tone that contrasts with the other.
private func checkEdge(
  _ mask: Mask, _ picture: [[Double]], at place: Place, weights: Weights, _ report: inout Report
) {
  let rim = mask.border(1)
  guard !rim.isEmpty else { return }
  for ((page, name), picture) in zip(zip(pages, ["white", "dark"]), picture) {
    let ground = page.luminance
    let contrasts = rim.map { pixel in
      mask.best(near: pixel, 2) { contrast(picture[$0], ground) }
    }.sorted()
    let worst = contrasts[contrasts.count / 20]
    guard worst < 2.95 else { continue }
    report.add(
      .contrast, "the edge of the badge is lost on \(name) pages", at: place, weights: weights,
      measure: Measure(worst.rounded(to: 10), "to 1", limit: 3),
      help: "give its preset an “outer-line” of edge($c)")
  }
}
