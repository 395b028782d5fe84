internal import XML
internal import Zip

/// Which sheets a spreadsheet has, and in which parts of its package they are.
struct Workbook {
  struct Sheet {
    var name: String
    var isVisible: Bool
    /// Of its relationship.
    var id: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var dates = DateSystem.from1900
  private let archive: Archive
  private let relations: Relations

  init(_ archive: Archive) throws(TableError) {
    self.archive = archive
    let main = try Relations(of: "", in: archive).target(endingIn: "/officeDocument")
    if archive.entry(main ?? "xl/workbook.bin")?.name.hasSuffix(".bin") == true {
      throw TableError("a binary spreadsheet (.xlsb) is not read", help: SheetKind.help)
    }
    guard let part = SheetPart(main ?? "xl/workbook.xml", in: archive) else {
      throw TableError("the file is no spreadsheet", help: SheetKind.help)
    }
    relations = try Relations(of: part.name, in: archive)
    let list = SheetList()
    try part.tell(list)
    // Charts and the like are sheets without rows.
    let all = list.sheets
    sheets = all.filter { relations.isWorksheet($0.id) }
    dates = list.dates
    guard list.isWorkbook, !sheets.isEmpty else {
      throw TableError("the file has no sheet", help: SheetKind.help)
    }
  }

  /// The sheet `name`, or the first that is seen.
  func sheet(_ name: String?) throws(TableError) -> SheetPart {
    let names = sheets.map { "“\($0.name)”" }.joined(separator: ", ")
    let found: Sheet?
    if let name {
      // No two differ by capitals alone.
      found =
        sheets.first { $0.name == name }
        ?? sheets.first { $0.name.lowercased() == name.lowercased() }
    } else {
      found = sheets.first { $0.isVisible }
    }
    guard let found else {
      throw TableError(
        name.map { "the file has no sheet “\($0)”" } ?? "all sheets of the file are hidden",
        help: "its sheets are \(names)")
    }
    guard let target = relations.target(of: found.id), let part = SheetPart(target, in: archive)
    else {
      throw TableError("the sheet “\(found.name)” is not in the file", help: SheetPart.saveAgain)
    }
    return part
  }

  var sharedStrings: SheetPart? { part("/sharedStrings") }
  var styles: SheetPart? { part("/styles") }

  private func part(_ type: String) -> SheetPart? {
    relations.target(endingIn: type).flatMap { SheetPart($0, in: archive) }
  }
}

private final class SheetList: Listener {
  var sheets: [Workbook.Sheet] = []
  var dates = DateSystem.from1900
  var isWorkbook = false

  func begin(_ tag: Tag) -> Bool {
    switch tag.name {
    case "workbook": isWorkbook = true
    case "workbookPr":
      if ["1", "true", "on"].contains(tag["date1904"] ?? "") { dates = .from1904 }
    case "sheet":
      guard let name = tag["name"], let id = tag[prefixed: "id"] else { break }
      let state = tag["state"] ?? "visible"
      sheets.append(Workbook.Sheet(name: name, isVisible: state == "visible", id: id))
    default: break
    }
    return sheets.count <= 1000
  }

  func end(_ name: String, text: [UInt8]) -> Bool { true }
}

/// What a part of a package refers to, and as what (ECMA-376, part 2, section 9.3).
private struct Relations {
  private struct Relation {
    var id: String, type: String, target: String
  }

  private var relations: [Relation] = []

  /// Those of the part `name`, or of the whole package if that is empty; none where nothing says any.
  init(of name: String, in archive: Archive) throws(TableError) {
    let slash = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    let folder = name[..<slash]
    guard let part = SheetPart("\(folder)_rels/\(name[slash...]).rels", in: archive) else { return }
    let list = RelationList()
    try part.tell(list, of: SheetPart.relationships)
    relations = list.relations.map {
      Relation(id: $0.id, type: $0.type, target: Relations.path($0.target, from: folder))
    }
  }

  func target(of id: String) -> String? { relations.first { $0.id == id }?.target }

  /// The types differ between the two forms, but not in their last word.
  func target(endingIn type: String) -> String? {
    relations.first { $0.type.hasSuffix(type) }?.target
  }

  func isWorksheet(_ id: String) -> Bool {
    relations.first { $0.id == id }?.type.hasSuffix("/worksheet") ?? false
  }

  /// The name of the entry that `target` means in a part of `folder`.
  private static func path(_ target: String, from folder: Substring) -> String {
    let target = String(target.map { $0 == "\\" ? "/" : $0 })
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step != ".." { steps.append(step) } else if !steps.isEmpty { steps.removeLast() }
    }
    return steps.joined(separator: "/")
  }

  private final class RelationList: Listener {
    var relations: [(id: String, type: String, target: String)] = []

    func begin(_ tag: Tag) -> Bool {
      if tag.name == "Relationship", tag["TargetMode"] != "External", let id = tag["Id"],
        let type = tag["Type"], let target = tag["Target"]
      {
        relations.append((id, type, target))
      }
      return relations.count <= 10_000
    }

    func end(_ name: String, text: [UInt8]) -> Bool { true }
  }
}
