extension Emblem {
  static let compass = Emblem(
    "compass", showing: "a pocket compass with its needle to the north-east",
    tags: """
      navigator, navigate, guide, direction, compass, north, orientation, operate, orienteering,
      hiking, strategy, roadmap, scout, adventure
      """,
    drawing: [
      .stroke(.light, width: 6, "M-8 -48a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z"),
      .fill(.glass, "M-44 6a44 44 0 1 0 88 0a44 44 0 1 0 -88 0Z"),
      .stroke(.light, width: 10, "M-46 6a46 46 0 1 0 92 0a46 46 0 1 0 -92 0Z"),
      .stroke(.tint, width: 4.5, "M0 -30 L0 -23 M36 6 L29 6 M0 42 L0 35 M-36 6 L-29 6"),
      .fill(.accent, "M-7.1 0.5 L19.1 -18.4 L7.1 11.5 Z"),
      .fill(.light, "M-7.1 0.5 L-19.1 30.4 L7.1 11.5 Z"),
      .fill(.mid, "M-4.5 6a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z"),
    ],
    small: [
      .stroke(.light, width: 13, "M-47 4a47 47 0 1 0 94 0a47 47 0 1 0 -94 0Z"),
      .fill(.accent, "M-11 -2.6 L23.4 -23.9 L11 14.6 Z"),
      .fill(.light, "M-11 -2.6 L-23.4 35.9 L11 14.6 Z"),
    ])
}
