internal import BlazonCheck
internal import BlazonDesign
internal import BlazonLayout
internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec

/// Checks what the picture of `badge` looks like, as it is drawn `width` pixels wide.
func checkLook(
  of badge: Badge, _ design: Design, _ layers: [Layer], weights: Weights, _ report: inout Report
) throws(WorldError) {
  // A drawing of others that is the whole badge is as it is: the rules are for what is drawn here.
  if design.slots.emblem?.fit == .square, case .artwork = design.emblem { return }
  let width = design.pixelWidth ?? 512
  // What is large is looked at as large as it is mostly shown.
  let likeness = Likeness(layers, width: min(256, max(64, width)))
  var found = Report()
  try checkOverlap(
    Likeness(layers, width: 128), at: badge.id.place, weights: weights, &found)
  try checkContrast(likeness, at: badge.id.place, weights: weights, &found)
  checkLegible(design, layers, at: badge.id.place, weights: weights, &found)
  let note = "in the badge “\(badge.fileName)”" + (width < 512 ? ", \(width) pixels wide" : "")
  for var diagnostic in found.diagnostics {
    diagnostic.notes.append(note)
    report.add(diagnostic)
  }
}

/// No word is so small that it is left out even of the largest picture.
private func checkLegible(
  _ design: Design, _ layers: [Layer], at place: Place, weights: Weights, _ report: inout Report
) {
  guard design.pixelWidth == nil else { return }
  for words in layers.compactMap(\.content.words) where words.size < leastPixels {
    report.add(
      .legible, "“\(words.text)” is too small to read", at: words.place, weights: weights,
      measure: Measure(words.size.rounded(to: 10), "pixels", limit: leastPixels),
      help: "shorten it, or leave it out")
  }
}

/// The tiers of a badge are told apart by whoever does not see red, green or blue.
func checkColorBlind(
  of badge: Badge, weights: Weights, _ report: inout Report,
  _ layers: (Badge) -> [Layer]
) throws(WorldError) {
  // Another state hides the metals, and counts are words: those are no tiers to be told apart.
  let tiers = badge.variants.filter { $0.variant?.kind == .tier && $0.words.state == .active }
  guard weights[.colorBlind] != .off, tiers.count > 1 else { return }
  var pictures: [(badge: Badge, raster: Raster)] = []
  for variant in tiers {
    let likeness = Likeness(layers(variant), width: 64)
    pictures.append((variant, try likeness.raster(of: likeness.layers.flatMap(\.nodes))))
  }
  for (index, one) in pictures.enumerated() {
    for other in pictures[(index + 1)...] {
      let difference =
        Deficiency.allCases.map { share(one.raster, other.raster, seenWith: $0) }
        .min() ?? 1
      guard difference < colorBlindLimit else { continue }
      report.add(
        .colorBlind,
        "“\(one.badge.fileName)” and “\(other.badge.fileName)” look alike without some colours",
        at: badge.id.place, weights: weights,
        measure: Measure(
          (difference * 100).rounded(to: 10), "percent of pixels", limit: colorBlindLimit * 100),
        help: "tell them apart by stars or markers")
    }
  }
}

/// The least share of pixels that has to differ.
private let colorBlindLimit = 0.008

/// The share of pixels that look different, by at least 0.05 in OKLab, to an eye with `deficiency`.
private func share(_ a: Raster, _ b: Raster, seenWith deficiency: Deficiency) -> Double {
  var (opaque, different) = (0, 0)
  for index in 0..<(a.pixels.count / 4) where a.alpha(index) > 128 || b.alpha(index) > 128 {
    opaque += 1
    let (p, q) = (
      OKLab(deficiency.seen(a.color(index, on: .white))),
      OKLab(deficiency.seen(b.color(index, on: .white)))
    )
    let (l, m, n) = (p.lightness - q.lightness, p.a - q.a, p.b - q.b)
    if l * l + m * m + n * n > 0.0025 { different += 1 }
  }
  return opaque == 0 ? 0 : Double(different) / Double(opaque)
}

/// A kind of colour blindness, simulated after Machado, Oliveira and Fernandes (2009), severity 1.
private enum Deficiency: CaseIterable {
  case protanopia, deuteranopia, tritanopia

  private var matrix: [Double] {
    switch self {
    case .protanopia:
      [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
    case .deuteranopia:
      [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]
    case .tritanopia:
      [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]
    }
  }

  func seen(_ color: Color) -> Color {
    let m = matrix
    let (r, g, b) = (color.linearRed, color.linearGreen, color.linearBlue)
    return Color(
      linearRed: m[0] * r + m[1] * g + m[2] * b, green: m[3] * r + m[4] * g + m[5] * b,
      blue: m[6] * r + m[7] * g + m[8] * b)
  }
}
