import BlazonTable
import FuzzDriver

/// A stranger's spreadsheet: the archive itself, which begins with “PK”, or the texts of the sheet, its shared strings and
/// its styles, between lines of four hyphens, since no change to what is packed makes another text.
@main enum FuzzSheets {
  static func main() { runFuzzer(readOneSheet) }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func readOneSheet(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(TableError) {
    let csv: [UInt8]
    if bytes.starts(with: "PK".utf8) {
      csv = try Sheet.csv(of: bytes)
    } else {
      let parts = parts(of: bytes)
      csv = try Sheet.csv(worksheet: parts[0], sharedStrings: parts[1], styles: parts[2])
    }
    precondition(String(validating: csv, as: UTF8.self) != nil, "a table is UTF-8")
    precondition(csv.isEmpty || csv.last == UInt8(ascii: "\n"), "a table ends with a line's end")
    #if PLANTED
      plantedBug(csv)
    #endif
  } catch {
    precondition(!error.message.isEmpty && !error.help.isEmpty, "an error says what to do")
  }
  return 0
}

/// The three texts of an input; those that are missing say nothing.
private func parts(of bytes: [UInt8]) -> [[UInt8]] {
  let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  var parts: [[UInt8]] = [[]]
  for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if line.elementsEqual("----".utf8), parts.count < 3 {
      parts.append([])
    } else {
      parts[parts.count - 1] += line + [UInt8(ascii: "\n")]
    }
  }
  for name in ["sst", "styleSheet"].suffix(3 - parts.count) {
    parts.append(Array("<\(name) xmlns=\"\(main)\"/>".utf8))
  }
  return parts
}

@_cdecl("LLVMFuzzerCustomMutator")
public func changeOneSheet(
  _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int, _ seed: UInt32
) -> Int {
  mutate(start, count, room: room, seed: seed, vocabulary: vocabulary)
}

@_cdecl("LLVMFuzzerCustomCrossOver")
public func crossTwoSheets(
  _ one: UnsafePointer<UInt8>, _ oneCount: Int, _ other: UnsafePointer<UInt8>, _ otherCount: Int,
  _ out: UnsafeMutablePointer<UInt8>, _ room: Int, _ seed: UInt32
) -> Int {
  cross(
    UnsafeBufferPointer(start: one, count: oneCount),
    with: UnsafeBufferPointer(start: other, count: otherCount),
    to: UnsafeMutableBufferPointer(start: out, count: room), seed: seed)
}

/// Names and values of SpreadsheetML.
private let vocabulary = [
  "worksheet", "sheetData", "row", "c", "v", "f", "is", "t", "r", "s", "sst", "si", "rPh", "rPr",
  "styleSheet", "numFmts", "numFmt", "numFmtId", "formatCode", "cellXfs", "cellStyleXfs", "xf",
  "inlineStr", "str", "b", "n", "e", "d", "x", "A1", "B1", "C2", "CV1", "XFD1048576", "AA10",
  "1048576", "250001", "250002", "yyyy\\-mm\\-dd", "[h]:mm", "General", "0.00", "[$-409]d", "@",
  "h:mm AM/PM", "14", "22", "45", "164", "2026-10-14T09:14:22Z", "46309.5", "60", "0.5", "-1",
  "2958466", "1e308", "1E-7", "0.30000000000000004", "99999999999999999", "#N/A", "true",
  "_x000D_", "_xD83D__xDE00_", "_x0000_", "&#10;", "&amp;", "<![CDATA[a,\"b]]>", "----",
].map { Array($0.utf8) }

#if PLANTED
  /// A bug that is not ours, for the proof that bugs are found: a table of more than three lines, of which the second is
  /// longer than the first, reads a byte that is nobody's.
  private func plantedBug(_ csv: [UInt8]) {
    let lines = csv.split(separator: UInt8(ascii: "\n"))
    guard lines.count > 2 else { return }
    guard lines[1].count > lines[0].count else { return }
    guard lines.count > 3 else { return }
    _ = byteAfter(lines.count)
  }
#endif
