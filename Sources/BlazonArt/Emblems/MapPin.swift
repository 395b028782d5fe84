extension Emblem {
  static let mapPin = Emblem(
    "map-pin", showing: "a folded map with a location pin",
    tags: ["map", "place", "route", "travel"],
    drawing: [
      .fill(
        .tint,
        "M-47.2 -1.4Q-52 0 -50.8 4.9L-43.2 35.1Q-42 40 -37.1 39.2L-18 36L-18 0.4L-22.7 -8.6Z"),
      .fill(.mid, "M-18 36L18 46L18 0.4L0 34.8L-18 0.4Z"),
      .fill(.tint, "M18 46L39.3 38.6Q44 37 44.8 32.1L51.2 -5.1Q52 -10 47.2 -8.6L18.2 -0.1Z"),
      .fill(.light, "M-22.6 -19.2A25.5 25.5 0 1 1 22.6 -19.2L1.4 21.3Q0 24 -1.4 21.3Z"),
      .fill(.deep, "M-12.5 -31A12.5 12.5 0 1 1 12.5 -31A12.5 12.5 0 1 1 -12.5 -31Z"),
      .fill(.accent, "M-8 -31A8 8 0 1 1 8 -31A8 8 0 1 1 -8 -31Z"),
    ],
    small: [
      .fill(
        .tint,
        "M-51.2 -0.7Q-57 1 -55.4 6.8L-47.6 36.2Q-46 42 -40.1 41.1L-20 38L-20 8.4L-29 -7.3Z"),
      .fill(.mid, "M-20 38L20 49L20 8.4L0 43L-20 8.4Z"),
      .fill(.tint, "M20 49L41.4 41.1Q47 39 48.2 33.1L55.8 -4.1Q57 -10 51.2 -8.3L25.1 -0.5L20 8.4Z"),
      .fill(.light, "M-25.1 -16.5A29 29 0 1 1 25.1 -16.5L1.5 24.4Q0 27 -1.5 24.4Z"),
      .fill(.deep, "M-12.5 -31A12.5 12.5 0 1 1 12.5 -31A12.5 12.5 0 1 1 -12.5 -31Z"),
    ])
}
