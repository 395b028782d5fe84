/// Words that say little about a picture: they count for less, or only where nothing else is said.
enum CommonWords {
  /// How much a word counts beside others.
  enum Weight: Sendable {
    /// Nothing: of, the, and.
    case nothing
    /// Hardly anything: first, award, level.
    case faint
    /// Somewhat, as a rank or a role that many titles end in: champion, hero, ninja.
    case rank
    case full

    var value: Double {
      switch self {
      case .nothing: 0
      case .faint: 0.2
      case .rank: 0.45
      case .full: 1
      }
    }
  }

  static func weight(of word: String) -> Weight {
    if prepositions.contains(word) || romancePrepositions.contains(word) || others.contains(word) {
      return .nothing
    }
    if faint.contains(word) { return .faint }
    return ranks.contains(word) ? .rank : .full
  }

  /// What a noun stands before: the head of “photo of the month” is the photo.
  static func isPreposition(_ word: String) -> Bool {
    prepositions.contains(word) || romancePrepositions.contains(word)
  }

  /// The same in languages that name the thing first and say then which.
  static func isRomance(_ word: String) -> Bool { romancePrepositions.contains(word) }

  private static let prepositions = words(
    """
    of for with without by before after from in at on to into against der des dem den im am beim zum zur von vom \
    fuer fur mit van voor met bij het een w we na za do z ze dla od в на за по для с от к
    """)

  private static let romancePrepositions = words(
    """
    de del della dello dei degli delle du d da das dos di al au aux a en em no nel nella nell alla all para por per \
    pour con avec com sur sous
    """)

  private static let others = words(
    """
    the a an and or is are be has have had your our us my you we it its this that than all always extra up out das \
    die ein eine einer einem und oder zu auf aus le la les l un une et ou el los las lo y e o os as um uma il i gli \
    uno una ed en de op te oraz и или
    """)

  private static let faint = words(
    """
    award awards badge badges first second third best better top great good most new certified certification \
    certificate level community contributor contributors contribution contributions member members programme program \
    year years month months week weeks day days annual monthly weekly season edition half hundred thousand five ten \
    perfect official full open closed completed complete gold silver bronze platinum winner finisher finalist \
    achievement event core recognition participant participation basics foundations foundation fundamentals \
    introduction beginner intermediate advanced jahr jahres erste erster erstes ersten beste bester bestes abzeichen \
    beitrag stufe gemeinschaft premier premiere meilleur meilleure annee ans an confirme confirmee communaute niveau \
    mejor primer primera primero proyecto ano anos nivel comunidad curso melhor primeiro primeira semana comunidade \
    contribuicao migliore primo prima anni anno corso completato comunita contributo livello jaar jaren eerste \
    bijdrage gemeenschap najlepszy najlepsza pierwszy pierwsza rok roku kurs kursu spolecznosc лучшии лучшая первыи \
    первая год года вклад участник сообщество уровень курс 初めて 賞 最優秀 優秀 奖 最佳 优秀 第一 贡献者 貢献 貢献者 证书 认证 社区
    """)

  private static let ranks = words(
    """
    champion champions hero heroes ninja rockstar guru wizard master expert star superstar legend lead leader \
    captain chief commander ally partner ambassador advocate friend guest host practitioner professional specialist \
    engineer developer trainer helper volunteer keeper committee club crew team researcher editor organizer \
    organiser workshop sprint festival attendee fan lover assistant associate officer manager held heldin meister \
    meisterin experte kampioen campeon campeona campea campeao heroe championne campione mistrz bohater volontaire \
    voluntario voluntaria герои мастер
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
