extension Emblem {
  static let easel = Emblem(
    "easel", showing: "a painter's easel with a picture on its canvas",
    tags: """
      painting, canvas, artist, painter, paint, art, draw, drawing, exhibition, artwork,
      creative, creativity, showcase, illustration
      """,
    drawing: [
      .stroke(.tint, width: 6.7, "M0 -46.6L0 -34.2"),
      .stroke(.tint, width: 6.7, "M0 19L0 45.6"),
      .stroke(.tint, width: 7.6, "M-20 24.7L-28.5 46.1M20 24.7L28.5 46.1"),
      .fill(
        .light,
        """
        M-35.2 -36.1L35.2 -36.1A4.8 4.8 0 0 1 39.9 -31.4L39.9 13.3A4.8 4.8 0 0 1 35.2 18.1
        L-35.2 18.1A4.8 4.8 0 0 1 -39.9 13.3L-39.9 -31.4A4.8 4.8 0 0 1 -35.2 -36.1Z
        """),
      .fill(.deep, "M-33.3 11.4L-33.3 1.9L-15.2 -16.2L-2.9 -2.9L7.6 -12.4L32.3 11.4Z"),
      .fill(.accent, "M9 -20A8.1 8.1 0 1 0 25.2 -20A8.1 8.1 0 1 0 9 -20Z"),
      .fill(
        .tint,
        """
        M-40.9 19L40.9 19A3.8 3.8 0 0 1 44.7 22.8L44.7 23.8A3.8 3.8 0 0 1 40.9 27.6
        L-40.9 27.6A3.8 3.8 0 0 1 -44.7 23.8L-44.7 22.8A3.8 3.8 0 0 1 -40.9 19Z
        """),
    ],
    small: [
      .stroke(.light, width: 9.3, "M0 -51.2L0 -41.9"),
      .stroke(.tint, width: 10.2, "M-20.4 39.6L-25.9 50.7M20.4 39.6L25.9 50.7"),
      .fill(
        .light,
        """
        M-36.1 -41.9L36.1 -41.9A5.6 5.6 0 0 1 41.7 -36.4L41.7 10.9A5.6 5.6 0 0 1 36.1 16.4
        L-36.1 16.4A5.6 5.6 0 0 1 -41.7 10.9L-41.7 -36.4A5.6 5.6 0 0 1 -36.1 -41.9Z
        """),
      .fill(.deep, "M-33.4 8.1L-13 -19.7L0 -2.1L11.1 -13.2L33.4 8.1Z"),
      .fill(.deep, "M10.7 -26.2A7.8 7.8 0 1 1 26.4 -26.2A7.8 7.8 0 1 1 10.7 -26.2Z"),
      .fill(
        .tint,
        """
        M-42.6 23.9L42.6 23.9A3.7 3.7 0 0 1 46.3 27.6L46.3 31.3A3.7 3.7 0 0 1 42.6 35
        L-42.6 35A3.7 3.7 0 0 1 -46.3 31.3L-46.3 27.6A3.7 3.7 0 0 1 -42.6 23.9Z
        """),
    ])
}
