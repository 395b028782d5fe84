extension Emblem {
  static let easel = Emblem(
    "easel", showing: "a painter's easel with a picture on its canvas",
    tags: ["canvas", "paint", "art", "draw"],
    drawing: [
      .stroke(.tint, width: 7, "M0 -53 V-40"),
      .stroke(.mid, width: 7, "M0 16 V44"),
      .stroke(.tint, width: 8, "M-21 22 L-30 44.5 M21 22 L30 44.5"),
      .fill(
        .light,
        "M-37 -42 H37 A5 5 0 0 1 42 -37 V10 A5 5 0 0 1 37 15 H-37 A5 5 0 0 1 -42 10 V-37 A5 "
          + "5 0 0 1 -37 -42Z"),
      .fill(.mid, "M-35 8 V-2 L-16 -21 L-3 -7 L8 -17 L34 8Z"),
      .fill(.mid, "M9.5 -25 A8.5 8.5 0 1 0 26.5 -25 A8.5 8.5 0 1 0 9.5 -25Z"),
      .fill(
        .tint,
        "M-43 16 H43 A4 4 0 0 1 47 20 V21 A4 4 0 0 1 43 25 H-43 A4 4 0 0 1 -47 21 V20 A4 4 "
          + "0 0 1 -43 16Z"),
    ],
    small: [
      .stroke(.light, width: 10, "M0 -56 V-46"),
      .stroke(.tint, width: 11, "M-20 34 L-28 49 M20 34 L28 49"),
      .fill(
        .light,
        "M-39 -44 H39 A6 6 0 0 1 45 -38 V11 A6 6 0 0 1 39 17 H-39 A6 6 0 0 1 -45 11 V-38 A6 "
          + "6 0 0 1 -39 -44Z M-35 8 L-14 -20 L1 -1 L12 -12 L33 8Z M10 -26 A10 10 0 1 0 30 -26 "
          + "A10 10 0 1 0 10 -26Z"),
      .fill(
        .tint,
        "M-46 21 H46 A4 4 0 0 1 50 25 V28 A4 4 0 0 1 46 32 H-46 A4 4 0 0 1 -50 28 V25 A4 4 "
          + "0 0 1 -46 21Z"),
    ])
}
