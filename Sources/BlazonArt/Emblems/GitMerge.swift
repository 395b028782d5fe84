extension Emblem {
  static let gitMerge = Emblem(
    "git-merge", showing: "two branches merging into one",
    tags: ["merge", "branch", "git", "join"],
    drawing: [
      .stroke(.tint, width: 9, "M-29 -20C-29 8 0 2 0 26"),
      .stroke(.light, width: 9, "M29 -20C29 8 0 2 0 26"),
      .fill(
        .light,
        "M-43.5 -33a14.5 14.5 0 1 0 29 0a14.5 14.5 0 1 0 -29 0ZM-35.5 -33a6.5 6.5 0 1 0 13 0"
          + "a6.5 6.5 0 1 0 -13 0Z"),
      .fill(
        .light,
        "M14.5 -33a14.5 14.5 0 1 0 29 0a14.5 14.5 0 1 0 -29 0ZM22.5 -33a6.5 6.5 0 1 0 13 0a6.5 "
          + "6.5 0 1 0 -13 0Z"),
      .fill(.light, "M-18 38a18 18 0 1 0 36 0a18 18 0 1 0 -36 0Z"),
      .fill(.mid, "M-10 38a10 10 0 1 0 20 0a10 10 0 1 0 -20 0Z"),
      .fill(.light, "M-5.5 38a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0Z"),
    ],
    small: [
      .stroke(.light, width: 11, "M-30 -22C-30 8 0 2 0 26M30 -22C30 8 0 2 0 26"),
      .fill(
        .light,
        "M-47 -33a17 17 0 1 0 34 0a17 17 0 1 0 -34 0ZM-36.5 -33a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 "
          + "0 -13 0Z"),
      .fill(
        .light,
        "M13 -33a17 17 0 1 0 34 0a17 17 0 1 0 -34 0ZM23.5 -33a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 "
          + "-13 0Z"),
      .fill(.light, "M-19 41a19 19 0 1 0 38 0a19 19 0 1 0 -38 0Z"),
    ])
}
