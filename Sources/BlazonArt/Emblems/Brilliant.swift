extension Emblem {
  static let brilliant = Emblem(
    "brilliant", showing: "a cut diamond from the side",
    tags: ["gem", "stone", "tier", "jewel"],
    drawing: [
      .fill(.light, "M-30 -36H30L52 -10L0 48L-52 -10Z"),
      .fill(.tint, "M-52 -10H-22L0 48ZM52 -10H22L0 48Z"),
      .fill(.glass, "M22 -10L30 -36L52 -10ZM0 48L22 -10H52Z"),
      .fill(.tint, "M-30 -36L-22 -10L0 -36ZM0 -36L22 -10L30 -36Z"),
      .stroke(
        .deep, width: 2.4, "M-52 -10H52M-30 -36L-22 -10L0 48L22 -10L30 -36M-22 -10L0 -36L22 -10"),
    ],
    small: [
      .fill(.light, "M-30 -38H30L54 -10L0 50L-54 -10Z"),
      .fill(.deep, "M-46 -13H46V-6H-46Z"),
    ])
}
