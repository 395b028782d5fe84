extension Emblem {
  static let globe = Emblem(
    "globe", showing: "a globe with meridians and a star",
    tags: """
      world, ambassador, international, earth, globe, global, planet, worldwide, geography,
      country, region, translation, internet, diplomat
      """,
    drawing: [
      .stroke(.tint, width: 5.5, "M-21.3 -1A18.2 38.8 0 1 1 15.2 -1A18.2 38.8 0 1 1 -21.3 -1Z"),
      .stroke(.tint, width: 5.5, "M-41.9 -1L35.8 -1M-36.4 -20.8L30.2 -20.8M-36.4 18.8L30.2 18.8"),
      .stroke(.light, width: 7.1, "M-42.7 -1A39.6 39.6 0 1 1 36.6 -1A39.6 39.6 0 1 1 -42.7 -1Z"),
      .fill(
        .deep,
        """
        M22.9 2.8Q23.9 0.6 24.8 2.8L30 15.1Q30.4 16.2 31.6 16.3L44.9 17.4
        Q47.3 17.6 45.5 19.1L35.4 27.8Q34.4 28.6 34.8 29.8L37.8 42.8Q38.3 45.1 36.3 43.8
        L24.9 36.9Q23.9 36.3 22.9 36.9L11.4 43.8Q9.5 45.1 10 42.8L13 29.8
        Q13.3 28.6 12.4 27.8L2.3 19.1Q0.5 17.6 2.9 17.4L16.2 16.3Q17.4 16.2 17.8 15.1Z
        """),
      .fill(
        .accent,
        """
        M23 5.6Q23.9 3.4 24.8 5.6L29.2 16.2Q29.6 17.2 30.8 17.4L42.3 18.3
        Q44.7 18.4 42.8 19.9L34 27.4Q33.2 28.2 33.5 29.4L36.2 40.5Q36.7 42.8 34.7 41.6
        L24.9 35.6Q23.9 34.9 22.9 35.6L13.1 41.6Q11 42.8 11.6 40.5L14.3 29.4
        Q14.6 28.2 13.7 27.4L4.9 19.9Q3.1 18.4 5.5 18.3L17 17.4Q18.2 17.2 18.6 16.2Z
        """),
    ],
    small: [
      .stroke(.light, width: 11.2, "M-56.4 0A56.4 56.4 0 1 1 56.4 0A56.4 56.4 0 1 1 -56.4 0Z"),
      .stroke(
        .light, width: 9.6,
        "M-24.5 0A24.5 55.4 0 1 1 24.5 0A24.5 55.4 0 1 1 -24.5 0ZM-55.3 0L55.3 0"),
    ])
}
