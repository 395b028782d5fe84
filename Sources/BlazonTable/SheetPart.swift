internal import XML
internal import Zip

/// A part of a spreadsheet's package, an XML text, which is read piece by piece.
struct SheetPart {
  var name: String
  /// Hands the text on, until it is told `false`.
  var read: ((ArraySlice<UInt8>) -> Bool) throws(ZipError) -> Void

  init(_ name: String, bytes: [UInt8]) {
    self.name = name
    read = { (take: (ArraySlice<UInt8>) -> Bool) throws(ZipError) in _ = take(bytes[...]) }
  }

  /// The entry `name` of `archive`; `nil` if there is none.
  init?(_ name: String, in archive: Archive) {
    guard let entry = archive.entry(name) else { return nil }
    self.name = entry.name
    read = { (take: (ArraySlice<UInt8>) -> Bool) throws(ZipError) in
      try archive.read(entry, take)
    }
  }

  /// The namespaces of spreadsheets: as all write them, and as the strict form of ECMA-376 has them.
  static let spreadsheet: Set<String> = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]
  static let relationships: Set<String> = [
    "http://schemas.openxmlformats.org/package/2006/relationships"
  ]

  /// Tells `listener` what stands in the part, to its end or until the listener has enough.
  func tell(
    _ listener: any Listener, of namespaces: Set<String> = spreadsheet
  ) throws(TableError) {
    let reader = EventReader(listener, limits: EventLimits(namespaces: namespaces))
    var problem: XMLError?
    do throws(ZipError) {
      try read { piece in
        // On to the end, though the listener has enough: only there is it known whether the checksum is right.
        do throws(XMLError) { _ = try reader.read(piece) } catch { problem = error }
        return problem == nil
      }
    } catch {
      throw TableError(error, in: name)
    }
    do throws(XMLError) {
      if let problem { throw problem }
      try reader.finish()
    } catch {
      throw TableError(
        "“\(name)” in the file is damaged, at line \(error.start.line): \(error.message)",
        help: SheetPart.saveAgain)
    }
  }

  static let saveAgain = "open the file in a spreadsheet program, and save it again as .xlsx"
}

extension TableError {
  /// Why an archive, or the part of it that is called `part`, is not read.
  init(_ error: ZipError, in part: String? = nil) {
    let what = part.map { "“\($0)” in the file" } ?? "the file"
    switch error {
    case .missing: self.init("libzip is not installed", help: "install libzip4")
    case .noMemory: self.init("no memory to read the file", help: "try again")
    case .damaged: self.init("\(what) is damaged", help: SheetPart.saveAgain)
    case .unsupported:
      self.init("\(what) is packed in a way that is not read", help: SheetPart.saveAgain)
    case .encrypted:
      self.init("\(what) has a password", help: "save the file without a password")
    case .twice(let name):
      self.init("the file has two parts “\(name)”", help: SheetPart.saveAgain)
    case .tooManyEntries(let count):
      self.init(
        "the file has more than \(count) parts", help: "save the sheet alone, as .xlsx or CSV UTF-8"
      )
    case .tooLong(let count):
      self.init(
        "\(what) has more than \(count) bytes", help: "save the sheet alone, as .xlsx or CSV UTF-8")
    case .tooDense(let ratio):
      self.init(
        "\(what) is packed more than \(ratio) times, as no spreadsheet is",
        help: SheetPart.saveAgain)
    }
  }
}
