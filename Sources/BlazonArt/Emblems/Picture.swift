extension Emblem {
  static let picture = Emblem(
    "picture", showing: "a stack of picture cards", tags: ["image", "photo", "gallery", "media"],
    drawing: [
      .fill(
        .tint,
        "M-30 -29 V-33 A8 8 0 0 1 -22 -41 H37.5 A8 8 0 0 1 45.5 -33 V15 A8 8 0 0 1 37.5 23 "
          + "H36 V-22 A7 7 0 0 0 29 -29Z"),
      .fill(
        .light,
        "M-39 -24 H24 A7 7 0 0 1 31 -17 V27 A7 7 0 0 1 24 34 H-39 A7 7 0 0 1 -46 27 V-17 A7 "
          + "7 0 0 1 -39 -24Z"),
      .fill(
        .mid,
        "M-38 -13 A3 3 0 0 1 -35 -16 H20 A3 3 0 0 1 23 -13 V20 L4 4 L-6 14 L-19 -1 L-38 20Z"),
      .fill(.light, "M1.5 -6 A7.5 7.5 0 1 0 16.5 -6 A7.5 7.5 0 1 0 1.5 -6Z"),
    ],
    small: [
      .fill(
        .tint,
        "M-33 -34 A10 10 0 0 1 -23 -44 H38 A11 11 0 0 1 49 -33 V16 A9 9 0 0 1 41 25 V-25 A9 "
          + "9 0 0 0 32 -34Z"),
      .fill(
        .light,
        "M-42 -25 H24 A8 8 0 0 1 32 -17 V29 A8 8 0 0 1 24 37 H-42 A8 8 0 0 1 -50 29 V-17 A8 "
          + "8 0 0 1 -42 -25Z"),
      .fill(.mid, "M-41 -16 H23 V23 L8 11 L-1 19 L-20 -4 L-41 23Z"),
      .fill(.light, "M2 -5 A8 8 0 1 0 18 -5 A8 8 0 1 0 2 -5Z"),
    ])
}
