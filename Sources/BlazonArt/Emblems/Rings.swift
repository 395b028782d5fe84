extension Emblem {
  static let rings = Emblem(
    "rings", showing: "two rings linked together",
    tags: ["partner", "link", "alliance", "together"],
    drawing: [
      .fill(
        .light,
        "M-4.1 33A37.1 37.1 0 1 1 11.4 18A20.5 20.5 0 0 1 2.4 8.5A24.9 24.9 0 1 0 -13.1 23.6"
          + "A41.5 41.5 0 0 0 -4.1 33Z"),
      .fill(
        .accent,
        "M4.1 -33A37.1 37.1 0 1 1 -11.4 -18A20.5 20.5 0 0 1 -2.4 -8.5"
          + "A24.9 24.9 0 1 0 13.1 -23.6A41.5 41.5 0 0 0 4.1 -33Z"),
    ],
    small: [
      .fill(
        .light,
        "M-9 40.2A41.8 41.8 0 1 1 17.8 17.1A17.2 17.2 0 0 1 4.2 6A25.2 25.2 0 1 0 -22.7 25.1"
          + "A49.8 49.8 0 0 0 -9 40.2Z"),
      .fill(
        .accent,
        "M9 -40.2A41.8 41.8 0 1 1 -17.8 -17.1A17.2 17.2 0 0 1 -4.2 -6"
          + "A25.2 25.2 0 1 0 22.7 -25.1A49.8 49.8 0 0 0 9 -40.2Z"),
    ])
}
