extension Emblem {
  static let signalFlags = Emblem(
    "signal-flags", showing: "two crossed signal flags",
    tags: """
      signals, communication, message, semaphore, signal, communicator, sailing, finish, race,
      flag, motorsport, traffic control, alert
      """,
    drawing: [
      .stroke(.light, width: 5.1, "M8.8 27.4L-24.2 -27.5"),
      .fill(
        .accent,
        """
        M-26.6 -29.2L-56.3 -11.3Q-57.7 -10.4 -56.8 -9L-41.5 16.6Q-40.6 18 -39.1 17.2
        L-9.5 -0.7Z
        """),
      .fill(.light, "M-30.7 -15.1L-43.3 -7.5L-36.4 3.9L-23.8 -3.6Z"),
      .fill(.deep, "M-2 7.3L5.8 12L2 18.3L-5.8 13.7Z"),
      .stroke(.light, width: 5.1, "M-8.8 27.4L24.2 -27.5"),
      .fill(
        .light,
        "M26.6 -29.2L56.3 -11.3Q57.7 -10.4 56.8 -9L41.5 16.6Q40.6 18 39.1 17.2L9.5 -0.7Z"),
      .fill(.deep, "M30.7 -15.1L43.3 -7.5L36.4 3.9L23.8 -3.6Z"),
    ],
    small: [
      .stroke(.light, width: 7.6, "M11.4 33.9L-26.4 -34.1"),
      .fill(
        .accent,
        "M-30 -36.4L-57.7 -21Q-59.5 -20 -58.5 -18.2L-46 4.4Q-45 6.2 -43.2 5.2L-15.5 -10.2Z"),
      .stroke(.light, width: 7.6, "M-11.4 33.9L26.4 -34.1"),
      .fill(.light, "M30 -36.4L57.7 -21Q59.5 -20 58.5 -18.2L46 4.4Q45 6.2 43.2 5.2L15.5 -10.2Z"),
    ])
}
