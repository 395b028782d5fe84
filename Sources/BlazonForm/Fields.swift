package import BlazonCheck
package import BlazonScene
public import BlazonSource

/// What a value must look like, and how it is read.
public struct Form<Value>: Sendable {
  /// As the reference calls it: “a colour”, “a list of ids”.
  public let name: String
  package let schema: Schema
  package let read: @Sendable (Tree, inout Reading) -> Value?

  package init(
    _ name: String, _ schema: Schema,
    _ read: @escaping @Sendable (Tree, inout Reading) -> Value?
  ) {
    (self.name, self.schema, self.read) = (name, schema, read)
  }
}

/// A key of the language: declared once, and from that read, explained, listed and suggested.
public struct Key<Value>: Sendable {
  public let name: String
  public let form: Form<Value>
  public let summary: String

  package init(_ name: String, _ form: Form<Value>, _ summary: String) {
    (self.name, self.form, self.summary) = (name, form, summary)
  }
}

/// A key without its type, for lists.
public struct KeyDeclaration: Hashable, Sendable {
  public let name: String
  public let form: String
  public let summary: String
  package let schema: Schema

  package init<Value>(_ key: Key<Value>) {
    (name, form, schema) = (key.name, key.form.name, key.form.schema)
    summary = key.summary
  }
}

/// What a reading needs beside the tree, and where it puts what it finds.
public struct Reading: Sendable {
  public var report = Report()
  /// How often something was found wrong, repeats included.
  package private(set) var errorCount = 0
  /// The tokens that expressions may use.
  package var tokens: Set<String> = []
  /// Facts of the programme's own that texts may show, as in `{{award.hours}}`.
  package var facts: Set<String> = []
  /// What was read of colours and paints.
  var expressions = ReadExpressions()
  /// Whose values are read where a colour has one for each.
  package var theme = Theme.light
  /// Whether any colour had.
  package var isThemed = false
  /// Words of the programme's own tiers, by name.
  package var tiers: [Tree.Entry] = []
  /// Who inherits what is being read, e.g. the badge; a note under every finding.
  package var concerning: String?

  package init(tokens: Set<String> = [], concerning: String? = nil) {
    ReadingCount.add()
    (self.tokens, self.concerning) = (tokens, concerning)
  }

  /// Help may mean comparing a word with thousands: it is looked for only while somebody may read it.
  package mutating func error(
    _ message: String, at place: Place, breaking rule: Rule? = nil,
    help: @autoclosure () -> String? = nil
  ) {
    let help = report.diagnostics.count < 100 ? help() : nil
    errorCount += 1
    var diagnostic = Diagnostic(
      .error, message, at: place, help: help, notes: concerning.map { [$0] } ?? [])
    diagnostic.rule = rule?.id
    report.add(diagnostic)
  }
}

/// The entries of one map, taken out one by one; whatever is left over is a misspelling.
package struct Fields {
  package let place: Place
  private let entries: [Tree.Entry]
  /// What the entries are called. There are few: looking through them is faster than a table.
  private let names: [String]
  /// The names of the keys that were asked for, in their order.
  private var taken: [String] = []
  private let declared: [KeyDeclaration]
  /// What the map is, for messages: “a badge”.
  private let what: String

  /// `nil` if `tree` is no map, which is then reported.
  package init?(_ tree: Tree, of what: String, declared: [KeyDeclaration], _ reading: inout Reading)
  {
    guard let list = tree.entries else {
      let names = declared.map(\.name)
      reading.error(
        "\(what) is a map of keys and values, not \(tree.told)", at: tree.place,
        help: "its keys are \(names.prefix(6).joined(separator: ", "))"
          + (names.count > 6 ? " and others" : ""))
      return nil
    }
    ReadingCount.add()
    self.declared = declared
    self.what = what
    place = tree.place
    entries = list
    names = list.map(\.key.plainName)
    taken.reserveCapacity(declared.count)
  }

  /// The entry called `name`; the last, if several are.
  private func entry(_ name: String) -> Tree.Entry? {
    names.lastIndex(of: name).map { entries[$0] }
  }

  /// Whether the author wrote the key, well or not.
  package func has(_ name: String) -> Bool { entry(name).map { !$0.value.isNull } ?? false }

  /// Whether the author wrote the key, if only to take away what is inherited.
  package func mentions(_ name: String) -> Bool { entry(name) != nil }

  /// The value of `key`; `nil` if it is absent, or wrong and therefore reported.
  package mutating func take<Value>(_ key: Key<Value>, _ reading: inout Reading) -> Value? {
    taken.append(key.name)
    guard let entry = entry(key.name), !entry.value.isNull else { return nil }
    if case .scalar("", isPlain: true) = entry.value.value {
      let line = entry.key.place.source.line(entry.key.place.start.line) ?? ""
      reading.error(
        "“\(key.name)” has no value", at: entry.key.place,
        help: Tree.helpForSign(in: line)
          ?? (line.contains("#")
            ? "what follows # is a comment: put a colour in quotes, as in \(key.name): \"#00B39F\""
            : "write \(key.form.name), or leave the key out"))
      return nil
    }
    return key.form.read(entry.value, &reading)
  }

  /// The value of `key` with its place.
  package mutating func locate<Value: Sendable>(
    _ key: Key<Value>, _ reading: inout Reading
  ) -> Located<Value>? {
    guard let value = take(key, &reading), let place = entry(key.name)?.value.place else {
      return nil
    }
    return Located(value, place)
  }

  /// The value of `key`, whose absence is an error.
  package mutating func require<Value: Sendable>(
    _ key: Key<Value>, _ reading: inout Reading
  ) -> Located<Value>? {
    guard let entry = entry(key.name), !entry.value.isNull else {
      taken.append(key.name)
      reading.error(
        "\(what) needs “\(key.name)”", at: place, help: "\(key.name): \(key.form.name)")
      return nil
    }
    return locate(key, &reading)
  }

  /// Reports every key that is not part of the language.
  package func finish(_ reading: inout Reading) {
    for (index, declaration) in declared.enumerated() {
      // Most are asked for in the order in which they are declared.
      precondition(
        index < taken.count && taken[index] == declaration.name
          || taken.contains(declaration.name),
        "“\(declaration.name)” of \(what) is declared, not read")
    }
    for (key, name) in zip(entries.map(\.key), names)
    where !declared.contains(where: { $0.name == name }) {
      let names = declared.map(\.name)
      let isTorn = name.hasSuffix(")")
      reading.error(
        "unknown key “\(name)” in \(what)", at: key.place,
        help: isTorn
          ? "put quotes around a value that has commas inside parentheses"
          : helpText(for: name, among: names))
    }
  }
}
