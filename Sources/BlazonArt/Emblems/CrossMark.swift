extension Emblem {
  static let crossMark = Emblem(
    "cross-mark", showing: "a cross", tags: ["cross", "no", "wrong", "revoked", "cancelled"],
    drawing: [.stroke(.light, width: 26, "M-32 -32L32 32M32 -32L-32 32")])
}
