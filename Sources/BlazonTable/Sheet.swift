internal import Zip

/// A spreadsheet that people keep who earned what in: the values of one sheet.
package enum Sheet {
  /// The rows of a sheet of an `.xlsx` file as CSV: of the sheet called `sheet`, or of the first that is not hidden.
  ///
  /// Line n of the CSV is row n of the sheet, rows that are hidden too; a line break in a cell is a space there. A formula is
  /// its result, a date `2026-10-14` or `2026-10-14 09:14:22`, a time `09:14:22`, a truth `true` or `false`, a number its
  /// digits, however it is shown. Of cells that are one the value is in the first. An error such as `#N/A` is an error here,
  /// since no name or date is meant by it; so is a formula that no program has calculated.
  package static func csv(
    of bytes: [UInt8], sheet: String? = nil, limits: TableLimits = TableLimits()
  ) throws(TableError) -> [UInt8] {
    guard bytes.count <= limits.bytes else {
      throw TableError(
        "the file has \(bytes.count) bytes; at most \(limits.bytes) are read",
        help: "save the sheet alone, as .xlsx or CSV UTF-8")
    }
    try SheetKind.check(bytes)
    var bounds = Zip.Limits()
    (bounds.entry, bounds.total) = (limits.part, 2 * limits.part)
    let archive: Archive
    do throws(ZipError) { archive = try Archive(bytes, limits: bounds) } catch {
      throw TableError(error)
    }
    try SheetKind.check(archive)
    let workbook = try Workbook(archive)
    let part = try workbook.sheet(sheet)
    return try csv(
      of: part, sharedStrings: workbook.sharedStrings, styles: workbook.styles,
      dates: workbook.dates, limits)
  }

  /// The same of the parts of a package as they stand in it, without the archive.
  package static func csv(
    worksheet: [UInt8], sharedStrings: [UInt8], styles: [UInt8],
    limits: TableLimits = TableLimits()
  ) throws(TableError) -> [UInt8] {
    try csv(
      of: SheetPart("sheet.xml", bytes: worksheet),
      sharedStrings: SheetPart("sharedStrings.xml", bytes: sharedStrings),
      styles: SheetPart("styles.xml", bytes: styles), dates: .from1900, limits)
  }

  private static func csv(
    of part: SheetPart, sharedStrings: SheetPart?, styles: SheetPart?, dates: DateSystem,
    _ limits: TableLimits
  ) throws(TableError) -> [UInt8] {
    var texts = SharedStrings()
    if let sharedStrings { texts = try SharedStrings(sharedStrings, limits: limits) }
    var looks = CellStyles()
    if let styles { looks = try CellStyles(styles) }
    let reader = SheetReader(texts, looks, dates, limits)
    try part.tell(reader)
    return try reader.text()
  }
}

/// What a file is that is no spreadsheet of the kind that is read.
enum SheetKind {
  static let help = "save it as .xlsx, or as CSV UTF-8"

  /// Refuses what is no archive, by its first bytes.
  static func check(_ bytes: [UInt8]) throws(TableError) {
    if bytes.isEmpty { throw TableError("the file is empty", help: help) }
    // A compound file: what Excel wrote until 2007, and writes around what has a password.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      let name = "EncryptedPackage".utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
      guard !contains(bytes, name) else {
        throw TableError("the file has a password", help: "save it without a password")
      }
      throw TableError("an old spreadsheet (.xls) is not read", help: help)
    }
    guard bytes.starts(with: [0x50, 0x4B]) else {
      throw TableError("the file is no .xlsx", help: help)
    }
  }

  static func check(_ archive: Archive) throws(TableError) {
    if archive.entry("content.xml") != nil, archive.entry("META-INF/manifest.xml") != nil {
      throw TableError("a spreadsheet of OpenDocument (.ods) is not read", help: help)
    }
    if archive.entry("Index/Document.iwa") != nil || archive.entry("Index.zip") != nil {
      throw TableError("a spreadsheet of Numbers is not read", help: help)
    }
  }

  private static func contains(_ bytes: [UInt8], _ piece: [UInt8]) -> Bool {
    guard let first = piece.first, bytes.count >= piece.count else { return false }
    return (0...bytes.count - piece.count).contains {
      bytes[$0] == first && bytes[$0..<$0 + piece.count].elementsEqual(piece)
    }
  }
}
