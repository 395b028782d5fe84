extension Emblem {
  static let globe = Emblem(
    "globe", showing: "a globe with meridians and a star",
    tags: ["world", "ambassador", "international", "earth"],
    drawing: [
      .fill(.light, "M-55 0a55 55 0 1 0 110 0a55 55 0 1 0 -110 0Z"),
      .fill(.tint, "M33.9 -43.3A55 55 0 1 1 -43.3 33.9A63 63 0 0 0 33.9 -43.3Z"),
      .stroke(
        .mid, width: 4,
        "M0 -53L0 53M-53 0L53 0M-45 -28Q0 -28 45 -28M-45 28Q0 28 45 28M-27 0a27 52 0 1 0 54 0"
          + "a27 52 0 1 0 -54 0Z"),
      .stroke(
        .deep, width: 9,
        "M23.7 6.3Q24.5 4.5 25.3 6.3L29.8 17.2L41.5 18.2Q43.5 18.3 42 19.6L33.1 27.3L35.8 38.7"
          + "Q36.3 40.7 34.5 39.6L24.5 33.5L14.5 39.6Q12.7 40.7 13.2 38.7L15.9 27.3L7 19.6Q5.5 18.3 "
          + "7.5 18.2L19.2 17.2Z"),
      .fill(
        .accent,
        "M23.3 5.8Q24.5 3 25.7 5.8L30.2 16.7L42 17.6Q44.9 17.9 42.7 19.8L33.7 27.5L36.4 39Q37.1 "
          + "41.9 34.6 40.3L24.5 34.2L14.4 40.3Q11.9 41.9 12.6 39L15.3 27.5L6.3 19.8Q4.1 17.9 7 "
          + "17.6L18.8 16.7Z"),
    ],
    small: [
      .fill(.light, "M-58 0a58 58 0 1 0 116 0a58 58 0 1 0 -116 0Z"),
      .stroke(.deep, width: 8, "M-27 0a27 54 0 1 0 54 0a27 54 0 1 0 -54 0ZM-54 0L54 0"),
    ])
}
