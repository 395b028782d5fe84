extension Emblem {
  static let fork = Emblem(
    "fork", showing: "a git fork with three nodes",
    tags: "fork, git, copy, split, derivative, spin-off, repository, clone",
    drawing: [
      .stroke(
        .tint, width: 10.7,
        "M-27.6 -19.1L-27.6 -4Q-27.6 3.1 -20.5 3.1L20.5 3.1Q27.6 3.1 27.6 -4L27.6 -19.1",
        natural: 0x8A97AB),
      .stroke(.tint, width: 10.7, "M0 3.1L0 19.1", natural: 0x8A97AB),
      .fill(
        .light,
        """
        M-42.7 -31.6A15.1 15.1 0 1 1 -12.5 -31.6A15.1 15.1 0 1 1 -42.7 -31.6ZM-33.8 -31.6
        A6.2 6.2 0 1 1 -21.4 -31.6A6.2 6.2 0 1 1 -33.8 -31.6Z
        """, natural: 0x3B82F6),
      .fill(
        .accent,
        """
        M12.5 -31.6A15.1 15.1 0 1 1 42.7 -31.6A15.1 15.1 0 1 1 12.5 -31.6ZM21.4 -31.6
        A6.2 6.2 0 1 1 33.8 -31.6A6.2 6.2 0 1 1 21.4 -31.6Z
        """, natural: 0xF59E0B),
      .fill(
        .light,
        """
        M-15.1 31.6A15.1 15.1 0 1 1 15.1 31.6A15.1 15.1 0 1 1 -15.1 31.6ZM-6.2 31.6
        A6.2 6.2 0 1 1 6.2 31.6A6.2 6.2 0 1 1 -6.2 31.6Z
        """, natural: 0x3B82F6),
    ],
    small: [
      .stroke(
        .light, width: 12.6,
        "M-28 -18.1L-28 -4.5Q-28 2.7 -20.8 2.7L20.8 2.7Q28 2.7 28 -4.5L28 -18.1", natural: 0x8A97AB),
      .stroke(.light, width: 12.6, "M0 2.7L0 18.1", natural: 0x8A97AB),
      .fill(
        .light,
        """
        M-45.1 -32.5A17.1 17.1 0 1 1 -10.8 -32.5A17.1 17.1 0 1 1 -45.1 -32.5ZM-35.2 -32.5
        A7.2 7.2 0 1 1 -20.8 -32.5A7.2 7.2 0 1 1 -35.2 -32.5Z
        """, natural: 0x3B82F6),
      .fill(
        .accent,
        """
        M10.8 -32.5A17.1 17.1 0 1 1 45.1 -32.5A17.1 17.1 0 1 1 10.8 -32.5ZM20.8 -32.5
        A7.2 7.2 0 1 1 35.2 -32.5A7.2 7.2 0 1 1 20.8 -32.5Z
        """, natural: 0xF59E0B),
      .fill(
        .light,
        """
        M-17.1 32.5A17.1 17.1 0 1 1 17.1 32.5A17.1 17.1 0 1 1 -17.1 32.5ZM-7.2 32.5
        A7.2 7.2 0 1 1 7.2 32.5A7.2 7.2 0 1 1 -7.2 32.5Z
        """, natural: 0x3B82F6),
    ])
}
