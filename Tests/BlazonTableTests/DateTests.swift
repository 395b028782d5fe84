import BlazonTable
import TestSupport
import Testing

/// Which numbers of a sheet are dates, and which dates they are.
@Suite struct DateTests {
  private func shown(_ value: String, _ code: String) -> String {
    read("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(value)</v></c></row>", formats: [code])
  }

  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("46309", "2026-10-14"),
    ("36585", "2000-02-29"), ("73050", "2099-12-31"), ("2958465", "9999-12-31"),
    ("46309.384976851850", "2026-10-14 09:14:22"), ("46309.999999", "2026-10-15"),
    ("46309.5", "2026-10-14 12:00:00"), ("0.5", "12:00:00"),
  ]) func `a day counts from 1900, without the one that never was`(value: String, day: String) {
    #expect(shown(value, "yyyy-mm-dd") == "\(day)\n")
  }

  @Test(arguments: ["-1", "60", "60.5", "0", "2958466", "1e308", "-1e308", "2958465.9999999"])
  func `what is no day is refused`(value: String) {
    #expect(shown(value, "yyyy-mm-dd").hasPrefix("cell A1 is shown as a date, but "))
  }

  @Test func `every day of four hundred years is the one that Python counts`() throws {
    let days = try written(
      by:
        "import datetime as d\nfor n in range(61, 146158): print(d.date(1899, 12, 30) + d.timedelta(n))"
    )
    let cells = (61..<146_158).map { "<row><c s=\"1\"><v>\($0)</v></c></row>" }.joined()
    #expect(read(cells, formats: ["d"]) == String(decoding: days, as: UTF8.self))
  }

  @Test(arguments: [
    "yyyy\\-mm\\-dd", "d. mmmm yyyy", "[$-F800]dddd, mmmm dd, yyyy", "mmm",
    "yyyy&quot;年&quot;m&quot;月&quot;",
    "[$-409]m/d/yy h:mm AM/PM;@", "dd/mm/yyyy;[Red]-General", "YYYY-MM-DD", "mm\\ ;@", "[Blue]d",
  ]) func `a format with days, months or years is a date`(code: String) {
    #expect(shown("46309", code) == "2026-10-14\n")
  }

  @Test(arguments: [
    "General", "0.00", "0 &quot;days&quot;", "[Red]0", "#,##0.00 [$€-407]", "0.00E+00", "@", "0\\d",
    "_-* #,##0_-", "[&gt;=100]0;0", "&quot;day&quot;", "[$USD] #,##0", "0;yyyy",
  ]) func `a format without them is not`(code: String) {
    #expect(shown("46309", code) == "46309\n")
  }

  @Test func `hours alone are a time, however many`() {
    #expect(shown("0.384976851850", "h:mm:ss AM/PM") == "09:14:22\n")
    #expect(shown("1.25", "[h]:mm") == "30:00:00\n")
    #expect(shown("0.5", "[mm]:ss") == "12:00:00\n")
  }

  @Test func `formats that every program knows are dates by their numbers`() {
    func shown(_ id: Int) -> String {
      let styles =
        "<styleSheet xmlns=\"\(main)\"><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"\(id)\"/></cellXfs></styleSheet>"
      return outcome { () throws(TableError) in
        try Sheet.csv(
          worksheet: Array(worksheet("<row><c><v>46309</v></c></row>").utf8),
          sharedStrings: Array(sharedStrings().utf8), styles: Array(styles.utf8))
      }
    }
    let dates = Set(14...17).union([22]).union(27...36).union(50...58)
    let times = Set(18...21).union(45...47)
    for id in 0...60 {
      let expected =
        dates.contains(id) ? "2026-10-14" : times.contains(id) ? "1111416:00:00" : "46309"
      #expect(shown(id) == "\(expected)\n", "\(id)")
    }
  }

  @Test func `a date in words of ISO 8601 is one, too`() {
    #expect(
      read(
        "<row><c t=\"d\"><v>2026-10-14T00:00:00.000Z</v></c><c t=\"d\"><v>2026-10-14</v></c>"
          + "<c t=\"d\"><v>2026-10-14T09:14:22Z</v></c></row>")
        == "2026-10-14,2026-10-14,2026-10-14 09:14:22\n")
  }
}
