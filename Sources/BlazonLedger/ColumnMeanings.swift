internal import BlazonSource

/// What the columns of a table mean, by their names.
struct ColumnMeanings {
  enum Meaning: Hashable {
    /// It says what the key means, or is one of several that do.
    case key(AwardKey, part: Int)
    /// It is one of the programme's facts, by its number.
    case fact(Int)
    /// A condition, by its number, asks for it.
    case condition(Int)
  }

  private let mapped: [String: [Meaning]]
  private let ignored: Set<String>
  private let ignoresOthers: Bool
  /// Keys whose own names are not looked for.
  private let taken: Set<AwardKey>

  init(_ reading: TableReading) {
    var mapped: [String: [Meaning]] = [:]
    for column in reading.columns {
      for (part, header) in column.headers.enumerated() {
        mapped[TableReading.folded(header.value), default: []].append(
          .key(column.key, part: part))
      }
    }
    for (number, fact) in reading.facts.enumerated() {
      mapped[TableReading.folded(fact.header.value), default: []].append(.fact(number))
    }
    for (number, condition) in reading.conditions.enumerated() {
      mapped[TableReading.folded(condition.header.value), default: []].append(.condition(number))
    }
    self.mapped = mapped
    ignored = Set(reading.ignored.map { TableReading.folded($0.value) })
    ignoresOthers = reading.ignoresOthers
    taken = Set(reading.columns.map(\.key))
  }

  /// What the column called `header` means: nothing where it is ignored, `nil` where nobody knows it.
  func meanings(of header: String) -> [Meaning]? {
    let name = TableReading.folded(header)
    var found = mapped[name] ?? []
    if ignored.contains(name) { return found }
    let isTaken = found.contains { if case .fact = $0 { false } else { true } }
    if !isTaken, let key = AwardKey(header: name), !taken.contains(key) {
      found.append(.key(key, part: 0))
    }
    return found.isEmpty && !ignoresOthers ? nil : found
  }

  /// The key that a column of this name means, alone.
  func key(of header: String) -> AwardKey? {
    if case .key(let key, _)? = meanings(of: header)?.first { return key }
    return nil
  }
}

extension LedgerReader {
  /// Reports every column that the programme names and that is not among `names`.
  mutating func checkColumns(_ names: [String]) {
    let known = Set(names.map(TableReading.folded))
    let wanted =
      source.reading.columns.flatMap(\.headers) + source.reading.conditions.map(\.header)
    for fact in source.reading.facts where known.contains(TableReading.folded(fact.header.value)) {
      facts.insert(fact.name)
    }
    for header in wanted where !known.contains(TableReading.folded(header.value)) {
      let shown = names.filter { !$0.isEmpty }
      findings.error(
        "“\(source.text.name)” has no column “\(header.value.prefix(60))”", at: header.place,
        help: helpText(for: header.value, among: shown))
    }
  }

  /// What can be done with a column that nobody knows.
  static func help(forColumn name: String, among free: [String]) -> String {
    let shown = name.prefix(60)
    if !suggestions(for: name, among: free).isEmpty {
      return helpText(for: name, among: free)
        + " Else say in programme.yaml: ignore: [\(YAMLText.scalar(String(shown)))]"
    }
    let scalar = YAMLText.scalar(String(shown))
    if let key = ColumnGuess.key(of: name), free.contains(key.rawValue) {
      return "say in programme.yaml what it is, as in columns: {\(key.rawValue): \(scalar)}, "
        + "or ignore: [\(scalar)]"
    }
    return "say in programme.yaml: ignore: [\(scalar)], or what it is: columns: {…: \(scalar)}; "
      + "blazon import proposes both"
  }
}
