extension Emblem {
  static let mapPin = Emblem(
    "map-pin", showing: "a folded map with a location pin",
    tags: ["map", "place", "route", "travel"],
    drawing: [
      .fill(.light, "M-46 -14 Q-46 -18 -42.2 -16.7 L-15 -7 L-15 44 L-42.2 34.3 Q-46 33 -46 29Z"),
      .fill(.tint, "M-15 -7 L15 -18 V33 L-15 44Z"),
      .fill(.light, "M15 -18 L42.2 -8.3 Q46 -7 46 -3 L46 32.4 Q46 39.4 39.1 38 L15 33Z"),
      .stroke(.mid, width: 4.5, "M-38 2 L-37 9 M-33 18 L-28 22 M-20 28 L-13 29 M-5 27.5 L0 25.5"),
      .stroke(.deep, width: 11, "M-20.5 -20 C-17 -9 -7 4 0 16 C7 4 17 -9 20.5 -20"),
      .fill(.accent, "M0 18 C-11 0 -23 -12 -23 -31 A23 23 0 0 1 23 -31 C23 -12 11 0 0 18Z"),
      .fill(.deep, "M-9 -31 A9 9 0 1 0 9 -31 A9 9 0 1 0 -9 -31Z"),
    ],
    small: [
      .fill(.light, "M-49 -14 Q-49 -18 -45.2 -16.7 L-16 -7 L-16 48 L-43.4 38.1 Q-49 36 -49 30Z"),
      .fill(.tint, "M-16 -7 L16 -18 V37 L-16 48Z"),
      .fill(.light, "M16 -18 L45.2 -8.3 Q49 -7 49 -3 L49 33 Q49 45 37.3 42.2 L16 37Z"),
      .stroke(.deep, width: 18, "M-22 -18 C-17 -5 -7 8 0 20 C7 8 17 -5 22 -18"),
      .fill(.accent, "M0 24 C-13 4 -27 -10 -27 -31 A27 27 0 0 1 27 -31 C27 -10 13 4 0 24Z"),
      .fill(.deep, "M-10.5 -31 A10.5 10.5 0 1 0 10.5 -31 A10.5 10.5 0 1 0 -10.5 -31Z"),
    ])
}
