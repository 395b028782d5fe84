extension Emblem {
  static let codeBrackets = Emblem(
    "code-brackets", showing: "the code sign of brackets and a slash",
    tags: """
      code, developer, hackathon, programming, software, programmer, coder, coding,
      software engineer, html, source code, open source, web developer, hacker
      """,
    drawing: [
      .fill(
        .light,
        """
        M-55.7 1.8A3 3 0 0 1 -55.7 -1.8L-33.8 -31.6A3 3 0 0 1 -29.6 -32.2L-22.4 -26.8
        A3 3 0 0 1 -21.7 -22.6L-38 0L-21.7 22.6A3 3 0 0 1 -22.4 26.8L-29.6 32.2
        A3 3 0 0 1 -33.8 31.6Z
        """),
      .fill(
        .light,
        """
        M55.7 1.8A3 3 0 0 0 55.7 -1.8L33.8 -31.6A3 3 0 0 0 29.6 -32.2L22.4 -26.8
        A3 3 0 0 0 21.7 -22.6L38 0L21.7 22.6A3 3 0 0 0 22.4 26.8L29.6 32.2
        A3 3 0 0 0 33.8 31.6Z
        """),
      .fill(.tint, "M-57 0L-33.8 31.6A3 3 0 0 0 -29.6 32.2L-22.4 26.8A3 3 0 0 0 -21.7 22.6L-38 0Z"),
      .fill(.tint, "M57 0L33.8 31.6A3 3 0 0 1 29.6 32.2L22.4 26.8A3 3 0 0 1 21.7 22.6L38 0Z"),
      .fill(
        .light,
        """
        M3.2 -40A3 3 0 0 1 7 -42.1L14.3 -39.8A3 3 0 0 1 16.3 -36.2L-3.2 40A3 3 0 0 1 -7 42.1
        L-14.3 39.8A3 3 0 0 1 -16.3 36.2Z
        """),
    ],
    small: [
      .stroke(.light, width: 16, "M-29 -27L-51 0L-29 27M29 -27L51 0L29 27"),
      .stroke(.tint, width: 15, "M10 -38L-10 38"),
    ])
}
