extension Emblem {
  static let pullRequest = Emblem(
    "pull-request", showing: "a git graph with a branch coming in",
    tags: [
      "pull request", "merge request", "contribution", "patch", "git", "review", "contributor",
      "merge", "branch",
    ],
    drawing: [
      .stroke(.tint, width: 10, "M-26.4 -17.4L-26.4 22.5", natural: 0x8B5CF6),
      .stroke(
        .light, width: 10,
        "M26.4 22.5L26.4 -6.5C26.4 -22 19.1 -28.3 9.1 -28.3", natural: 0x22A559),
      .fill(
        .accent,
        "M-7.7 -26.1Q-10 -28.3 -7.7 -30.6L8.6 -47Q10.9 -49.2 10.9 -46.1L10.9 -10.6"
          + "Q10.9 -7.4 8.6 -9.7Z", natural: 0x22A559),
      .fill(
        .light,
        "M-40.9 -28.3A14.5 14.5 0 1 1 -11.8 -28.3A14.5 14.5 0 1 1 -40.9 -28.3ZM-32.5 -28.3"
          + "A6.2 6.2 0 1 1 -20.2 -28.3A6.2 6.2 0 1 1 -32.5 -28.3ZM-40.9 33.4"
          + "A14.5 14.5 0 1 1 -11.8 33.4A14.5 14.5 0 1 1 -40.9 33.4ZM-32.5 33.4"
          + "A6.2 6.2 0 1 1 -20.2 33.4A6.2 6.2 0 1 1 -32.5 33.4Z", natural: 0x8B5CF6),
      .fill(
        .light,
        "M11.8 33.4A14.5 14.5 0 1 1 40.9 33.4A14.5 14.5 0 1 1 11.8 33.4ZM20.2 33.4"
          + "A6.2 6.2 0 1 1 32.5 33.4A6.2 6.2 0 1 1 20.2 33.4Z", natural: 0x22A559),
    ],
    small: [
      .stroke(.light, width: 12.1, "M-27 -17.6L-27 23.3", natural: 0x8B5CF6),
      .stroke(
        .light, width: 12.1,
        "M27 23.3L27 -6.4C27 -22.2 19.5 -28.7 11.2 -28.7", natural: 0x22A559),
      .fill(
        .accent,
        "M-5.2 -26.4Q-7.4 -28.7 -5.2 -31.1L12.6 -49.7Q14.9 -52 14.9 -48.7L14.9 -8.7"
          + "Q14.9 -5.5 12.6 -7.8Z", natural: 0x22A559),
      .fill(
        .light,
        "M-43.2 -28.7A16.3 16.3 0 1 1 -10.7 -28.7A16.3 16.3 0 1 1 -43.2 -28.7ZM-33.9 -28.7"
          + "A6.9 6.9 0 1 1 -20.1 -28.7A6.9 6.9 0 1 1 -33.9 -28.7ZM-43.2 34.5"
          + "A16.3 16.3 0 1 1 -10.7 34.5A16.3 16.3 0 1 1 -43.2 34.5ZM-33.9 34.5"
          + "A6.9 6.9 0 1 1 -20.1 34.5A6.9 6.9 0 1 1 -33.9 34.5Z", natural: 0x8B5CF6),
      .fill(
        .light,
        "M10.7 34.5A16.3 16.3 0 1 1 43.2 34.5A16.3 16.3 0 1 1 10.7 34.5ZM20.1 34.5"
          + "A6.9 6.9 0 1 1 33.9 34.5A6.9 6.9 0 1 1 20.1 34.5Z", natural: 0x22A559),
    ])
}
