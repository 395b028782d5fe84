extension Emblem {
  static let gitBranch = Emblem(
    "git-branch", showing: "a git branch with three nodes",
    tags: ["git", "branch", "fork", "commit"],
    drawing: [
      .stroke(.tint, width: 9, "M-20 22 C-20 -2 24 8 24 -16"),
      .stroke(.light, width: 9, "M-20 -26 V26"),
      .fill(
        .light,
        "M-34.5 -38 A14.5 14.5 0 1 0 -5.5 -38 A14.5 14.5 0 1 0 -34.5 -38Z M-26 -38 A6 6 0 1 "
          + "0 -14 -38 A6 6 0 1 0 -26 -38Z M-34.5 38 A14.5 14.5 0 1 0 -5.5 38 A14.5 14.5 0 1 0 "
          + "-34.5 38Z M-26 38 A6 6 0 1 0 -14 38 A6 6 0 1 0 -26 38Z"),
      .fill(
        .light,
        "M9.5 -27 A14.5 14.5 0 1 0 38.5 -27 A14.5 14.5 0 1 0 9.5 -27Z M18 -27 A6 6 0 1 0 30 "
          + "-27 A6 6 0 1 0 18 -27Z"),
    ],
    small: [
      .stroke(.tint, width: 11, "M-22 24 C-22 -2 26 8 26 -14"),
      .stroke(.light, width: 11, "M-22 -24 V24"),
      .fill(
        .light,
        "M-38.2 -40 A16.2 16.2 0 1 0 -5.8 -40 A16.2 16.2 0 1 0 -38.2 -40Z M-28 -40 A6 6 0 1 "
          + "0 -16 -40 A6 6 0 1 0 -28 -40Z M-38.2 40 A16.2 16.2 0 1 0 -5.8 40 A16.2 16.2 0 1 0 "
          + "-38.2 40Z M-28 40 A6 6 0 1 0 -16 40 A6 6 0 1 0 -28 40Z"),
      .fill(
        .light,
        "M9.8 -27 A16.2 16.2 0 1 0 42.2 -27 A16.2 16.2 0 1 0 9.8 -27Z M20 -27 A6 6 0 1 0 32 "
          + "-27 A6 6 0 1 0 20 -27Z"),
    ])
}
