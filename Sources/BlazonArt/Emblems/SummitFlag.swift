extension Emblem {
  static let summitFlag = Emblem(
    "summit-flag", showing: "a flag planted on a snowy mountain peak",
    tags: ["pioneer", "mountain", "goal", "first", "peak"],
    drawing: [
      .fill(
        .mid,
        "M4 41L30.1 4.1Q33 0 36 4L49 21Q52 25 48.7 28.8L41.3 37.2Q38 41 33 41ZM-4 41L-34.4 11.5"
          + "Q-38 8 -41.2 11.9L-48.8 21.1Q-52 25 -48.7 28.8L-41.3 37.2Q-38 41 -33 41Z"),
      .fill(.light, "M-5.6 -20Q-2 -26 1.7 -20.1L36.8 35.9Q40 41 34 41L-36 41Q-42 41 -38.9 35.8Z"),
      .fill(.tint, "M3 3L21 10.7L36.8 35.9Q40 41 34 41L6 41L-2 27.4Q-4 24 -2.7 20.2Z"),
      .fill(.light, "M-2 -25L21 12L16 8L11 14L3 3L-5 14L-8 0Z"),
      .stroke(.deep, width: 4, "M-23 11L-13 3L-5 14L3 3L11 14L16 8L21 12"),
      .stroke(.light, width: 5, "M-2 -20V-54"),
      .fill(.accent, "M0 -54C9 -59 15 -49 26 -52L20 -42L26 -31C15 -28 9 -37 0 -32Z"),
    ],
    small: [
      .stroke(.light, width: 9, "M-6 -18V-54"),
      .fill(.accent, "M-1 -58L34 -43L-1 -28Z"),
      .fill(
        .light,
        "M-8.2 -24.6Q-6 -28 -3.7 -24.7L38.4 35.4Q43 42 35 42L-43 42Q-51 42 -46.7 35.3Z"),
      .stroke(.deep, width: 8, "M-32 10L-18 5L-6 17L6 5L22 11"),
    ])
}
