extension Emblem {
  static let terminal = Emblem(
    "terminal", showing: "a terminal window with a prompt and a cursor",
    tags: """
      shell, cli, console, prompt, command line, terminal, hacker, bash, linux, sysadmin,
      hackathon, unix, scripting, ninja
      """,
    drawing: [
      .fill(.light, "M-39 -38h78q9 0 9 9v58q0 9 -9 9h-78q-9 0 -9 -9v-58q0 -9 9 -9Z"),
      .fill(
        .mid,
        """
        M-42 -27.5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0ZM-30 -27.5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0ZM-18
        -27.5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z
        """),
      .fill(.deep, "M-37 -17h74q4 0 4 4v40q0 4 -4 4h-74q-4 0 -4 -4v-40q0 -4 4 -4Z"),
      .stroke(.light, width: 8, "M-30 -6L-16 7L-30 20"),
      .fill(.accent, "M-3 16h24q2 0 2 2v4q0 2 -2 2h-24q-2 0 -2 -2v-4q0 -2 2 -2Z"),
    ],
    small: [
      .fill(.light, "M-42 -41h84q9 0 9 9v64q0 9 -9 9h-84q-9 0 -9 -9v-64q0 -9 9 -9Z"),
      .fill(.deep, "M-39 -22h78q3 0 3 3v48q0 3 -3 3h-78q-3 0 -3 -3v-48q0 -3 3 -3Z"),
      .stroke(.light, width: 10, "M-29 -10L-13 5L-29 20"),
      .fill(.accent, "M3 14h26q2 0 2 2v7q0 2 -2 2h-26q-2 0 -2 -2v-7q0 -2 2 -2Z"),
    ])
}
