import BlazonTable
import Foundation
import TestSupport
import Testing

/// What a file of SQLite answers, and what it is never asked.
@Suite struct SQLiteTests {
  private let folder: TemporaryFolder
  private var path: String { "\(folder.path)/awards.db" }

  init() throws {
    folder = try TemporaryFolder()
    _ = try written(
      by: """
        import sqlite3, sys
        db = sqlite3.connect(sys.argv[1])
        db.executescript('''
          CREATE TABLE awards (handle TEXT, name TEXT, points, issued TEXT, photo BLOB);
          INSERT INTO awards VALUES ('ada', 'Ada, Lady L.', 12, '2026-10-14', x'00ff');
          INSERT INTO awards VALUES ('bo', 'Bo "B" 李' || char(10) || 'two', 0.1 + 0.2, NULL, NULL);
          CREATE VIEW bad AS SELECT load_extension('/tmp/x.so');
          CREATE TABLE odd (a, b);
          INSERT INTO odd VALUES (1, CAST(x'61ff62' AS TEXT)), (2, 'a' || char(0) || 'b');
        ''')
        """, [path])
  }

  private func ask(_ query: String, _ limits: TableLimits = TableLimits()) -> String {
    outcome { () throws(TableError) in
      try Database(url: "sqlite:\(path)").csv(of: query, limits: limits)
    }
  }

  @Test func `rows come in the order of the query, with names, NULL as nothing, reals in digits`() {
    #expect(
      ask("SELECT handle, name, points, issued AS day, 1.0 AS one FROM awards ORDER BY handle DESC")
        == "handle,name,points,day,one\nbo,\"Bo \"\"B\"\" 李 two\",0.3,,1\nada,\"Ada, Lady L.\",12,2026-10-14,1\n"
    )
    #expect(ask("SELECT handle FROM awards WHERE 0") == "handle\n")
    #expect(ask("SELECT 1e300 * 1e10 AS endless") == "endless\n\n")
    #expect(ask("VALUES (1, 2); -- no more\n /* at all */ ;") == "column1,column2\n1,2\n")
    #expect(
      ask("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 3) SELECT x FROM n")
        == "x\n1\n2\n3\n")
  }

  @Test(arguments: ["sqlite:", "sqlite://", ""]) func `a database has several addresses`(
    scheme: String
  ) {
    #expect(
      outcome { () throws(TableError) in
        try Database(url: scheme + path).csv(of: "SELECT count(*) AS n FROM awards")
      } == "n\n2\n")
  }

  @Test func `a path is in the folder that is told`() throws {
    let bytes = try Database(url: "sqlite:awards.db", in: folder.path).csv(of: "SELECT 1 AS a")
    #expect(bytes == Array("a\r\n1\r\n".utf8))
    for name in ["file:awards.db?mode=rwc", ":memory:", ""] {
      #expect(throws: TableError.self) {
        try Database(url: "sqlite:\(name)", in: folder.path).csv(of: "SELECT 1 AS a")
      }
    }
    #expect(try folder.names("") == ["awards.db"])
  }

  @Test(arguments: [
    "INSERT INTO awards(handle) VALUES ('x') RETURNING handle", "DELETE FROM awards RETURNING 1",
    "PRAGMA journal_mode = DELETE", "PRAGMA table_info(awards)", "PRAGMA data_version",
    "SELECT * FROM pragma_table_info('awards')",
    "ATTACH '/tmp/tables-attached.db' AS other", "BEGIN", "VACUUM INTO '/tmp/tables-attached.db'",
    "CREATE TEMP TABLE t(a)", "EXPLAIN SELECT 1", "EXPLAIN QUERY PLAN SELECT 1",
    "DROP TABLE awards",
    "UPDATE awards SET handle = 'x'", "REINDEX", "ANALYZE", "DETACH main", "SAVEPOINT s",
  ]) func `what does more than read is refused`(query: String) throws {
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(ask(query) == "the query does more than read | write one SELECT")
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try folder.names("") == ["awards.db"])
    #expect(!FileManager.default.fileExists(atPath: "/tmp/tables-attached.db"))
  }

  @Test(arguments: [
    "SELECT load_extension('/tmp/x.so')", "SELECT LOAD_EXTENSION('/tmp/x.so', 'y') FROM awards",
    "SELECT 1 WHERE EXISTS (SELECT load_extension('x'))",
  ]) func `a function that loads code is not called`(query: String) {
    #expect(ask(query).lowercased() == "the function “load_extension” is not called | leave it out")
  }

  @Test func `nor is it though a view calls it`() {
    #expect(ask("SELECT * FROM bad").hasPrefix("SQLite says: unsafe use of load_extension()"))
  }

  @Test func `two statements are an error at the second`() throws {
    for second in ["SELECT 2", "DROP TABLE awards", "nonsense", "'"] {
      let database = try Database(url: path)
      let error = #expect(throws: TableError.self) {
        try database.csv(of: "SELECT 1 AS a; -- ü\n \(second)")
      }
      #expect(error?.message == "the query has more than one statement")
      #expect(error?.offset == 15)
    }
    #expect(ask(" -- nothing\n") == "the query is empty | write one SELECT")
    #expect(ask("") == "the query is empty | write one SELECT")
    #expect(
      ask("SELECT 1\u{0}; DROP TABLE awards")
        == "the query has the invisible character U+0000 | remove it")
  }

  @Test func `a word that SQLite does not know has its place`() throws {
    let database = try Database(url: path)
    let error = #expect(throws: TableError.self) {
      try database.csv(of: "SELECT 'ü', nmae FROM awards")
    }
    #expect(error?.message == "SQLite says: no such column: nmae")
    #expect(error?.offset == 13)
    // Not a text, as SQLite would have it.
    #expect(ask("SELECT \"nmae\" FROM awards").contains("no such column"))
  }

  @Test func `a column of blobs is refused by its name, a broken text by its row`() {
    #expect(
      ask("SELECT handle, photo FROM awards")
        == "column “photo” of row 1 is a blob | leave the column out, or write hex(…) or CAST(… AS TEXT)"
    )
    #expect(
      ask("SELECT b FROM odd WHERE a = 1")
        == "column “b” of row 1 has bytes that are not UTF-8 | write its text anew")
    #expect(
      ask("SELECT 'x' AS b UNION ALL SELECT b FROM odd WHERE a = 2")
        == "column “b” of row 2 has the invisible character U+0000 | remove it")
    #expect(
      ask("SELECT handle, name AS handle FROM awards").hasPrefix(
        "the query gives two columns “handle”"))
  }

  @Test func `what never ends is ended by the clock`() {
    var limits = TableLimits()
    limits.seconds = 0.3
    let clock = ContinuousClock()
    for query in [
      "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
      "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n WHERE x < 0",
    ] {
      let time = clock.measure {
        #expect(ask(query, limits).hasPrefix("the database has not answered within 0.3 seconds"))
      }
      #expect(time < .seconds(5))
    }
  }

  @Test func `what is too much is refused, and takes no memory without end`() {
    let endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
    #expect(
      ask("\(endless) SELECT x FROM n") == "the query gives more than 250000 rows | ask for fewer")
    #expect(
      ask("\(endless) SELECT x FROM n ORDER BY -x").hasPrefix("the query takes too much memory"))
    #expect(
      ask("SELECT hex(zeroblob(1000000000)) AS a") == "the query takes too much memory | "
        + "leave out what is long, or order fewer rows")
    #expect(
      ask("SELECT 1 AS a UNION ALL SELECT hex(zeroblob(5000))")
        == "column “a” of row 2 has 10000 bytes; at most 8192 are read | shorten it")
    var limits = TableLimits()
    limits.bytes = 100_000
    #expect(
      ask("\(endless) SELECT hex(zeroblob(2000)) AS a FROM n", limits).hasPrefix(
        "the table has more than 100000 bytes of text"))
    let columns = (0...100).map { "\($0) AS a\($0)" }.joined(separator: ", ")
    #expect(ask("SELECT \(columns)").hasPrefix("the query gives 101 columns; at most 100 are read"))
  }

  @Test func `what is no database is refused`() throws {
    try folder.write(String(repeating: "no database ", count: 1000), "text.db")
    func open(_ name: String) -> String {
      outcome { () throws(TableError) in
        try Database(url: "sqlite:\(name)", in: folder.path).csv(of: "SELECT * FROM awards")
      }
    }
    #expect(
      open("text.db")
        == "SQLite says: file is not a database | open the database with the sqlite3 program")
    #expect(open("none.db").hasPrefix("“\(folder.path)/none.db” is no file that can be read"))
    #expect(open(".").contains("is no file that can be read"))
    var bytes = try Array(Data(contentsOf: URL(filePath: path)))
    for index in stride(from: 100, to: bytes.count, by: 3) { bytes[index] = 0xA5 }
    try Data(bytes).write(to: URL(filePath: "\(folder.path)/broken.db"))
    #expect(open("broken.db").hasPrefix("SQLite says: "))
    let pipe = try run("mkfifo", ["\(folder.path)/pipe.db"])
    #expect(pipe.status == 0)
    #expect(open("pipe.db").contains("is no file that can be read"))
  }

  @Test func `what stands in a write-ahead log alone is read, too`()
    throws
  {
    let file = "\(folder.path)/log.db"
    _ = try written(
      by: """
        import os, sqlite3, sys
        db = sqlite3.connect(sys.argv[1])
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE awards (handle TEXT)")
        db.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
        db.execute("INSERT INTO awards VALUES ('ada')")
        db.commit()
        os._exit(0)
        """, [file])
    let log = try Data(contentsOf: URL(filePath: file + "-wal"))
    #expect(!log.isEmpty)
    func ask(_ query: String) -> String {
      outcome { () throws(TableError) in try Database(url: file).csv(of: query) }
    }
    #expect(ask("SELECT handle FROM awards") == "handle\nada\n")
    // A virtual table runs statements of its own, which are not all SELECTs.
    #expect(ask("SELECT word FROM words") == "the query does more than read | write one SELECT")
    #expect(try Data(contentsOf: URL(filePath: file + "-wal")) == log)
  }

  @Test func `random changes to a database end nothing but the reading`() throws {
    let sound = try Array(Data(contentsOf: URL(filePath: path)))
    var random = SeededGenerator(seed: 26)
    var refused = 0
    for number in 0..<300 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        bytes[Int.random(in: 16..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      let file = "\(folder.path)/\(number).db"
      try Data(bytes).write(to: URL(filePath: file))
      var limits = TableLimits()
      limits.seconds = 2
      do {
        _ = try Database(url: file).csv(of: "SELECT handle, name FROM awards", limits: limits)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0)
  }
}
