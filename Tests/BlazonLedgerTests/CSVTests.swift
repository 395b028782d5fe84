import BlazonSource
import Testing

@testable import BlazonLedger

/// The form itself: what is written is what is read, with its place.
@Suite struct CSVTests {
  private func rows(_ text: String, delimiter: Character) -> [[CSVText.Field]] {
    let source = SourceText(name: "a.csv", bytes: Array(text.utf8))
    var csv = CSVText(source, delimiter: delimiter.asciiValue ?? 0, longestField: 1000)
    var findings = Findings()
    var rows: [[CSVText.Field]] = []
    while let row = csv.next(&findings) { rows.append(row.fields) }
    #expect(findings.errorCount == 0)
    return rows
  }

  @Test(arguments: [",", ";", "\t"] as [Character])
  func `random cells are read back, each at the place where it stands`(_ delimiter: Character) {
    var dice = Dice(99)
    let pieces = [
      "a", "é", "语", "\"", ",", ";", "\t", "\n", "\r\n", " ", "'", "𝒳", "e\u{301}", "#",
    ]
    for _ in 0..<300 {
      let width = Int.random(in: 1...5, using: &dice)
      var table: [[String]] = []
      var text = ""
      let end = Bool.random(using: &dice) ? "\n" : "\r\n"
      for _ in 0..<Int.random(in: 1...6, using: &dice) {
        let row = (0..<width).map { _ in
          (0..<Int.random(in: 1...6, using: &dice)).map { _ in
            pieces.randomElement(using: &dice) ?? ""
          }.joined()
        }
        table.append(row)
        let written = row.map { cell -> String in
          let isPlain = cell.unicodeScalars.allSatisfy {
            $0 != "\"" && $0 != "\n" && $0 != "\r" && Character($0) != delimiter
          }
          return isPlain && Bool.random(using: &dice) ? cell : CSVText.quoted(cell)
        }
        text += written.joined(separator: String(delimiter)) + end
      }
      let read = rows(text, delimiter: delimiter)
      #expect(read.map { $0.map(\.text) } == table)
      let bytes = Array(text.utf8)
      for field in read.joined() {
        #expect(offset(field.place.start, in: bytes) == field.bytes.lowerBound)
        #expect(offset(field.place.end, in: bytes) == field.bytes.upperBound)
      }
    }
  }

  /// The byte at `position`, counted slowly.
  private func offset(_ position: Position, in bytes: [UInt8]) -> Int {
    var (line, column) = (1, 1)
    for (index, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 {
        if line == position.line, column == position.column { return index }
        column += 1
      }
      if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 1) }
    }
    return bytes.count
  }

  @Test func `the last line needs no end, and an empty last field is a field`() {
    #expect(rows("a,b\nc,", delimiter: ",").map { $0.map(\.text) } == [["a", "b"], ["c", ""]])
  }

  @Test(
    arguments: [
      ("name,handle;x", ","), ("name;handle,x", ";"), ("name", ","),
      ("name\thandle\tx,y,z,w", "\t"),
      ("\u{FEFF}\"name\";\"a,b,c\";issued", ";"), ("Name ; Handle", ";"),
    ] as [(String, Character)])
  func `the header tells the delimiter`(_ header: String, _ delimiter: Character) {
    let source = SourceText(name: "a.csv", bytes: Array(header.utf8))
    #expect(
      CSVText(source, as: TableReading(), longestField: 1000).delimiter == delimiter.asciiValue)
  }
}
