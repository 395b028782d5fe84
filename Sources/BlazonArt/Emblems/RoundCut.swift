extension Emblem {
  static let roundCut = Emblem(
    "round-cut", showing: "a round gem from above",
    tags: ["gem", "stone", "ruby", "tier"],
    drawing: [
      .fill(.light, "M0 -52L36.8 -36.8L52 0L36.8 36.8L0 52L-36.8 36.8L-52 0L-36.8 -36.8Z"),
      .fill(
        .tint,
        "M36.8 -36.8L52 0L24 -10ZM36.8 36.8L0 52L10 24ZM52 0L36.8 36.8L24 10ZM0 52L-36.8 36.8L-10 24Z"
      ),
      .fill(.mid, "M0 -30L21 -21L30 0L21 21L0 30L-21 21L-30 0L-21 -21Z"),
      .fill(.light, "M0 -30L8 -8L30 0L8 8L0 30L-8 8L-30 0L-8 -8Z"),
      .stroke(
        .deep, width: 2.4,
        "M0 -52V-30M36.8 -36.8L21 -21M52 0H30M36.8 36.8L21 21M0 52V30M-36.8 36.8L-21 21"
          + "M-52 0H-30M-36.8 -36.8L-21 -21"),
    ],
    small: [
      .fill(.light, "M0 -54L38 -38L54 0L38 38L0 54L-38 38L-54 0L-38 -38Z"),
      .fill(.deep, "M0 -28L8 -8L28 0L8 8L0 28L-8 8L-28 0L-8 -8Z"),
    ])
}
