extension Emblem {
  static let gitMerge = Emblem(
    "git-merge", showing: "two branches merging into one",
    tags: """
      merge, contributor, join, git, branch, contribution, merged, first merge, committer, unify,
      integration, patch, collaborator, consolidation
      """,
    drawing: [
      .stroke(.tint, width: 10.6, "M-26.8 -18.1C-26.8 3.9 0 -1 0 18.5"),
      .stroke(.light, width: 10.6, "M26.8 -18.1C26.8 3.9 0 -1 0 18.5"),
      .fill(
        .light,
        """
        M-41.9 -33.5A15 15 0 1 1 -11.8 -33.5A15 15 0 1 1 -41.9 -33.5ZM-33.3 -33.5
        A6.5 6.5 0 1 1 -20.3 -33.5A6.5 6.5 0 1 1 -33.3 -33.5ZM11.8 -33.5
        A15 15 0 1 1 41.9 -33.5A15 15 0 1 1 11.8 -33.5ZM20.3 -33.5A6.5 6.5 0 1 1 33.3 -33.5
        A6.5 6.5 0 1 1 20.3 -33.5Z
        """),
      .fill(.light, "M-17.1 31.5A17.1 17.1 0 1 1 17.1 31.5A17.1 17.1 0 1 1 -17.1 31.5Z"),
      .fill(.accent, "M-7.7 31.5A7.7 7.7 0 1 1 7.7 31.5A7.7 7.7 0 1 1 -7.7 31.5Z"),
    ],
    small: [
      .stroke(
        .light, width: 11.7,
        "M-28.5 -18.4C-28.5 3.4 0 -1.7 0 18.4M28.5 -18.4C28.5 3.4 0 -1.7 0 18.4"),
      .fill(
        .light,
        """
        M-45.2 -35.2A16.7 16.7 0 1 1 -11.7 -35.2A16.7 16.7 0 1 1 -45.2 -35.2ZM-35.6 -35.2
        A7.1 7.1 0 1 1 -21.4 -35.2A7.1 7.1 0 1 1 -35.6 -35.2ZM11.7 -35.2
        A16.7 16.7 0 1 1 45.2 -35.2A16.7 16.7 0 1 1 11.7 -35.2ZM21.4 -35.2
        A7.1 7.1 0 1 1 35.6 -35.2A7.1 7.1 0 1 1 21.4 -35.2Z
        """),
      .fill(.light, "M-18.4 33.5A18.4 18.4 0 1 1 18.4 33.5A18.4 18.4 0 1 1 -18.4 33.5Z"),
    ])
}
