extension Emblem {
  static let sailboat = Emblem(
    "sailboat", showing: "a sailing boat with two sails",
    tags: """
      sail, sailing, regatta, race, sailor, boat, sea, yacht, skipper, wind, sport, voyage,
      summer, water sports
      """,
    drawing: [
      .fill(.light, "M5.9 -46.9C23.6 -31.7 37.1 -4.6 39.7 20.7L5.9 20.7Z"),
      .fill(
        .tint,
        "M5.9 -46.9C23.6 -31.7 37.1 -4.6 39.7 20.7L30.4 20.7C28.7 -3 21.9 -24.9 5.9 -46.9Z"),
      .fill(.accent, "M-0.8 -36.7C-10.1 -16.5 -21.9 3.8 -35.5 20.7L-0.8 20.7Z"),
      .fill(
        .light,
        """
        M-47.3 27.4L47.3 27.4C44.7 39.3 37.1 46.9 26.2 46.9L-23.6 46.9
        C-36.3 46.9 -43.9 38.4 -47.3 27.4Z
        """),
      .fill(.deep, "M-45.6 32.5L46 32.5L44.7 37.1L-43.5 37.1Z"),
    ],
    small: [
      .fill(.light, "M6.9 -50.5C27.6 -33.2 41.4 -5.6 44 18.6L6.9 18.6Z"),
      .fill(.accent, "M-0.9 -38.4C-10.4 -17.7 -24.2 3 -39.7 18.6L-0.9 18.6Z"),
      .fill(
        .light,
        """
        M-51.8 27.2L51.8 27.2C49.2 41 40.6 50.5 28.5 50.5L-25.9 50.5
        C-39.7 50.5 -48.3 40.1 -51.8 27.2Z
        """),
    ])
}
