extension Emblem {
  static let hammer = Emblem(
    "hammer", showing: "a claw hammer",
    tags: "hammer, build, builder, maker, maintainer, forge, construction, craft, tool, fix, make",
    drawing: [
      .fill(.tint, "M-4 -18L8.5 -8.3L-9.3 15.9L-23.1 5.1Z", natural: 0xC98A45),
      .fill(
        .accent,
        """
        M-24.8 8L-11.7 18.3Q-10.4 19.3 -11.3 20.7L-25.8 41.1Q-30.3 47.2 -36 42.6L-42.6 37.5
        Q-48.4 33 -43.6 27.3L-27.3 8.3Q-26.2 7 -24.8 8Z
        """, natural: 0xA56A2C),
      .fill(
        .light,
        """
        M11.1 -38L28.2 -24.6Q31.8 -29.3 35.7 -26.2L43.6 -20Q47.5 -16.9 44.4 -13L30.1 5.4
        Q27 9.3 23.1 6.3L15.2 0.1Q11.3 -2.9 14.8 -7.6L-2.3 -20.9
        C-10.2 -27.1 -19.9 -29.4 -29.7 -26.4Q-33.4 -25.7 -33.3 -29.3
        C-24.8 -44.9 -4 -49.8 11.1 -38Z
        """, natural: 0x8C9BB0),
      .stroke(.deep, width: 4.3, "M27.2 -25.4L12.8 -7", natural: 0x6B7A90),
      .stroke(
        .deep, width: 4.2,
        "M-26.2 -32.2C-17.9 -37.3 -9.1 -37.8 0.5 -32.5", natural: 0x6B7A90),
    ],
    small: [
      .fill(
        .accent,
        """
        M-2.9 -12L0.4 -9.4Q5.1 -5.7 1.5 -0.9L-32.3 42.2Q-36 46.9 -40.7 43.3L-44 40.6
        Q-48.8 36.9 -45.1 32.2L-11.3 -11Q-7.6 -15.8 -2.9 -12Z
        """, natural: 0xA56A2C),
      .fill(
        .light,
        """
        M8.9 -37.6L26.5 -23.9Q30.7 -29.3 35.4 -25.6L44.1 -18.8Q48.9 -15.1 45.2 -10.3
        L31.4 7.2Q27.8 12 23 8.3L14.3 1.5Q9.6 -2.3 13.8 -7.7L-3.8 -21.4
        C-11.9 -27.8 -22.4 -29.5 -31.8 -25.9Q-36.6 -25.3 -36 -30.2
        C-28.7 -45.1 -7.3 -50.3 8.9 -37.6Z
        """, natural: 0x8C9BB0),
    ])
}
