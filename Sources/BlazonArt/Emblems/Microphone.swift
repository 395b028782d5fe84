extension Emblem {
  static let microphone = Emblem(
    "microphone", showing: "a microphone on its stand",
    tags: """
      speaker, talk, podcast, voice, conference, microphone, mic, interview, singer, radio,
      presenter, keynote, karaoke, open mic
      """,
    drawing: [
      .fill(
        .light,
        """
        M0 -54.5A19.1 19.1 0 0 1 19.1 -35.3L19.1 -8A19.1 19.1 0 0 1 0 11.2
        A19.1 19.1 0 0 1 -19.1 -8L-19.1 -35.3A19.1 19.1 0 0 1 0 -54.5Z
        """),
      .stroke(.deep, width: 4.9, "M-9.6 -38.1L9.6 -38.1M-9.6 -26.7L9.6 -26.7M-9.6 -15.3L9.6 -15.3"),
      .stroke(.light, width: 9.1, "M-31.9 -12.5L-31.9 -8A31.9 31.9 0 0 0 31.9 -8L31.9 -12.5"),
      .stroke(.light, width: 9.1, "M0 25.8L0 47.6"),
      .stroke(.light, width: 10, "M-19.1 49.5L19.1 49.5"),
    ],
    small: [
      .fill(
        .light,
        """
        M0 -58.7A18.3 18.3 0 0 1 18.3 -40.4L18.3 -9.6A18.3 18.3 0 0 1 0 8.7
        A18.3 18.3 0 0 1 -18.3 -9.6L-18.3 -40.4A18.3 18.3 0 0 1 0 -58.7Z
        """),
      .fill(.accent, "M-18.3 -22.1L18.3 -22.1L18.3 -11.5L-18.3 -11.5Z"),
      .stroke(.light, width: 11.5, "M-32.7 -12.5L-32.7 -8.7A32.7 32.7 0 0 0 32.7 -8.7L32.7 -12.5"),
      .stroke(.light, width: 11.5, "M0 26L0 51M-19.2 52.9L19.2 52.9"),
    ])
}
