extension Emblem {
  static let bolt = Emblem(
    "bolt", showing: "a lightning bolt",
    tags: """
      fast, lightning, power, energy, speed, quick, thunder, flash, electricity, performance,
      ninja, superhero, powerful, instant
      """,
    drawing: [
      .fill(
        .light,
        """
        M-13.4 -48Q-11.7 -52.2 -7.1 -52.2L24 -52.2Q28.6 -52.2 26.6 -48.1L12.4 -17.2
        Q11.2 -14.7 13.9 -14.7L32.2 -14.7Q37.7 -14.7 34.1 -10.5L-18.4 51.1
        Q-20.8 53.8 -19.7 50.3L-7.9 13.5Q-7.1 10.9 -9.8 10.9L-31.8 10.9Q-37.2 10.9 -35.1 5.7
        Z
        """),
      .fill(
        .tint,
        """
        M0.2 -1.9L10 -13.4Q11.2 -14.7 13 -14.7L32.2 -14.7Q37.7 -14.7 34.1 -10.5L-18.4 51.1
        Q-20.8 53.8 -19.7 50.3L-7.9 13.5Q-7.1 10.9 -5.7 8.5Z
        """),
    ],
    small: [
      .fill(
        .light,
        """
        M-15.3 -50.3Q-13.5 -54.6 -8.9 -54.6L28.1 -54.6Q32.7 -54.6 30.6 -50.4L14.6 -19.1
        Q13.3 -16.6 16.1 -16.6L35.5 -16.6Q42 -16.6 37.7 -11.8L-19.7 53Q-22.8 56.4 -21.4 52
        L-9.7 15.6Q-8.9 12.9 -11.7 12.9L-34.8 12.9Q-41.3 12.9 -38.8 6.9Z
        """)
    ])
}
