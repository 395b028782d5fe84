extension Emblem {
  static let commit = Emblem(
    "commit", showing: "a commit on a git line, with a tick",
    tags: "commit, git, change, changeset, revision, version control, history, committer, approved",
    drawing: [
      .stroke(.tint, width: 11, "M-51.5 0L-36 0M36 0L51.5 0", natural: 0x8A97AB),
      .fill(
        .light,
        "M-39 0A39 39 0 1 1 39 0A39 39 0 1 1 -39 0ZM-28 0A28 28 0 1 1 28 0A28 28 0 1 1 -28 0Z",
        natural: 0xE4572E),
      .stroke(.accent, width: 9, "M-13 1L-4 10L13 -9", natural: 0x2E9E4F),
    ],
    small: [
      .stroke(.light, width: 13.8, "M-53.1 0L-35.4 0M35.4 0L53.1 0", natural: 0x8A97AB),
      .fill(
        .light,
        """
        M-39.4 0A39.4 39.4 0 1 1 39.4 0A39.4 39.4 0 1 1 -39.4 0ZM-26.6 0
        A26.6 26.6 0 1 1 26.6 0A26.6 26.6 0 1 1 -26.6 0Z
        """, natural: 0xE4572E),
      .stroke(.accent, width: 10.8, "M-11.5 0.9L-3.5 8.9L11.5 -8", natural: 0x2E9E4F),
    ])
}
