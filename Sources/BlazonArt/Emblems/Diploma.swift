extension Emblem {
  static let diploma = Emblem(
    "diploma", showing: "a diploma with a ribbon seal",
    tags: """
      certification, diploma, course, certificate, degree, certified, programme, program,
      graduate, qualification, completion, bachelor, finalist, accredited
      """,
    drawing: [
      .fill(
        .light,
        """
        M-40.1 -40.4L40.1 -40.4A3.8 3.8 0 0 1 43.9 -36.6L43.9 13.9A3.8 3.8 0 0 1 40.1 17.8
        L37.4 17.8A18.6 18.6 0 1 0 2.7 17.8L-40.1 17.8A3.8 3.8 0 0 1 -43.9 13.9L-43.9 -36.6
        A3.8 3.8 0 0 1 -40.1 -40.4Z
        """),
      .stroke(.tint, width: 3.8, "M-1 10.1L-36.2 10.1L-36.2 -32.8L36.2 -32.8L36.2 0.6"),
      .stroke(.deep, width: 5.7, "M-18.1 -21.3L18.1 -21.3"),
      .stroke(.deep, width: 4.2, "M-25.7 -9.9L25.7 -9.9M-25.7 -0.4L-2.9 -0.4"),
      .fill(
        .accent,
        """
        M12.4 17.8L27.7 17.8L31.9 38.6A1.4 1.4 0 0 1 29.8 40.2L20 34.9L10.3 40.2
        A1.4 1.4 0 0 1 8.2 38.6Z
        """),
      .fill(
        .accent,
        """
        M20 -3.8L23.2 -0.7L27.5 -1.8L28.7 2.4L32.9 3.6L31.9 7.9L34.9 11.1L31.9 14.2
        L32.9 18.5L28.7 19.8L27.5 24L23.2 22.9L20 26L16.9 22.9L12.6 24L11.3 19.8L7.2 18.5
        L8.2 14.2L5.1 11.1L8.2 7.9L7.2 3.6L11.3 2.4L12.6 -1.8L16.9 -0.7Z
        """),
      .fill(.deep, "M12.4 11.1A7.6 7.6 0 1 1 27.7 11.1A7.6 7.6 0 1 1 12.4 11.1Z"),
      .fill(.accent, "M16.2 11.1A3.8 3.8 0 1 1 23.8 11.1A3.8 3.8 0 1 1 16.2 11.1Z"),
    ],
    small: [
      .fill(
        .light,
        """
        M-41.5 -43.8L41.1 -43.8A5.7 5.7 0 0 1 46.8 -38.1L46.8 17A5.7 5.7 0 0 1 41.1 22.7
        L-41.5 22.7A5.7 5.7 0 0 1 -47.2 17L-47.2 -38.1A5.7 5.7 0 0 1 -41.5 -43.8Z
        """),
      .stroke(.deep, width: 7.3, "M-32.6 -26.8L32.2 -26.8M-32.6 -11.4L-5.1 -11.4"),
      .fill(.deep, "M1 6.5A23.1 23.1 0 1 1 47.2 6.5A23.1 23.1 0 1 1 1 6.5Z"),
      .fill(.accent, "M14.4 16.2L33.8 16.2L33.8 43.8L24.1 36.5L14.4 43.8Z"),
      .fill(.accent, "M7.9 6.5A16.2 16.2 0 1 1 40.3 6.5A16.2 16.2 0 1 1 7.9 6.5Z"),
    ])
}
