extension Emblem {
  static let scroll = Emblem(
    "scroll", showing: "a scroll of paper with lines of log text",
    tags: ["log", "stream", "paper", "script"],
    drawing: [
      .fill(
        .tint,
        "M-27.9 -47.2H-30.7A13.9 13.9 0 0 0 -44.6 -33.3V-26.8Q-44.6 -24.1 -41.8 -24.1H-16.8"
          + "V-35.1Z"),
      .fill(
        .light,
        "M-31.6 -47.2H17.4A13 13 0 0 1 30.4 -34.2V29.6H7.2V47.2H-7.6A13 13 0 0 1 -20.5 34.2"
          + "V-34.2A13 13 0 0 0 -31.6 -47.2Z"),
      .fill(
        .tint,
        "M8.2 23.1H39.6Q42.4 23.1 42.4 25.9V32.4A14.8 14.8 0 0 1 27.6 47.2H-7.6A13 13 0 0 0 4.5 "
          + "34.2V26.8Q4.5 23.1 8.2 23.1Z"),
      .stroke(.mid, width: 4.5, "M1 -34H21M1 -21H15M1 -8H21M1 5H12"),
      .fill(
        .mid,
        "M-13.5 -34a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0ZM-13.5 -21a3.5 3.5 0 1 0 7 0a3.5 3.5 0 "
          + "1 0 -7 0ZM-13.5 -8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0ZM-13.5 5a3.5 3.5 0 1 0 7 0a3.5 "
          + "3.5 0 1 0 -7 0Z"),
    ],
    small: [
      .fill(.tint, "M-28 -50H-31A15 15 0 0 0 -46 -35V-24H-18V-40Z"),
      .fill(
        .light,
        "M-32 -50H21A14 14 0 0 1 35 -36V32H8V51H-8A13 13 0 0 1 -21 38V-37A13 13 0 0 0 -32 -50Z"),
      .fill(.tint, "M6 25H47V36A15 15 0 0 1 32 51H-8A14 14 0 0 0 6 38Z"),
      .stroke(.deep, width: 8, "M-7 -34H21M-7 -16H21M-7 2H12"),
    ])
}
