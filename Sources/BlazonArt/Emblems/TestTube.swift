extension Emblem {
  static let testTube = Emblem(
    "test-tube", showing: "a test tube with a tick",
    tags: """
      test, quality, qa, verified, experiment, lab, science, chemistry, tested, unit test,
      research
      """,
    drawing: [
      .fill(.glass, "M1.6 -42.4L-37.7 20.7A17.4 17.4 32 0 0 -8.3 39L31.1 -24Z", natural: 0xCFEAF5),
      .fill(.tint, "M-27.1 3.6L13.8 3.7L-8.3 39A17.4 17.4 32 0 1 -37.7 20.7Z", natural: 0x4CB963),
      .fill(
        .deep,
        """
        M-17.4 26.4A4.8 4.8 0 1 1 -7.7 26.4A4.8 4.8 0 1 1 -17.4 26.4ZM-26.2 38.9
        A3.5 3.5 0 1 1 -19.2 38.9A3.5 3.5 0 1 1 -26.2 38.9ZM-7.6 14.3
        A3.25 3.25 0 1 1 -1.1 14.3A3.25 3.25 0 1 1 -7.6 14.3Z
        """, natural: 0xE9F9EC),
      .stroke(
        .light, width: 6.3,
        "M2.6 -44L-37.7 20.7A17.4 17.4 32 0 0 -8.3 39L32.1 -25.7", natural: 0x8FA3B8),
      .stroke(.light, width: 8.2, "M-4 -48.2L38.6 -21.5", natural: 0x8FA3B8),
      .stroke(.accent, width: 9.7, "M11.1 37.9L20.7 47.6L38.1 23.5", natural: 0x2E9E4F),
    ],
    small: [
      .fill(.light, "M-27.9 5.2L14 5.2L-7.8 40A17.7 17.7 32 0 1 -37.8 21.2Z", natural: 0x4CB963),
      .stroke(
        .light, width: 8.4,
        "M2.3 -42.9L-37.8 21.2A17.7 17.7 32 0 0 -7.8 40L32.3 -24.1", natural: 0x8FA3B8),
      .stroke(.light, width: 10.3, "M-4.8 -47.4L39.5 -19.7", natural: 0x8FA3B8),
      .stroke(.accent, width: 11.2, "M11.6 34.8L22 45.1L38.7 21.8", natural: 0x2E9E4F),
    ])
}
