extension Emblem {
  static let padlock = Emblem(
    "padlock", showing: "a closed padlock with a keyhole",
    tags: """
      locked, private, closed, padlock, security, secure, encryption, cryptography, lock,
      confidential, access control, authentication, password
      """,
    drawing: [
      .stroke(.tint, width: 11, "M-22 -8V-28A22 22 0 0 1 22 -28V-8"),
      .fill(
        .light,
        """
        M-38 -2A8 8 0 0 1 -30 -10H30A8 8 0 0 1 38 -2V37A8 8 0 0 1 30 45H-30
        A8 8 0 0 1 -38 37Z
        """),
      .fill(.tint, "M-38 35H38V37A8 8 0 0 1 30 45H-30A8 8 0 0 1 -38 37Z"),
      .fill(.deep, "M-8.5 9A8.5 8.5 0 1 1 8.5 9A8.5 8.5 0 1 1 -8.5 9Z"),
      .fill(.deep, "M-3 12H3L5.9 24.5A2 2 0 0 1 4 27H-4A2 2 0 0 1 -5.9 24.5Z"),
    ],
    small: [
      .stroke(.light, width: 13.6, "M-23 -8V-31A23 23 0 0 1 23 -31V-8"),
      .fill(
        .light,
        """
        M-41 -4A9 9 0 0 1 -32 -13H32A9 9 0 0 1 41 -4V40A9 9 0 0 1 32 49H-32
        A9 9 0 0 1 -41 40Z
        """),
      .fill(.deep, "M-11 11A11 11 0 1 1 11 11A11 11 0 1 1 -11 11Z"),
      .fill(.deep, "M-5 14H5L8.1 32.7A2 2 0 0 1 6.1 35H-6.1A2 2 0 0 1 -8.1 32.7Z"),
    ])
}
