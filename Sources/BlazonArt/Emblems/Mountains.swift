extension Emblem {
  static let mountains = Emblem(
    "mountains", showing: "mountains with a sun beside the peak",
    tags: """
      landscape, outdoors, mountains, hiking, nature, peak, hiker, alps, trekking, climbing,
      camp, adventure, trail, valley
      """,
    drawing: [
      .fill(.accent, "M-39.3 -22.6A11.5 11.5 0 1 1 -16.2 -22.6A11.5 11.5 0 1 1 -39.3 -22.6Z"),
      .fill(
        .light,
        "M-15.5 23.5L10.6 -33Q12.2 -36.4 13.9 -33L45.9 32.4Q47.6 35.8 43.7 35.8L-4.7 35.8Z"),
      .fill(
        .tint,
        "M43.7 35.8Q47.6 35.8 45.9 32.4L12.2 -36.4L18.4 -14.9L9.1 -1.1L26 15.9L19.9 35.8Z"),
      .fill(
        .light,
        """
        M-43.9 35.8Q-47.8 35.8 -45.7 32.6L-26.8 3.7Q-24.7 0.5 -22.6 3.7L-4 33.2
        Q-2.4 35.8 -5.5 35.8Z
        """),
      .fill(.tint, "M-5.5 35.8Q-2.4 35.8 -4 33.2L-24.7 0.5L-20.9 12.8L-27 20.5L-17 28.2L-17 35.8Z"),
    ],
    small: [
      .fill(.accent, "M-39.5 -22.3A13.1 13.1 0 1 1 -13.2 -22.3A13.1 13.1 0 1 1 -39.5 -22.3Z"),
      .fill(
        .light,
        "M-10.9 19.4L12.6 -36.5Q13.8 -39.4 15.1 -36.6L49.3 34.5Q51 38 47.1 38L-0.1 38Z"),
      .fill(
        .tint,
        """
        M-47.3 38Q-51.2 38 -48.9 34.8L-28.6 5.6Q-26.4 2.4 -24.5 5.8L-8.2 34.6
        Q-6.3 38 -10.2 38Z
        """),
    ])
}
