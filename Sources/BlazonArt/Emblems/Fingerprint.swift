extension Emblem {
  static let fingerprint = Emblem(
    "fingerprint", showing: "a fingerprint",
    tags: """
      fingerprint, identity, authentication, biometrics, auth, login, verification, forensics,
      unique, id, trace
      """,
    drawing: [
      .stroke(.tint, width: 7.2, "M-38.8 -16.4A40.3 50.7 0 0 1 30 -36.4", natural: 0x2B7FB8),
      .stroke(
        .tint, width: 7.2,
        """
        M37.4 -21.5A40.3 50.7 0 0 1 40.3 -2.5L40.3 8.9C40.3 17.2 39.3 24.4 37.2 31.6
        M-40.3 8.9C-40.3 19.2 -38.3 26.5 -35.2 33.7
        """, natural: 0x2B7FB8),
      .stroke(
        .light, width: 7.2,
        """
        M-26.9 38.9C-28.9 29.6 -27.4 17.2 -27.4 -1.5A27.4 35.2 0 0 1 27.4 -1.5
        C27.4 15.1 26.9 29.6 20.7 46.1
        """, natural: 0x3FA7D6),
      .stroke(
        .light, width: 7.2,
        """
        M-14 49.2C-15.5 39.9 -14 21.3 -14 0.6A14 19.1 0 0 1 14 0.6
        C14 19.2 12.4 35.8 5.2 53.3
        """, natural: 0x3FA7D6),
      .stroke(.accent, width: 7.2, "M0 2.7C0 19.2 0 23.4 -1 32.7", natural: 0xF59E0B),
    ],
    small: [
      .stroke(
        .light, width: 7.8,
        "M-43.9 16.9L-43.9 -3.6A43.9 52.1 0 0 1 43.9 -3.6L43.9 16.9", natural: 0x2B7FB8),
      .stroke(
        .light, width: 7.8,
        """
        M-31.7 39.3C-29.6 31.2 -29.1 14.8 -29.1 -1.5A29.1 36.8 0 0 1 29.1 -1.5
        C29.1 14.8 28.6 29.1 24.5 41.4
        """, natural: 0x3FA7D6),
      .stroke(
        .light, width: 7.8,
        """
        M-17.4 51.6C-14.8 37.3 -14.5 14.8 -14.5 0.5A14.5 20.4 0 0 1 14.5 0.5
        C14.5 18.9 13.3 37.3 7.2 55.7
        """, natural: 0x3FA7D6),
      .stroke(.accent, width: 8, "M0 2.6C0 18.9 0 23 -2 39.3", natural: 0xF59E0B),
    ])
}
