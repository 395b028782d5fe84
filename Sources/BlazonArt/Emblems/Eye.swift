extension Emblem {
  static let eye = Emblem(
    "eye", showing: "an open eye with lashes",
    tags: """
      watch, view, observer, see, vision, eye, look, watcher, visibility, oversight, witness,
      awareness, moderator, observability
      """,
    drawing: [
      .stroke(
        .light, width: 6,
        """
        M0 -35L0 -46M21.5 -32.5L26.5 -42.5M39.5 -22.5L45.7 -30M-21.5 -32.5L-26.5 -42.5M-39.5
        -22.5L-45.7 -30
        """),
      .fill(
        .light,
        """
        M-57 8C-37.6 -21.8 -20.5 -27 0 -27C20.5 -27 37.6 -21.8 57 8C37.6 36 20.5 41 0 41
        C-20.5 41 -37.6 36 -57 8Z
        """),
      .fill(
        .tint,
        """
        M-57 8C-37.6 -21.8 -20.5 -27 0 -27C20.5 -27 37.6 -21.8 57 8C36 -12 20 -18 0 -18C-20
        -18 -36 -12 -57 8Z
        """),
      .fill(.mid, "M-24 9A24 24 0 1 1 24 9A24 24 0 1 1 -24 9Z"),
      .fill(.deep, "M-14 9A14 14 0 1 1 14 9A14 14 0 1 1 -14 9Z"),
      .fill(.light, "M-10 4.5A5.5 5.5 0 1 1 1 4.5A5.5 5.5 0 1 1 -10 4.5Z"),
    ],
    small: [
      .fill(
        .light,
        """
        M-62 0C-40.9 -34 -22.3 -40 0 -40C22.3 -40 40.9 -34 62 0C40.9 34 22.3 40 0 40
        C-22.3 40 -40.9 34 -62 0ZM-26 0A26 26 0 1 1 26 0A26 26 0 1 1 -26 0Z
        """),
      .fill(.light, "M-16 0A16 16 0 1 1 16 0A16 16 0 1 1 -16 0Z"),
    ])
}
