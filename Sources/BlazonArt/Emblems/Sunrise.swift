extension Emblem {
  static let sunrise = Emblem(
    "sunrise", showing: "a sun rising above the horizon",
    tags: """
      soon, dawn, morning, sunrise, new, early bird, coming soon, sun, new beginning,
      early adopter, horizon, good morning, hope, summer
      """,
    drawing: [
      .fill(.accent, "M-29 15A29 29 0 0 1 29 15Z", natural: 0xFF8C2B),
      .stroke(
        .light, width: 8,
        """
        M-38.9 -0.7L-51.9 -6M-23.5 -19.8L-31.3 -31.4M0 -27L0 -41M23.5 -19.8L31.3 -31.4
        M38.9 -0.7L51.9 -6
        """, natural: 0xFFC93C),
      .fill(
        .light,
        """
        M-53 23.4A4.4 4.4 0 0 1 -48.6 19H48.6A4.4 4.4 0 0 1 53 23.4V23.6
        A4.4 4.4 0 0 1 48.6 28H-48.6A4.4 4.4 0 0 1 -53 23.6Z
        """, natural: 0xFFC93C),
      .fill(
        .tint,
        """
        M-33 37.9A3.9 3.9 0 0 1 -29.1 34H29.1A3.9 3.9 0 0 1 33 37.9V38.1
        A3.9 3.9 0 0 1 29.1 42H-29.1A3.9 3.9 0 0 1 -33 38.1Z
        """, natural: 0xF6A13A),
    ],
    small: [
      .fill(.accent, "M-31 16A31 31 0 0 1 31 16Z", natural: 0xFF8C2B),
      .stroke(
        .light, width: 11,
        """
        M-42.7 -1.2L-51 -4.6M-25.7 -22.1L-30.8 -29.6M0 -30L0 -39M25.7 -22.1L30.8 -29.6
        M42.7 -1.2L51 -4.6
        """, natural: 0xFFC93C),
      .fill(
        .light,
        """
        M-54 28.9A5.9 5.9 0 0 1 -48.1 23H48.1A5.9 5.9 0 0 1 54 28.9V29.1
        A5.9 5.9 0 0 1 48.1 35H-48.1A5.9 5.9 0 0 1 -54 29.1Z
        """, natural: 0xFFC93C),
    ])
}
