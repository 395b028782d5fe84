extension Emblem {
  static let lineChart = Emblem(
    "line-chart", showing: "a rising line between two axes",
    tags: """
      trend, performance, analytics, line chart, chart, growth, progress, forecast, plot, curve,
      time series, metrics
      """,
    drawing: [
      .fill(
        .tint,
        """
        M-24 25.1A10.4 10.4 0 0 0 -16.5 14.9A1.8 1.8 0 0 1 -16 13.6L-9.2 6.1
        A1.8 1.8 0 0 1 -7.9 5.4A10.4 10.4 0 0 0 -6.9 5.2A1.8 1.8 0 0 1 -5.4 5.5L-2 7.8
        A1.8 1.8 0 0 1 -1.1 9.1A10.5 10.5 0 0 0 19.5 5.5A1.8 1.8 0 0 1 19.9 4L32.4 -11.8
        A2 2 0 0 1 36 -10.6L36 27A2 2 0 0 1 34 29L-23.4 29A2 2 0 0 1 -24 25.1Z
        """),
      .stroke(.light, width: 7.5, "M-40 -37L-40 37L40 37"),
      .stroke(.light, width: 6, "M-27 15L-9 -5L9 6L36 -28"),
      .fill(
        .light,
        """
        M-33.5 15A6.50 6.50 0 1 1 -20.5 15A6.50 6.50 0 1 1 -33.5 15ZM-15.5 -5
        A6.50 6.50 0 1 1 -2.5 -5A6.50 6.50 0 1 1 -15.5 -5ZM2.5 6A6.50 6.50 0 1 1 15.5 6
        A6.50 6.50 0 1 1 2.5 6Z
        """),
      .fill(.accent, "M27.5 -28A8.50 8.50 0 1 1 44.5 -28A8.50 8.50 0 1 1 27.5 -28Z"),
    ],
    small: [
      .stroke(.light, width: 10.9, "M-41.9 -38.2L-41.9 38.2L41.9 38.2"),
      .stroke(.light, width: 10, "M-21.8 16.4L-4.5 -7.3L10 7.3L34.6 -27.3"),
      .fill(.accent, "M20.9 -27.3A13.65 13.65 0 1 1 48.2 -27.3A13.65 13.65 0 1 1 20.9 -27.3Z"),
    ])
}
