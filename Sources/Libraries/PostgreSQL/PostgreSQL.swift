internal import CPostgreSQL

/// Whether libpq is installed, by which servers of PostgreSQL are read.
public var canReachServers: Bool { blazon_postgresql_is_there() != 0 }

/// Why a server, or a question to it, is not answered.
public enum PostgreSQLError: Error, Hashable, Sendable {
  /// libpq is not installed.
  case missing
  case noMemory
  /// The URL is none that libpq reads. What it says of it may quote the password, and is kept back.
  case address
  /// The URL or PGSERVICE names a service, which is a file that says by itself which server is meant.
  case service
  /// The server cannot be reached, or takes no connection; what libpq says.
  case away(String)
  /// The time is over.
  case late
  /// What the server says, its hint if it has one, its code (SQLSTATE), and where in the question, in characters from 0.
  case failed(String, hint: String, code: String, character: Int?)
  /// The statement gives no rows, or is none that asks.
  case notAQuestion
}

/// A connection to a server of PostgreSQL that only reads, and asks one question.
///
/// What the URL does not say libpq takes from where all its programs do: `PGHOST`, `PGUSER`, `PGPASSWORD`, `PGSSLMODE` and
/// the like, the password also from `~/.pgpass` or the file that `PGPASSFILE` names, certificates from `~/.postgresql`. So a
/// password need not stand in a file. Service files (`PGSERVICE`, `service=`) are refused: a URL that says one server would
/// mean another. `PGTZ`, `PGDATESTYLE` and `PGCLIENTENCODING` change nothing, as all that rows are written by is set.
///
/// The transaction only reads; what the server's own functions may do besides is for the rights of the role to say.
@safe public final class Connection {
  private let connection: OpaquePointer

  /// Connects to the database of `url`. All that is done with it may take `seconds`, but for the look-up of a name, whose time the system
  /// sets.
  public init(url: String, seconds: Double) throws(PostgreSQLError) {
    var ending: Int32 = 0
    var message = [CChar](repeating: 0, count: 1024)
    let capacity = message.count
    guard !url.utf8.contains(0) else { throw .address }
    guard let connection = unsafe blazon_postgresql_open(url, seconds, &ending, &message, capacity)
    else {
      switch Int(ending) {
      case blazon_postgresql_missing: throw .missing
      case blazon_postgresql_address: throw .address
      case blazon_postgresql_service: throw .service
      case blazon_postgresql_late: throw .late
      case blazon_postgresql_away:
        let said = message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
        throw .away(String(decoding: said, as: UTF8.self))
      default: throw .noMemory
      }
    }
    unsafe self.connection = connection
  }

  deinit { unsafe blazon_postgresql_close(connection) }

  /// Runs `query`, which must be one statement that asks, and hands on the names of its columns, and then each row, until
  /// `take` has enough, which it says by `false`. NULL is `nil`; a value is UTF-8 if the database is sound. Once in a
  /// connection's life.
  public func ask(
    _ query: String, names: ([String]) -> Bool, take: ([[UInt8]?]) -> Bool
  ) throws(PostgreSQLError) {
    let ending = unsafe blazon_postgresql_ask(connection, query)
    guard Int(ending) == blazon_postgresql_ok else { throw error(ending) }
    let columns = unsafe 0..<blazon_postgresql_columns(connection)
    let titles = columns.map { column in
      unsafe blazon_postgresql_name(connection, column).map { unsafe String(cString: $0) } ?? ""
    }
    guard names(titles) else { return }
    let areBooleans = columns.map { unsafe blazon_postgresql_is_boolean(connection, $0) != 0 }
    while true {
      let ending = unsafe blazon_postgresql_next(connection)
      switch Int(ending) {
      case blazon_postgresql_row:
        let row = columns.map { value($0, isBoolean: areBooleans[Int($0)]) }
        guard take(row) else { return }
      case blazon_postgresql_end: return
      default: throw error(ending)
      }
    }
  }

  private func value(_ column: Int32, isBoolean: Bool) -> [UInt8]? {
    var length = 0
    guard let start = unsafe blazon_postgresql_words(connection, column, &length) else {
      return nil
    }
    let words = unsafe Array(UnsafeBufferPointer(start: start, count: length))
    return isBoolean ? Array((words == [UInt8(ascii: "t")] ? "true" : "false").utf8) : words
  }

  private func error(_ ending: Int32) -> PostgreSQLError {
    switch Int(ending) {
    case blazon_postgresql_no_memory: return .noMemory
    case blazon_postgresql_late: return .late
    case blazon_postgresql_not_a_question: return .notAQuestion
    default:
      let place = unsafe Int(blazon_postgresql_place(connection))
      return unsafe .failed(
        String(cString: blazon_postgresql_message(connection)),
        hint: String(cString: blazon_postgresql_hint(connection)),
        code: String(cString: blazon_postgresql_code(connection)),
        character: place > 0 ? place - 1 : nil)
    }
  }
}
