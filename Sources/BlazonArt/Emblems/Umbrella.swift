extension Emblem {
  static let umbrella = Emblem(
    "umbrella", showing: "an open umbrella",
    tags: """
      protection, insurance, support, rain, weather, cover, safety, shelter, safe, coverage,
      umbrella organisation
      """,
    drawing: [
      .stroke(.light, width: 6.4, "M0 2.1L0 40.3"),
      .stroke(.accent, width: 6.4, "M0 35.4L0 42.2C0 55.9 -19.6 55.9 -19.6 43.2"),
      .stroke(.light, width: 6.4, "M0 -45.8L0 -52.6"),
      .fill(
        .light,
        """
        M-52.8 4.1C-52.8 -25.3 -30.6 -45.6 -2.5 -46.7Q-9.3 -39.1 -13.8 -26
        Q-18.5 -12.1 -19.3 4.9C-28.1 -0.8 -40.6 -0.4 -48.9 6.1Q-50.8 7.5 -51.8 7
        Q-52.8 6.5 -52.8 4.1ZM2.5 -46.7C30.6 -45.6 52.8 -25.3 52.8 4.1Q52.8 6.5 51.8 7
        Q50.8 7.5 48.9 6.1C40.6 -0.4 28.1 -0.8 19.3 4.9Q18.5 -12.1 13.8 -26
        Q9.3 -39.1 2.5 -46.7Z
        """),
      .fill(
        .tint,
        """
        M-15.8 4.7Q-14.9 -11.6 -10.4 -24.9Q-6.3 -37.2 0 -44.2Q6.3 -37.2 10.4 -24.9
        Q14.9 -11.6 15.8 4.7C6.6 -1.3 -6.6 -1.3 -15.8 4.7Z
        """),
    ],
    small: [
      .stroke(.accent, width: 9, "M0 0.2L0 42C0 57.9 -21.9 57.9 -21.9 43"),
      .stroke(.light, width: 8, "M0 -47.6L0 -54.6"),
      .fill(
        .light,
        """
        M-57.7 6.2C-57.7 -27.7 -31.9 -49.6 0 -49.6C31.9 -49.6 57.7 -27.7 57.7 6.2
        Q57.7 12.1 52.8 8.2C42.8 0.2 29.9 0.2 19.9 8.2C9 -0.8 -9 -0.8 -19.9 8.2
        C-29.9 0.2 -42.8 0.2 -52.8 8.2Q-57.7 12.1 -57.7 6.2Z
        """),
    ])
}
