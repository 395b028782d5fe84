internal import XML

/// How a spreadsheet's cells show their numbers, by the number of their style.
struct CellStyles {
  private var formats: [NumberFormat] = []

  /// None: all numbers are numbers.
  init() {}

  init(_ part: SheetPart) throws(TableError) {
    let list = StyleList()
    try part.tell(list)
    var known: [Int: NumberFormat] = [:]
    formats = list.ids.map { id in
      if let format = known[id] { return format }
      let format = list.codes[id].map(NumberFormat.init(code:)) ?? NumberFormat(builtIn: id)
      known[id] = format
      return format
    }
  }

  /// A style that is not there is the first.
  subscript(index: Int) -> NumberFormat {
    formats.indices.contains(index) ? formats[index] : .number
  }

  private final class StyleList: Listener {
    var codes: [Int: String] = [:]
    /// The number format of each style of cells.
    var ids: [Int] = []
    private var isInCells = false

    func begin(_ tag: Tag) -> Bool {
      switch tag.name {
      case "cellXfs": isInCells = true
      case "numFmt":
        // More than 255 letters no program takes.
        if let id = tag["numFmtId"].flatMap({ Int($0) }), let code = tag["formatCode"] {
          codes[id] = String(code.prefix(255))
        }
      case "xf" where isInCells: ids.append(tag["numFmtId"].flatMap { Int($0) } ?? 0)
      default: break
      }
      // Excel has at most 65,490 styles.
      return ids.count < 70_000 && codes.count < 70_000
    }

    func end(_ name: String, text: [UInt8]) -> Bool {
      if name == "cellXfs" { isInCells = false }
      return true
    }
  }
}
