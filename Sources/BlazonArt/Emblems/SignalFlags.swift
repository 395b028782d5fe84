extension Emblem {
  static let signalFlags = Emblem(
    "signal-flags", showing: "two crossed signal flags",
    tags: ["signals", "semaphore", "message", "communication"],
    drawing: [
      .stroke(.light, width: 5, "M7.4 29.7L-22.9 -29.8"),
      .fill(.light, "M-25.4 -30.6L-53.4 -16.3L-11.1 -2.5Z"),
      .fill(.accent, "M-56.3 -14.9L-40.8 15.4L-12.8 1.1Z"),
      .fill(.deep, "M-2.5 9.6L5.9 13.9L2.5 20.6L-5.9 16.3Z"),
      .stroke(.light, width: 5, "M-7.4 29.7L22.9 -29.8"),
      .fill(.light, "M25.4 -30.6L53.4 -16.3L11.1 -2.5Z"),
      .fill(.accent, "M56.3 -14.9L40.8 15.4L12.8 1.1Z"),
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
