import BlazonTable
import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a server of PostgreSQL answers, and what it is never asked. Where its programs are missing, all of this fails.
@Suite struct PostgreSQLTests {
  private let server: PostgreSQLServer

  init() throws { server = try Server.shared.get() }

  private func ask(
    _ query: String, _ limits: TableLimits = TableLimits(), as role: String = "reader",
    password: String = "p@ss/w?rd", database: String = "awards"
  ) -> String {
    let url = server.url(role, password: password, database: database)
    return outcome { () throws(TableError) in try Database(url: url).csv(of: query, limits: limits)
    }
  }

  private func askAdmin(_ query: String) -> String {
    ask(query, as: "admin", password: "open sesame")
  }

  @Test func `rows come in the order of the query, with names and NULL as nothing`() {
    #expect(
      ask("SELECT handle, name, issued AS day FROM awards ORDER BY handle DESC")
        == "handle,name,day\nbo,\"Bo \"\"B\"\" 李 two\",\nada,\"Ada, Lady L.\",2026-10-14\n")
    #expect(ask("SELECT handle FROM awards WHERE false") == "handle\n")
    #expect(ask("VALUES (1, 'x'); -- no more") == "column1,column2\n1,x\n")
    #expect(ask("TABLE awards ORDER BY 1 LIMIT 1").hasSuffix("\nada,\"Ada, Lady L.\",2026-10-14\n"))
    #expect(ask("WITH a AS (SELECT 1 AS b) SELECT b FROM a") == "b\n1\n")
  }

  @Test func `values are written alike, whatever the role prefers`() {
    let query = """
      SELECT date '2026-10-14' AS day, timestamptz '2026-10-14 09:14:22.5+02' AS moment,
        timestamp '2026-10-14 09:14:22' AS local, 1.50::numeric AS exact, 0.1::float8 + 0.2 AS double,
        1e20::float8 AS large, true AS yes, false AS no, NULL::boolean AS unknown,
        ARRAY['a', 'b c', NULL] AS list, '{"b": 1, "a": [true]}'::jsonb AS json,
        interval '1 day 02:03:04' AS stretch, '\\x00ff'::bytea AS bytes, 12.5::money AS money,
        'Ü' AS letter, ARRAY[date '2026-10-14'] AS days
      """
    let expected = """
      day,moment,local,exact,double,large,yes,no,unknown,list,json,stretch,bytes,money,letter,days
      2026-10-14,2026-10-14 07:14:22.5+00,2026-10-14 09:14:22,1.50,0.30000000000000004,1e+20,true,false,,\
      "{a,""b c"",NULL}","{""a"": [true], ""b"": 1}",1 day 02:03:04,\\x00ff,$12.50,Ü,{2026-10-14}

      """
    #expect(ask(query) == expected)
    #expect(askAdmin(query) == expected)
  }

  @Test func `letters are UTF-8, whatever the database keeps, or are refused`() {
    #expect(ask("SELECT word FROM words", database: "latin") == "word\nMüller\n")
    #expect(
      ask("SELECT word FROM words", database: "raw")
        == "the database says: invalid byte sequence for encoding \"UTF8\": 0xfc | mend the query")
  }

  @Test(arguments: [
    "INSERT INTO awards VALUES ('x', 'x', NULL) RETURNING handle",
    "DELETE FROM awards RETURNING handle",
    "WITH gone AS (DELETE FROM awards RETURNING handle) SELECT handle FROM gone",
    "SELECT give('x')", "SELECT nextval('numbers')", "SELECT * INTO copy FROM awards",
    "SELECT handle FROM awards FOR UPDATE",
    "SELECT set_config('transaction_read_only', 'off', true), give('x')",
  ]) func `what writes is refused, by whoever it is written`(query: String) {
    #expect(!ask(query).contains("\n"), "\(query)")
    let said = askAdmin(query)
    #expect(
      said.hasPrefix("the database says: ") || said.hasPrefix("the query is none"),
      "\(query): \(said)")
    #expect(ask("SELECT count(*) AS n FROM awards") == "n\n2\n")
  }

  @Test(arguments: [
    "COPY awards TO STDOUT", "COPY awards FROM STDIN", "BEGIN", "COMMIT", "ROLLBACK",
    "CALL give_all()",
    "SET TRANSACTION READ WRITE", "SET statement_timeout = 0", "DO 'BEGIN END'", "LISTEN x",
    "CHECKPOINT",
    "CREATE TABLE t (a int)", "DROP TABLE awards", "", "-- nothing", "PREPARE p AS SELECT 1",
    "DECLARE c CURSOR FOR SELECT 1", "LOCK TABLE awards", "SHOW TimeZone", "EXPLAIN SELECT 1",
    "EXPLAIN ANALYZE SELECT 1",
  ]) func `what gives no rows of a query is refused`(query: String) {
    #expect(askAdmin(query) == "the query is none that gives rows | write one SELECT", "\(query)")
    #expect(ask("SELECT count(*) AS n FROM awards") == "n\n2\n")
  }

  @Test func `no program and no file of the server is begun or written by COPY`() {
    let file = "/tmp/blazon-copied-\(UUID().uuidString)"
    for query in ["COPY (SELECT 1) TO '\(file)'", "COPY (SELECT 1) TO PROGRAM 'touch \(file)'"] {
      #expect(askAdmin(query) == "the query is none that gives rows | write one SELECT")
      #expect(!FileManager.default.fileExists(atPath: file))
    }
  }

  @Test func `two statements are refused, and none is run`() {
    #expect(
      askAdmin("SELECT 1; DELETE FROM awards")
        == "the query has more than one statement | write one SELECT")
    #expect(
      askAdmin("COMMIT; DELETE FROM awards").hasPrefix("the query has more than one statement"))
    #expect(ask("SELECT count(*) AS n FROM awards") == "n\n2\n")
  }

  @Test func `a word that the server does not know has its place`() throws {
    let database = try Database(url: server.url())
    let error = #expect(throws: TableError.self) {
      try database.csv(of: "SELECT 'ü', hamdle FROM awards")
    }
    #expect(error?.message == "the database says: column \"hamdle\" does not exist")
    #expect(error?.help == "Perhaps you meant to reference the column \"awards.handle\".")
    #expect(error?.offset == 13)
    #expect(
      ask("SELECT a, b AS a FROM (VALUES (1, 2)) AS t(a, b)").hasPrefix(
        "the query gives two columns “a”"))
    #expect(ask("SELECT 1 / 0 AS a") == "the database says: division by zero | mend the query")
  }

  @Test func `what never ends is ended by the clock`() {
    var limits = TableLimits()
    limits.seconds = 0.5
    let clock = ContinuousClock()
    for query in ["SELECT pg_sleep(100)", "SELECT count(*) FROM generate_series(1, 1000000000000)"]
    {
      let time = clock.measure {
        #expect(ask(query, limits).hasPrefix("the database has not answered within 0.5 seconds"))
      }
      #expect(time < .seconds(5))
    }
  }

  @Test func `rows, columns and bytes have limits, and no more is kept`() {
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(
        ask("SELECT generate_series(1, 1000000000) AS n")
          == "the query gives more than 250000 rows | ask for fewer")
    }
    #expect(time < .seconds(20))
    #expect(
      ask("SELECT 'x' AS a UNION ALL SELECT repeat('x', 9000)")
        == "column “a” of row 2 has 9000 bytes; at most 8192 are read | shorten it")
    var limits = TableLimits()
    limits.bytes = 100_000
    #expect(
      ask("SELECT repeat('x', 2000) AS a, generate_series(1, 1000000000) AS n", limits).hasPrefix(
        "the table has more than 100000 bytes of text"))
    let columns = (0...100).map { "\($0) AS a\($0)" }.joined(separator: ", ")
    #expect(ask("SELECT \(columns)").hasPrefix("the query gives 101 columns; at most 100 are read"))
  }

  @Test func `a wrong password is told without it`() {
    let said = ask("SELECT 1", password: "hunter two")
    #expect(said.contains("password authentication failed for user \"reader\""))
    #expect(!said.contains("hunter"))
    #expect(ask("SELECT 1", database: "none").contains("database \"none\" does not exist"))
  }

  @Test func `a server that is away is one error`() {
    let said = outcome { () throws(TableError) in
      try Database(url: "postgresql://u:sesame@/db?host=%2Ftmp%2Fnowhere").csv(of: "SELECT 1")
    }
    #expect(said.hasPrefix("the database cannot be reached: "))
    #expect(said.contains("/tmp/nowhere"))
    #expect(!said.contains("sesame"))
  }

  @Test func `a password is not told though it is the name of the host`() {
    let said = outcome { () throws(TableError) in
      try Database(url: "postgresql://u:sesame@/db?host=%2Ftmp%2Fsesame").csv(of: "SELECT 1")
    }
    #expect(said.contains("/tmp/…/"))
    #expect(!said.contains("sesame"))
  }

  @Test func `a server that takes a call and says nothing is waited for no longer than told`()
    throws
  {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 5) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    #expect(isBound)
    let port = UInt16(bigEndian: address.sin_port)
    var limits = TableLimits()
    limits.seconds = 0.5
    let clock = ContinuousClock()
    let time = clock.measure {
      let said = outcome { () throws(TableError) in
        try Database(url: "postgresql://u:sesame@127.0.0.1:\(port)/db").csv(
          of: "SELECT 1", limits: limits)
      }
      #expect(said.hasPrefix("the database has not answered within 0.5 seconds"))
    }
    #expect(time < .seconds(3))
  }
}
