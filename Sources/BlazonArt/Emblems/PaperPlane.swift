extension Emblem {
  static let paperPlane = Emblem(
    "paper-plane", showing: "a paper plane with a dashed trail",
    tags: """
      paper plane, send, sent, sender, release, launch, message, deliver, delivery, submit,
      ship it, publish, first flight, submission
      """,
    drawing: [
      .fill(
        .light,
        "M40.9 -37.1Q44 -38.1 41.7 -35.8L-3.4 8.5Q-4.5 9.6 -6 9L-40.3 -6Q-44 -7.6 -40.2 -9Z"),
      .fill(
        .light,
        """
        M42.7 -36.1Q44 -38.1 43.5 -35.7L27.6 31.9Q26.7 36 23.6 33.3L8.9 20.3Q7 18.6 8.3 16.6
        Z
        """),
      .fill(
        .tint,
        """
        M36.9 -26.8Q37.5 -27.4 37 -26.7L5.1 14.9Q4.1 16.2 3.5 17.7L-2.5 33.8
        Q-3.7 36.8 -3.8 33.5L-4.4 15.4Q-4.5 13.7 -3.4 12.6Z
        """),
      .stroke(
        .accent, width: 5.7,
        """
        M-40.8 34.4C-35.8 34.4 -31.6 32.6 -28.3 30.1M-18.5 21.1
        C-16.8 19.5 -15.2 17 -14.4 15.4
        """),
    ],
    small: [
      .fill(
        .light,
        """
        M43.4 -40.1Q47.5 -41.6 44.5 -38.5L-3.9 9.8Q-5.1 11 -6.7 10.4L-44.9 -4.8
        Q-48.9 -6.5 -44.8 -8Z
        """),
      .fill(
        .light,
        """
        M45.1 -37.9Q47.5 -41.6 46.5 -37.3L29.3 34.8Q28.3 39.1 24.9 36.2L7.6 20.9
        Q6.3 19.8 7.3 18.3Z
        """),
      .fill(
        .tint,
        """
        M37 -25.7L8.1 17.4Q7.2 18.9 6.4 20.5L-3.1 38.8Q-5.1 42.6 -5.1 38.3L-5.1 16.3
        Q-5.1 14.5 -3.9 13.3Z
        """),
    ])
}
