extension Emblem {
  static let braces = Emblem(
    "braces", showing: "a pair of curly braces with three dots",
    tags: """
      braces, code, json, syntax, developer, curly brackets, programming, object, api, snippet,
      data format
      """,
    drawing: [
      .stroke(
        .light, width: 12.1,
        """
        M-21.2 -41.3L-24.2 -41.3C-33.3 -41.3 -37.3 -36.3 -37.3 -28.2L-37.3 -13.1
        C-37.3 -5 -41.3 0 -50.4 0C-41.3 0 -37.3 5 -37.3 13.1L-37.3 28.2
        C-37.3 36.3 -33.3 41.3 -24.2 41.3L-21.2 41.3
        """, natural: 0x3B82F6),
      .stroke(
        .tint, width: 12.1,
        """
        M21.2 -41.3L24.2 -41.3C33.3 -41.3 37.3 -36.3 37.3 -28.2L37.3 -13.1
        C37.3 -5 41.3 0 50.4 0C41.3 0 37.3 5 37.3 13.1L37.3 28.2
        C37.3 36.3 33.3 41.3 24.2 41.3L21.2 41.3
        """, natural: 0x2563C9),
      .fill(
        .accent,
        """
        M-23.5 0A6.35 6.35 0 1 1 -10.8 0A6.35 6.35 0 1 1 -23.5 0ZM-6.4 0A6.4 6.4 0 1 1 6.4 0
        A6.4 6.4 0 1 1 -6.4 0ZM10.8 0A6.35 6.35 0 1 1 23.5 0A6.35 6.35 0 1 1 10.8 0Z
        """,
        natural: 0xF59E0B),
    ],
    small: [
      .stroke(
        .light, width: 15.6,
        """
        M-18.5 -42.1L-22.6 -42.1C-31.9 -42.1 -36 -37 -36 -28.8L-36 -14.4
        C-36 -6.1 -41.1 0 -52.4 0C-41.1 0 -36 6.1 -36 14.4L-36 28.8
        C-36 37 -31.9 42.1 -22.6 42.1L-18.5 42.1
        """, natural: 0x3B82F6),
      .stroke(
        .light, width: 15.6,
        """
        M18.5 -42.1L22.6 -42.1C31.9 -42.1 36 -37 36 -28.8L36 -14.4C36 -6.1 41.1 0 52.4 0
        C41.1 0 36 6.1 36 14.4L36 28.8C36 37 31.9 42.1 22.6 42.1L18.5 42.1
        """,
        natural: 0x2563C9),
      .fill(
        .accent,
        """
        M-21.2 0A8.1 8.1 0 1 1 -5 0A8.1 8.1 0 1 1 -21.2 0ZM5 0A8.1 8.1 0 1 1 21.2 0
        A8.1 8.1 0 1 1 5 0Z
        """, natural: 0xF59E0B),
    ])
}
