extension Emblem {
  static let acorn = Emblem(
    "acorn", showing: "an acorn with a cross-hatched cap",
    tags: ["autumn", "fall", "october", "seed"],
    drawing: [
      .stroke(.light, width: 8, "M0 -34C0 -43 -4 -49 -11 -52"),
      .fill(.light, "M-38 8H38C40 29 23 43 5 56Q0 59.5 -5 56C-23 43 -40 29 -38 8Z"),
      .fill(.tint, "M18 8H38C40 29 23 43 5 56Q2.5 57.7 0 57.7C13 43 18.5 27 18 8Z"),
      .fill(
        .light,
        "M-47 -2C-47 -25 -26 -38 0 -38C26 -38 47 -25 47 -2Q47 4 41 4H-41Q-47 4 -47 -2Z"),
      .stroke(
        .mid, width: 4,
        "M-18 -1.5L-36.7 -16.5M0 -1.5L-28.6 -24.4M18 -1.5L-17.6 -30M36 -1.5L-3.2 -32.9M18 -1.5"
          + "L36.7 -16.5M0 -1.5L28.6 -24.4M-18 -1.5L17.6 -30M-36 -1.5L3.2 -32.9"),
    ],
    small: [
      .fill(
        .tint,
        "M-42 -10C-42 -34 -23 -44 0 -44C23 -44 42 -34 42 -10Q42 -5 37 -5H-37Q-42 -5 -42 -10Z"),
      .fill(.light, "M-35 5H35C37 30 21 46 5 59Q0 62 -5 59C-21 46 -37 30 -35 5Z"),
      .stroke(.tint, width: 10, "M0 -42Q0 -52 -8 -56"),
    ])
}
