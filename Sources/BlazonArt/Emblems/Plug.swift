extension Emblem {
  static let plug = Emblem(
    "plug", showing: "an electric plug with its cable",
    tags: ["connect", "integration", "power", "plugin"],
    drawing: [
      .stroke(.light, width: 7, "M0 20C0 38 -28 28 -28 40C-28 53 -2 50 19 50"),
      .fill(
        .tint,
        "M-18 -55h3q4 0 4 4v20q0 4 -4 4h-3q-4 0 -4 -4v-20q0 -4 4 -4ZM15 -55h3q4 0 4 4v20q0 4 -4 "
          + "4h-3q-4 0 -4 -4v-20q0 -4 4 -4ZM-8 12H8V22Q8 25 5 25H-5Q-8 25 -8 22Z"),
      .fill(.light, "M-32 -24H32V-14C32 6 20 16 0 16C-20 16 -32 6 -32 -14Z"),
      .fill(.tint, "M-32 -24H32V-14C32 6 20 16 0 16C12 12 19 2 19 -18H-32Z"),
      .fill(.light, "M-34 -36h68q4 0 4 4v5q0 4 -4 4h-68q-4 0 -4 -4v-5q0 -4 4 -4Z"),
      .fill(.mid, "M2 -15L-13 2H-5L-8 13L8 -4H0Z"),
    ],
    small: [
      .fill(
        .light,
        "M-22 -58h8q3 0 3 3v26q0 3 -3 3h-8q-3 0 -3 -3v-26q0 -3 3 -3ZM14 -58h8q3 0 3 3v26q0 3 -3 "
          + "3h-8q-3 0 -3 -3v-26q0 -3 3 -3Z"),
      .fill(
        .light,
        "M-40 -30Q-40 -33 -37 -33H37Q40 -33 40 -30V-14C40 8 26 20 8 23V33H-8V23C-26 20 -40 8 "
          + "-40 -14Z"),
      .stroke(.light, width: 10, "M0 30V40Q0 52 12 52H22"),
    ])
}
