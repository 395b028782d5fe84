import BlazonTable
import Foundation
import TestSupport

/// The file `name` of Fixtures.
func fixture(_ name: String) throws -> [UInt8] {
  try Array(
    Data(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/\(name)")))
}

/// What a reading gave: the text, or the message and the help.
func outcome(_ read: () throws(TableError) -> [UInt8]) -> String {
  do throws(TableError) {
    return String(decoding: try read(), as: UTF8.self).replacing("\r\n", with: "\n")
  } catch {
    return "\(error.message) | \(error.help)"
  }
}

/// Bytes that Python writes to its standard output.
func written(by script: String, _ arguments: [String] = []) throws -> [UInt8] {
  let answer = try run("python3", ["-I", "-X", "utf8", "-c", script] + arguments)
  guard answer.status == 0 else { throw PythonFailed(description: answer.error) }
  return Array(answer.output)
}

struct PythonFailed: Error, CustomStringConvertible { let description: String }

/// An archive of the parts by name, as Python's zipfile packs them.
func archive(_ parts: [(String, String)]) throws -> [UInt8] {
  let texts = try JSONEncoder().encode(parts.map { [$0.0, $0.1] })
  let answer = try run(
    "python3",
    [
      "-I", "-W", "ignore", "-c",
      """
      import io, json, sys, zipfile
      out = io.BytesIO()
      with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
          for name, text in json.load(sys.stdin.buffer):
              archive.writestr(name, text)
      sys.stdout.buffer.write(out.getvalue())
      """,
    ], input: texts)
  guard answer.status == 0 else { throw PythonFailed(description: answer.error) }
  return Array(answer.output)
}

let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/// A sheet of `rows`, which are XML.
func worksheet(_ rows: String) -> String {
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    + "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"
}

func sharedStrings(_ items: String = "") -> String { "<sst xmlns=\"\(main)\">\(items)</sst>" }

/// Styles whose cells are shown by these formats.
func styles(_ codes: [String] = []) -> String {
  let formats = codes.enumerated().map { index, code in
    "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(code)\"/>"
  }.joined()
  let cells = codes.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }.joined()
  return "<styleSheet xmlns=\"\(main)\"><numFmts>\(formats)</numFmts>"
    + "<cellXfs><xf numFmtId=\"0\"/>\(cells)</cellXfs></styleSheet>"
}

/// What a sheet of `rows` becomes.
func read(
  _ rows: String, shared items: String = "", formats codes: [String] = [],
  _ limits: TableLimits = TableLimits()
) -> String {
  outcome { () throws(TableError) in
    try Sheet.csv(
      worksheet: Array(worksheet(rows).utf8), sharedStrings: Array(sharedStrings(items).utf8),
      styles: Array(styles(codes).utf8), limits: limits)
  }
}

/// A whole file of sheets, by name and the XML of their rows.
func workbook(
  _ sheets: [(name: String, rows: String)], states: [String] = [], more: [(String, String)] = []
) throws -> [UInt8] {
  let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  let list = sheets.enumerated().map { index, sheet in
    let state = states.indices.contains(index) ? " state=\"\(states[index])\"" : ""
    return "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"s\(index)\"/>"
  }.joined()
  let relations = sheets.indices.map {
    "<Relationship Id=\"s\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
  }.joined()
  var parts = [
    (
      "_rels/.rels",
      "<Relationships xmlns=\"\(package)\"><Relationship Id=\"a\""
        + " Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    ),
    (
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(list)</sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(package)\">\(relations)"
        + "<Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        + "</Relationships>"
    ),
  ]
  for (index, sheet) in sheets.enumerated() {
    parts.append(("xl/worksheets/sheet\(index).xml", worksheet(sheet.rows)))
  }
  return try archive(parts + more)
}
