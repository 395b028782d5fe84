extension Emblem {
  static let bugBounty = Emblem(
    "bug-bounty", showing: "a beetle in cross hairs",
    tags: """
      bug bounty, bounty, security researcher, security, vulnerability, hacker, pentest, exploit,
      crosshair, cve
      """,
    drawing: [
      .fill(
        .light,
        """
        M-45.5 0A45.5 45.5 0 1 1 45.5 0A45.5 45.5 0 1 1 -45.5 0ZM-37 0A37 37 0 1 1 37 0
        A37 37 0 1 1 -37 0Z
        """, natural: 0xD64545),
      .stroke(
        .light, width: 8.5,
        "M0 -53L0 -37M0 53L0 37M-53 0L-37 0M53 0L37 0", natural: 0xD64545),
      .stroke(
        .tint, width: 5.1,
        """
        M-9.5 -7.4L-19.1 -11.7L-22.3 -21.2M9.5 -7.4L19.1 -11.7L22.3 -21.2M-11.7 4.2
        L-25.4 4.2M11.7 4.2L25.4 4.2M-9.5 11.7L-19.1 17L-22.3 25.4M9.5 11.7L19.1 17
        L22.3 25.4
        """, natural: 0x7A8AA0),
      .fill(
        .accent,
        """
        M-10.1 -14.8C-10.1 -21.2 -5.3 -24.4 0 -24.4C5.3 -24.4 10.1 -21.2 10.1 -14.8
        Q10.1 -13.2 8.5 -13.2L-8.5 -13.2Q-10.1 -13.2 -10.1 -14.8Z
        """, natural: 0x94A3B8),
      .fill(
        .accent,
        """
        M-13.8 -4.2Q-13.8 -9 -9 -9L9 -9Q13.8 -9 13.8 -4.2L13.8 6.4C13.8 18 7.4 24.4 0 24.4
        C-7.4 24.4 -13.8 18 -13.8 6.4Z
        """, natural: 0xE5484D),
      .stroke(.deep, width: 4.2, "M0 -4.2L0 17", natural: 0x4A1A22),
    ],
    small: [
      .fill(
        .light,
        """
        M-46.8 0A46.8 46.8 0 1 1 46.8 0A46.8 46.8 0 1 1 -46.8 0ZM-36.1 0
        A36.1 36.1 0 1 1 36.1 0A36.1 36.1 0 1 1 -36.1 0Z
        """, natural: 0xD64545),
      .stroke(
        .light, width: 10.7,
        "M0 -54.7L0 -41M0 54.7L0 41M-54.7 0L-41 0M54.7 0L41 0", natural: 0xD64545),
      .stroke(
        .tint, width: 6.8,
        """
        M-10.2 -7.2L-21.6 -13.4M10.2 -7.2L21.6 -13.4M-12.3 5.1L-24.6 5.1M12.3 5.1L24.6 5.1
        M-10.2 13.4L-20.5 20.5M10.2 13.4L20.5 20.5
        """, natural: 0x7A8AA0),
      .fill(
        .accent,
        """
        M-15.4 4.1C-15.4 18.4 -8.2 25.6 0 25.6C8.2 25.6 15.4 18.4 15.4 4.1L15.4 -6.1
        C15.4 -18.4 8.2 -25.6 0 -25.6C-8.2 -25.6 -15.4 -18.4 -15.4 -6.1Z
        """, natural: 0xE9A23B),
      .stroke(.deep, width: 6.6, "M-12.7 -10.2L12.7 -10.2", natural: 0x4A1A22),
    ])
}
