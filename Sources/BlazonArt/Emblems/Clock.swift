extension Emblem {
  static let clock = Emblem(
    "clock", showing: "a round clock",
    tags: """
      time, punctual, deadline, early bird, clock, hour, schedule, on time, timing, latency,
      watch, timely
      """,
    drawing: [
      .fill(.tint, "M-56 0A56.00 56.00 0 1 1 56 0A56.00 56.00 0 1 1 -56 0Z"),
      .fill(.light, "M37 -42A56 56 0 0 1 -42 37A56 56 0 0 1 37 -42Z"),
      .fill(.deep, "M-44.5 0A44.50 44.50 0 1 1 44.5 0A44.50 44.50 0 1 1 -44.5 0Z"),
      .fill(
        .light,
        """
        M-0.5 -37L0.5 -37Q2.5 -37 2.5 -35L2.5 -30Q2.5 -28 0.5 -28L-0.5 -28Q-2.5 -28 -2.5 -30
        L-2.5 -35Q-2.5 -37 -0.5 -37ZM37 -0.5L37 0.5Q37 2.5 35 2.5L30 2.5Q28 2.5 28 0.5
        L28 -0.5Q28 -2.5 30 -2.5L35 -2.5Q37 -2.5 37 -0.5ZM0.5 37L-0.5 37Q-2.5 37 -2.5 35
        L-2.5 30Q-2.5 28 -0.5 28L0.5 28Q2.5 28 2.5 30L2.5 35Q2.5 37 0.5 37ZM-37 0.5L-37 -0.5
        Q-37 -2.5 -35 -2.5L-30 -2.5Q-28 -2.5 -28 -0.5L-28 0.5Q-28 2.5 -30 2.5L-35 2.5
        Q-37 2.5 -37 0.5Z
        """),
      .stroke(.light, width: 7, "M0 0L-19 -11"),
      .stroke(.accent, width: 6, "M0 0L19 -25"),
      .fill(.light, "M-6.5 0A6.50 6.50 0 1 1 6.5 0A6.50 6.50 0 1 1 -6.5 0Z"),
    ],
    small: [
      .fill(.light, "M-59 0A59.00 59.00 0 1 1 59 0A59.00 59.00 0 1 1 -59 0Z"),
      .fill(.deep, "M-45 0A45.00 45.00 0 1 1 45 0A45.00 45.00 0 1 1 -45 0Z"),
      .stroke(.light, width: 10, "M0 -29L0 0"),
      .stroke(.accent, width: 10, "M0 2L20 14"),
    ])
}
