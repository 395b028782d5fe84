public import BlazonScene

/// Fine waves as on banknotes, each drawn as cubics through its points with its true slopes.
public enum Guilloche {
  /// Segments for each crest: the error stays below a tenth of a hair line.
  public static let stepsPerLobe = 6
  /// Segments for each wave of many that are alike.
  public static let stepsPerWave = 4

  /// `lines` waves about `center`, each turned by its share of a crest, between two radii: one wave
  /// and its turns.
  ///
  /// `stroke` is of the wave that stands about (0, 0).
  public static func turned(
    at center: Point, inner: Double, outer: Double, lines: Int, lobes: Int, _ stroke: Stroke,
    steps: Int = stepsPerWave
  ) -> Node {
    let wave = rosette(
      at: Point(0, 0), inner: inner, outer: outer, lines: 1, lobes: lobes, steps: steps)
    let turns = (0..<lines).map { line in
      let turn = Angle(degrees: 360 * Double(line) / Double(lines * lobes))
      return Affine.translation(center.x, center.y).after(.rotation(turn))
    }
    return .repeated(Repeat(.shape(Shape(wave, stroke: stroke)), at: turns))
  }

  /// `lines` waves about `center`, each turned by its share of a crest, between two radii.
  public static func rosette(
    at center: Point, inner: Double, outer: Double, lines: Int, lobes: Int,
    steps: Int = stepsPerLobe
  ) -> Path {
    let (middle, amplitude) = ((inner + outer) / 2, (outer - inner) / 2)
    let count = lobes * steps
    let step = 2 * Double.pi / Double(count)
    var path = Path()
    for line in 0..<lines {
      let phase = 2 * Double.pi * Double(line) / Double(lines)
      func sample(_ index: Int) -> (point: Point, slope: Point) {
        let angle = step * Double(index % count)
        let wave = Double(lobes) * angle + phase
        let radius = middle + amplitude * Angle(radians: wave).sine
        let growth = amplitude * Double(lobes) * Angle(radians: wave).cosine
        let (s, c) = (Angle(radians: angle).sine, Angle(radians: angle).cosine)
        return (
          center + Point(radius * s, -radius * c),
          Point(growth * s + radius * c, -growth * c + radius * s)
        )
      }
      path.append(wave: count, step: step, sample)
      path.close()
    }
    return path
  }

  /// A wave along the line from `start` to `end`, of whole periods near `period` long.
  public static func strand(
    from start: Point, to end: Point, amplitude: Double, period: Double
  ) -> Path {
    let direction = end - start
    let length = direction.length
    let (along, across) = (
      direction * (1 / length), Point(-direction.y / length, direction.x / length)
    )
    let periods = max(1, (length / period).rounded())
    let count = Int(periods) * stepsPerWave
    let step = length / Double(count)
    let turns = 2 * Double.pi * periods / length
    var path = Path()
    path.append(wave: count, step: step) { index in
      let distance = step * Double(index)
      let wave = turns * distance
      return (
        start + along * distance + across * (amplitude * Angle(radians: wave).sine),
        along + across * (amplitude * turns * Angle(radians: wave).cosine)
      )
    }
    return path
  }
}

extension Path {
  /// Appends the curve through `count` steps of `sample`, whose slope is by the same parameter as
  /// `step`.
  fileprivate mutating func append(
    wave count: Int, step: Double, _ sample: (Int) -> (point: Point, slope: Point)
  ) {
    var last = sample(0)
    move(to: last.point)
    for index in 1...count {
      let next = sample(index)
      cubic(
        last.point + last.slope * (step / 3), next.point - next.slope * (step / 3), to: next.point)
      last = next
    }
  }
}
