extension Emblem {
  static let rings = Emblem(
    "rings", showing: "two rings linked together",
    tags: """
      alliance, link, linked, partner, together, rings, union, wedding, marriage, engagement,
      bond, partnership, relationship, chain
      """,
    drawing: [
      .fill(
        .light,
        """
        M-2 31.9A37.1 37.1 0 1 1 10.3 20A22.7 22.7 0 0 1 1.2 11.2A24.9 24.9 0 1 0 -11 22.8
        A39.3 39.3 0 0 0 -2 31.9Z
        """),
      .fill(
        .accent,
        """
        M2 -31.9A37.1 37.1 0 1 1 -10.3 -20A22.7 22.7 0 0 1 -1.2 -11.2A24.9 24.9 0 1 0 11 -22.8
        A39.3 39.3 0 0 0 2 -31.9Z
        """),
    ],
    small: [
      .fill(
        .light,
        """
        M-9 40.2A41.8 41.8 0 1 1 17.8 17.1A17.2 17.2 0 0 1 4.2 6A25.2 25.2 0 1 0 -22.7 25.1
        A49.8 49.8 0 0 0 -9 40.2Z
        """),
      .fill(
        .accent,
        """
        M9 -40.2A41.8 41.8 0 1 1 -17.8 -17.1A17.2 17.2 0 0 1 -4.2 -6
        A25.2 25.2 0 1 0 22.7 -25.1A49.8 49.8 0 0 0 9 -40.2Z
        """),
    ])
}
