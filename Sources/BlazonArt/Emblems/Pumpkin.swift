extension Emblem {
  static let pumpkin = Emblem(
    "pumpkin", showing: "a pumpkin with a stem and a leaf",
    tags: ["hacktoberfest", "october", "halloween", "autumn"],
    drawing: [
      .fill(.tint, "M-55 11a24 32 0 1 0 48 0a24 32 0 1 0 -48 0Z"),
      .fill(.tint, "M7 11a24 32 0 1 0 48 0a24 32 0 1 0 -48 0Z"),
      .fill(.light, "M-44 11a23 38 0 1 0 46 0a23 38 0 1 0 -46 0Z"),
      .fill(.light, "M-2 11a23 38 0 1 0 46 0a23 38 0 1 0 -46 0Z"),
      .fill(.mid, "M-24 11a24 42 0 1 0 48 0a24 42 0 1 0 -48 0Z"),
      .fill(.light, "M-20 11a20 42 0 1 0 40 0a20 42 0 1 0 -40 0Z"),
      .fill(.tint, "M9 -33C13 -46 25 -50 37 -41C32 -29 21 -26 9 -33Z"),
      .fill(.mid, "M-10 -27C-5 -36 -7 -44 -14 -49L-4 -57C4 -51 9 -41 11 -27Q0 -20 -10 -27Z"),
      .fill(.tint, "M-10 -27C-5 -36 -7 -44 -14 -49L-9 -53C-1 -47 1 -36 0 -24Q-5 -24 -10 -27Z"),
    ],
    small: [
      .fill(.light, "M-57 12a27 38 0 1 0 54 0a27 38 0 1 0 -54 0Z"),
      .fill(.light, "M3 12a27 38 0 1 0 54 0a27 38 0 1 0 -54 0Z"),
      .fill(.deep, "M-28 12a28 47 0 1 0 56 0a28 47 0 1 0 -56 0Z"),
      .fill(.light, "M-18 12a18 44 0 1 0 36 0a18 44 0 1 0 -36 0Z"),
      .fill(.tint, "M-9 -26C-6 -38 -8 -46 -18 -51L0 -61C8 -53 10 -40 11 -26Z"),
    ])
}
