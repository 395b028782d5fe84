extension Emblem {
  static let rocket = Emblem(
    "rocket", showing: "a rocket flying up with its flame",
    tags: """
      launch, start, startup, space, rocket, growth, release, spaceship, entrepreneur,
      accelerator, astronaut, liftoff, boost, first release
      """,
    drawing: [
      .fill(
        .tint,
        """
        M19 -2L37 16C41 21 41 28 39 38C33 30 26 26 15 25ZM-19 -2L-37 16C-41 21 -41 28 -39 38
        C-33 30 -26 26 -15 25Z
        """),
      .fill(.accent, "M-13 31H13C16 40 8 49 0 57C-8 49 -16 40 -13 31Z"),
      .fill(.tint, "M0 -57C18 -44 25 -24 23 -2L17 25H0Z"),
      .fill(.light, "M0 -57C-18 -44 -25 -24 -23 -2L-17 25H5C12 -4 12 -36 0 -57Z"),
      .fill(.mid, "M-16 22H16L14 30H-14Z"),
      .fill(.deep, "M-12 -14A12 12 0 1 1 12 -14A12 12 0 1 1 -12 -14Z"),
      .fill(.tint, "M-7.5 -14A7.5 7.5 0 1 1 7.5 -14A7.5 7.5 0 1 1 -7.5 -14Z"),
    ],
    small: [
      .fill(
        .tint,
        """
        M23 0L43 19C47 26 46 33 43 43C36 34 28 29 17 27ZM-23 0L-43 19C-47 26 -46 33 -43 43
        C-36 34 -28 29 -17 27Z
        """),
      .fill(.light, "M0 -61C18 -46 26 -24 24 0L17 27H-17L-24 0C-26 -24 -18 -46 0 -61Z"),
      .fill(.deep, "M-11.5 -15A11.5 11.5 0 1 1 11.5 -15A11.5 11.5 0 1 1 -11.5 -15Z"),
      .fill(.accent, "M-15 35H15C16 44 8 53 0 61C-8 53 -16 44 -15 35Z"),
    ])
}
