extension Emblem {
  static let bolt = Emblem(
    "bolt", showing: "a lightning bolt", tags: ["fast", "speed", "power", "energy"],
    drawing: [
      .fill(
        .light,
        "M17.1 -53.1 Q18 -57 15.3 -54 L-38.6 5.3 Q-42 9 -37 9 L-10 9 Q-7 9 -7.7 11.9 L-17.1 "
          + "53.1 Q-18 57 -15.4 54 L38.7 -8.2 Q42 -12 37 -12 L10 -12 Q7 -12 7.7 -14.9Z"),
      .fill(
        .tint,
        "M-2 -6 L-6.1 6.2 Q-7 9 -7.7 11.9 L-17.1 53.1 Q-18 57 -15.4 54 L38.7 -8.2 Q42 -12 "
          + "37 -12 L7 -12Z"),
    ],
    small: [
      .fill(
        .light,
        "M18.1 -57.1 Q19 -61 16.3 -58 L-42 6.5 Q-46 11 -40 11 L-11 11 Q-8 11 -8.6 13.9 "
          + "L-18.1 57.1 Q-19 61 -16.4 58 L42.1 -9.5 Q46 -14 40 -14 L11 -14 Q8 -14 8.7 -16.9Z")
    ])
}
