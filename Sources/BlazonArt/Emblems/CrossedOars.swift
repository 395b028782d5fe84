extension Emblem {
  static let crossedOars = Emblem(
    "crossed-oars", showing: "two crossed oars",
    tags: """
      rowing, crew, teamwork, row, rower, oar, coxswain, boat, paddle, regatta, canoe, kayak,
      sport, water sports
      """,
    drawing: [
      .stroke(.tint, width: 7.4, "M24.1 41.4L-12.5 -5.4"),
      .fill(
        .tint,
        """
        M-5.7 -2.7L-5.8 -14.6Q-5.9 -18.5 -8.3 -21.5L-22.6 -39.8Q-29.9 -49.3 -39.4 -41.8
        L-41.5 -40.2Q-50.8 -32.9 -43.5 -23.5L-29.2 -5.2Q-26.8 -2.1 -23 -1.1L-11.6 1.9Z
        """),
      .fill(.accent, "M-18.4 -34.4L-39.3 -18.1L-33.5 -10.8L-12.7 -27.1Z"),
      .fill(.deep, "M-2.1 2.5L8.4 10.7L2.1 18.8L-8.4 10.6Z"),
      .stroke(.light, width: 7.4, "M-24.1 41.4L12.5 -5.4"),
      .fill(
        .light,
        """
        M5.7 -2.7L5.8 -14.6Q5.9 -18.5 8.3 -21.5L22.6 -39.8Q29.9 -49.3 39.4 -41.8L41.5 -40.2
        Q50.8 -32.9 43.5 -23.5L29.2 -5.2Q26.8 -2.1 23 -1.1L11.6 1.9Z
        """),
      .fill(.accent, "M18.4 -34.4L39.3 -18.1L33.5 -10.8L12.7 -27.1Z"),
    ],
    small: [
      .stroke(.light, width: 8.9, "M25.7 42.8L-15 -7.5"),
      .fill(
        .light,
        """
        M-7.2 -4.9L-8.8 -16.5Q-9.4 -20.8 -12 -24.1L-26.8 -42.3Q-34 -51.2 -42.9 -44
        L-44.9 -42.4Q-53.9 -35.1 -46.6 -26.2L-31.9 -8Q-29.2 -4.7 -25.2 -3.2L-14.1 0.6Z
        """),
      .fill(.accent, "M-22.2 -36.7L-42 -20.6L-35.7 -12.7L-15.8 -28.7Z"),
      .stroke(.light, width: 8.9, "M-25.7 42.8L15 -7.5"),
      .fill(
        .light,
        """
        M7.2 -4.9L8.8 -16.5Q9.4 -20.8 12 -24.1L26.8 -42.3Q34 -51.2 42.9 -44L44.9 -42.4
        Q53.9 -35.1 46.6 -26.2L31.9 -8Q29.2 -4.7 25.2 -3.2L14.1 0.6Z
        """),
      .fill(.accent, "M22.2 -36.7L42 -20.6L35.7 -12.7L15.8 -28.7Z"),
    ])
}
