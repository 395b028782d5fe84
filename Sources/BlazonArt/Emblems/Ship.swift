extension Emblem {
  static let ship = Emblem(
    "ship", showing: "a cargo ship carrying containers on the waves",
    tags: ["deploy", "release", "cargo", "launch", "container"],
    drawing: [
      .fill(.tint, "M-40 -41h6q2 0 2 2v12q0 2 -2 2h-6q-2 0 -2 -2v-12q0 -2 2 -2Z"),
      .fill(.light, "M-45 -29h15q2 0 2 2v32q0 2 -2 2h-15q-2 0 -2 -2v-32q0 -2 2 -2Z"),
      .fill(
        .mid,
        "M-42 -23h9q1 0 1 1v3q0 1 -1 1h-9q-1 0 -1 -1v-3q0 -1 1 -1ZM-42 -13h9q1 0 1 1v3q0 1 -1 1"
          + "h-9q-1 0 -1 -1v-3q0 -1 1 -1Z"),
      .fill(
        .tint,
        "M-22 -8h16q2 0 2 2v11q0 2 -2 2h-16q-2 0 -2 -2v-11q0 -2 2 -2ZM26 -8h16q2 0 2 2v11q0 2 "
          + "-2 2h-16q-2 0 -2 -2v-11q0 -2 2 -2ZM2 -27h16q2 0 2 2v11q0 2 -2 2h-16q-2 0 -2 -2v-11q0 "
          + "-2 2 -2Z"),
      .fill(
        .light,
        "M2 -8h16q2 0 2 2v11q0 2 -2 2h-16q-2 0 -2 -2v-11q0 -2 2 -2ZM-22 -27h16q2 0 2 2v11q0 2 "
          + "-2 2h-16q-2 0 -2 -2v-11q0 -2 2 -2ZM2 -46h16q2 0 2 2v11q0 2 -2 2h-16q-2 0 -2 -2v-11q0 "
          + "-2 2 -2ZM26 -27h16q2 0 2 2v11q0 2 -2 2h-16q-2 0 -2 -2v-11q0 -2 2 -2Z"),
      .fill(.accent, "M-22 -46h16q2 0 2 2v11q0 2 -2 2h-16q-2 0 -2 -2v-11q0 -2 2 -2Z"),
      .fill(
        .light,
        "M-51 11H53Q57 11 55 15L45 33H42Q33.6 26 25.2 33T8.4 33T-8.4 33T-25.2 33T-42 33H-44L-53 "
          + "14Q-54 11 -51 11Z"),
      .stroke(.mid, width: 4, "M-43 20H44"),
      .fill(.tint, "M-42 40Q-33.6 33 -25.2 40T-8.4 40T8.4 40T25.2 40T42 40A57 57 0 0 1 -42 40Z"),
    ],
    small: [
      .fill(.light, "M-46 -32h14q2 0 2 2v30q0 2 -2 2h-14q-2 0 -2 -2v-30q0 -2 2 -2Z"),
      .fill(.tint, "M-19 -20h24q2 0 2 2v18q0 2 -2 2h-24q-2 0 -2 -2v-18q0 -2 2 -2Z"),
      .fill(.light, "M18 -20h24q2 0 2 2v18q0 2 -2 2h-24q-2 0 -2 -2v-18q0 -2 2 -2Z"),
      .fill(.accent, "M-19 -51h24q2 0 2 2v18q0 2 -2 2h-24q-2 0 -2 -2v-18q0 -2 2 -2Z"),
      .fill(
        .light,
        "M-57.2 12.8Q-58 11 -56 11L57 11Q60 11 58.5 13.6L47.1 32.8Q44 38 38 38L-40 38Q-46 38 "
          + "-48.4 32.5Z"),
      .stroke(.tint, width: 8, "M-28 51Q-18.7 43 -9.3 51T9.3 51T28 51"),
    ])
}
