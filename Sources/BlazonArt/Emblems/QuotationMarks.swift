extension Emblem {
  static let quotationMarks = Emblem(
    "quotation-marks", showing: "a pair of big quotation marks",
    tags: """
      quotation mark, quote, citation, cite, testimonial, author, saying, reference, speech,
      literature, motto, source
      """,
    drawing: [
      .fill(
        .light,
        """
        M-47.7 16.2C-47.7 -13.7 -34.2 -31.3 -12.6 -38Q-8.5 -39 -6.9 -34.9L-5.9 -31.8
        Q-4.3 -27.6 -8.5 -25.6C-18.8 -19.9 -25 -13.7 -26.5 -5.7A21.9 21.9 0 1 1 -47.7 16.2Z
        """),
      .fill(
        .tint,
        """
        M3.9 16.2C3.9 -13.7 17.3 -31.3 39 -38Q43.1 -39 44.7 -34.9L45.7 -31.8
        Q47.2 -27.6 43.1 -25.6C32.8 -19.9 26.6 -13.7 25.1 -5.7A21.9 21.9 0 1 1 3.9 16.2Z
        """),
    ],
    small: [
      .fill(
        .light,
        """
        M-51.6 16.7C-51.6 -15.3 -37.2 -32.8 -14.5 -40.1Q-9.3 -41.6 -7.7 -37L-5.7 -30.8
        Q-4.1 -26.1 -8.3 -24.1C-18.6 -18.4 -23.7 -13.2 -25.8 -6.9A23.7 23.7 0 1 1 -51.6 16.7
        Z
        """),
      .fill(
        .tint,
        """
        M4.1 16.7C4.1 -15.3 18.6 -32.8 41.3 -40.1Q46.5 -41.6 48 -37L50.1 -30.8
        Q51.6 -26.1 47.5 -24.1C37.2 -18.4 32 -13.2 29.9 -6.9A23.7 23.7 0 1 1 4.1 16.7Z
        """),
    ])
}
