/// Languages that bend their words alike.
enum WordFamily: Int, CaseIterable, Sendable {
  case english, germanic, romance, polish, russian

  /// The family of a language; `nil` of those that do not bend words.
  init?(_ language: String) {
    switch language {
    case "en": self = .english
    case "de", "nl": self = .germanic
    case "fr", "es", "pt", "it": self = .romance
    case "pl": self = .polish
    case "ru": self = .russian
    default: return nil
    }
  }

  /// Families that have a word.
  struct Several: OptionSet, Sendable {
    var rawValue: UInt8

    /// How surely two words are forms of one in any of them.
    func kinship(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Double {
      guard a.starts(with: b.prefix(3)) else { return 0 }
      return WordFamily.allCases.reduce(0) { most, family in
        contains(family.alone) ? max(most, family.kinship(a, b)) : most
      }
    }
  }

  var alone: Several { Several(rawValue: 1 << UInt8(rawValue)) }

  /// Whether a noun stands before what tells more of it.
  var namesFirst: Bool {
    switch self {
    case .english, .germanic: false
    case .romance, .polish, .russian: true
    }
  }

  /// How surely two words are forms of one: 1 if equal, 0 if nothing speaks for it.
  ///
  /// They are if they begin alike, and what is left of both are endings of this family. Words of three letters have no
  /// forms but an English plural.
  func kinship(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Double {
    let least = min(a.count, b.count)
    var common = 0
    while common < least, a[common] == b[common] { common += 1 }
    if common == a.count, common == b.count { return 1 }
    guard common >= 3 else { return 0 }
    if self == .english {
      let certainty = shortKinship(a, b, common)
      if certainty > 0 { return certainty > 0.8 || !isPlain(a, b) ? certainty : 0 }
    }
    // An ending may itself begin alike in both: translat-ion, translat-ing.
    for stem in stride(from: common, through: max(5, common - 3), by: -1) where stem >= 5 {
      let (mine, theirs) = (a.count - stem, b.count - stem)
      guard max(mine, theirs) <= min(stem, 8) else { break }
      guard isEnding(a[stem...]), isEnding(b[stem...]) else { continue }
      if self == .english, isPlain(a, b) { return 0 }
      return mine + theirs <= 2 ? 0.9 : stem >= 6 ? 0.75 : 0.65
    }
    return 0
  }

  /// Kinship of English words that are too short for all endings: test and tested, commit and committer, story and stories.
  private func shortKinship(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], _ common: Int) -> Double {
    for stem in [common, common - 1] where stem >= 3 {
      var (mine, theirs) = (a[stem...], b[stem...])
      if mine.count > theirs.count { swap(&mine, &theirs) }
      let (short, long) = (string(mine), string(theirs))
      if short == "y", ["ies", "ied", "ier"].contains(long) { return 0.9 }
      let last = a[stem - 1]
      if short.isEmpty, long == "s", last != "s" {
        // The news are not the new.
        return stem > 3 ? 0.95 : a.starts(with: ["n", "e", "w"]) ? 0 : 0.85
      }
      guard stem >= 4 else { continue }
      if short.isEmpty, long == "es" { return 0.95 }
      let verbal: Set = ["ed", "er", "ers", "ing", "ings", "or", "ors"]
      // plan, planned, planner
      let isDoubled = theirs.first == last && verbal.contains(string(theirs.dropFirst()))
      if short.isEmpty, isDoubled { return stem > 4 ? 0.75 : 0.65 }
      // write and writer, but not plan and plane
      guard verbal.contains(long), ["", "e", "es", "s"].contains(short) || verbal.contains(short)
      else { continue }
      return stem > 4 ? 0.75 : 0.65
    }
    return 0
  }

  /// Whether the longer of two words only looks like a form of the other.
  private func isPlain(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    let long = string((a.count > b.count ? a : b)[...])
    return WordFamily.plain.contains(long.hasSuffix("s") ? String(long.dropLast()) : long)
  }

  private static let plain: Set = [
    "author", "banner", "border", "career", "center", "communist", "compassion", "corner",
    "counter", "detective", "evening", "experiment", "fever", "former", "generation", "latter",
    "letter", "master", "matter", "morning", "number", "objective", "order", "organizer",
    "organiser", "paper", "porter", "poster", "power", "pressure", "secretary", "sensor", "shower",
    "silver", "spanner", "timer", "tower", "treasurer", "university", "wedding", "winter",
  ]

  private func isEnding(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    letters.isEmpty || WordFamily.endings[rawValue].contains(string(letters))
  }

  private func string(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(letters))
  }

  /// How surely the long word `word` is put together with `part`, at its beginning or its end: Dokumentationsheld.
  static func compound(_ word: [Unicode.Scalar], with part: [Unicode.Scalar]) -> Double {
    guard part.count >= 6, word.count >= part.count + 3 else { return 0 }
    if word.starts(with: part) { return 0.45 }
    // The last part is what it is, and may be bent.
    for ending in ["", "in", "innen", "en", "s", "n", "e"].map({ Array($0.unicodeScalars) })
    where word.suffix(ending.count).elementsEqual(ending)
      && word.dropLast(ending.count).suffix(part.count).elementsEqual(part)
      && word.count >= part.count + ending.count + 3
    {
      return 0.55
    }
    return 0
  }

  /// By family, what words may end in behind a stem of five letters.
  private static let endings: [Set<String>] = [
    """
    s es e ed er ers or ors ing ings ion ions ation ations ator ators ate ates ated ating ative ive ivity ity ities y ies \
    ment ments ship ships ance ence ful ist ists istry ism ian ians ician icians ure ural able ability le ility ly ness ic \
    ics ical ier ize izer izers ized izing ization ise iser isers ised ising isation ster age ary al ition itor itors
    """,
    """
    e en er ern ers es s n em in innen erin erinnen ung ungen end ende t te ten ster sters ing ingen je heid heit keit ig \
    isch ische lich liche aar aars schaft chen tion ieren iert ierer ierung ator atoren ation ationen atie aties or oren \
    ion ionen eur eurin eure ist istin isten ant antin anten ik iker ikerin enaar
    """,
    """
    s e es a as o os i eur eurs euse euses rice rices ion ions cion ciones cao coes zione zioni sione one oni or ora ores \
    oras tor tora tores toras trice trici dor dora dores doras tore tori ado ada ados adas ido ida idos idas ar er ir are \
    ere ire ante antes anti ando endo iendo ant ants ement ements ment mento mentos miento mientos age ages agem agens \
    aggio iste istes ista istas isti if ive ifs ives ivo iva ivos ivas ite ites dad dades idad idades dade dades ta ita \
    ique iques ico ica icos icas ici iche ie ies ia ias aire aires ario aria arios arias ari ier iere iers ieres ero era \
    eros eras eiro eira eiros eiras iero iera ure ures ura uras ee ees ez ons al ale ales aux ali eo enza encia ancia \
    ance ence anza to ta ti te tos tas
    """,
    """
    a y i e ie u o ow om ami ach em iem ek ka ki ke ko cy owy owa owe owego owej owych ny na ne nego nej ego ej ych ich \
    ym im nie enie anie ania enia aniu arz arze arka acz cz ca cow owiec owcy owca nik nika nicy niczka ista istka or ora \
    orka cja cji cje acja acji ator owac ac ic yc ik yk yka ciel cielka stwo stwa osc osci ony ona one
    """,
    """
    а я ы и у ю е о ь ои еи ом ем ов ев ам ям ами ями ах ях ия ии ию ие ыи ая яя ое ее ого его ых их ым им ую ость ости ник \
    ника ники ница тель теля тели ка ки ку ке кои ок ция ции цию нность ныи ная ное ные ного нои ать ить еть ение ения ании \
    ание ания щик щики чик чики ист исты истка овать тор торы ание
    """,
  ].map { Set($0.split(separator: " ").map(String.init)) }
}
