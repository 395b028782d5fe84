extension Emblem {
  static let speedometer = Emblem(
    "speedometer", showing: "a speedometer with its needle at high speed",
    tags: """
      performance, speed, fast, gauge, speedometer, benchmark, optimization, velocity,
      tachometer, load testing, efficiency, racer, tuning, metrics
      """,
    drawing: [
      .fill(.glass, "M-42 8a42 42 0 1 0 84 0a42 42 0 1 0 -84 0Z"),
      .stroke(.light, width: 12, "M-41.1 31.7A47.5 47.5 0 1 1 41.1 31.8"),
      .stroke(
        .light, width: 5,
        """
        M-24.2 22L-28.6 24.5M-27.6 3.1L-32.5 2.3M-18 -13.4L-21.2 -17.3M0 -20L0 -25M27.6 3.1
        L32.5 2.3M24.2 22L28.6 24.5
        """),
      .fill(.accent, "M22.2 -19.1Q23.8 -20.3 22.8 -18.6L5.4 12.5L-5.4 3.5Z"),
      .fill(.light, "M-11 8a11 11 0 1 0 22 0a11 11 0 1 0 -22 0Z"),
      .fill(.mid, "M-5 8a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z"),
      .fill(.light, "M-13 29h26q4 0 4 4v6q0 4 -4 4h-26q-4 0 -4 -4v-6q0 -4 4 -4Z"),
      .fill(.mid, "M-8 34h16q2 0 2 2v0q0 2 -2 2h-16q-2 0 -2 -2v0q0 -2 2 -2Z"),
    ],
    small: [
      .stroke(.light, width: 13, "M-45 34A52 52 0 1 1 45 34"),
      .stroke(.accent, width: 10, "M0 10L22.5 -18.8"),
      .fill(.light, "M-14 10a14 14 0 1 0 28 0a14 14 0 1 0 -28 0Z"),
    ])
}
