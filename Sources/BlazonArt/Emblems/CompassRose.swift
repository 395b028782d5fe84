extension Emblem {
  static let compassRose = Emblem(
    "compass-rose", showing: "a compass rose",
    tags: """
      explorer, explore, compass rose, direction, navigate, north, discovery, adventure,
      wind rose, expedition, cartographer, voyage, orientation, wayfinder
      """,
    drawing: [
      .fill(
        .tint,
        """
        M24.3 -24.3L3.9 -14.7L0 0ZM24.3 24.3L14.7 3.9L0 0ZM-24.3 24.3L-3.9 14.7L0 0Z
        M-24.3 -24.3L-14.7 -3.9L0 0Z
        """),
      .fill(
        .light,
        """
        M24.3 -24.3L0 0L14.7 -3.9ZM24.3 24.3L0 0L3.9 14.7ZM-24.3 24.3L0 0L-14.7 3.9Z
        M-24.3 -24.3L0 0L-3.9 -14.7Z
        """),
      .stroke(.light, width: 3.4, "M-41.5 0A41.5 41.5 0 1 1 41.5 0A41.5 41.5 0 1 1 -41.5 0Z"),
      .fill(
        .light,
        """
        M0 -58.6L-13.2 -13.2L0 0ZM58.6 0L13.2 -13.2L0 0ZM0 58.6L13.2 13.2L0 0ZM-58.6 0
        L-13.2 13.2L0 0Z
        """),
      .fill(
        .tint,
        """
        M0 -58.6L0 0L13.2 -13.2ZM58.6 0L0 0L13.2 13.2ZM0 58.6L0 0L-13.2 13.2ZM-58.6 0L0 0
        L-13.2 -13.2Z
        """),
      .fill(.deep, "M-9.6 0A9.6 9.6 0 1 1 9.6 0A9.6 9.6 0 1 1 -9.6 0Z"),
      .fill(.accent, "M-6.3 0A6.3 6.3 0 1 1 6.3 0A6.3 6.3 0 1 1 -6.3 0Z"),
    ],
    small: [
      .stroke(
        .light, width: 10.1,
        """
        M19.5 -38.6A43.3 43.3 0 0 1 38.5 -19.7M38.5 19.7A43.3 43.3 0 0 1 19.5 38.6
        M-19.8 38.6A43.3 43.3 0 0 1 -38.7 19.7M-38.7 -19.7A43.3 43.3 0 0 1 -19.8 -38.6
        """),
      .fill(
        .light,
        """
        M-0.1 -62.5L-15 -14.9L-0.1 0ZM62.4 0L14.8 -14.9L-0.1 0ZM-0.1 62.5L14.8 14.9L-0.1 0Z
        M-62.6 0L-15 14.9L-0.1 0ZM-0.1 -62.5L-0.1 0L14.8 -14.9ZM62.4 0L-0.1 0L14.8 14.9Z
        M-0.1 62.5L-0.1 0L-15 14.9ZM-62.6 0L-0.1 0L-15 -14.9Z
        """),
      .fill(.deep, "M-7.2 0A7 7 0 1 1 6.9 0A7 7 0 1 1 -7.2 0Z"),
    ])
}
