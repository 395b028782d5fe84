extension Emblem {
  static let people = Emblem(
    "people", showing: "three people, the middle one in front",
    tags: ["community", "team", "group", "members"],
    drawing: [
      .fill(
        .tint,
        "M22 -15a13 13 0 1 0 26 0a13 13 0 1 0 -26 0ZM-48 -15a13 13 0 1 0 26 0a13 13 0 1 0 -26 0"
          + "Z"),
      .fill(
        .tint,
        "M26 5.5C29.5 3.5 33 3 36 3C46 3 52 12 52 24Q52 32 45 32H35.5C35 20.5 31.5 11.5 26 5.5Z"
          + "M-26 5.5C-29.5 3.5 -33 3 -36 3C-46 3 -52 12 -52 24Q-52 32 -45 32H-35.5C-35 20.5 -31.5 "
          + "11.5 -26 5.5Z"),
      .fill(.light, "M-18 -29a18 18 0 1 0 36 0a18 18 0 1 0 -36 0Z"),
      .fill(.light, "M-30 38C-30 12 -18 -4 0 -4C18 -4 30 12 30 38Q30 46 22 46H-22Q-30 46 -30 38Z"),
    ],
    small: [
      .fill(
        .tint,
        "M24 -14a14 14 0 1 0 28 0a14 14 0 1 0 -28 0ZM-52 -14a14 14 0 1 0 28 0a14 14 0 1 0 -28 0"
          + "Z"),
      .fill(
        .tint,
        "M34 8C47 6 54 15 54 27Q54 33 48 33H41Q40 18 34 8ZM-34 8C-47 6 -54 15 -54 27Q-54 33 -48 "
          + "33H-41Q-40 18 -34 8Z"),
      .fill(.light, "M-20 -30a20 20 0 1 0 40 0a20 20 0 1 0 -40 0Z"),
      .fill(.light, "M-31 42C-31 14 -20 0 0 0C20 0 31 14 31 42Q31 50 23 50H-23Q-31 50 -31 42Z"),
    ])
}
