extension Emblem {
  static let draftingCompass = Emblem(
    "drafting-compass", showing: "a pair of compasses drawing an arc",
    tags: """
      architect, design, plan, draw, drafting, geometry, engineering, planner, mathematics,
      precision, blueprint, designer, construction, draughtsman, math, maths
      """,
    drawing: [
      .stroke(.accent, width: 6.9, "M-44.8 22.5Q0 63.9 44.8 22.5"),
      .fill(
        .light,
        """
        M-1.3 -51.6L1.3 -51.6A3.4 3.4 0 0 1 4.7 -48.2L4.7 -36.1A3.4 3.4 0 0 1 1.3 -32.7
        L-1.3 -32.7A3.4 3.4 0 0 1 -4.7 -36.1L-4.7 -48.2A3.4 3.4 0 0 1 -1.3 -51.6Z
        """),
      .fill(
        .light,
        """
        M-12.9 -29.2L0.9 -25.8L-16.4 32.9Q-17.2 36.3 -19 38.9L-26.7 51.9L-29.3 37.2
        Q-29.8 33.7 -28.5 30.3Z
        """),
      .fill(
        .tint,
        """
        M12.9 -29.2L-0.9 -25.8L16.4 32.9Q17.2 36.3 19 38.9L26.7 51.9L29.3 37.2
        Q29.8 33.7 28.5 30.3Z
        """),
      .stroke(.light, width: 6.9, "M-18.1 7Q0 15.6 18.1 7"),
      .fill(.light, "M-15.5 -29.2A15.5 15.5 0 1 1 15.5 -29.2A15.5 15.5 0 1 1 -15.5 -29.2Z"),
      .fill(.deep, "M-6 -29.2A6 6 0 1 1 6 -29.2A6 6 0 1 1 -6 -29.2Z"),
    ],
    small: [
      .stroke(.accent, width: 8.8, "M-45.5 20.2Q0 64 45.5 20.2"),
      .fill(
        .light,
        """
        M-2.6 -55L2.6 -55A3.5 3.5 0 0 1 6.1 -51.5L6.1 -39.3A3.5 3.5 0 0 1 2.6 -35.8
        L-2.6 -35.8A3.5 3.5 0 0 1 -6.1 -39.3L-6.1 -51.5A3.5 3.5 0 0 1 -2.6 -55Z
        """),
      .fill(
        .light,
        """
        M-14.9 -32.3L3.5 -27.9L-14.9 34.2Q-15.8 37.7 -17.5 40.4L-28.9 55.2L-32.4 38.6
        Q-33.3 35.1 -31.9 31.6ZM14.9 -32.3L-3.5 -27.9L14.9 34.2Q15.8 37.7 17.5 40.4
        L28.9 55.2L32.4 38.6Q33.3 35.1 31.9 31.6Z
        """),
      .fill(.light, "M-17.5 -32.3A17.5 17.5 0 1 1 17.5 -32.3A17.5 17.5 0 1 1 -17.5 -32.3Z"),
      .fill(.deep, "M-6.6 -32.3A6.6 6.6 0 1 1 6.6 -32.3A6.6 6.6 0 1 1 -6.6 -32.3Z"),
    ])
}
