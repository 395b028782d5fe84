internal import CSQLite

/// Whether SQLite is installed, by which files of SQLite are read.
public var canReadDatabases: Bool { blazon_sqlite_is_there() != 0 }

/// Why a database, or a question to it, is not answered.
public enum SQLiteError: Error, Hashable, Sendable {
  /// libsqlite3 is not installed.
  case missing
  case noMemory
  /// No regular file is there, or it may not be read.
  case noFile
  /// What SQLite says, and where in the question, in bytes.
  case failed(String, offset: Int?)
  /// The question calls a function that touches what is outside, or (`nil`) does more than read.
  case denied(function: String?)
  /// A second statement begins at the place, in bytes.
  case several(offset: Int)
  /// Nothing is asked.
  case empty
  /// The time is over.
  case late
  /// A value, or what is kept for putting rows in order, takes too much memory.
  case large
}

/// A value of a row.
public enum Value: Hashable, Sendable {
  case null
  /// A text, or a whole number in digits. UTF-8 if the database is sound.
  case text([UInt8])
  case real(Double)
  case blob
}

/// A database file of SQLite that is only read, and asked one question.
///
/// Nothing is written, attached, loaded or called that touches anything else, though a view of the file asks for it.
@safe public final class Database {
  private let database: OpaquePointer

  /// Opens the regular file at `path`, whatever its name begins with, for at most `seconds`.
  public init(path: String, seconds: Double) throws(SQLiteError) {
    var ending: Int32 = 0
    var message = [CChar](repeating: 0, count: 512)
    let capacity = message.count
    guard !path.utf8.contains(0),
      let database = unsafe blazon_sqlite_open(path, seconds, &ending, &message, capacity)
    else {
      switch Int(ending) {
      case blazon_sqlite_missing: throw .missing
      case blazon_sqlite_no_memory: throw .noMemory
      case blazon_sqlite_failed:
        let said = message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
        throw .failed(String(decoding: said, as: UTF8.self), offset: nil)
      default: throw .noFile
      }
    }
    unsafe self.database = database
  }

  deinit { unsafe blazon_sqlite_close(database) }

  /// Runs `query`, which must be one SELECT, and hands on the names of its columns, and then each row, until `take` has
  /// enough, which it says by `false`. Once in a database's life.
  public func ask(
    _ query: String, names: ([String]) -> Bool, take: ([Value]) -> Bool
  ) throws(SQLiteError) {
    let text = Array(query.utf8)
    let ending = unsafe blazon_sqlite_ask(database, text, text.count)
    guard Int(ending) == blazon_sqlite_ok else { throw error(ending) }
    let count = unsafe blazon_sqlite_columns(database)
    let titles = (0..<count).map { column in
      unsafe blazon_sqlite_name(database, column).map { unsafe String(cString: $0) } ?? ""
    }
    guard names(titles) else { return }
    while true {
      let ending = unsafe blazon_sqlite_next(database)
      switch Int(ending) {
      case blazon_sqlite_row: guard take((0..<count).map(value)) else { return }
      case blazon_sqlite_end: return
      default: throw error(ending)
      }
    }
  }

  private func value(_ column: Int32) -> Value {
    switch unsafe Int(blazon_sqlite_kind(database, column)) {
    case blazon_sqlite_null: return .null
    case blazon_sqlite_blob: return .blob
    case blazon_sqlite_real: return unsafe .real(blazon_sqlite_number(database, column))
    default:
      var length = 0
      let start = unsafe blazon_sqlite_words(database, column, &length)
      return unsafe .text(Array(UnsafeBufferPointer(start: start, count: length)))
    }
  }

  private func error(_ ending: Int32) -> SQLiteError {
    let place = unsafe Int(blazon_sqlite_place(database))
    switch Int(ending) {
    case blazon_sqlite_no_memory: return .noMemory
    case blazon_sqlite_denied, blazon_sqlite_not_a_question:
      let function = unsafe String(cString: blazon_sqlite_denied_function(database))
      return .denied(function: function.isEmpty ? nil : function)
    case blazon_sqlite_several: return .several(offset: place)
    case blazon_sqlite_empty: return .empty
    case blazon_sqlite_late: return .late
    case blazon_sqlite_large: return .large
    default:
      let message = unsafe String(cString: blazon_sqlite_message(database))
      return .failed(message, offset: place < 0 ? nil : place)
    }
  }
}
