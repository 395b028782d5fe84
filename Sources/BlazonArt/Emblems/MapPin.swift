extension Emblem {
  static let mapPin = Emblem(
    "map-pin", showing: "a folded map with a location pin",
    tags: """
      map, place, event attendance, location, venue, route, travel, check-in, local, destination,
      meetup, address, city, chapter
      """,
    drawing: [
      .fill(
        .tint,
        """
        M-42.4 9.5Q-42.4 6.4 -39.5 5.6L-15.9 -1.1L-15.9 33.7L-39.5 40.5
        Q-42.4 41.3 -42.4 38.3Z
        """),
      .fill(
        .tint,
        "M42.4 30.7Q42.4 33.7 39.5 34.5L15.9 41.3L15.9 6.4L39.5 -0.3Q42.4 -1.1 42.4 1.9Z"),
      .fill(.light, "M-12.5 -0.4L12.5 7.2L12.5 41.3L-12.5 33.7Z"),
      .fill(
        .deep,
        """
        M-12.5 -0.4L12.5 7.2L12.5 11L3.3 28Q2.3 29.9 0 29.9L0 29.9Q-2.3 29.9 -3.5 28
        L-12.5 13.3Z
        """),
      .fill(.light, "M-18.6 -11A20.8 20.8 0 1 1 18.6 -11L1.7 22.3Q0 25.4 -1.7 22.3Z"),
      .fill(.deep, "M-9.8 -20.5A9.8 9.8 0 1 1 9.8 -20.5A9.8 9.8 0 1 1 -9.8 -20.5Z"),
      .fill(.accent, "M-6.4 -20.5A6.4 6.4 0 1 1 6.4 -20.5A6.4 6.4 0 1 1 -6.4 -20.5Z"),
    ],
    small: [
      .fill(
        .tint,
        """
        M-45.7 11Q-45.7 7.4 -42.1 6.3L-22.8 0.7L-14.7 16.2L-14.7 35.3L-42.1 43.2
        Q-45.7 44.2 -45.7 40.5ZM45.7 31.7Q45.7 35.3 42.1 36.4L14.7 44.2L14.7 16.2L22.8 2.9
        L42.1 -2.1Q45.7 -2.9 45.7 0.7Z
        """),
      .fill(.light, "M-20.6 -10.3A23.2 23.2 0 1 1 20.6 -10.3L2.2 26.5Q0 30.2 -2.2 26.5Z"),
      .fill(.deep, "M-9.2 -20.6A9.2 9.2 0 1 1 9.2 -20.6A9.2 9.2 0 1 1 -9.2 -20.6Z"),
    ])
}
