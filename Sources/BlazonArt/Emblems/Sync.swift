extension Emblem {
  static let sync = Emblem(
    "sync", showing: "two arrows chasing each other in a circle",
    tags: """
      synchronise, synchronize, sync, refresh, update, cycle, renewal, replication, retry,
      rotation, repeat, recurring, streak, agile, scrum
      """,
    drawing: [
      .stroke(.light, width: 13.8, "M-38.5 -8.2A39.4 39.4 0 0 1 27.9 -27.9"),
      .fill(
        .light,
        """
        M16.8 -13.2Q13.9 -13.9 16.1 -16.1L39.7 -39.7Q41.8 -41.8 42.5 -38.9L50.1 -7.8
        Q50.8 -4.8 48 -5.6Z
        """),
      .stroke(.tint, width: 13.8, "M38.5 8.2A39.4 39.4 0 0 1 -27.9 27.9"),
      .fill(
        .tint,
        """
        M-16.8 13.2Q-13.9 13.9 -16.1 16.1L-39.7 39.7Q-41.8 41.8 -42.5 38.9L-50.1 7.8
        Q-50.8 4.8 -48 5.6Z
        """),
    ],
    small: [
      .stroke(.light, width: 16, "M-38.1 -12.4A40.1 40.1 0 0 1 25.8 -30.7"),
      .fill(
        .light,
        """
        M13.9 -12.7Q10.9 -13 12.9 -15.3L38.7 -46.1Q40.6 -48.4 41.5 -45.5L51.8 -11
        Q52.6 -8.1 49.6 -8.5Z
        """),
      .stroke(.light, width: 16, "M38.1 12.4A40.1 40.1 0 0 1 -25.8 30.7"),
      .fill(
        .light,
        """
        M-13.9 12.7Q-10.9 13 -12.9 15.3L-38.7 46.1Q-40.6 48.4 -41.5 45.5L-51.8 11
        Q-52.6 8.1 -49.6 8.5Z
        """),
    ])
}
