import BlazonArt
import BlazonSpec
import TestSupport

/// Badges of any words, any state, any colour: what an author may write, drawn from a seed.
///
/// It walks the language: every word of a badge is written, and counted, so that a new word without a
/// row here fails a test.
struct SpecGenerator {
  private var random: SeededGenerator
  /// How often each word was written.
  private(set) var counts: [String: Int] = [:]
  private var withYears: Set<Int> = []

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  static let presets = ["pennant", "hexagon", "shield", "seal", "diamond", "patch", "rosette"]

  /// A programme of `count` badges in the folder `gallery`, by file.
  mutating func programme(_ count: Int) -> [String: [UInt8]] {
    var text = """
      blazon: 1
      programme: gallery
      name: Meridian
      color: "#2563EB"
      check: {sentences: "off", duplicate: "off", criteria: "off"}
      families:
        one: {preset: hexagon, band: Club}
        two: {preset: shield, accent: "#F59E0B"}
      badges:

      """
    for index in 0..<count { text += badge(index) + "\n" }
    return ["gallery/programme.yaml": Array(text.utf8)]
  }

  // MARK: Badges

  /// Words that not every badge says, each with how often, of a hundred.
  private mutating func badge(_ index: Int) -> String {
    let language = Wordbook.all.randomElement(using: &random)!
    var words: [String] = []
    func quoted(_ text: String) -> String {
      "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
    func say(_ word: String, _ value: String, _ counts: inout [String: Int]) {
      words.append("\(word): \(value)")
      counts[word, default: 0] += 1
    }
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }

    say("preset", pick(Self.presets), &counts)
    say("title", quoted(pick(language.titles)), &counts)
    if chance(12) { say("short", quoted(pick(language.words)), &counts) }
    if chance(40) { say("subtitle", quoted(pick(language.words)), &counts) }
    if chance(40) { say("band", quoted(pick(language.words)), &counts) }
    if chance(85) {
      say("emblem", pick(Emblem.all.map(\.name)), &counts)
    } else if chance(80) {
      let maps = [
        "letters: A", "letters: CNCF", "letters: ÄÖ", "letters: \"12\"", "letters: K8s",
        "number: 7",
        "number: 100", "number: 2026", "number: 10k", "scene: ship", "scene: open-book",
      ]
      say("emblem", "{\(pick(maps))}", &counts)
    }
    if chance(20) { say("logo", "false", &counts) }
    if chance(20) { say("emblem-color", pick(["natural", "programme"]), &counts) }
    if chance(30) {
      say("marker", quoted(pick(["1", "12", "2026", "CSH", "No7", "100"])), &counts)
    }
    if chance(40) { say("stars", "\(Int.random(in: 0...5, using: &random))", &counts) }
    if chance(90) { say("color", quoted(color()), &counts) }
    if chance(25) { say("accent", quoted(color()), &counts) }
    if chance(25) { say("metal", pick(Metal.Name.allCases).rawValue, &counts) }
    if chance(30) { say("finish", pick(["rich", "flat"]), &counts) }
    if chance(30) { say("ground", pick(Words.Ground.allCases).rawValue, &counts) }
    if chance(15) { say("capitals", pick(["true", "false"]), &counts) }
    if chance(55) { say("state", pick(Words.State.allCases).rawValue, &counts) }
    if chance(30) { say("progress", pick(["3/5", "0/7", "7/7", "10%", "0.85"]), &counts) }
    if chance(10) { say("family", pick(["one", "two"]), &counts) }
    // A badge with years gives them to those that extend it, and these take no “alt”, “aliases” or “paths”.
    if chance(5), index > 10, !withYears.contains(index - 5) {
      say("extends", "b\(index - 5)", &counts)
    }
    if chance(80) { say("criteria", "Somebody did it.", &counts) }
    if chance(10) { say("description", "A longer text.", &counts) }
    if chance(10) { say("skills", "[Charts, \(quoted(pick(language.words)))]", &counts) }
    if chance(10) {
      say("competencies", "{Charts: 60, \(quoted(pick(language.words))): 40}", &counts)
    }
    if chance(10) { say("track", "Administration", &counts) }
    if chance(10) { say("level", pick(Words.Level.allCases.map(\.rawValue)), &counts) }
    if chance(6) { say("requires", "[]", &counts) }
    if chance(6) { say("derived", "false", &counts) }
    if chance(6) { say("renewed-by", "[]", &counts) }
    if chance(6) {
      let kind = pick(AchievementSpec.Kind.allCases.map(\.rawValue))
      say("achievement", "{type: \(kind), result: {name: Score, required: 70}}", &counts)
    }
    if chance(10) { say("valid", pick(["24 months", "2 years"]), &counts) }
    if chance(6) { say("aliases", "[old-\(index)]", &counts) }
    if chance(6) {
      let size = pick(["[300, 400]", "[64, 20]", "[512, 512]"])
      say("paths", "[old/\(index).svg, {path: old/a/\(index).png, size: \(size)}]", &counts)
    }
    if chance(6) { say("alt", quoted("Badge \(index)."), &counts) }
    // Those that extend a badge have its ladder, and no other beside it.
    let isExtending = words.contains { $0.hasPrefix("extends") }
    switch isExtending ? 100 : Int.random(in: 0..<100, using: &random) {
    case 0..<5: say("tiers", "{bronze: 1, silver: 5, gold: 25}", &counts)
    case 5..<8: say("counts", "[1, 10]", &counts)
    case 8..<11
    where !words.contains(where: {
      $0.hasPrefix("alias") || $0.hasPrefix("paths") || $0.hasPrefix("alt")
    }):
      say("years", "{2024: {}, 2025: {}}", &counts)
      withYears.insert(index)
    default: break
    }
    if chance(4) { say("certificate", "{signatures: [{name: Ada, role: Chair}]}", &counts) }
    if chance(4) { say("adjust", "{emblem: {opacity: 0.95}}", &counts) }
    return "  b\(index): {\(words.joined(separator: ", "))}"
  }

  /// From white to neon: every corner of the cube, greys, and what designers choose.
  private mutating func color() -> String {
    let known = [
      "#FFFFFF", "#000000", "#FFF4D6", "#808080", "#FACC15", "#F97316", "#39FF14", "#00FFFF",
      "#FF00FF", "#00B39F", "#2563EB", "#7F1D1D", "#111827", "#FDE68A", "#C0FFEE", "#663399",
    ]
    if Bool.random(using: &random) { return known.randomElement(using: &random)! }
    func hex() -> String {
      let value = Int.random(in: 0...255, using: &random)
      return (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    return "#" + hex() + hex() + hex()
  }
}

/// Titles and words of a language, as programmes have them: short, long, and of two lines.
struct Wordbook {
  let language: String
  let titles: [String]
  let words: [String]

  private init(_ language: String, _ titles: [String], _ words: [String]) {
    (self.language, self.titles, self.words) = (language, titles, words)
  }

  static let all = [
    Wordbook(
      "en", ["Mentor", "Review Rockstar", "Site Reliability Engineer", "Docs", "Q&A Hero"],
      ["Level two", "Founding member", "Club", "Honours"]),
    Wordbook(
      "de", ["Prüfling", "Sicherheitsbeauftragte", "Nachtwache", "Große Straße"],
      ["Stufe zwei", "Gründungsmitglied"]),
    Wordbook(
      "fr", ["Pionnière", "Éclaireur", "Maître d’œuvre"], ["Niveau deux", "Membre fondateur"]),
    Wordbook("es", ["Guardián", "Compañera", "Año Nuevo"], ["Nivel dos", "Miembro fundador"]),
    Wordbook("pt", ["Contribuição", "Guardião"], ["Nível dois", "Sócio fundador"]),
    Wordbook("pl", ["Żółw", "Mistrz źródeł", "Świętokrzyski"], ["Poziom drugi"]),
    Wordbook("cs", ["Průkopník", "Žluťoučký kůň"], ["Druhá úroveň"]),
    Wordbook("tr", ["Işık", "İlk katkı", "Çalışkan"], ["İkinci düzey"]),
    Wordbook("vi", ["Người mở đường", "Kỹ sư"], ["Cấp hai"]),
    Wordbook("el", ["Πρωτοπόρος", "Νεράιδα", "Μήλα ή αχλάδια"], ["Επίπεδο δύο"]),
    Wordbook("ru", ["Наставник", "Первый вклад", "Инженер надёжности"], ["Второй уровень"]),
    Wordbook("uk", ["Їжак", "Перший внесок"], ["Другий рівень"]),
    Wordbook("ar", ["مرشد", "مهندس موثوقية"], ["المستوى الثاني"]),
    Wordbook("he", ["מדריך", "תרומה ראשונה"], ["רמה שתיים"]),
    Wordbook("hi", ["मार्गदर्शक", "पहला योगदान"], ["दूसरा स्तर"]),
    Wordbook("th", ["ที่ปรึกษา", "ผู้เชี่ยวชาญ"], ["ระดับสอง"]),
    Wordbook("ja", ["メンター", "はじめての貢献"], ["レベル二"]),
    Wordbook("ko", ["멘토", "첫 번째 기여"], ["이단계"]),
    Wordbook("zh", ["导师", "首次贡献"], ["第二级"]),
    Wordbook("ka", ["მენტორი", "პირველი წვლილი"], ["მეორე დონე"]),
  ]
}
