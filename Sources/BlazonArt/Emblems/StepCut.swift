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
      .fill(
        .light,
        "M-22 -56L22 -56L13 -37L-13 -37ZM-22 56L22 56L13 37L-13 37Z"
          + "M48 -30L48 30L29 20L29 -20ZM-48 -30L-48 30L-29 20L-29 -20Z"
          + "M29 -53L45 -38L27 -26L19 -35ZM-29 -53L-45 -38L-27 -26L-19 -35Z"
          + "M29 53L45 38L27 26L19 35ZM-29 53L-45 38L-27 26L-19 35Z"
          + "M-9 -29L9 -29L21 -17L21 17L9 29L-9 29L-21 17L-21 -17Z")
    ])
}
