extension Emblem {
  static let moonlitSea = Emblem(
    "moonlit-sea", showing: "a crescent moon over the waves",
    tags: """
      night, on-call, moon, watch, sea, vigil, night shift, night owl, moonlight, midnight, calm,
      tide, ocean, dream
      """,
    drawing: [
      .fill(.accent, "M9.9 -52.6A32.3 32.3 0 1 0 38.1 0.4A28.6 28.6 0 0 1 9.9 -52.6Z"),
      .fill(
        .light,
        """
        M27.4 -46Q29.7 -36.7 39 -34.4Q29.7 -32.1 27.4 -22.8Q25 -32.1 15.7 -34.4
        Q25 -36.7 27.4 -46ZM41.4 -21.1Q42.9 -15.2 48.9 -13.7Q42.9 -12.2 41.4 -6.2
        Q40 -12.2 34 -13.7Q40 -15.2 41.4 -21.1Z
        """),
      .stroke(
        .light, width: 8.7,
        """
        M-46.4 26.9C-38 20.5 -31.6 20.5 -23.2 26.9C-14.8 33.4 -8.4 33.4 0 26.9
        C8.4 20.5 14.8 20.5 23.2 26.9C31.6 33.4 38 33.4 46.4 26.9
        """),
      .stroke(
        .tint, width: 8.7,
        """
        M-29.8 43.5C-22.7 37.1 -17.1 37.1 -9.9 43.5C-2.8 50 2.8 50 9.9 43.5
        C17.1 37.1 22.7 37.1 29.8 43.5
        """),
    ],
    small: [
      .fill(.accent, "M10.8 -55.9A32.4 32.4 0 1 0 37.8 -1.9A32.4 32.4 0 0 1 10.8 -55.9Z"),
      .stroke(
        .light, width: 9.9,
        """
        M-50.4 26.9C-38.3 18.7 -28.9 18.7 -16.8 26.9C-4.7 35.1 4.7 35.1 16.8 26.9
        C28.9 18.7 38.3 18.7 50.4 26.9
        """),
      .stroke(
        .tint, width: 9.9,
        "M-30.6 45.8C-19.6 38.8 -11 38.8 0 45.8C11 52.8 19.6 52.8 30.6 45.8"),
    ])
}
