internal import BlazonSource

/// What the columns of a table most likely mean: what somebody who brings it is shown first.
public struct TableGuess: Sendable {
  public private(set) var reading = TableReading()
  /// What writes tables like it, where its columns tell: `Google Forms`.
  public private(set) var origin: String?
  /// Columns that say nothing here, in their order.
  public private(set) var ignored: [String] = []
  /// Days of its columns that may mean two, and whose order nothing tells.
  public private(set) var doubtfulDays: [String] = []

  /// What is known of the badges that it may name.
  public struct Question: Sendable {
    /// Whether a text is what a badge is called; `nil` where no badges are there yet.
    public var isBadge: (@Sendable (String) -> Bool)?
    /// Columns that somebody named, by what they say.
    public var named: [(key: AwardKey, header: String)] = []
    /// What every award says.
    public var always: [(key: AwardKey, text: String)] = []
    public var dates: TableReading.DateOrder?

    public init() {}
  }

  public init(_ table: TableSample, _ question: Question) {
    let start = Position(line: 1, column: 1)
    let nowhere = Place(SourceText(name: "", bytes: []), start: start, end: start)
    func located(_ text: String) -> Located<String> { Located(text, nowhere) }
    var columns: [AwardKey: [String]] = [:]
    if let known = KnownTable.all.first(where: { $0.isOrigin(of: table.headers) }) {
      origin = known.name
      for (key, headers) in known.columns {
        let there = headers.filter(table.headers.contains)
        if !there.isEmpty { columns[key] = known.joins.contains(key) ? there : [there[0]] }
      }
      reading.conditions = known.only.filter { table.headers.contains($0.column) }.map {
        TableReading.Condition(located($0.column), $0.values)
      }
    } else {
      columns = TableGuess.columns(of: table, question)
    }
    for (key, header) in question.named {
      for other in columns.keys where columns[other] == [header] { columns[other] = nil }
      columns[key] = header.split(separator: "+").map { trimmed(String($0)) }
    }
    for (key, text) in question.always {
      columns[key] = nil
      reading.always.append((key, located(text)))
    }
    reading.isStrict = false
    reading.columns = AwardKey.allCases.compactMap { key in
      columns[key].map { TableReading.Column(key, $0.map(located)) }
    }
    let used = Set(
      columns.values.joined().map(TableReading.folded)
        + reading.conditions.map { TableReading.folded($0.header.value) })
    ignored = table.headers.filter { !$0.isEmpty && !used.contains(TableReading.folded($0)) }
    reading.ignored = ignored.map(located)
    setDates(table, columns, question.dates)
  }

  // MARK: Columns

  /// The best column for each key, by its name and by what stands in it.
  private static func columns(of table: TableSample, _ question: Question) -> [AwardKey: [String]] {
    var columns: [AwardKey: [String]] = [:]
    let parts = table.headers.compactMap { header in
      ColumnGuess.namePart(of: header).map { (part: $0, header: header) }
    }
    if Set(parts.map(\.part)).count == 2 {
      columns[.name] = parts.sorted { $0.part < $1.part }.map(\.header)
    }
    var best: [AwardKey: (score: Int, header: String)] = [:]
    for header in table.headers where !header.isEmpty {
      let values = Array(table.values(of: header).prefix(200))
      // Where people can be written to is nobody's business.
      guard !values.contains(where: { $0.contains("@") && $0.dropFirst().contains("@") }) else {
        continue
      }
      for (key, score) in candidates(header, values, question)
      where columns[key] == nil && score > best[key]?.score ?? 0 { best[key] = (score, header) }
    }
    // One column says one thing; the keys that every award needs choose first.
    var taken = Set<String>()
    for key in [AwardKey.badge, .name, .handle, .issued] + AwardKey.allCases {
      guard columns[key] == nil, let (_, header) = best[key], taken.insert(header).inserted else {
        continue
      }
      columns[key] = [header]
    }
    if columns[.name] == nil, let handle = columns[.handle] { columns[.name] = handle }
    return columns
  }

  private static func candidates(
    _ header: String, _ values: [String], _ question: Question
  ) -> [(AwardKey, Int)] {
    var found: [(AwardKey, Int)] = []
    func share(_ holds: (String) -> Bool) -> Double {
      values.isEmpty ? 0 : Double(values.count(where: holds)) / Double(values.count)
    }
    if let isBadge = question.isBadge, share(isBadge) > 0.5 { found.append((.badge, 200)) }
    guard let key = ColumnGuess.key(of: header) else { return found }
    var score = AwardKey(header: header) == key ? 100 : 50
    switch key {
    case .badge:
      if question.isBadge != nil, share({ question.isBadge?($0) ?? false }) == 0 { score = 20 }
    case .issued, .expires, .revoked:
      guard share(CalendarDate.looksLikeOne) > 0.5 else { return found }
      // When a form was sent is not when a badge was earned, where both are told.
      let name = ColumnGuess.bare(header)
      if ["timestamp", "created", "registration"].contains(where: name.hasPrefix) { score -= 20 }
    case .handle:
      guard share({ !$0.contains(" ") && $0.utf8.allSatisfy { $0 < 0x80 } }) > 0.7 else {
        return found
      }
    case .evidence, .links, .avatar:
      guard values.isEmpty || share({ $0.contains(".") && !$0.contains(" ") }) > 0.5 else {
        return found
      }
    case .count:
      guard share({ Int($0) != nil }) > 0.9 else { return found }
    // Numbers of others, and where people can be written to.
    case .id, .email: return found
    case .uuid, .did, .state, .visibility, .progress, .supersededBy, .tier, .language:
      // Only what calls itself so, as ledgers do.
      guard score == 100, question.isBadge != nil || key == .language || key == .tier else {
        return found
      }
    case .name, .legalName, .statement, .reason, .result: break
    }
    found.append((key, score))
    return found
  }

  // MARK: Days

  private mutating func setDates(
    _ table: TableSample, _ columns: [AwardKey: [String]], _ asked: TableReading.DateOrder?
  ) {
    let days = [AwardKey.issued, .expires, .revoked].compactMap { columns[$0]?.first }
      .flatMap { table.values(of: $0) }
    reading.dates = asked
    guard asked == nil else { return }
    let open = days.filter {
      CalendarDate.looksLikeOne($0) && (try? CalendarDate(written: $0, in: reading)) == nil
    }
    guard !open.isEmpty else { return }
    let orders = [TableReading.DateOrder.dayMonthYear, .monthDayYear].map { order in
      (order, open.count { (try? CalendarDate(inTable: $0, order)) != nil })
    }
    // An order that writes a day which the other cannot is the one, unless that holds of both.
    if orders[0].1 != orders[1].1, orders.map(\.1).max() == open.count {
      reading.dates = orders[0].1 > orders[1].1 ? orders[0].0 : orders[1].0
    } else if orders.contains(where: { $0.1 > 0 }) {
      doubtfulDays = open
    }
  }
}

extension CalendarDate {
  /// Whether `text` is a day in some order.
  static func looksLikeOne(_ text: String) -> Bool {
    CalendarDate(iso: text) != nil
      || TableReading.DateOrder.allCases.contains {
        (try? CalendarDate(inTable: text, $0)) != nil
      }
  }
}
