internal import XML

/// Reads the rows of a sheet, as its XML is told, into a CSV text.
final class SheetReader: Listener {
  /// A cell while it is read.
  private struct Cell {
    var row: Int
    var column: Int
    var type: String
    var style: Int
    var value: [UInt8]?
    var text = RichText()
    var hasFormula = false

    var name: String { "\(SheetReader.letters(column))\(row)" }
  }

  private let texts: SharedStrings
  private let looks: CellStyles
  private let dates: DateSystem
  private let limits: TableLimits
  private var rows: CSVRows
  private var error: TableError?

  private var isInRows = false
  private var hasRows = false
  /// The number of the row that is read, or was read last.
  private var row = 0
  private var isInRow = false
  private var fields: [[UInt8]] = []
  /// The cells that the row has had, by column.
  private var known: Set<Int> = []
  private var nextColumn = 0
  private var cell: Cell?

  /// The last row and column that any program has.
  private static let lastRow = 1_048_576
  private static let lastColumn = 16_384

  init(_ texts: SharedStrings, _ looks: CellStyles, _ dates: DateSystem, _ limits: TableLimits) {
    (self.texts, self.looks, self.dates, self.limits) = (texts, looks, dates, limits)
    rows = CSVRows(limits)
  }

  /// The text, once all was told.
  func text() throws(TableError) -> [UInt8] {
    if let error { throw error }
    guard hasRows else {
      throw TableError("the sheet is no sheet of cells", help: SheetPart.saveAgain)
    }
    do throws(CSVRows.Problem) { return try rows.text() } catch {
      throw error.error(in: "", limits)
    }
  }

  func begin(_ tag: Tag) -> Bool {
    do throws(TableError) {
      switch tag.name {
      case "sheetData": (isInRows, hasRows) = (true, true)
      case "row" where isInRows: try beginRow(tag)
      case "c" where isInRows: try beginCell(tag)
      case "f": cell?.hasFormula = true
      default: cell?.text.begin(tag.name)
      }
    } catch {
      self.error = error
      return false
    }
    return true
  }

  func end(_ name: String, text: [UInt8]) -> Bool {
    do throws(TableError) {
      switch name {
      // What stands behind the rows says how they look.
      case "sheetData": return false
      case "row" where isInRow: try endRow()
      case "c": try endCell()
      case "v": if cell != nil { cell?.value = text }
      default: cell?.text.end(name, text)
      }
    } catch {
      self.error = error
      return false
    }
    return true
  }

  // MARK: Rows

  private func beginRow(_ tag: Tag) throws(TableError) {
    var number = row + 1
    if let written = tag["r"] {
      guard let read = Int(written), (1...SheetReader.lastRow).contains(read) else {
        throw damaged("a row of the number “\(written.prefix(20))”")
      }
      number = read
    }
    guard !isInRow, number > row else {
      throw damaged("row \(number) stands \(isInRow ? "in" : "behind") row \(row)")
    }
    (row, isInRow, nextColumn) = (number, true, 0)
    fields.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
  }

  private func endRow() throws(TableError) {
    guard cell == nil else { throw damaged("a cell of row \(row) has no end") }
    isInRow = false
    guard fields.contains(where: { !$0.isEmpty }) else { return }
    guard row <= limits.rows + 1 else {
      throw TableError(
        "the sheet has more than \(limits.rows) rows: there is text in row \(row)",
        help: "empty what is not wanted, or save the rest as a file of its own")
    }
    rows.skip(to: row - 1)
    var column = 0
    do throws(CSVRows.Problem) { try rows.append(fields, failedAt: &column) } catch {
      throw error.error(in: "cell \(SheetReader.letters(column))\(row)", limits)
    }
  }

  // MARK: Cells

  private func beginCell(_ tag: Tag) throws(TableError) {
    guard isInRow, cell == nil else { throw damaged("a cell stands in no row, or in another") }
    var column = nextColumn
    if let written = tag["r"] {
      guard let place = SheetReader.place(written), place.row == row else {
        throw damaged("row \(row) has a cell “\(written.prefix(20))”")
      }
      column = place.column
    }
    let cell = Cell(
      row: row, column: column, type: tag["t"] ?? "n", style: tag["s"].flatMap { Int($0) } ?? 0)
    guard column < SheetReader.lastColumn, known.insert(column).inserted else {
      throw damaged("cell \(cell.name) stands twice, or in no column")
    }
    nextColumn = column + 1
    self.cell = cell
  }

  private func endCell() throws(TableError) {
    guard let cell else { return }
    self.cell = nil
    let field = try field(of: cell)
    guard !field.isEmpty else { return }
    guard cell.column < limits.columns else {
      throw TableError(
        "cell \(cell.name) is in column \(cell.column + 1); at most \(limits.columns) are read",
        help: "empty what is not wanted")
    }
    while fields.count <= cell.column { fields.append([]) }
    fields[cell.column] = field
  }

  private func field(of cell: Cell) throws(TableError) -> [UInt8] {
    if cell.type == "inlineStr" { return cell.text.bytes }
    let value = cell.value ?? []
    // An empty text is a result, too.
    if value.isEmpty, cell.hasFormula, cell.type != "str" {
      throw TableError(
        "cell \(cell.name) has a formula that was never calculated", help: SheetPart.saveAgain)
    }
    if value.isEmpty { return [] }
    if cell.type == "str" { return RichText.unescaped(value) }
    let text = SheetReader.trimmed(value)
    switch cell.type {
    case "s":
      guard let index = Int(text), let words = texts[index] else {
        throw damaged(
          "cell \(cell.name) has text “\(text.prefix(20))”, which the file does not have")
      }
      return words
    case "b": return Array((["1", "true"].contains(text) ? "true" : "false").utf8)
    case "e":
      throw TableError(
        "cell \(cell.name) has the error “\(text.prefix(40))”",
        help: "mend its formula, or empty it")
    case "d": return Array(SheetReader.plainDate(text).utf8)
    default: return Array(try shown(text, cell).utf8)
    }
  }

  /// A number as its cell shows it, but for the look of plain numbers.
  private func shown(_ text: String, _ cell: Cell) throws(TableError) -> String {
    guard let value = number(text) else {
      throw damaged("cell \(cell.name) has the number “\(text.prefix(20))”")
    }
    let date: String?
    switch looks[cell.style] {
    case .number: return isWhole(text) && value != 0 ? text : decimal(value) ?? ""
    case .date: date = dates.date(value)
    case .time: date = DateSystem.time(value)
    }
    guard let date else {
      let digits = decimal(value) ?? ""
      throw TableError(
        "cell \(cell.name) is shown as a date, but \(digits.prefix(20)) is none",
        help: "write a date from 1900-01-01 to 9999-12-31, or show it as a number")
    }
    return date
  }

  private func damaged(_ what: String) -> TableError {
    TableError("the sheet is damaged: \(what)", help: SheetPart.saveAgain)
  }

  /// A date of ISO 8601, as in `2026-10-14T00:00:00.000Z`, without a time that is midnight.
  private static func plainDate(_ text: String) -> String {
    guard let mark = text.firstIndex(of: "T") else { return text }
    let time = text[text.index(after: mark)...].prefix { $0 != "." && $0 != "Z" }
    let isMidnight = !time.isEmpty && time.allSatisfy { $0 == "0" || $0 == ":" }
    return isMidnight ? String(text[..<mark]) : "\(text[..<mark]) \(time)"
  }

  private static func trimmed(_ text: [UInt8]) -> String {
    let isBlank = { (byte: UInt8) in [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
    var text = text[...].drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// The column, from 0, and the row of a name such as `B7`.
  private static func place(_ name: String) -> (column: Int, row: Int)? {
    var column = 0
    var rest = name.utf8[...]
    while let letter = rest.first, (0x41...0x5A).contains(letter & 0xDF), letter >= 0x41 {
      column = column * 26 + Int(letter & 0xDF) - 0x40
      rest.removeFirst()
      guard column <= lastColumn else { return nil }
    }
    guard column > 0, rest.allSatisfy({ (0x30...0x39).contains($0) }),
      let row = Int(String(rest) ?? "")
    else { return nil }
    return (column - 1, row)
  }

  /// The letters of a column, from 0.
  fileprivate static func letters(_ column: Int) -> String {
    var (out, rest) = ("", column + 1)
    while rest > 0 {
      out = "\(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26)))" + out
      rest = (rest - 1) / 26
    }
    return out
  }
}
