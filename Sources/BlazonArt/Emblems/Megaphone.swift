extension Emblem {
  static let megaphone = Emblem(
    "megaphone", showing: "a megaphone with sound waves",
    tags: """
      announce, advocate, promote, evangelist, announcement, megaphone, advocacy, marketing,
      voice, outreach, publicity, devrel, campaign, community
      """,
    drawing: [
      .fill(
        .tint,
        """
        M-56.1 9.7Q-58.6 1.1 -49.9 -1.5L-38.3 -4.8L-31.1 20.3L-42.7 23.6
        Q-51.4 26.1 -53.9 17.4Z
        """),
      .fill(
        .light,
        """
        M-32.9 -4.3Q-33.5 -6.2 -32.1 -7.6L-2.4 -38.1Q0.4 -41 1.5 -37.1L19.8 26.6
        Q20.9 30.5 17 29.5L-24.4 19.4Q-26.3 18.9 -26.8 17Z
        """),
      .fill(.tint, "M-28.8 10.2L15.7 12.1L20.3 28.6Q21.2 31.4 17.9 30.8L-26.3 18.9Z"),
      .fill(
        .light,
        """
        M-44.2 29.3L-27.8 24.5L-17.1 41.5Q-14.5 45.8 -19.3 47.1L-26 49.1
        Q-30.8 50.4 -33.5 46.2Z
        """),
      .fill(
        .accent,
        """
        M4.2 -49.3A5 5 0 0 1 10.4 -45.9L32 29.4A5 5 0 0 1 28.6 35.6A5 5 0 0 1 22.4 32.1
        L0.8 -43.2A5 5 0 0 1 4.2 -49.3Z
        """),
      .stroke(
        .light, width: 7.5,
        "M28 -25.9A32.1 32.1 0 0 1 36.3 3.1M38.3 -38.3A48.2 48.2 0 0 1 51.6 8.1"),
    ],
    small: [
      .fill(
        .tint,
        "M-56.6 4Q-59.7 -6.7 -48.9 -9.9L-36 -13.6L-26.2 21L-39.1 24.7Q-49.8 27.7 -53 16.9Z"),
      .fill(
        .light,
        """
        M-28.2 -14.7Q-28.7 -16.8 -27.3 -18.5L5.5 -54.9Q9.2 -59.2 10.7 -53.8L34.8 30.3
        Q36.4 35.6 31 34.1L-16.1 20.5Q-18.3 19.8 -18.9 17.7Z
        """),
      .fill(
        .light,
        """
        M-41.2 33.4L-21.8 27.9L-9.5 47.9Q-6.6 52.7 -11.9 54.1L-20.6 56.6
        Q-25.9 58.2 -28.9 53.5Z
        """),
      .stroke(.accent, width: 12.3, "M37.5 -38A37 37 0 0 1 49.1 2.7"),
    ])
}
