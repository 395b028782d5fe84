extension Emblem {
  static let wrench = Emblem(
    "wrench", showing: "a wrench crossed with a screwdriver",
    tags: """
      maintainer, fix, repair, maintain, tools, maintenance, wrench, fixer, mechanic, bugfix,
      spanner, plumber, patch, service
      """,
    drawing: [
      .fill(
        .tint,
        """
        M-11.8 -6.6 L-28.1 -22.8 L-33.9 -25.5 L-43.5 -37.1 L-37.1 -43.5 L-25.5 -33.9
        L-22.8 -28.1 L-6.6 -11.8Z
        """),
      .fill(.tint, "M4.9 13.4 L13.4 4.9 L23 8.1 L40.3 25.5 A10.5 10.5 0 0 1 25.5 40.3 L8.1 23Z"),
      .stroke(.deep, width: 4, "M19.1 19.1 L32.5 32.5"),
      .fill(
        .light,
        """
        M1.3 -14 A24 24 0 0 1 27.8 -46.9 Q32 -45.5 28.5 -41.9 L16.3 -29.7 L19.1 -19.1
        L29.7 -16.3 L41.9 -28.5 Q45.5 -32 46.9 -27.8 A24 24 0 0 1 14 -1.3 L-27.6 40.3 A9 9
        0 0 1 -40.3 27.6Z M-36.1 30.4 A4 4 0 1 0 -30.4 36.1 A4 4 0 1 0 -36.1 30.4Z
        """),
    ],
    small: [
      .fill(
        .light,
        """
        M-3.8 -13.2 A29 29 0 0 1 30.3 -51.5 Q34.5 -50.1 31 -46.5 L15.1 -30.7 L18.4 -18.4
        L30.7 -15.1 L46.5 -31 Q50.1 -34.5 51.5 -30.3 A29 29 0 0 1 13.2 3.8 L-26.9 43.8 A12
        12 0 0 1 -43.8 26.9Z
        """)
    ])
}
