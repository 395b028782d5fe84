extension Emblem {
  static let brilliant = Emblem(
    "brilliant", showing: "a cut diamond from the side",
    tags: """
      diamond, gem, brilliant, jewel, stone, tier, precious, excellence, brilliance, value,
      quality, premium, diamond sponsor
      """,
    drawing: [
      .fill(.light, "M-32 -44.8L32 -44.8L55.5 -17.1L0 44.8L-55.5 -17.1Z"),
      .fill(.tint, "M-55.5 -17.1L-23.5 -17.1L0 44.8ZM55.5 -17.1L23.5 -17.1L0 44.8Z"),
      .fill(.tint, "M-32 -44.8L-23.5 -17.1L0 -44.8ZM0 -44.8L23.5 -17.1L32 -44.8Z"),
      .stroke(
        .deep, width: 4.3,
        """
        M-49.1 -17.1L49.1 -17.1M-32 -41.6L-23.5 -17.1L0 41.6L23.5 -17.1L32 -41.6M-23.5 -17.1
        L0 -41.6L23.5 -17.1
        """),
    ],
    small: [
      .fill(
        .light,
        """
        M-32.4 -47.2L-6.5 -47.2L-23.8 -18.1L-59.4 -18.1ZM32.4 -47.2L6.5 -47.2L23.8 -18.1
        L59.4 -18.1Z
        """),
      .fill(.light, "M-11.9 -18.1L11.9 -18.1L0 -36.4Z"),
      .fill(.light, "M-60.5 -8.4L-22.7 -8.4L-7.6 37ZM60.5 -8.4L22.7 -8.4L7.6 37Z"),
      .fill(.light, "M-11.3 -8.4L11.3 -8.4L0 47.8Z"),
    ])
}
