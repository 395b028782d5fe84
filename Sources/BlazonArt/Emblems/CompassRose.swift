extension Emblem {
  static let compassRose = Emblem(
    "compass-rose", showing: "a compass rose", tags: ["navigate", "direction", "north", "explore"],
    drawing: [
      .stroke(
        .light, width: 6,
        "M11.9 -41.3 A43 43 0 0 1 41.3 -11.9 M41.3 11.9 A43 43 0 0 1 11.9 41.3 M-11.9 41.3 "
          + "A43 43 0 0 1 -41.3 11.9 M-41.3 -11.9 A43 43 0 0 1 -11.9 -41.3"),
      .fill(
        .tint,
        "M0 0 L0 -14 L26.2 -26.2Z M0 0 L14 0 L26.2 26.2Z M0 0 L0 14 L-26.2 26.2Z M0 0 L-14 "
          + "0 L-26.2 -26.2Z"),
      .fill(
        .mid,
        "M0 0 L26.2 -26.2 L14 0Z M0 0 L26.2 26.2 L0 14Z M0 0 L-26.2 26.2 L-14 0Z M0 0 "
          + "L-26.2 -26.2 L0 -14Z"),
      .fill(.light, "M0 -57 L12 -12 L57 0 L12 12 L0 57 L-12 12 L-57 0 L-12 -12Z"),
      .fill(
        .mid,
        "M0 0 L0 -57 L12 -12Z M0 0 L57 0 L12 12Z M0 0 L0 57 L-12 12Z M0 0 L-57 0 L-12 -12Z"),
    ],
    small: [
      .stroke(
        .light, width: 9,
        "M18.8 -38.6 A43 43 0 0 1 38.6 -18.8 M38.6 18.8 A43 43 0 0 1 18.8 38.6 M-18.8 38.6 "
          + "A43 43 0 0 1 -38.6 18.8 M-38.6 -18.8 A43 43 0 0 1 -18.8 -38.6"),
      .fill(.light, "M0 -61 L14.8 -14.8 L61 0 L14.8 14.8 L0 61 L-14.8 14.8 L-61 0 L-14.8 -14.8Z"),
      .fill(
        .tint,
        "M0 0 L0 -61 L14.8 -14.8Z M0 0 L61 0 L14.8 14.8Z M0 0 L0 61 L-14.8 14.8Z M0 0 L-61 "
          + "0 L-14.8 -14.8Z"),
    ])
}
