extension Emblem {
  static let stepCut = Emblem(
    "step-cut", showing: "a gem cut in steps, from above",
    tags: ["gem", "stone", "emerald", "tier"],
    drawing: [
      .fill(.light, "M-24 -50H24L42 -32V32L24 50H-24L-42 32V-32Z"),
      .fill(.tint, "M24 -50L42 -32V32L24 50L14 34V-34ZM-24 50H24L14 34H-14Z"),
      .fill(.mid, "M-14 -34H14L26 -22V22L14 34H-14L-26 22V-22Z"),
      .fill(.light, "M-9 -22H9L15 -15V15L9 22H-9L-15 15V-15Z"),
      .stroke(
        .deep, width: 2.4,
        "M-24 -50L-14 -34M24 -50L14 -34M42 -32L26 -22M42 32L26 22M24 50L14 34M-24 50L-14 34"
          + "M-42 32L-26 22M-42 -32L-26 -22"),
    ],
    small: [
      .fill(.light, "M-26 -54H26L46 -34V34L26 54H-26L-46 34V-34Z"),
      .fill(.deep, "M-12 -30H12L24 -18V18L12 30H-12L-24 18V-18Z"),
    ])
}
