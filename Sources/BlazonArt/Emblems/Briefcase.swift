extension Emblem {
  static let briefcase = Emblem(
    "briefcase", showing: "a briefcase with a clasp",
    tags: ["work", "job", "business", "employee"],
    drawing: [
      .stroke(.light, width: 8, "M-18 -28 V-35 A7 7 0 0 1 -11 -42 H11 A7 7 0 0 1 18 -35 V-28"),
      .fill(.tint, "M-46 0 H46 V31 A9 9 0 0 1 37 40 H-37 A9 9 0 0 1 -46 31Z"),
      .fill(.mid, "M-46 0 H46 V12 C20 25 -20 25 -46 12Z"),
      .fill(
        .light,
        "M-50 -17 A9 9 0 0 1 -41 -26 H41 A9 9 0 0 1 50 -17 V2 A8 8 0 0 1 44 9 C15 18 -15 18 "
          + "-44 9 A8 8 0 0 1 -50 2Z"),
      .fill(
        .deep,
        "M-5 4 H5 A5 5 0 0 1 10 9 V20 A5 5 0 0 1 5 25 H-5 A5 5 0 0 1 -10 20 V9 A5 5 0 0 1 "
          + "-5 4Z"),
      .fill(
        .light,
        "M-2.5 9 H2.5 A2.5 2.5 0 0 1 5 11.5 V17.5 A2.5 2.5 0 0 1 2.5 20 H-2.5 A2.5 2.5 0 0 "
          + "1 -5 17.5 V11.5 A2.5 2.5 0 0 1 -2.5 9Z"),
    ],
    small: [
      .stroke(.light, width: 10, "M-19 -30 V-36 A7 7 0 0 1 -12 -43 H12 A7 7 0 0 1 19 -36 V-30"),
      .fill(
        .light,
        "M-44 -28 H44 A9 9 0 0 1 53 -19 V-4 A9 9 0 0 1 44 5 H-44 A9 9 0 0 1 -53 -4 V-19 A9 "
          + "9 0 0 1 -44 -28Z"),
      .fill(.tint, "M-49 14 H49 V34.6 A9 9 0 0 1 40 43.6 H-40 A9 9 0 0 1 -49 34.6Z"),
      .fill(
        .deep,
        "M-6 -6 H6 A6 6 0 0 1 12 0 V17 A6 6 0 0 1 6 23 H-6 A6 6 0 0 1 -12 17 V0 A6 6 0 0 1 "
          + "-6 -6Z"),
      .fill(
        .light,
        "M-3 0 H3 A3 3 0 0 1 6 3 V14 A3 3 0 0 1 3 17 H-3 A3 3 0 0 1 -6 14 V3 A3 3 0 0 1 -3 "
          + "0Z"),
    ])
}
