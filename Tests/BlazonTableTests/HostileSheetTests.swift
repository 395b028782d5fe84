import BlazonTable
import Foundation
import TestSupport
import Testing
import Zip

/// Files that lie, and sheets that no program writes.
@Suite struct HostileSheetTests {
  private func refusal(_ bytes: [UInt8], _ limits: TableLimits = TableLimits()) -> String {
    outcome { () throws(TableError) in try Sheet.csv(of: bytes, limits: limits) }
  }

  // MARK: Files

  @Test func `what is no spreadsheet is refused with what to save`() throws {
    let help = " | save it as .xlsx, or as CSV UTF-8"
    #expect(refusal([]) == "the file is empty" + help)
    #expect(refusal(Array("name,handle\n".utf8)) == "the file is no .xlsx" + help)
    #expect(
      refusal(Array("<?xml version=\"1.0\"?><Workbook/>".utf8)) == "the file is no .xlsx" + help)
    let old: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 2000)
    #expect(refusal(old) == "an old spreadsheet (.xls) is not read" + help)
    #expect(
      refusal(old + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] })
        == "the file has a password | save it without a password")
    #expect(
      refusal(try archive([("mimetype", ""), ("content.xml", ""), ("META-INF/manifest.xml", "")]))
        == "a spreadsheet of OpenDocument (.ods) is not read" + help)
    #expect(
      refusal(try archive([("xl/workbook.bin", "")])) == "a binary spreadsheet (.xlsb) is not read"
        + help)
    #expect(
      refusal(try archive([("word/document.xml", "<w/>")])) == "the file is no spreadsheet" + help)
    #expect(refusal(Array("PK".utf8)).hasPrefix("the file is damaged"))
    #expect(
      refusal(Array("PK\u{3}\u{4}".utf8) + Array(repeating: 0, count: 500)).hasPrefix(
        "the file is damaged"))
  }

  @Test func `a file that breaks off, at every hundredth byte, is refused`() throws {
    let whole = try fixture("xlsxwriter.xlsx")
    for count in stride(from: 4, to: whole.count, by: 100) {
      #expect(refusal(Array(whole[..<count])).contains(" | "), "\(count)")
    }
  }

  @Test func `random changes to a file end nothing but the reading`() throws {
    let whole = try fixture("openpyxl.xlsx")
    var random = SeededGenerator(seed: 9)
    var refused = 0
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[Int.random(in: 4..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      if refusal(bytes).contains(" | ") { refused += 1 }
    }
    #expect(refused > 50)
  }

  @Test func `a bomb is refused long before it is unpacked`() throws {
    let script = """
      import io, sys, zipfile
      out = io.BytesIO()
      kind = sys.argv[1]
      with zipfile.ZipFile(sys.argv[2]) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
          for name in old.namelist():
              data = old.read(name)
              if name == "xl/worksheets/sheet1.xml" and kind == "blanks":
                  data = data.replace(b"<sheetData>", b"<sheetData>" + b" " * 900_000_000)
              if name == "xl/sharedStrings.xml" and kind == "strings":
                  data = data.replace(b"</sst>", b"<si><t>" + b"x" * 900_000 + b"</t></si>" * 1 + b"</sst>")
              new.writestr(name, data)
          if kind == "entries":
              for number in range(100_000):
                  new.writestr(f"{number}", b"")
      sys.stdout.buffer.write(out.getvalue())
      """
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/xlsxwriter.xlsx").path
    let clock = ContinuousClock()
    let blanks = try written(by: script, ["blanks", path])
    #expect(blanks.count < 2_000_000)
    let time = clock.measure {
      #expect(refusal(blanks).contains("“xl/worksheets/sheet1.xml” in the file "))
    }
    #expect(time < .seconds(10))
    #expect(
      refusal(try written(by: script, ["entries", path])).hasPrefix(
        "the file has more than 10000 parts"))
    // A long text that no cell has is no harm.
    #expect(
      refusal(try written(by: script, ["strings", path]))
        == String(decoding: try fixture("xlsxwriter.csv"), as: UTF8.self).replacing(
          "\r\n", with: "\n"))
  }

  @Test func `parts that hold too much, or are packed too well, are refused`() throws {
    let bytes = try archive([("a", String(repeating: "x", count: 3_000_000)), ("b", "y")])
    func read(_ limits: Zip.Limits, _ name: String = "a") throws(ZipError) -> Int {
      let archive = try Archive(bytes, limits: limits)
      var count = 0
      guard let entry = archive.entry(name) else { throw .damaged }
      try archive.read(entry) {
        count += $0.count
        return true
      }
      return count
    }
    var limits = Zip.Limits()
    #expect(try read(limits) == 3_000_000)
    limits.entry = 2_999_999
    #expect(throws: ZipError.tooLong(2_999_999)) { try read(limits) }
    limits = Zip.Limits()
    limits.total = 1000
    #expect(throws: ZipError.tooLong(1000)) { try read(limits) }
    limits = Zip.Limits()
    limits.freely = 1000
    #expect(throws: ZipError.tooDense(400)) { try read(limits) }
    #expect(try read(limits, "b") == 1)
    limits.entries = 1
    #expect(throws: ZipError.tooManyEntries(1)) { try read(limits) }
  }

  @Test func `two parts of a name, and one with a password, are refused`() throws {
    #expect(throws: ZipError.twice("A")) { try Archive(try archive([("a", "1"), ("A", "2")])) }
    #expect(throws: ZipError.twice("a/b")) {
      try Archive(try archive([("a\\b", "1"), ("a/b", "2")]))
    }
    // The first bit of the flags, in the entry and in the directory.
    var bytes = try archive([("a", "1")])
    bytes[6] |= 1
    let directory = try #require(
      bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bytes[directory + 8] |= 1
    let locked = try Archive(bytes)
    #expect(throws: ZipError.encrypted("a")) {
      try locked.read(try #require(locked.entry("a"))) { _ in true }
    }
  }

  @Test func `a sheet that a file only promises is refused`() throws {
    let bytes = try workbook([("A", "")])
    let name = Array("sheet0.xml".utf8)
    var changed = bytes
    for index in bytes.indices where bytes[index...].starts(with: name) {
      changed[index] = UInt8(ascii: "x")
    }
    #expect(refusal(changed).hasPrefix("the sheet “A” is not in the file"))
  }

  @Test func `a file in which one letter is another is refused, though it is a sheet`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/openpyxl.xlsx").path
    let stored = try written(
      by: """
        import io, sys, zipfile
        out = io.BytesIO()
        with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
            for name in old.namelist(): new.writestr(name, old.read(name))
        sys.stdout.buffer.write(out.getvalue())
        """, [path])
    #expect(refusal(stored).contains("\nAda Lovelace,ada,"))
    let place = try #require(
      stored.indices.first { stored[$0...].starts(with: "Ada Lovelace".utf8) })
    var changed = stored
    changed[place] = UInt8(ascii: "I")
    #expect(refusal(changed).hasPrefix("“xl/worksheets/sheet2.xml” in the file is damaged"))
  }

  // MARK: Sheets

  @Test func `a document type is refused, wherever it stands`() {
    let bomb = """
      <!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>
      """
    for part in 0..<3 {
      var parts = [
        worksheet("<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>"), sharedStrings(), styles(),
      ]
      parts[part] =
        parts[part].hasPrefix("<?xml")
        ? parts[part].replacing("?>", with: "?>\(bomb)") : bomb + parts[part]
      let said = outcome { () throws(TableError) in
        try Sheet.csv(
          worksheet: Array(parts[0].utf8), sharedStrings: Array(parts[1].utf8),
          styles: Array(parts[2].utf8))
      }
      #expect(said.contains("in the file is damaged, at line") && said.contains("a document type"))
    }
    #expect(read("<row><c t=\"inlineStr\"><is><t>&amp;&#x41;&lt;</t></is></c></row>") == "&A<\n")
    #expect(
      read("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>").contains(
        "Entity 'b' not defined"))
  }

  @Test(arguments: [
    ("<row r=\"2\"/><row r=\"2\"/>", "row 2 stands behind row 2"),
    ("<row r=\"2\"/><row r=\"1\"/>", "row 1 stands behind row 2"),
    ("<row r=\"0\"/>", "a row of the number “0”"), ("<row r=\"-1\"/>", "a row of the number “-1”"),
    ("<row r=\"1048577\"/>", "a row of the number “1048577”"),
    ("<row r=\"99999999999999999999\"/>", "a row of the number “99999999999999999999”"),
    ("<row r=\"x\"/>", "a row of the number “x”"), ("<row><row/></row>", "row 2 stands in row 1"),
    ("<c/>", "a cell stands in no row, or in another"),
    ("<row><c><c/></c></row>", "a cell stands in no row, or in another"),
    ("<row><c r=\"A2\"/></row>", "row 1 has a cell “A2”"),
    ("<row><c r=\"1\"/></row>", "row 1 has a cell “1”"),
    ("<row><c r=\"A\"/></row>", "row 1 has a cell “A”"),
    ("<row><c r=\"A-1\"/></row>", "row 1 has a cell “A-1”"),
    ("<row><c r=\"XFE1\"/></row>", "row 1 has a cell “XFE1”"),
    ("<row><c r=\"AAAAAAAAAAAA1\"/></row>", "row 1 has a cell “AAAAAAAAAAAA1”"),
    ("<row><c r=\"B1\"/><c r=\"B1\"/></row>", "cell B1 stands twice, or in no column"),
    ("<row><c r=\"C1\"/><c r=\"B1\"/><c/></row>", "cell C1 stands twice, or in no column"),
    ("<row><c t=\"s\"><v>1</v></c></row>", "cell A1 has text “1”, which the file does not have"),
    ("<row><c t=\"s\"><v>-1</v></c></row>", "cell A1 has text “-1”, which the file does not have"),
    (
      "<row><c t=\"s\"><v>99999999999999999999</v></c></row>",
      "cell A1 has text “99999999999999999999”"
    ),
    ("<row><c r=\"A1\" s=\"-7\"><v>1</v></c><c r=\"[1\"/></row>", "row 1 has a cell “[1”"),
  ]) func `rows and cells that no program writes are refused`(rows: String, said: String) {
    #expect(read(rows, shared: "<si><t>x</t></si>").hasPrefix("the sheet is damaged: \(said)"))
  }

  @Test func `what stands far outside is refused, unless it is empty`() {
    #expect(
      read("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
        == "cell XFD1048576 is in column 16384; at most 100 are read | empty what is not wanted")
    #expect(
      read("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>").hasPrefix(
        "the sheet has more than 250000 rows: there is text in row 1048576"))
    #expect(
      read(
        "<row r=\"1\"><c><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\" s=\"0\"/></row>")
        == "1\n")
  }

  @Test func `texts, rows and all of it have limits`() {
    let long = String(repeating: "x", count: 9000)
    #expect(
      read("<row r=\"3\"><c r=\"D3\" t=\"s\"><v>0</v></c></row>", shared: "<si><t>\(long)</t></si>")
        == "cell D3 has 9000 bytes; at most 8192 are read | shorten it")
    var limits = TableLimits()
    limits.bytes = 20_000
    let cell = "<c t=\"s\"><v>0</v></c>"
    #expect(
      read(
        "<row>\(cell)\(cell)\(cell)</row>", shared: "<si><t>\(long.prefix(8000))</t></si>", limits
      )
      .hasPrefix("the table has more than 20000 bytes of text"))
    #expect(
      read("", shared: String(repeating: "<si><t>\(long)</t></si>", count: 3), limits).hasPrefix(
        "the texts of the file have more than 20000 bytes"))
    limits = TableLimits()
    limits.rows = 2
    let row = "<row><c><v>1</v></c></row>"
    #expect(read("\(row)\(row)\(row)", limits) == "1\n1\n1\n")
    #expect(read("\(row)\(row)\(row)\(row)", limits).hasPrefix("the sheet has more than 2 rows"))
    // A row of many fields makes all others long.
    limits.rows = 250_000
    limits.bytes = 100_000
    let wide = "<row><c r=\"CV1\"><v>1</v></c></row>"
    #expect(
      read(wide + String(repeating: row, count: 2000), limits).hasPrefix(
        "the table has more than 100000 bytes of text"))
  }

  @Test func `what is nested without end is refused`() {
    let deep = String(repeating: "<ext>", count: 100_000)
    #expect(read("<row>\(deep)").contains("nested more than 64 levels deep"))
    let attributes = (0..<1000).map { " a\($0)=\"\"" }.joined()
    #expect(read("<row\(attributes)/>").contains("more than 200 attributes"))
    let text = String(repeating: "x", count: 2_000_000)
    #expect(read("<row>\(text)</row>").contains("a text of more than 1048576 bytes"))
    #expect(read("<row><c>").contains("in the file is damaged"))
    #expect(read("<row xmlns=\"x\"><c/></row><row/>") == "")
  }

  @Test func `names without end are refused before they take much memory`() {
    let elements = (0..<100_000).map { "<a\($0)/>" }.joined()
    let spaces = (0..<100_000).map { "<a xmlns:b\($0)=\"c\($0)\"/>" }.joined()
    let passed = (0..<100_000).map { "<a b\($0)=\"\"/>" }.joined()
    let instructions = (0..<100_000).map { "<?a\($0)?>" }.joined()
    for text in [elements, spaces, "<x xmlns=\"y\">\(passed)</x>", passed, instructions] {
      #expect(
        read("<row>\(text)</row>").contains("more than 5000 names of elements and attributes"))
    }
  }

  @Test func `a sheet of two hundred thousand rows is read`() {
    let rows = (1...200_000).map {
      "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"inlineStr\"><is><t>Person \($0)</t></is></c></row>"
    }.joined()
    let lines = read(rows).split(separator: "\n")
    #expect(lines.count == 200_000)
    #expect(lines.last == "Person 200000")
  }

  @Test func `XML that is none is refused in every part`() {
    for text in ["", "x", "<a/><b/>", "\u{0}", "<sst", "<worksheet>\u{1}</worksheet>"] {
      let said = outcome { () throws(TableError) in
        try Sheet.csv(
          worksheet: Array(worksheet("").utf8), sharedStrings: Array(text.utf8),
          styles: Array(styles().utf8))
      }
      #expect(said.contains("“sharedStrings.xml” in the file is damaged, at line"), "\(text)")
    }
    let latin =
      Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><sst>".utf8) + [0xE9]
      + Array("</sst>".utf8)
    #expect(
      outcome { () throws(TableError) in
        try Sheet.csv(
          worksheet: Array(worksheet("").utf8), sharedStrings: latin, styles: Array(styles().utf8))
      }.contains("is damaged"))
    #expect(
      outcome { () throws(TableError) in
        try Sheet.csv(
          worksheet: Array("<chartsheet xmlns=\"\(main)\"/>".utf8),
          sharedStrings: Array(sharedStrings().utf8),
          styles: Array(styles().utf8))
      }.hasPrefix("the sheet is no sheet of cells"))
  }
}
