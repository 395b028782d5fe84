extension Emblem {
  static let mortarboard = Emblem(
    "mortarboard", showing: "a graduation cap with a tassel",
    tags: """
      graduation, training, student, graduate, academy, school, education, university, college,
      alumni, scholar, class of, scholarship, professor, phd, doctorate, dean's list
      """,
    drawing: [
      .fill(.tint, "M-33 6.5 L-5 20.2 Q0 22.5 5 20.2 L33 6.5 V27 C22 39 -22 39 -33 27Z"),
      .fill(
        .mid,
        "M-33 6.5 L-5 20.2 Q0 22.5 5 20.2 L33 6.5 V13.5 L5 27.2 Q0 29.5 -5 27.2 L-33 13.5Z"),
      .fill(
        .light,
        """
        M-5.4 -37.4 Q0 -40 5.4 -37.4 L52.5 -14.2 Q57 -12 52.5 -9.8 L5.4 13.4 Q0 16 -5.4
        13.4 L-52.5 -9.8 Q-57 -12 -52.5 -14.2Z
        """),
      .stroke(.accent, width: 5, "M0 -12 L40 -3 V20"),
      .fill(.accent, "M-5 -12 A5 5 0 1 0 5 -12 A5 5 0 1 0 -5 -12Z"),
      .fill(
        .accent,
        """
        M35.2 21 Q35.5 18 38.5 18 L41.5 18 Q44.5 18 44.8 21 L46.1 34 Q46.3 36 44.3 36
        L35.7 36 Q33.7 36 33.9 34Z
        """),
    ],
    small: [
      .fill(.tint, "M-36 13 L-6 27.5 Q0 30 6 27.5 L36 13 V30 C24 44 -24 44 -36 30Z"),
      .fill(
        .light,
        """
        M-5.3 -43.2 Q0 -46 5.3 -43.2 L57.6 -16.3 Q62 -14 57.6 -11.7 L5.3 15.2 Q0 18 -5.3
        15.2 L-57.6 -11.7 Q-62 -14 -57.6 -16.3Z
        """),
      .stroke(.accent, width: 9, "M46 -7 V32"),
    ])
}
