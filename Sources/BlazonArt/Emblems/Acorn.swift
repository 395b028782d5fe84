extension Emblem {
  static let acorn = Emblem(
    "acorn", showing: "an acorn with a cross-hatched cap",
    tags: """
      acorn, seed, autumn, potential, fall, october, forest, squirrel, beginning, nut, seed fund
      """,
    drawing: [
      .stroke(.light, width: 8, "M0 -34.9C0 -43.9 -4 -49.9 -11 -52.9", natural: 0xD69A55),
      .fill(
        .light,
        "M-38 7.1L38 7.1C40 28.1 23 42.1 5 55.1Q0 58.6 -5 55.1C-23 42.1 -40 28.1 -38 7.1Z",
        natural: 0xD69A55),
      .fill(
        .tint,
        "M18 7.1L38 7.1C40 28.1 23 42.1 5 55.1Q2.5 56.8 0 56.8C13 42.1 18.5 26.1 18 7.1Z",
        natural: 0x8F5E2E),
      .fill(
        .tint,
        """
        M-47 -2.9C-47 -25.9 -26 -38.9 0 -38.9C26 -38.9 47 -25.9 47 -2.9Q47 3.1 41 3.1
        L-41 3.1Q-47 3.1 -47 -2.9Z
        """, natural: 0x8F5E2E),
      .stroke(
        .deep, width: 4.4,
        """
        M-18 -2.4L-36.7 -17.4M0 -2.4L-28.6 -25.3M18 -2.4L-17.6 -30.9M36 -2.4L-3.2 -33.8
        M18 -2.4L36.7 -17.4M0 -2.4L28.6 -25.3M-18 -2.4L17.6 -30.9M-36 -2.4L3.2 -33.8
        """,
        natural: 0x4A2E15),
    ],
    small: [
      .fill(
        .tint,
        """
        M-46.5 -9.9C-46.5 -36.2 -24.3 -46.3 0 -46.3C24.3 -46.3 46.5 -36.2 46.5 -9.9
        Q46.5 -4.8 41.5 -4.8L-41.5 -4.8Q-46.5 -4.8 -46.5 -9.9Z
        """, natural: 0x8F5E2E),
      .fill(
        .light,
        """
        M-35.4 5.3L35.4 5.3C37.4 30.6 21.2 46.8 5.1 60Q0 63 -5.1 60
        C-21.2 46.8 -37.4 30.6 -35.4 5.3Z
        """, natural: 0xD69A55),
      .stroke(.tint, width: 10.1, "M0 -42.2Q0 -52.4 -8.1 -56.4", natural: 0x8F5E2E),
    ])
}
