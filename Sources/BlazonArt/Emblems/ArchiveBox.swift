extension Emblem {
  static let archiveBox = Emblem(
    "archive-box", showing: "an archive box with lid and label slot",
    tags: """
      archive, archived, archivist, storage, records, past, box, retired, history, former, old,
      legacy, preservation
      """,
    drawing: [
      .fill(
        .light,
        """
        M-42.5 -36.9L42.5 -36.9A4.7 4.7 0 0 1 47.2 -32.1L47.2 -18A4.7 4.7 0 0 1 42.5 -13.2
        L-42.5 -13.2A4.7 4.7 0 0 1 -47.2 -18L-47.2 -32.1A4.7 4.7 0 0 1 -42.5 -36.9Z
        """),
      .fill(
        .tint,
        """
        M-39.7 -7.6L39.7 -7.6L39.7 31.2A5.7 5.7 0 0 1 34 36.9L-34 36.9
        A5.7 5.7 0 0 1 -39.7 31.2Z
        """),
      .fill(
        .deep,
        """
        M-14.2 3.8L14.2 3.8A7.6 7.6 0 0 1 21.7 11.3A7.6 7.6 0 0 1 14.2 18.9L-14.2 18.9
        A7.6 7.6 0 0 1 -21.7 11.3A7.6 7.6 0 0 1 -14.2 3.8Z
        """),
    ],
    small: [
      .fill(
        .light,
        """
        M-44.5 -40.4L44.5 -40.4A5.6 5.6 0 0 1 50.1 -34.8L50.1 -19.9A5.6 5.6 0 0 1 44.5 -14.4
        L-44.5 -14.4A5.6 5.6 0 0 1 -50.1 -19.9L-50.1 -34.8A5.6 5.6 0 0 1 -44.5 -40.4Z
        """),
      .fill(
        .light,
        """
        M-41.7 -6L41.7 -6L41.7 33.9A6.5 6.5 0 0 1 35.3 40.4L-35.3 40.4
        A6.5 6.5 0 0 1 -41.7 33.9ZM-14.8 7L14.8 7A6.5 6.5 0 0 1 21.3 13.5
        A6.5 6.5 0 0 1 14.8 19.9L-14.8 19.9A6.5 6.5 0 0 1 -21.3 13.5A6.5 6.5 0 0 1 -14.8 7Z
        """),
    ])
}
