extension Emblem {
  static let column = Emblem(
    "column", showing: "a classical column with capital and base",
    tags: ["foundation", "pillar", "classic", "institution"],
    drawing: [
      .fill(.light, "M-23 -26H23V38H-23Z"),
      .fill(.tint, "M7 -13H23V38H7Z"),
      .stroke(.mid, width: 4.6, "M-14 -5V28M0 -5V28M14 -5V28"),
      .fill(.mid, "M-23 -18H23V-13H-23Z"),
      .fill(.light, "M-28 -38.6H28A11 11 0 1 1 22 -18.6Q0 -24 -22 -18.6A11 11 0 1 1 -28 -38.6Z"),
      .stroke(.mid, width: 4.4, "M-33.5 -27A5 5 0 1 1 -25.5 -24M33.5 -27A5 5 0 1 0 25.5 -24"),
      .fill(.tint, "M-31 -41H31V-36H-31Z"),
      .fill(
        .light,
        "M-33.5 -46A3 3 0 0 1 -30.5 -49H30.5A3 3 0 0 1 33.5 -46V-42A3 3 0 0 1 30.5 -39H-30.5"
          + "A3 3 0 0 1 -33.5 -42Z"),
      .fill(
        .tint,
        "M-29 36A3 3 0 0 1 -26 33H26A3 3 0 0 1 29 36V38A3 3 0 0 1 26 41H-26A3 3 0 0 1 -29 38Z"),
      .fill(
        .light,
        "M-34.5 42A3 3 0 0 1 -31.5 39H31.5A3 3 0 0 1 34.5 42V45A3 3 0 0 1 31.5 48H-31.5"
          + "A3 3 0 0 1 -34.5 45Z"),
    ],
    small: [
      .fill(
        .light,
        "M-37 -48A4 4 0 0 1 -33 -52H33A4 4 0 0 1 37 -48V-42A4 4 0 0 1 33 -38H-33"
          + "A4 4 0 0 1 -37 -42Z"),
      .fill(.tint, "M-30 -39H30V-30H-30Z"),
      .fill(.light, "M-28 -31H-12V37H-28ZM-6 -31H6V37H-6ZM12 -31H28V37H12Z"),
      .fill(
        .light,
        "M-38 40A4 4 0 0 1 -34 36H34A4 4 0 0 1 38 40V47A4 4 0 0 1 34 51H-34A4 4 0 0 1 -38 47Z"),
    ])
}
