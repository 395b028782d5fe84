import BlazonTable
import Testing

/// Which addresses are databases.
@Suite struct AddressTests {
  private func refusal(_ url: String) -> String {
    do throws(TableError) {
      _ = try Database(url: url)
      return "accepted"
    } catch {
      return error.message
    }
  }

  @Test(arguments: [
    "sqlite:awards.db", "sqlite:///var/awards", "sqlite:/var/awards", "SQLite:a b.db", "awards.DB",
    "../data/awards.sqlite", "awards.sqlite3", "postgresql://reader@db.example.org/awards",
    "postgres://db.example.org:5433/awards?sslmode=require", "postgresql:///awards",
    "postgresql://ada:p%40ss@/awards?host=%2Frun%2Fpostgresql",
  ]) func `files and servers are`(url: String) { #expect(refusal(url) == "accepted") }

  @Test(arguments: [
    ("mysql://root:secret@host/db", "“mysql:” is no database that is read"),
    ("awards.csv", "this is not the address of a database"),
    ("", "this is not the address of a database"),
    ("host=db password=secret", "this is not the address of a database"),
    ("sqlite:", "the address of the database names no file"),
    ("sqlite://host/awards.db", "a file of SQLite is on no other machine"),
    ("postgresql:awards", "the address of the server has no “//”"),
    ("http://host/awards.db", "“http:” is no database that is read"),
    ("C:\\awards.txt", "this is not the address of a database"),
  ]) func `others are refused, and say nothing of a password`(url: String, message: String) {
    #expect(refusal(url) == message)
  }

  @Test(arguments: [
    "postgresql://u:top@secret@host/db", "postgresql://u:top/secret@host/db",
    "postgresql://u:top?secret@host/db", "postgresql://u:top#secret@host/db",
  ]) func `a password that is not escaped is refused before it is taken for a host`(url: String) {
    #expect(refusal(url) == "the address of the server has an “@” that is not its first part's end")
  }

  @Test(arguments: [
    "postgresql://u:secret%zz@host/db", "postgresql://u:secret@host:port/db",
    "postgresql://u:secret@host/db?nonsense=1", "postgresql://u:secret@[::1/db",
  ]) func `an address that libpq does not read is refused without its words`(url: String) {
    let said = outcome { () throws(TableError) in try Database(url: url).csv(of: "SELECT 1") }
    #expect(
      said.hasPrefix("this is not the address of a server") || said.contains("cannot be reached"))
    #expect(!said.contains("secret"))
  }

  @Test func `a service is refused, as it says another server`() {
    let said = outcome { () throws(TableError) in
      try Database(url: "postgresql://host/db?service=prod").csv(of: "SELECT 1")
    }
    #expect(said.hasPrefix("a service of PostgreSQL says another server than the address"))
  }
}
