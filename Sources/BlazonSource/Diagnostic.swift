/// Something wrong (or worth knowing) in what somebody wrote.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// Nothing is drawn.
    case error
    /// Worth mending.
    case warning
    /// Worth knowing.
    case note
  }

  /// How bad it is.
  public var severity: Severity
  /// One line, lower case, with the author's own word in quotes.
  public var message: String
  /// Where; `nil` only for what concerns no file.
  public var place: Place?
  /// What would be accepted, as it could be pasted.
  public var help: String?
  /// Who else is concerned, e.g. the badge that inherited a bad value.
  public var notes: [String]
  /// The id of the rule that is broken; `nil` for the language itself, and for what is only told.
  public var rule: String?
  /// What was measured.
  public var measure: Measure?
  /// Whether what it is about was left out, by somebody's wish: it is an error that stops nothing else.
  public var leavesOut = false

  /// A finding of no rule.
  public init(
    _ severity: Severity, _ message: String, at place: Place?, help: String? = nil,
    notes: [String] = []
  ) {
    (self.severity, self.message, self.place) = (severity, message, place)
    (self.help, self.notes) = (help, notes)
  }
}

extension Diagnostic {
  /// Whether nothing is drawn because of it.
  fileprivate var stops: Bool { severity == .error && !leavesOut }
}

/// A number that a rule asks for: what was found, and the most or least that is allowed.
public struct Measure: Hashable, Sendable {
  /// What was found.
  public var value: Double
  /// `bytes`, `units` of the canvas, …
  public var unit: String
  /// The most, or the least, that is allowed.
  public var limit: Double

  /// `value` of `unit` where `limit` is allowed.
  public init(_ value: Double, _ unit: String, limit: Double) {
    (self.value, self.unit, self.limit) = (value, unit, limit)
  }
}

/// All that was found in a run. The same finding is kept once, with the notes of every time.
public struct Report: Sendable {
  private struct Key: Hashable {
    var message: String
    var place: Place?
  }

  /// In the order in which they were found.
  public private(set) var diagnostics: [Diagnostic] = []
  private var indices: [Key: Int] = [:]
  /// Of findings with many notes, by their place among all.
  private var knownNotes: [Int: Set<String>] = [:]

  /// Nothing found yet.
  public init() {}

  /// Adds a finding; the same message at the same place is one finding, with the notes of both.
  public mutating func add(_ diagnostic: Diagnostic) {
    let key = Key(message: diagnostic.message, place: diagnostic.place)
    if let index = indices[key] {
      if diagnostic.stops, !diagnostics[index].stops {
        errorCount += 1
        if diagnostics[index].severity == .error { leftOutCount -= 1 }
        (diagnostics[index].severity, diagnostics[index].leavesOut) = (.error, false)
      }
      diagnostics[index].help = diagnostics[index].help ?? diagnostic.help
      add(diagnostic.notes, to: index)
    } else {
      indices[key] = diagnostics.count
      diagnostics.append(diagnostic)
      if diagnostic.stops {
        errorCount += 1
      } else if diagnostic.severity == .error {
        leftOutCount += 1
      }
    }
  }

  /// Adds notes that the finding does not have: of a preset's mistake there is one for each of thousands of badges.
  private mutating func add(_ notes: [String], to index: Int) {
    for note in notes {
      if diagnostics[index].notes.count < 16 {
        if !diagnostics[index].notes.contains(note) { diagnostics[index].notes.append(note) }
        continue
      }
      var known = knownNotes[index] ?? Set(diagnostics[index].notes)
      knownNotes[index] = nil
      if known.insert(note).inserted { diagnostics[index].notes.append(note) }
      knownNotes[index] = known
    }
  }

  /// Adds all that another run found.
  public mutating func add(_ other: Report) {
    for diagnostic in other.diagnostics { add(diagnostic) }
  }

  /// Adds what was found of something that is left out, if it is `leavingOut`: then it stops nothing else.
  public mutating func add(_ other: Report, leavingOut: Bool) {
    for var diagnostic in other.diagnostics {
      if leavingOut, diagnostic.severity == .error { diagnostic.leavesOut = true }
      add(diagnostic)
    }
  }

  /// Adds an error of no rule.
  public mutating func error(_ message: String, at place: Place?, help: String? = nil) {
    add(Diagnostic(.error, message, at: place, help: help))
  }

  /// How many errors are among the findings that stop the run.
  public private(set) var errorCount = 0
  /// How many errors are told of what was left out, and stop nothing.
  public private(set) var leftOutCount = 0
  /// Whether any finding is an error.
  public var hasErrors: Bool { errorCount > 0 }

  /// The findings by file, line and column; what has no place comes first.
  public var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      guard let p = a.element.place else { return b.element.place != nil || a.offset < b.offset }
      guard let q = b.element.place else { return false }
      return (p.source.name, p.start, a.offset) < (q.source.name, q.start, b.offset)
    }.map(\.element)
  }
}
