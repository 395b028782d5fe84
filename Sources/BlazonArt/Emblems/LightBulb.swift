extension Emblem {
  static let lightBulb = Emblem(
    "light-bulb", showing: "a shining light bulb",
    tags: """
      idea, innovation, insight, inspire, light bulb, innovator, creativity, inspiration,
      solution, invention, lamp, eureka, thinker, tip
      """,
    drawing: [
      .fill(.light, "M-13 25C-13 13 -30 11.1 -30 -10.5A30 30 0 0 1 30 -10.5C30 11.1 13 13 13 25Z"),
      .fill(.tint, "M15 -36.5A30 30 0 0 1 30 -10.5C30 11 13 13 13 25L5 25C5 12 24 6 15 -36.5Z"),
      .stroke(.mid, width: 4.4, "M-6 20L-11 -8L-5 0L0 -9L5 0L11 -8L6 20"),
      .fill(
        .light,
        """
        M-14 32.7A3.7 3.7 0 0 1 -10.3 29L10.3 29A3.7 3.7 0 0 1 14 32.7L14 32.8
        A3.7 3.7 0 0 1 10.3 36.5L-10.3 36.5A3.7 3.7 0 0 1 -14 32.8Z
        """),
      .fill(
        .tint,
        """
        M-12 43.7A3.7 3.7 0 0 1 -8.3 40L8.3 40A3.7 3.7 0 0 1 12 43.7L12 43.8
        A3.7 3.7 0 0 1 8.3 47.5L-8.3 47.5A3.7 3.7 0 0 1 -12 43.8Z
        """),
      .fill(
        .light,
        """
        M-7 53.5A2.4 2.4 0 0 1 -4.5 51L4.5 51A2.4 2.4 0 0 1 7 53.5L7 53.5
        A2.4 2.4 0 0 1 4.5 56L-4.5 56A2.4 2.4 0 0 1 -7 53.5Z
        """),
      .stroke(
        .accent, width: 5.4,
        """
        M-35.2 5.2L-40.7 7.6M-37.4 -19.8L-43.2 -21.3M-23.7 -40.8L-27.4 -45.6M0 -49L0 -55
        M23.7 -40.8L27.4 -45.6M37.4 -19.8L43.2 -21.3M35.2 5.2L40.7 7.6
        """),
    ],
    small: [
      .fill(.light, "M-14 27C-14 15 -29 13.9 -29 -7A29 29 0 0 1 29 -7C29 13.9 14 15 14 27Z"),
      .fill(
        .light,
        """
        M-15 39A4 4 0 0 1 -11 35L11 35A4 4 0 0 1 15 39L15 40A4 4 0 0 1 11 44L-11 44
        A4 4 0 0 1 -15 40Z
        """),
      .fill(
        .light,
        """
        M-9 55A4 4 0 0 1 -5 51L5 51A4 4 0 0 1 9 55L9 56A4 4 0 0 1 5 60L-5 60
        A4 4 0 0 1 -9 56Z
        """),
      .stroke(
        .accent, width: 9,
        """
        M-43 -7L-50.5 -7M-30.4 -37.4L-35.7 -42.7M0 -50L0 -57.5M30.4 -37.4L35.7 -42.7M43 -7
        L50.5 -7
        """),
    ])
}
