extension Emblem {
  static let network = Emblem(
    "network", showing: "a network of linked nodes",
    tags: [
      "network", "graph", "node", "mesh", "topology", "connection", "link", "distributed",
      "networking", "peer", "cluster",
    ],
    drawing: [
      .stroke(
        .tint, width: 5,
        "M-7 2L-38 -27M-7 2L20 -43M-7 2L44 -4M-7 2L20 40M-7 2L-34 35M-38 -27L20 -43M44 -4"
          + "L20 40M-38 -27L-34 35"),
      .fill(
        .light,
        "M-49 -27A11.00 11.00 0 1 1 -27 -27A11.00 11.00 0 1 1 -49 -27ZM11 -43"
          + "A9.00 9.00 0 1 1 29 -43A9.00 9.00 0 1 1 11 -43ZM34 -4A10.00 10.00 0 1 1 54 -4"
          + "A10.00 10.00 0 1 1 34 -4ZM8 40A12.00 12.00 0 1 1 32 40A12.00 12.00 0 1 1 8 40Z"
          + "M-43 35A9.00 9.00 0 1 1 -25 35A9.00 9.00 0 1 1 -43 35Z"),
      .fill(.accent, "M-21 2A14.00 14.00 0 1 1 7 2A14.00 14.00 0 1 1 -21 2Z"),
    ],
    small: [
      .stroke(.tint, width: 8, "M-1 0L-30 -35M-1 0L41 -22M-1 0L22 39M-1 0L-40 28"),
      .fill(
        .light,
        "M-44 -35A14.00 14.00 0 1 1 -16 -35A14.00 14.00 0 1 1 -44 -35ZM27 -22"
          + "A14.00 14.00 0 1 1 55 -22A14.00 14.00 0 1 1 27 -22ZM8 39A14.00 14.00 0 1 1 36 39"
          + "A14.00 14.00 0 1 1 8 39ZM-53 28A13.00 13.00 0 1 1 -27 28A13.00 13.00 0 1 1 -53 28Z"),
      .fill(.accent, "M-19 0A18.00 18.00 0 1 1 17 0A18.00 18.00 0 1 1 -19 0Z"),
    ])
}
