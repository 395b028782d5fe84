extension Emblem {
  static let bicycle = Emblem(
    "bicycle", showing: "a bicycle from the side",
    tags: "bike, cycling, cyclist, ride, commute, tour, sport, pedal, wheel, green mobility",
    drawing: [
      .stroke(
        .tint, width: 6.7,
        """
        M-51.7 11.3A20 20 0 1 1 -11.5 11.3A20 20 0 1 1 -51.7 11.3ZM11.5 11.3
        A20 20 0 1 1 51.7 11.3A20 20 0 1 1 11.5 11.3Z
        """),
      .stroke(
        .light, width: 5.7,
        """
        M-31.6 11.3L-4.8 11.3L19.1 -18.3M-31.6 11.3L-12.4 -16.4M-14.4 -23.1L-4.8 11.3
        M-12.4 -16.4L19.1 -18.3M16.3 -28.9L19.1 -18.3L31.6 11.3
        """),
      .fill(.light, "M-12 11.3A7.1 7.1 0 1 1 2.4 11.3A7.1 7.1 0 1 1 -12 11.3Z"),
      .fill(.deep, "M-7.7 11.3A2.8 2.8 0 1 1 -1.9 11.3A2.8 2.8 0 1 1 -7.7 11.3Z"),
      .stroke(.accent, width: 6.7, "M-23 -26.9L-7.7 -26.9"),
      .stroke(.accent, width: 5.7, "M16.3 -29.8L24.9 -31.7Q32.5 -32.7 31.6 -25"),
    ],
    small: [
      .stroke(
        .tint, width: 8.8,
        """
        M-53.6 11.7A20.5 20.5 0 1 1 -12.4 11.7A20.5 20.5 0 1 1 -53.6 11.7ZM12.4 11.7
        A20.5 20.5 0 1 1 53.6 11.7A20.5 20.5 0 1 1 12.4 11.7Z
        """),
      .stroke(
        .light, width: 7.7,
        """
        M-33 11.7L-5.2 11.7L18.6 -17.2M-33 11.7L-14.4 -17.2L18.6 -17.2M-14.4 -21.3L-5.2 11.7
        M15.5 -31.6L33 11.7
        """),
      .stroke(.accent, width: 8.3, "M-24.8 -27.5L-7.2 -27.5M15.5 -32.7L28.9 -32.7"),
    ])
}
