extension Emblem {
  static let crossMark = Emblem(
    "cross-mark", showing: "a cross",
    tags: """
      revoked, cancelled, wrong, cross, no, canceled, failed, rejected, error, invalid, x,
      withdrawn, delete, close
      """,
    drawing: [.stroke(.light, width: 21, "M-34 -34L34 34M34 -34L-34 34")],
    small: [.stroke(.light, width: 27, "M-34 -34L34 34M34 -34L-34 34")])
}
