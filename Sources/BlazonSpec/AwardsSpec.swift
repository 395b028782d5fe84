internal import BlazonForm
public import BlazonLedger
public import BlazonSource

/// Where awards come from, and how they are understood: a member of `awards`.
public struct AwardsSpec: Sendable {
  /// What holds them.
  public enum Origin: Sendable {
    /// Files below the programme's folder; one `*` stands for any part of a name.
    case files(Located<String>)
    /// What a database answers, which whoever runs the program names.
    case database(Located<String>, query: Located<String>)
  }

  public var origin: Origin
  public var reading: TableReading
  /// The sheet of a workbook; `nil` for the first.
  public var sheet: Located<String>?
  /// Whether what its columns say was said of all tables of the programme: a ledger of another shape may be among them.
  public var isShared: Bool

  /// The name of its files; `nil` for a database.
  public var file: String? {
    if case .files(let name) = origin { return name.value }
    return nil
  }

  enum Keys {
    static let file = Key(
      "file", Form<String>.ledger, "a table below this folder, or several, as in awards/*.csv")
    static let from = Key(
      "from", Form<String>.id, "a database, which --database gives an address")
    static let query = Key(
      "query", Form<String>.prose(named: "a query"), "the SELECT that it is asked for")
    static let sheet = Key(
      "sheet", Form<String>.prose(named: "a name"),
      "the sheet of a workbook; the first unless given")
    static let columns = ProgrammeKeys.columns
    static let ignore = ProgrammeKeys.ignore
    static let dates = ProgrammeKeys.dates
    static let always = Key(
      "always", TableReading.alwaysForm, "what every award says that says nothing else")
    static let badges = Key(
      "badges", TableReading.badgesForm,
      "badges by what the table calls them, as in {Early bird: attendee}")
    static let only = Key(
      "only", TableReading.onlyForm,
      "which rows count, as in {State: [Completed, Paid]}; all unless given")
    static let encoding = Key(
      "encoding", Form<TableReading.Encoding>.choice("encoding"),
      "how its letters are written, where that is not UTF-8")
    static let all = [
      KeyDeclaration(file), .init(from), .init(query), .init(sheet), .init(columns),
      .init(ignore), .init(dates), .init(always), .init(badges), .init(only), .init(encoding),
    ]
  }

  /// A list of files, and of maps that say more of one.
  static let form = Form<[Tree]>(
    "a list of files, or of maps",
    .either([
      Form<String>.ledger.schema, .chapter("awards"),
      .list(.either([Form<String>.ledger.schema, .chapter("awards")]), 0...1000),
    ])
  ) { tree, _ in
    if case .list(let items) = tree.value { return items }
    return [tree]
  }

  /// All members of `awards`; `shared` is what the programme says of all tables.
  static func all(
    _ trees: [Tree], shared: TableReading, _ reading: inout Reading
  ) -> [AwardsSpec] {
    trees.compactMap { tree in
      guard tree.entries != nil else {
        return Form<String>.ledger.read(tree, &reading).map {
          AwardsSpec(
            origin: .files(Located($0, tree.place)), reading: shared,
            isShared: !shared.columns.isEmpty)
        }
      }
      return AwardsSpec(tree, shared, &reading)
    }
  }

  /// The files that `tree`, the value of `awards`, names.
  static func files(in tree: Tree?) -> [String] {
    func name(_ tree: Tree) -> String? {
      if case .scalar(let name, _) = tree.value { return name }
      return tree["file"].flatMap(name)
    }
    guard let tree else { return [] }
    if case .list(let items) = tree.value { return items.compactMap(name) }
    return [name(tree)].compactMap(\.self)
  }

  private init(origin: Origin, reading: TableReading, isShared: Bool) {
    (self.origin, self.reading, self.isShared) = (origin, reading, isShared)
  }

  private init?(_ tree: Tree, _ shared: TableReading, _ reading: inout Reading) {
    guard var fields = Fields(tree, of: "a member of “awards”", declared: Keys.all, &reading)
    else { return nil }
    let file = fields.locate(Keys.file, &reading)
    let from = fields.locate(Keys.from, &reading)
    let query = fields.locate(Keys.query, &reading)
    sheet = fields.locate(Keys.sheet, &reading)
    let columns = fields.take(Keys.columns, &reading)
    var table = shared
    if let columns { table.columns = columns }
    if let ignore = fields.take(Keys.ignore, &reading) { table.ignore(ignore) }
    table.dates = fields.take(Keys.dates, &reading) ?? shared.dates
    table.always = fields.take(Keys.always, &reading) ?? []
    table.badges = fields.take(Keys.badges, &reading) ?? [:]
    table.conditions = fields.take(Keys.only, &reading) ?? []
    table.encoding = fields.take(Keys.encoding, &reading) ?? .utf8
    table.isStrict = false
    fields.finish(&reading)
    self.reading = table
    isShared = columns == nil && !shared.columns.isEmpty
    // What the table says of all its awards needs no column that others have.
    let always = table.always
    if isShared {
      self.reading.columns.removeAll { column in always.contains { $0.key == column.key } }
    }
    switch (file, from, query) {
    case (let file?, nil, nil): origin = .files(file)
    case (nil, let from?, let query?): origin = .database(from, query: query)
    case (nil, let from?, nil):
      reading.error(
        "“from” asks no question", at: from.place,
        help: "query: \"select name, handle, badge, issued from awards\"")
      return nil
    case (nil, nil, let query?):
      reading.error(
        "“query” asks no database", at: query.place,
        help: "name it, as in from: members; --database members=URL says where it is")
      return nil
    case (nil, nil, nil):
      if !fields.mentions("file"), !fields.mentions("from") {
        reading.error(
          "a member of “awards” needs “file” or “from”", at: tree.place,
          help: "file: awards/people.csv")
      }
      return nil
    case (.some, _, _):
      reading.error(
        "awards come from a file or from a database, not from both", at: tree.place,
        help: "take one of them out")
      return nil
    }
  }
}

extension TableReading {
  /// What a programme says of all its tables.
  init(_ fields: inout Fields, _ reading: inout Reading) {
    self.init()
    let columns = fields.take(ProgrammeKeys.columns, &reading)
    self.columns = columns ?? []
    let ignored = fields.take(ProgrammeKeys.ignore, &reading)
    ignore(ignored ?? [])
    dates = fields.take(ProgrammeKeys.dates, &reading)
    facts = fields.take(ProgrammeKeys.facts, &reading) ?? []
    isStrict = columns == nil && ignored == nil && dates == nil
  }

  /// The word that stands for all columns without a meaning.
  static let others = "others"

  mutating func ignore(_ names: [Located<String>]) {
    ignoresOthers = names.contains { $0.value == TableReading.others }
    ignored = names.filter { $0.value != TableReading.others }
  }

  /// The name of a column.
  static let nameForm = Form<String>.prose(named: "the name of a column")

  static let namesForm = Form<[Located<String>]>.list(
    of: nameForm, named: "a column, or a list of columns", 0...100)

  enum ColumnKeys {
    /// For every key of an award, the columns that say it.
    static let columns = AwardKey.allCases.map { key in
      Key(key.rawValue, namesForm, "the column that says: \(key.summary)")
    }
    static let all = columns.map { KeyDeclaration($0) }
  }

  static let columnsForm = Form<[Column]>("columns by what they say", .chapter("columns")) {
    tree, reading in
    guard var fields = Fields(tree, of: "columns", declared: ColumnKeys.all, &reading) else {
      return nil
    }
    let columns = zip(AwardKey.allCases, ColumnKeys.columns).compactMap { key, form in
      fields.take(form, &reading).flatMap { $0.isEmpty ? nil : Column(key, $0) }
    }
    fields.finish(&reading)
    return columns
  }

  enum AlwaysKeys {
    static let texts = AwardKey.allCases.map { key in
      Key(key.rawValue, Form<String>.prose(named: "text"), key.summary)
    }
    static let all = texts.map { KeyDeclaration($0) }
  }

  static let alwaysForm = Form<[(key: AwardKey, text: Located<String>)]>(
    "what awards say", .chapter("always")
  ) { tree, reading in
    guard var fields = Fields(tree, of: "always", declared: AlwaysKeys.all, &reading) else {
      return nil
    }
    let texts = zip(AwardKey.allCases, AlwaysKeys.texts).compactMap { key, form in
      fields.locate(form, &reading).flatMap { text in
        guard [.issued, .expires, .revoked].contains(key), CalendarDate(iso: text.value) == nil
        else { return (key: key, text: text) }
        reading.error(
          "“\(text.value.prefix(40))” is not a day", at: text.place,
          help: "write year-month-day, as in 2026-10-14")
        return nil
      }
    }
    fields.finish(&reading)
    return texts
  }

  static let badgesForm = Form<[String: String]>("badges by other names", .map(.text)) {
    tree, reading in
    guard let map = Form<Tree>.map.read(tree, &reading) else { return nil }
    var badges: [String: String] = [:]
    for entry in map.entries ?? [] {
      guard let badge = Form<String>.prose(named: "a badge").read(entry.value, &reading) else {
        continue
      }
      badges[folded(entry.key.value)] = badge
    }
    return badges
  }

  static let onlyForm = Form<[Condition]>(
    "values by column", .map(.either([.text, .list(.text, 1...100)]))
  ) { tree, reading in
    guard let map = Form<Tree>.map.read(tree, &reading) else { return nil }
    let form = Form<[Located<String>]>.list(of: .prose(named: "a value"), named: "values", 1...100)
    return (map.entries ?? []).compactMap { entry in
      form.read(entry.value, &reading).map { Condition(entry.key, $0.map(\.value)) }
    }
  }

  static let factsForm = Form<[Fact]>("columns by name", .named(.id, .text)) { tree, reading in
    guard let map = Form<Tree>.map.read(tree, &reading) else { return nil }
    var facts: [Fact] = []
    for entry in map.entries ?? [] {
      guard reading.checkID(entry.key.value, at: entry.key.place),
        let column = nameForm.read(entry.value, &reading)
      else { continue }
      if TextTemplate.Fact(rawValue: "award.\(entry.key.value)") != nil {
        reading.error(
          "“{{award.\(entry.key.value)}}” means something else already", at: entry.key.place,
          help: "call it otherwise")
        continue
      }
      guard facts.count < factLimit else {
        reading.error(
          "more than \(factLimit) facts", at: entry.key.place, help: "name those that are shown")
        break
      }
      facts.append(Fact(entry.key.value, Located(column, entry.value.place)))
    }
    return facts
  }
}

extension Form where Value == String {
  /// Any text of up to 4,000 bytes that says something, as it is written.
  static func prose(named name: String) -> Form {
    Form(name, .text) { tree, reading in
      guard case .scalar(let text, _) = tree.value else {
        reading.error("expected \(name)", at: tree.place, help: "a map or a list cannot stand here")
        return nil
      }
      guard !text.allSatisfy(\.isWhitespace), text.utf8.count <= 4000 else {
        reading.error("expected \(name)", at: tree.place, help: "write one of up to 4000 bytes")
        return nil
      }
      return text
    }
  }
}

extension SourceText {
  /// Whether it is a file in the programme's own folder that `pattern`, a member of `awards`, names.
  func isNamed(_ pattern: String) -> Bool {
    let file = name[(name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex)...]
    guard let star = pattern.firstIndex(of: "*") else { return file == pattern }
    let (start, end) = (pattern[..<star], pattern[pattern.index(after: star)...])
    // What a “*” takes for ledgers are badges as well, if they stand beside the programme.
    return file.hasPrefix(start) && file.hasSuffix(end) && !start.isEmpty
      && file.count >= start.count + end.count
  }
}
