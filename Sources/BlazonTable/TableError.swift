/// Why a spreadsheet or a database does not become a table.
package struct TableError: Error, Hashable, Sendable {
  /// One line, lower case, with the author's own word in quotes. It never has the password of a database.
  package var message: String
  /// What would be accepted.
  package var help: String
  /// Where in the query, in bytes of UTF-8 from its start; `nil` where nobody says, and of spreadsheets.
  package var offset: Int?

  package init(_ message: String, help: String, offset: Int? = nil) {
    (self.message, self.help, self.offset) = (message, help, offset)
  }
}

/// How much of a stranger's table is read.
package struct TableLimits: Hashable, Sendable {
  /// Rows without the header.
  package var rows = 250_000
  package var columns = 100
  /// Bytes of a spreadsheet's file, of all its words, and of the CSV.
  package var bytes = 64 << 20
  /// Bytes of one field.
  package var field = 8192
  /// Bytes of a spreadsheet's XML, unpacked, each part by itself.
  package var part = 512 << 20
  /// Seconds that a database is waited for, from the attempt to reach it to the last row.
  package var seconds = 30.0

  package init() {}
}

func plural(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
