extension Emblem {
  static let summitFlag = Emblem(
    "summit-flag", showing: "a flag planted on a snowy mountain peak",
    tags: """
      pioneer, summit, top, first, goal, peak, mountain, trailblazer, climber, achievement,
      mountaineer, conqueror, milestone, challenge
      """,
    drawing: [
      .fill(
        .tint,
        """
        M-39.7 40.9Q-43.2 40.9 -41.4 37.9L-26.8 12Q-25.1 8.9 -23 11.7L-18.2 18L-32.1 40.9Z
        M39.5 40.9Q43 40.9 41.4 37.9L29.3 14.8Q27.7 11.7 25.7 14.6L20.8 21.5L34 40.9Z
        """),
      .fill(
        .light,
        """
        M-26.5 40.9Q-29.3 40.9 -28 38.5L-3.8 -6.1Q-2.2 -9.1 -0.1 -9.1L-0.1 -9.1
        Q2 -9.1 3.7 -6.1L29.8 38.5Q31.2 40.9 28.4 40.9Z
        """),
      .fill(.tint, "M28.4 40.9Q31.2 40.9 29.8 38.5L1.3 -10.5L5.5 3.4L-2.9 14.5L8.3 25.6L2.7 40.9Z"),
      .fill(
        .accent,
        """
        M2.7 -36.9Q2.7 -38.3 4 -38.7L9.8 -40Q13.8 -41.1 17.6 -39.2L19.8 -38.1
        Q23.5 -36.2 27.6 -37.1L34 -38.5Q36.1 -39 36.1 -36.9L36.1 -20.2Q36.1 -18.2 34 -17.7
        L29 -16.4Q24.9 -15.4 21.2 -17.1L18.3 -18.5Q14.5 -20.2 10.5 -19.3L4 -17.8
        Q2.7 -17.5 2.7 -18.9Z
        """),
      .stroke(.light, width: 5.2, "M-0.1 -38.3L-0.1 -5"),
    ],
    small: [
      .fill(
        .light,
        """
        M-39.3 46.4Q-43.8 46.4 -41.1 42.7L-5.2 -7.9Q-3 -10.9 0 -10.9L0 -10.9
        Q3 -10.9 5.2 -7.9L41.1 42.7Q43.8 46.4 39.3 46.4Z
        """),
      .fill(.tint, "M39.3 46.4Q43.8 46.4 41.1 42.7L2.3 -11.7L6 8.7L-4.5 22.3L7.5 34.4L4.5 46.4Z"),
      .fill(
        .accent,
        """
        M3.8 -44.2Q3.8 -45.7 5.1 -45.1L35 -32.5Q37.7 -31.3 35 -30.1L5.1 -17.6
        Q3.8 -17 3.8 -18.5Z
        """),
      .stroke(.light, width: 7.5, "M0 -42.7L0 -7.9"),
    ])
}
