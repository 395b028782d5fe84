extension Emblem {
  static let draftingCompass = Emblem(
    "drafting-compass", showing: "a pair of compasses drawing an arc",
    tags: ["design", "draw", "architect", "plan"],
    drawing: [
      .stroke(.accent, width: 5, "M-46 22Q0 66 46 22"),
      .fill(.light, "M-2 -57h4q3 0 3 3v12q0 3 -3 3h-4q-3 0 -3 -3v-12q0 -3 3 -3Z"),
      .fill(
        .light,
        "M-13 -31.2Q-12 -34 -9.1 -33.2L0.1 -30.8Q3 -30 1.9 -27.2L-21.3 30.1Q-22 32 -23 33.7L-30 "
          + "46L-32.7 30Q-33 28 -32.4 26.1Z"),
      .fill(
        .tint,
        "M13 -31.2Q12 -34 9.1 -33.2L-0.1 -30.8Q-3 -30 -1.9 -27.2L21.3 30.1Q22 32 23 33.7L30 46"
          + "L32.7 30Q33 28 32.4 26.1Z"),
      .stroke(.light, width: 5, "M-21 4Q0 14 21 4"),
      .fill(.light, "M-14 -34a14 14 0 1 0 28 0a14 14 0 1 0 -28 0Z"),
      .fill(.mid, "M-6 -34a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z"),
    ],
    small: [
      .stroke(.accent, width: 9, "M-46 20Q0 64 46 20"),
      .fill(.light, "M-3 -62h6q3 0 3 3v18q0 3 -3 3h-6q-3 0 -3 -3v-18q0 -3 3 -3Z"),
      .fill(
        .light,
        "M-13 -36L4 -30L-21.2 32.1Q-22 34 -23.1 35.7L-33 51L-35.7 32Q-36 30 -35.3 28.1Z"),
      .fill(.light, "M13 -36L-4 -30L21.2 32.1Q22 34 23.1 35.7L33 51L35.7 32Q36 30 35.3 28.1Z"),
      .fill(.light, "M-17 -34a17 17 0 1 0 34 0a17 17 0 1 0 -34 0Z"),
      .fill(.deep, "M-6 -34a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z"),
    ])
}
