extension Emblem {
  static let archiveBox = Emblem(
    "archive-box", showing: "an archive box with lid and label slot",
    tags: ["archived", "storage", "past", "box"],
    drawing: [
      .fill(
        .light,
        "M-47 -31A5 5 0 0 1 -42 -36H42A5 5 0 0 1 47 -31V-18A5 5 0 0 1 42 -13H-42"
          + "A5 5 0 0 1 -47 -18Z"),
      .fill(.light, "M-41 -8H41V32A6 6 0 0 1 35 38H-35A6 6 0 0 1 -41 32Z"),
      .fill(.tint, "M-41 -8H41V-1H-41Z"),
      .fill(
        .deep,
        "M-17 11.4A5.4 5.4 0 0 1 -11.6 6H11.6A5.4 5.4 0 0 1 17 11.4V11.6"
          + "A5.4 5.4 0 0 1 11.6 17H-11.6A5.4 5.4 0 0 1 -17 11.6Z"),
    ],
    small: [
      .fill(
        .light,
        "M-50 -35A5 5 0 0 1 -45 -40H45A5 5 0 0 1 50 -35V-20A5 5 0 0 1 45 -15H-45"
          + "A5 5 0 0 1 -50 -20Z"),
      .fill(.light, "M-43 -6H43V35A7 7 0 0 1 36 42H-36A7 7 0 0 1 -43 35Z"),
      .fill(
        .deep,
        "M-19 11.9A5.9 5.9 0 0 1 -13.1 6H13.1A5.9 5.9 0 0 1 19 11.9V12.1"
          + "A5.9 5.9 0 0 1 13.1 18H-13.1A5.9 5.9 0 0 1 -19 12.1Z"),
    ])
}
