extension Emblem {
  static let diploma = Emblem(
    "diploma", showing: "a diploma with a ribbon seal",
    tags: ["certification", "course", "degree", "programme"],
    drawing: [
      .fill(
        .light,
        "M-42 -37H42A4 4 0 0 1 46 -33V20A4 4 0 0 1 42 24H39.2A19.5 19.5 0 1 0 2.8 24H-42"
          + "A4 4 0 0 1 -46 20V-33A4 4 0 0 1 -42 -37Z"),
      .stroke(.tint, width: 4, "M-1 16H-38V-29H38V6"),
      .stroke(.mid, width: 6, "M-19 -17H19"),
      .stroke(.mid, width: 4.4, "M-27 -5H27M-27 5H-3"),
      .fill(
        .accent,
        "M13 24H29L33.4 45.9A1.5 1.5 0 0 1 31.2 47.5L21 42L10.8 47.5A1.5 1.5 0 0 1 8.6 45.9Z"),
      .fill(
        .accent,
        "M21 1.4L24.3 4.6L28.8 3.5L30.1 7.9L34.5 9.2L33.4 13.7L36.6 17L33.4 20.3L34.5 24.8"
          + "L30.1 26.1L28.8 30.5L24.3 29.4L21 32.6L17.7 29.4L13.2 30.5L11.9 26.1L7.5 24.8"
          + "L8.6 20.3L5.4 17L8.6 13.7L7.5 9.2L11.9 7.9L13.2 3.5L17.7 4.6Z"),
      .fill(.deep, "M13 17A8 8 0 1 1 29 17A8 8 0 1 1 13 17Z"),
      .fill(.accent, "M17 17A4 4 0 1 1 25 17A4 4 0 1 1 17 17Z"),
    ],
    small: [
      .fill(
        .light,
        "M-44 -42H44A5 5 0 0 1 49 -37V14.8A24 24 0 0 0 1.5 25H-44A5 5 0 0 1 -49 20V-37"
          + "A5 5 0 0 1 -44 -42Z"),
      .stroke(.mid, width: 9, "M-30 -22H30"),
      .stroke(.mid, width: 9, "M-30 -2H-7"),
      .fill(
        .accent,
        "M12 20H37L37.4 45.8A2 2 0 0 1 34.6 47.6L25 43L15.6 49.8A2 2 0 0 1 12.4 48.2Z"),
      .fill(.accent, "M8 17A17 17 0 1 1 42 17A17 17 0 1 1 8 17Z"),
      .fill(.deep, "M18.5 17A6.5 6.5 0 1 1 31.5 17A6.5 6.5 0 1 1 18.5 17Z"),
    ])
}
