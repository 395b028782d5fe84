extension Emblem {
  static let brilliant = Emblem(
    "brilliant", showing: "a cut diamond from the side",
    tags: ["gem", "stone", "tier", "jewel"],
    drawing: [
      .fill(.light, "M-32 -44.8L32 -44.8L55.5 -17.1L0 44.8L-55.5 -17.1Z"),
      .fill(.tint, "M-55.5 -17.1L-23.5 -17.1L0 44.8ZM55.5 -17.1L23.5 -17.1L0 44.8Z"),
      .fill(.tint, "M-32 -44.8L-23.5 -17.1L0 -44.8ZM0 -44.8L23.5 -17.1L32 -44.8Z"),
      .stroke(
        .deep, width: 4.3,
        "M-49.1 -17.1L49.1 -17.1M-32 -41.6L-23.5 -17.1L0 41.6L23.5 -17.1L32 -41.6M-23.5 -17.1"
          + "L0 -41.6L23.5 -17.1"),
    ],
    small: [
      .fill(
        .light,
        "M-32.2 -48.1L-6.4 -48.1L-23.6 -19.1L-59.1 -19.1ZM32.2 -48.1L6.4 -48.1L23.6 -19.1"
          + "L59.1 -19.1Z"),
      .fill(.light, "M-11.8 -19.1L11.8 -19.1L0 -37.3Z"),
      .fill(.light, "M-60.2 -9.4L-25.8 -9.4L-9.7 30.3ZM60.2 -9.4L25.8 -9.4L9.7 30.3Z"),
      .fill(.light, "M-13.4 -9.4L13.4 -9.4L0 48.6Z"),
    ])
}
