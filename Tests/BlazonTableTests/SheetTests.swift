import BlazonLedger
import BlazonSource
import BlazonTable
import Foundation
import TestSupport
import Testing

/// What spreadsheets mean by their cells.
@Suite struct SheetTests {
  @Test(arguments: ["openpyxl", "xlsxwriter", "in-place", "from1904", "strict", "odd"])
  func `a table is read alike, whoever wrote it`(name: String) throws {
    let expected = String(decoding: try fixture("\(name).csv"), as: UTF8.self)
    #expect(expected.contains("2026-10-14") || name == "from1904")
    let bytes = try fixture("\(name).xlsx")
    #expect(
      outcome { () throws(TableError) in try Sheet.csv(of: bytes) }
        == expected.replacing("\r\n", with: "\n"))
  }

  @Test func `a sheet is read by its name, however capitals stand in it`() throws {
    let bytes = try fixture("openpyxl.xlsx")
    let expected = String(decoding: try fixture("other.csv"), as: UTF8.self)
    for name in ["Other", "OTHER"] {
      #expect(
        outcome { () throws(TableError) in try Sheet.csv(of: bytes, sheet: name) }
          == expected.replacing("\r\n", with: "\n"))
    }
    #expect(
      outcome { () throws(TableError) in try Sheet.csv(of: bytes, sheet: "Cover") } == "hidden\n")
  }

  @Test func `an unknown sheet is refused with the names of all`() throws {
    let bytes = try fixture("openpyxl.xlsx")
    #expect(
      outcome { () throws(TableError) in try Sheet.csv(of: bytes, sheet: "Award") }
        == "the file has no sheet “Award” | its sheets are “Cover”, “Awards 2026”, “Other”")
  }

  @Test func `a file of hidden sheets alone is refused`() throws {
    let bytes = try workbook([("A", ""), ("B", "")], states: ["hidden", "veryHidden"])
    #expect(
      outcome { () throws(TableError) in try Sheet.csv(of: bytes) }
        == "all sheets of the file are hidden | its sheets are “A”, “B”")
  }

  @Test func `the ledger reads a sheet as it reads a CSV, with rows for lines`() throws {
    let rows = """
      <row r="1"><c t="inlineStr"><is><t>name</t></is></c><c t="inlineStr"><is><t>handle</t></is></c>\
      <c t="inlineStr"><is><t>badge</t></is></c><c t="inlineStr"><is><t>issued</t></is></c></row>
      <row r="3"><c t="inlineStr"><is><t>Ada</t></is></c><c t="inlineStr"><is><t>ada</t></is></c>\
      <c t="inlineStr"><is><t>acme/one</t></is></c><c s="1"><v>46309</v></c></row>
      <row r="7"><c t="inlineStr"><is><t>Bo\nB</t></is></c><c t="inlineStr"><is><t>b o</t></is></c>\
      <c t="inlineStr"><is><t>acme/one</t></is></c><c s="1"><v>46309</v></c></row>
      """
    let bytes = try Sheet.csv(
      worksheet: Array(worksheet(rows).utf8), sharedStrings: Array(sharedStrings().utf8),
      styles: Array(styles(["yyyy-mm-dd"]).utf8))
    var report = Report()
    let ledger = Ledger([SourceText(name: "awards.csv", bytes: bytes)], report: &report)
    #expect(ledger.awards.count == 1, "\(report.diagnostics.map(\.message))")
    #expect(report.diagnostics.map { $0.place?.start.line } == [7])
  }

  @Test func `rows keep their numbers, and all have as many fields as the widest`() {
    #expect(
      read(
        "<row r=\"2\"><c r=\"B2\"><v>1</v></c></row><row/><row r=\"5\"><c r=\"D5\"><v>2</v></c>"
          + "<c r=\"A5\"><v>3</v></c></row><row r=\"6\"><c r=\"E6\"/></row>")
        == "\n,1,,\n\n\n3,,,2\n")
    #expect(read("<row><c><v>1</v></c></row><row><c/><c><v>2</v></c></row>") == "1,\n,2\n")
    #expect(read("") == "")
  }

  @Test func `texts of several looks are one, without how they are said`() {
    #expect(
      read(
        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v> 1 </v></c></row>",
        shared:
          "<si><r><t>Ka</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">the </t></r></si>"
          + "<si><t>課</t><rPh sb=\"0\" eb=\"1\"><t>カ</t></rPh><phoneticPr fontId=\"1\"/></si>")
        == "Kathe ,課\n")
  }

  @Test func `characters that XML does not have are read as their programs write them`() {
    let rows =
      "<row><c t=\"inlineStr\"><is><t>a_x000D_\nb_x005F_x0041__xD83D__xDE00__x00e9__xZZZZ_</t></is></c>"
      + "<c t=\"str\"><f>1</f><v>_x0009_</v></c><c t=\"inlineStr\"><is><t>_xD800_x</t></is></c></row>"
    #expect(read(rows) == "a b_x0041_😀é_xZZZZ_,\"\t\",_xD800_x\n")
    #expect(
      read("<row r=\"4\"><c r=\"C4\" t=\"inlineStr\"><is><t>_x0000_</t></is></c></row>")
        == "cell C4 has the invisible character U+0000 | remove it")
  }

  @Test(arguments: [
    ("12", "12"), ("0.5", "0.5"), ("1234567", "1234567"), ("0.30000000000000004", "0.3"),
    ("1.0000000000000001E-2", "0.01"), ("1E+20", "100000000000000000000"), ("-0", "0"),
    ("-1.5e3", "-1500"), ("9.999999999999999999", "10"),
    ("0.1234567890123456", "0.123456789012346"),
    ("123456789012345678", "123456789012345678"), ("1.2345678901234567E+17", "123456789012346000"),
    ("99999999999999999E-17", "1"), ("5e-324", "0." + String(repeating: "0", count: 323) + "5"),
    ("1e308", "1" + String(repeating: "0", count: 308)), ("007", "7"), ("-0.00", "0"),
  ]) func `a number is its digits`(written: String, expected: String) {
    #expect(read("<row><c><v>\(written)</v></c></row>") == "\(expected)\n")
  }

  @Test(arguments: ["1e309", "nan", "inf", "0x10", "1_000", "twelve", "--1"])
  func `what is no number is refused`(written: String) {
    #expect(
      read("<row r=\"9\"><c r=\"AB9\"><v>\(written)</v></c></row>").hasPrefix(
        "the sheet is damaged: cell AB9 has the number “\(written)”"))
  }

  @Test func `a text in UTF-16 is read, too`() {
    let text = worksheet("<row><c t=\"inlineStr\"><is><t>Çelik 李</t></is></c></row>")
      .replacing("UTF-8", with: "UTF-16")
    let bytes: [UInt8] =
      [0xFF, 0xFE]
      + text.utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(
      outcome { () throws(TableError) in
        try Sheet.csv(
          worksheet: bytes, sharedStrings: Array(sharedStrings().utf8), styles: Array(styles().utf8)
        )
      } == "Çelik 李\n")
  }

  @Test func `truths and formulas are their results`() {
    #expect(
      read(
        "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c><f>6*7</f><v>42</v></c>"
          + "<c t=\"str\"><f>\"\"</f><v></v></c><c t=\"str\"><f>A1</f><v>a, b</v></c></row>")
        == "true,false,42,,\"a, b\"\n")
    #expect(
      read("<row r=\"2\"><c r=\"C2\"><f>NOW()</f><v/></c></row>")
        == "cell C2 has a formula that was never calculated"
        + " | open the file in a spreadsheet program, and save it again as .xlsx")
    #expect(
      read("<row r=\"2\"><c r=\"C2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>")
        == "cell C2 has the error “#DIV/0!” | mend its formula, or empty it")
  }
}
