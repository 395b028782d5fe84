extension Emblem {
  static let infinity = Emblem(
    "infinity", showing: "an infinity sign crossing over itself",
    tags: """
      devops, infinity, continuous, forever, loop, endless, ci/cd, infinite, lifetime, eternal,
      unlimited, lifelong learning, iteration, perpetual
      """,
    drawing: [
      .stroke(
        .light, width: 16.9,
        """
        M-19.6 -14.9L19.6 14.9A18.7 18.7 0 1 0 19.6 -14.9L-19.6 14.9
        A18.7 18.7 0 1 1 -19.6 -14.9Z
        """),
      .stroke(.deep, width: 4.3, "M-13.8 -2.8L-3.7 -10.5M3.7 10.5L13.8 2.8"),
    ],
    small: [
      .stroke(
        .light, width: 19.7,
        """
        M-20.6 -15.7L20.6 15.7A19.7 19.7 0 1 0 20.6 -15.7L-20.6 15.7
        A19.7 19.7 0 1 1 -20.6 -15.7Z
        """),
      .stroke(.deep, width: 8.3, "M-15.9 -5.5L-7.2 -12.1M7.2 12.1L15.9 5.5"),
    ])
}
