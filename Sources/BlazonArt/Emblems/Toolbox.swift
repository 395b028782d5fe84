extension Emblem {
  static let toolbox = Emblem(
    "toolbox", showing: "a closed toolbox with handle and clasp",
    tags: ["professional", "tools", "craft", "practitioner"],
    drawing: [
      .stroke(.light, width: 9, "M-20 -20V-31A9 9 0 0 1 -11 -40H11A9 9 0 0 1 20 -31V-20"),
      .stroke(.mid, width: 9, "M-6 -40H6"),
      .fill(
        .light,
        "M-38.5 -23A5 5 0 0 1 -34.5 -25H34.5A5 5 0 0 1 38.5 -23L50.2 -7.1A4 4 0 0 1 51 -4.7V3"
          + "H-51V-4.7A4 4 0 0 1 -50.2 -7.1Z"),
      .fill(.tint, "M-51 8H51V26A7 7 0 0 1 44 33H-44A7 7 0 0 1 -51 26Z"),
      .fill(.light, "M-51 8H51V24H-51Z"),
      .fill(
        .deep,
        "M-14 0A5 5 0 0 1 -9 -5H9A5 5 0 0 1 14 0V15A5 5 0 0 1 9 20H-9A5 5 0 0 1 -14 15Z"),
      .fill(.accent, "M-9 3A3 3 0 0 1 -6 0H6A3 3 0 0 1 9 3V12A3 3 0 0 1 6 15H-6A3 3 0 0 1 -9 12Z"),
    ],
    small: [
      .stroke(.light, width: 11, "M-21 -20V-31A10 10 0 0 1 -11 -41H11A10 10 0 0 1 21 -31V-20"),
      .fill(
        .light,
        "M-38.5 -26.2A5 5 0 0 1 -34.6 -28H34.6A5 5 0 0 1 38.5 -26.2L54.1 -7.1"
          + "A4 4 0 0 1 55 -4.6V0H-55V-4.6A4 4 0 0 1 -54.1 -7.1Z"),
      .fill(.light, "M-55 9H55V27A9 9 0 0 1 46 36H-46A9 9 0 0 1 -55 27Z"),
      .fill(
        .deep,
        "M-18 -4A5 5 0 0 1 -13 -9H13A5 5 0 0 1 18 -4V20A5 5 0 0 1 13 25H-13A5 5 0 0 1 -18 20Z"),
      .fill(.accent, "M-9 0A4 4 0 0 1 -5 -4H5A4 4 0 0 1 9 0V16A4 4 0 0 1 5 20H-5A4 4 0 0 1 -9 16Z"),
    ])
}
