extension Emblem {
  static let questionMark = Emblem(
    "question-mark", showing: "a question mark in a round speech bubble",
    tags: """
      question, question mark, help, support, answer, faq, helper, ask, problem, inquiry, how to,
      quiz, curious
      """,
    drawing: [
      .fill(
        .light,
        """
        M-16 39.3A42.5 42.5 0 1 0 -40.7 12.3Q-38.3 24.6 -40.6 35.9Q-42.6 41.6 -36.9 41.2
        Q-27.5 40.9 -16 39.3Z
        """),
      .fill(.deep, "M-33.6 -0.1A33.5 33.5 0 1 1 33.4 -0.1A33.5 33.5 0 1 1 -33.6 -0.1Z"),
      .stroke(.light, width: 10.6, "M-12 -8.7A12.3 11.9 0 1 1 6.4 1.1Q-0.1 4.8 -0.1 10.5"),
      .fill(.accent, "M-6.6 22.8A6.5 6.5 0 1 1 6.4 22.8A6.5 6.5 0 1 1 -6.6 22.8Z"),
    ],
    small: [
      .fill(
        .light,
        """
        M-17.4 42.9A46.3 46.3 0 1 0 -44.3 13.4Q-41.8 26.3 -43.4 38.5Q-45.5 44.5 -39.5 44.1
        Q-29.4 44.6 -17.4 42.9Z
        """),
      .fill(.deep, "M-36.1 -0.1A36 36 0 1 1 35.9 -0.1A36 36 0 1 1 -36.1 -0.1Z"),
      .stroke(.light, width: 12.9, "M-12.5 -9.5A12.9 12 0 1 1 6.8 0.3Q-0.1 4.2 -0.1 8.5"),
      .fill(.accent, "M-7.8 23.9A7.7 7.7 0 1 1 7.6 23.9A7.7 7.7 0 1 1 -7.8 23.9Z"),
    ])
}
