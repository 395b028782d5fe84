extension Emblem {
  static let translation = Emblem(
    "translation", showing: "two speech bubbles in two scripts",
    tags: """
      translation, translator, translate, language, localization, locale, i18n, l10n,
      internationalization, interpreter, bilingual, polyglot, linguist, script
      """,
    drawing: [
      .fill(
        .light,
        """
        M-31.2 -43.5L-8.8 -43.5Q3.2 -43.5 3.2 -31.6L3.2 -14Q-12 -13.2 -12 2L-19.2 2
        L-28.8 11.2Q-32 14 -32 10L-32 2Q-43.1 2 -43.1 -9.2L-43.1 -31.6
        Q-43.1 -43.5 -31.2 -43.5Z
        """),
      .fill(
        .tint,
        """
        M4.8 -10L31.2 -10Q43.1 -10 43.1 2L43.1 24.4Q43.1 35.5 32 35.5L32 41.1
        Q32 45.1 28.8 42.3L20 35.5L4.8 35.5Q-7.2 35.5 -7.2 23.6L-7.2 2Q-7.2 -10 4.8 -10Z
        """),
      .stroke(.deep, width: 5.6, "M-33.1 -11.2L-23.2 -33.1L-13.2 -11.2M-29.6 -17.6L-16.8 -17.6"),
      .stroke(
        .deep, width: 5.4,
        """
        M18 -2.4L18 3.8M2.8 4.7L33.1 4.7M26.4 4.7C25.2 12.8 16.2 23.5 3.7 28M9.5 4.7
        C10.8 12.8 19.7 23.5 32.3 28
        """),
    ],
    small: [
      .fill(
        .light,
        """
        M-33.8 -46L-9.6 -46Q3.8 -46 3.8 -32.6L3.8 -15.1Q-12.9 -14.3 -13.8 3.2L-33.8 3.2
        Q-47.2 3.2 -47.2 -10.1L-47.2 -32.6Q-47.2 -46 -33.8 -46Z
        """),
      .fill(
        .tint,
        """
        M4.6 -8.4L33.8 -8.4Q47.2 -8.4 47.2 4.9L47.2 32.4Q47.2 45.8 33.8 45.8L5.4 45.8
        Q-7.9 45.8 -7.9 32.4L-7.9 4.9Q-7.9 -8.4 4.6 -8.4Z
        """),
      .stroke(.deep, width: 7, "M-38 -6.8L-25.5 -36L-13.4 -13.5M-33.8 -15.1L-19.6 -15.1"),
      .stroke(
        .deep, width: 7.2,
        """
        M19.6 3.2L19.6 11.6M3.8 11.6L35.5 11.6M28.8 11.6C27.1 22.4 17.9 30.8 4.6 35.8
        M10.4 11.6C12.1 22.4 21.3 30.8 34.6 35.8
        """),
    ])
}
