import Foundation
import TestSupport
import Testing

/// The fonts are what their table says: the output's bytes depend on them.
@Suite struct FontTests {
  private let folder = project.appending(path: "fonts")

  private struct Row {
    var file: String
    var family: String
    var bytes: Int
    var licence: String
    var hash: String
  }

  private func rows() throws -> [Row] {
    let text = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 7, let bytes = Int(cells[2]),
        let open = cells[4].firstRange(of: "]("), let close = cells[4].firstIndex(of: ")")
      else { return nil }
      return Row(
        file: cells[0].replacing("`", with: ""), family: cells[1], bytes: bytes,
        licence: String(cells[4][open.upperBound..<close]),
        hash: cells[6].replacing("`", with: ""))
    }
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test func `the table lists every font file and no other`() throws {
    let fonts = try names().filter { $0.hasSuffix(".otf") || $0.hasSuffix(".ttf") }
    #expect(fonts.count >= 10)
    #expect(try rows().map(\.file).sorted() == fonts)
  }

  @Test func `the folder holds fonts, licences and the table alone`() throws {
    let others = try names().filter { !$0.hasSuffix(".otf") && !$0.hasSuffix(".ttf") }
    #expect(others.allSatisfy { $0 == "README.md" || $0.hasPrefix("LICENSE-") }, "\(others)")
  }

  @Test func `bytes and hashes agree with the files`() throws {
    let rows = try rows()
    let answer = try run("sha256sum", rows.map(\.file), in: folder)
    let sums = answer.text.split(separator: "\n").map { String($0.prefix(64)) }
    #expect(sums == rows.map(\.hash))
    for row in rows {
      let data = try Data(contentsOf: folder.appending(path: row.file))
      #expect(data.count == row.bytes, "\(row.file)")
    }
  }

  @Test func `all fonts together have at most 4.3 MB`() throws {
    let total = try rows().reduce(0) { $0 + $1.bytes }
    #expect((1...4_300_000).contains(total))
  }

  @Test func `each family has its licence beside it, and each licence a family`() throws {
    let rows = try rows()
    let licences = try names().filter { $0.hasPrefix("LICENSE-") }
    #expect(Set(rows.map(\.licence)) == Set(licences))
    for licence in licences {
      let text = try String(contentsOf: folder.appending(path: licence), encoding: .utf8)
      #expect(
        text.contains("SIL OPEN FONT LICENSE") || text.contains("Bitstream Vera"), "\(licence)")
    }
  }

  @Test func `every font is compiled in, and no other`() throws {
    let file = project.appending(path: "Sources/Libraries/CShipped/fonts.c")
    let text = try String(contentsOf: file, encoding: .utf8)
    let embedded = text.matches(of: /#embed "[^"]*\/fonts\/([^"\/]+)"/).map { String($0.1) }
    #expect(embedded.sorted() == (try rows().map(\.file).sorted()))
  }
}
