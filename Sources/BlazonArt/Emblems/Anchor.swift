extension Emblem {
  static let anchor = Emblem(
    "anchor", showing: "an anchor with its stock",
    tags: """
      anchor, stable, reliability, steady, harbour, harbor, sea, navy, marine, port, sailor,
      long-term support, loyalty, hope
      """,
    drawing: [
      .stroke(
        .light, width: 8.2,
        "M-10.2 -38.9A10.2 10.2 0 1 1 10.2 -38.9A10.2 10.2 0 1 1 -10.2 -38.9Z"),
      .stroke(.light, width: 10.2, "M0 -27.8L0 48.2"),
      .stroke(.light, width: 10.2, "M-38.9 16.7A39.8 39.8 0 0 0 38.9 16.7"),
      .fill(
        .tint,
        """
        M-52.8 20.4Q-55.6 20.4 -54.3 18L-43.9 -1.3Q-42.6 -3.7 -41 -1.4L-27.5 18.1
        Q-25.9 20.4 -28.7 20.4ZM52.8 20.4Q55.6 20.4 54.3 18L43.9 -1.3Q42.6 -3.7 41 -1.4
        L27.5 18.1Q25.9 20.4 28.7 20.4Z
        """),
      .fill(
        .accent,
        """
        M-22.7 -18.5L22.7 -18.5A5.1 5.1 0 0 1 27.8 -13.4A5.1 5.1 0 0 1 22.7 -8.3L-22.7 -8.3
        A5.1 5.1 0 0 1 -27.8 -13.4A5.1 5.1 0 0 1 -22.7 -18.5Z
        """),
    ],
    small: [
      .stroke(
        .light, width: 10.7,
        "M-11.4 -39.7A11.4 11.4 0 1 1 11.4 -39.7A11.4 11.4 0 1 1 -11.4 -39.7Z"),
      .stroke(.light, width: 13.3, "M0 -28.3L0 49.7"),
      .stroke(.light, width: 13.3, "M-39.9 17.4A40.9 40.9 0 0 0 39.9 17.4"),
      .fill(
        .light,
        """
        M-56.1 23.1Q-58.9 23.1 -57.5 20.6L-44.2 -3Q-42.8 -5.5 -41.3 -3.1L-26.2 20.7
        Q-24.7 23.1 -27.6 23.1ZM56.1 23.1Q58.9 23.1 57.5 20.6L44.2 -3Q42.8 -5.5 41.3 -3.1
        L26.2 20.7Q24.7 23.1 27.6 23.1Z
        """),
      .fill(
        .accent,
        """
        M-23.8 -19.7L23.8 -19.7A6.7 6.7 0 0 1 30.4 -13.1A6.7 6.7 0 0 1 23.8 -6.4L-23.8 -6.4
        A6.7 6.7 0 0 1 -30.4 -13.1A6.7 6.7 0 0 1 -23.8 -19.7Z
        """),
    ])
}
