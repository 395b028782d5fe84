internal import PostgreSQL
internal import SQLite

/// A database that is asked who earned what. It is only read.
package struct Database: Sendable {
  private enum Kind {
    case sqlite(path: String)
    case postgresql(url: String)
  }

  private let kind: Kind

  /// What `init` accepts, as a help.
  package static let accepted =
    "write a file, as in sqlite:awards.db, or a server, as in postgresql://reader@db.example.org/awards"

  /// The database at `url`: `sqlite:PATH`, `sqlite:///PATH`, a path that ends in `.db`, `.sqlite` or `.sqlite3`, or
  /// `postgresql://…`. A path that does not begin with `/` is in `folder`.
  ///
  /// Of a server all that the URL leaves out is found as every program of PostgreSQL finds it: in `PGHOST`, `PGUSER`,
  /// `PGPASSWORD` and the like, the password also in `~/.pgpass`. Service files are refused, as they say another server
  /// than the URL.
  package init(url: String, in folder: String = "") throws(TableError) {
    let help = Database.accepted
    func path(_ path: some StringProtocol) throws(TableError) -> Kind {
      guard !path.isEmpty, !path.utf8.contains(0) else {
        throw TableError("the address of the database names no file", help: help)
      }
      let isWhole = path.hasPrefix("/") || folder.isEmpty
      return .sqlite(path: isWhole ? String(path) : "\(folder)/\(path)")
    }
    if let scheme = Database.scheme(of: url) {
      let rest = url.dropFirst(scheme.count + 1)
      switch scheme.lowercased() {
      case "sqlite", "sqlite3":
        // As in “file:”, a host would stand between the second slash and the third.
        guard !rest.hasPrefix("//") || rest.hasPrefix("///") else {
          throw TableError(
            "a file of SQLite is on no other machine",
            help: "write one slash, or three: sqlite:///folder/awards.db")
        }
        kind = try path(rest.hasPrefix("///") ? rest.dropFirst(2) : rest)
      case "postgresql", "postgres":
        try Database.check(rest)
        // libpq knows it in small letters alone.
        kind = .postgresql(url: "postgresql:\(rest)")
      default: throw TableError("“\(scheme):” is no database that is read", help: help)
      }
    } else {
      let name = url.lowercased()
      guard [".db", ".sqlite", ".sqlite3"].contains(where: name.hasSuffix) else {
        throw TableError("this is not the address of a database", help: help)
      }
      kind = try path(url)
    }
  }

  /// The letters before the first colon, if it is one of a scheme (RFC 3986, section 3.1).
  private static func scheme(of url: String) -> Substring? {
    guard let colon = url.firstIndex(of: ":") else { return nil }
    let scheme = url[..<colon]
    let isScheme = scheme.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
    }
    return isScheme && scheme.utf8.count > 1 ? scheme : nil
  }

  /// Refuses addresses that libpq would take apart elsewhere than their author meant, and then show a piece of the password
  /// as the name of a host.
  private static func check(_ rest: Substring) throws(TableError) {
    guard rest.hasPrefix("//") else {
      throw TableError("the address of the server has no “//”", help: accepted)
    }
    let at = rest.utf8.count { $0 == UInt8(ascii: "@") }
    let authority = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard at == 0 || at == 1 && authority.contains("@") else {
      throw TableError(
        "the address of the server has an “@” that is not its first part's end",
        help: "in a name or a password write %40 for @, %2F for /, %3F for ?, %23 for #")
    }
    guard !rest.utf8.contains(0) else {
      throw TableError(
        "the address of the server has the invisible character U+0000", help: accepted)
    }
  }

  /// What `query` asks for, as CSV: a row of the columns' names, then the rows in the order in which they are given.
  /// NULL is an empty field, a truth `true` or `false`.
  package func csv(
    of query: String, limits: TableLimits = TableLimits()
  ) throws(TableError) -> [UInt8] {
    guard !query.utf8.contains(0) else {
      throw TableError("the query has the invisible character U+0000", help: "remove it")
    }
    guard query.utf8.count <= 100_000 else {
      throw TableError(
        "the query has \(query.utf8.count) bytes; at most 100000 are sent", help: "make it a view")
    }
    switch kind {
    case .sqlite(let path): return try sqlite(path, query, limits)
    case .postgresql(let url): return try postgresql(url, query, limits)
    }
  }
}

// MARK: - SQLite

extension Database {
  private func sqlite(
    _ path: String, _ query: String, _ limits: TableLimits
  ) throws(TableError) -> [UInt8] {
    var answer = AnswerRows(limits)
    do throws(SQLiteError) {
      let database = try SQLite.Database(path: path, seconds: limits.seconds)
      try database.ask(query) {
        answer.begin($0)
      } take: {
        answer.add($0) { (value, column) throws(TableError) in
          switch value {
          case .null: return []
          case .text(let words): return words
          case .real(let value): return Array((decimal(value) ?? "").utf8)
          case .blob:
            throw TableError(
              "\(column) is a blob",
              help: "leave the column out, or write hex(…) or CAST(… AS TEXT)")
          }
        }
      }
    } catch {
      throw tableError(error, path, limits)
    }
    return try answer.text()
  }

  private func tableError(
    _ error: SQLiteError, _ path: String, _ limits: TableLimits
  ) -> TableError {
    switch error {
    case .missing:
      TableError("SQLite is not installed", help: "install libsqlite3-0")
    case .noMemory: TableError("no memory to read the database", help: "try again")
    case .noFile:
      TableError("“\(path)” is no file that can be read", help: "write the path of a database")
    case .failed(let said, let offset):
      TableError(
        "SQLite says: \(said)",
        help: offset == nil ? "open the database with the sqlite3 program" : "mend the query",
        offset: offset)
    case .denied(let function?):
      TableError("the function “\(function)” is not called", help: "leave it out")
    case .denied(nil):
      TableError("the query does more than read", help: "write one SELECT")
    case .several(let offset):
      TableError("the query has more than one statement", help: "write one SELECT", offset: offset)
    case .empty: TableError("the query is empty", help: "write one SELECT")
    case .late: Database.late(limits)
    case .large:
      TableError(
        "the query takes too much memory", help: "leave out what is long, or order fewer rows")
    }
  }

  private static func late(_ limits: TableLimits) -> TableError {
    TableError(
      "the database has not answered within \(decimal(limits.seconds) ?? "") seconds",
      help: "ask for less, or keep the answer in a table")
  }
}

// MARK: - PostgreSQL

extension Database {
  private func postgresql(
    _ url: String, _ query: String, _ limits: TableLimits
  ) throws(TableError) -> [UInt8] {
    var answer = AnswerRows(limits)
    do throws(PostgreSQLError) {
      let connection = try Connection(url: url, seconds: limits.seconds)
      try connection.ask(query) {
        answer.begin($0)
      } take: {
        answer.add($0) { (value, _) throws(TableError) in value ?? [] }
      }
    } catch {
      throw tableError(error, query, limits)
    }
    return try answer.text()
  }

  private func tableError(
    _ error: PostgreSQLError, _ query: String, _ limits: TableLimits
  ) -> TableError {
    switch error {
    case .missing: return TableError("libpq is not installed", help: "install libpq5")
    case .noMemory: return TableError("no memory to read the database", help: "try again")
    case .address:
      return TableError("this is not the address of a server", help: Database.accepted)
    case .service:
      return TableError(
        "a service of PostgreSQL says another server than the address",
        help: "leave out service= and PGSERVICE, and write the server itself")
    case .away(let said):
      return TableError(
        "the database cannot be reached: \(said)",
        help: "look at the address, and at PGPASSWORD or ~/.pgpass")
    case .late: return Database.late(limits)
    case .notAQuestion:
      return TableError("the query is none that gives rows", help: "write one SELECT")
    // “syntax_error”, in the words of PostgreSQL's source.
    case .failed("cannot insert multiple commands into a prepared statement", _, "42601", _):
      return TableError("the query has more than one statement", help: "write one SELECT")
    case .failed(let said, let hint, let code, let character):
      // “read_only_sql_transaction”
      let help = code == "25006" ? "write one SELECT" : hint.isEmpty ? "mend the query" : hint
      let offset = character.map {
        query.unicodeScalars.prefix($0).reduce(0) { $0 + UTF8.width($1) }
      }
      return TableError("the database says: \(said)", help: help, offset: offset)
    }
  }
}

/// The rows of an answer, and what is wrong with one.
private struct AnswerRows {
  private let limits: TableLimits
  private var rows: CSVRows
  private var names: [String] = []
  private var error: TableError?

  init(_ limits: TableLimits) { (self.limits, rows) = (limits, CSVRows(limits)) }

  /// Writes the header; whether to go on.
  mutating func begin(_ names: [String]) -> Bool {
    self.names = names
    guard names.count <= limits.columns else {
      return refuse(
        TableError(
          "the query gives \(names.count) columns; at most \(limits.columns) are read",
          help: "name the columns that are wanted"))
    }
    var known: Set<String> = []
    if let twice = names.first(where: { !known.insert($0).inserted }) {
      return refuse(
        TableError(
          "the query gives two columns “\(twice)”", help: "name them apart: SELECT a AS handle, …"))
    }
    return write(names.map { Array($0.utf8) }) { "the name of column \($0 + 1)" }
  }

  /// Writes a row; whether to go on. `text` has the words of a value, or throws what is wrong in the column that it is told.
  mutating func add<Value>(
    _ values: [Value], _ text: (Value, String) throws(TableError) -> [UInt8]
  ) -> Bool {
    let row = rows.count
    guard row <= limits.rows else {
      return refuse(
        TableError("the query gives more than \(limits.rows) rows", help: "ask for fewer"))
    }
    let names = names
    func place(_ column: Int) -> String { "column “\(names[column])” of row \(row)" }
    var fields: [[UInt8]] = []
    for (index, value) in values.enumerated() {
      do throws(TableError) { fields.append(try text(value, place(index))) } catch {
        return refuse(error)
      }
    }
    return write(fields, place)
  }

  private mutating func write(_ fields: [[UInt8]], _ place: (Int) -> String) -> Bool {
    var column = 0
    do throws(CSVRows.Problem) { try rows.append(fields, failedAt: &column) } catch {
      return refuse(error.error(in: place(column), limits))
    }
    return true
  }

  private mutating func refuse(_ error: TableError) -> Bool {
    self.error = error
    return false
  }

  func text() throws(TableError) -> [UInt8] {
    if let error { throw error }
    do throws(CSVRows.Problem) { return try rows.text(width: names.count) } catch {
      throw error.error(in: "", limits)
    }
  }
}
