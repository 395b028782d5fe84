extension Emblem {
  static let neuralNet = Emblem(
    "neural-net", showing: "a neural network of three layers",
    tags: """
      machine learning, deep learning, ai, neural network, model, training,
      artificial intelligence, perceptron, inference, layer, ml
      """,
    drawing: [
      .stroke(
        .tint, width: 4,
        """
        M-41 -25L0 -39M-41 -25L0 0M-41 -25L0 39M-41 0L0 -39M-41 0L0 0M-41 0L0 39M-41 25
        L0 -39M-41 25L0 0M-41 25L0 39M0 -39L41 -16M0 -39L41 16M0 0L41 -16M0 0L41 16M0 39
        L41 -16M0 39L41 16
        """),
      .fill(
        .light,
        """
        M-50.5 -25A9.50 9.50 0 1 1 -31.5 -25A9.50 9.50 0 1 1 -50.5 -25ZM-50.5 0
        A9.50 9.50 0 1 1 -31.5 0A9.50 9.50 0 1 1 -50.5 0ZM-50.5 25A9.50 9.50 0 1 1 -31.5 25
        A9.50 9.50 0 1 1 -50.5 25ZM-9.5 -39A9.50 9.50 0 1 1 9.5 -39A9.50 9.50 0 1 1 -9.5 -39
        ZM-9.5 0A9.50 9.50 0 1 1 9.5 0A9.50 9.50 0 1 1 -9.5 0ZM-9.5 39
        A9.50 9.50 0 1 1 9.5 39A9.50 9.50 0 1 1 -9.5 39Z
        """),
      .fill(
        .accent,
        """
        M31 -16A10.00 10.00 0 1 1 51 -16A10.00 10.00 0 1 1 31 -16ZM31 16
        A10.00 10.00 0 1 1 51 16A10.00 10.00 0 1 1 31 16Z
        """),
    ],
    small: [
      .stroke(
        .tint, width: 7,
        """
        M-43 -24L0 -40L44 0M-43 -24L0 0L44 0M-43 -24L0 40L44 0M-43 24L0 -40L44 0M-43 24L0 0
        L44 0M-43 24L0 40L44 0
        """),
      .fill(
        .light,
        """
        M-56 -24A13.00 13.00 0 1 1 -30 -24A13.00 13.00 0 1 1 -56 -24ZM-56 24
        A13.00 13.00 0 1 1 -30 24A13.00 13.00 0 1 1 -56 24ZM-13 -41A13.00 13.00 0 1 1 13 -41
        A13.00 13.00 0 1 1 -13 -41ZM-13 0A13.00 13.00 0 1 1 13 0A13.00 13.00 0 1 1 -13 0Z
        M-13 41A13.00 13.00 0 1 1 13 41A13.00 13.00 0 1 1 -13 41Z
        """),
      .fill(.accent, "M30 0A14.00 14.00 0 1 1 58 0A14.00 14.00 0 1 1 30 0Z"),
    ])
}
