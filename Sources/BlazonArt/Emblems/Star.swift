extension Emblem {
  static let star = Emblem(
    "star", showing: "a five-pointed star with bevelled faces",
    tags: """
      star, best, favourite, favorite, top, rating, hero, highlight, all-star, superstar,
      featured, featured contributor, outstanding, vip
      """,
    drawing: [
      .fill(
        .light,
        """
        M-1.9 -46.6Q0 -51 1.9 -46.6L14.4 -18.2Q15.4 -16 17.8 -15.8L48.6 -12.7
        Q53.4 -12.2 49.7 -9L26.6 11.6Q24.9 13.1 25.4 15.5L31.9 45.7Q33 50.5 28.8 48L2.1 32.5
        Q0 31.2 -2.1 32.5L-28.8 48Q-33 50.5 -31.9 45.7L-25.4 15.5Q-24.9 13.1 -26.6 11.6
        L-49.7 -9Q-53.4 -12.2 -48.6 -12.7L-17.8 -15.8Q-15.4 -16 -14.4 -18.2Z
        """),
      .fill(
        .tint,
        """
        M0 5.1L0 -48.6L15.4 -16ZM0 5.1L51.1 -11.6L24.9 13.1ZM0 5.1L31.5 48.5L0 31.2ZM0 5.1
        L-31.5 48.5L-24.9 13.1ZM0 5.1L-51.1 -11.6L-15.4 -16Z
        """),
    ],
    small: [
      .fill(
        .light,
        """
        M-4.5 -50A5 5 0 0 1 4.5 -50L18.9 -21L50.9 -16.2A5 5 0 0 1 53.8 -7.7L30.5 14.9
        L36 46.9A5 5 0 0 1 28.8 52.3L0 37.1L-28.8 52.3A5 5 0 0 1 -36 46.9L-30.5 14.9
        L-53.8 -7.7A5 5 0 0 1 -50.9 -16.2L-18.9 -21Z
        """)
    ])
}
