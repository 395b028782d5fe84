package import BlazonLedger
package import BlazonSource
internal import BlazonSpec
internal import BlazonTable
internal import Files

extension SpecReader {
  /// All ledgers of a run: those that the programmes name, and those at `awards`.
  mutating func roll(
    _ programmes: [ReadProgramme], _ awards: [String], _ report: inout Report
  ) -> Roll {
    var sources: [LedgerSource] = []
    for path in awards where !sources.contains(where: { $0.text.name == path }) {
      do throws(WorldError) {
        let bytes = try source.read(path, limit: SpecReader.ledgerLimit)
        if let file = LedgerSource(path, bytes, nil, at: Place(beginningOf: path), &report) {
          sources.append(file)
        }
      } catch {
        failures.append(error)
      }
    }
    return Roll(
      programmes, isMissingSome: isMissingSome, sources, keepsGoing: keepsGoing, report: &report)
  }

  /// The ledgers that a programme names, each once, under its name without links.
  mutating func ledgers(
    of programme: Programme, in folder: SourceFolder, _ report: inout Report
  ) -> [LedgerSource] {
    var sources: [LedgerSource] = []
    // A file that is named by itself is none of those that a “*” stands for.
    let named = Set(programme.awards.compactMap(\.file).filter { !$0.contains("*") })
    for spec in programme.awards {
      let name: Located<String>
      switch spec.origin {
      case .files(let files): name = files
      case .database(let database, let query):
        if let answer = answer(of: database, to: query, spec, &report) { sources.append(answer) }
        continue
      }
      var count = 0
      for path in files(name, in: folder, &report) {
        count += 1
        if name.value.contains("*"), named.contains(path) { continue }
        guard
          let file = lent(
            path, of: folder, shown: "\(folder.path)/\(path)", limit: SpecReader.ledgerLimit,
            at: name.place, &report)
        else { continue }
        let shown = "\(folder.path)/\(file.name)"
        if !sources.contains(where: { $0.text.name == shown }),
          let source = LedgerSource(shown, file.bytes, spec, at: name.place, &report)
        {
          sources.append(source)
        }
      }
      if count == 0 {
        report.error(
          "no ledger “\(name.value)”", at: name.place,
          help: "it is looked for in \(folder.path)")
      }
    }
    return sources
  }

  /// What the database called `name` answers; `nil` if nothing can be had of it, which is reported. A programme names it, and
  /// whoever runs the program says where it is: no spec reaches a server by itself.
  private mutating func answer(
    of name: Located<String>, to query: Located<String>, _ spec: AwardsSpec, _ report: inout Report
  ) -> LedgerSource? {
    let variable =
      "BLAZON_DATABASE_" + name.value.uppercased().replacing("-", with: "_")
    guard let url = databases[name.value] ?? environment(variable), !url.isEmpty else {
      report.error(
        "nobody has said where the database “\(name.value)” is", at: name.place,
        help: "--database \(name.value)=postgresql://…, or \(variable) in the environment")
      return nil
    }
    do throws(TableError) {
      let rows = try Database(url: url).csv(of: query.value)
      total += rows.count
      return LedgerSource(
        SourceText(name: name.value, bytes: rows), as: spec.reading, isMade: true,
        isFixedBecause: "it is a database")
    } catch {
      let place = error.offset.map { query.place(ofByte: $0) } ?? query.place
      report.error("“\(name.value)”: \(error.message)", at: place, help: error.help)
      return nil
    }
  }

  /// The files that `name` stands for: itself, or all that its `*` matches.
  private mutating func files(
    _ name: Located<String>, in folder: SourceFolder, _ report: inout Report
  ) -> [String] {
    let path = name.value
    guard let star = path.lastIndex(of: "*") else {
      return folder.kind(of: path) == nil ? [] : [path]
    }
    let parent = path[..<star].lastIndex(of: "/").map { path[..<$0] } ?? ""
    let start = path[..<star].dropFirst(parent.isEmpty ? 0 : parent.utf8.count + 1)
    let end = path[path.index(after: star)...]
    do throws(Refusal) {
      switch folder.kind(of: String(parent)) {
      case .folder: break
      case .link: return [String(parent)]
      case .file, .other, nil: return []
      }
      return try folder.list(String(parent))
        .filter { name in
          !name.hasPrefix(".") && name.hasPrefix(start) && name.hasSuffix(end)
            && name.count >= start.count + end.count
        }
        .map { parent.isEmpty ? $0 : "\(parent)/\($0)" }
        .filter { folder.kind(of: $0) != .folder }
    } catch {
      tell(error, of: "\(folder.path)/\(parent)", in: folder.path, at: name.place, &report)
      return []
    }
  }
}

extension LedgerSource {
  /// The file `name`, as `spec` says that it is to be understood: its letters as UTF-8, of a workbook its rows; `nil` if that
  /// cannot be, which is reported at `place`.
  init?(
    _ name: String, _ bytes: [UInt8], _ spec: AwardsSpec?, sheet: String? = nil, at place: Place,
    _ report: inout Report
  ) {
    var (bytes, reason): ([UInt8], String?) = (bytes, nil)
    var reading = spec?.reading ?? TableReading()
    let isWorkbook = LedgerSource.isWorkbook(name)
    if isWorkbook {
      do throws(TableError) {
        bytes = try Sheet.csv(of: bytes, sheet: spec?.sheet?.value ?? sheet)
      } catch {
        report.error(
          "“\(name)”: \(error.message)", at: spec?.sheet?.place ?? place, help: error.help)
        return nil
      }
      reason = "it is a workbook"
    } else if let text = WindowsText.utf8(ofUTF16: bytes) {
      (bytes, reason) = (text, "its letters are written as UTF-16")
    } else if reading.encoding == .windows1252 {
      (bytes, reason) = (WindowsText.utf8(bytes), "its letters are written as Windows-1252")
    }
    let text = SourceText(name: name, bytes: bytes)
    if let spec, spec.isShared, !reading.isMeant(for: text) { reading = reading.onlyFacts }
    // Days of a workbook have a time behind them where somebody once wrote one.
    if isWorkbook { reading.isStrict = false }
    self.init(text, as: reading, isMade: isWorkbook, isFixedBecause: reason)
  }

  /// The table in the file `name`, whatever its columns mean; `nil` if it is none, which is reported.
  package static func whole(
    _ name: String, _ bytes: [UInt8], sheet: String?, _ report: inout Report
  ) -> LedgerSource? {
    LedgerSource(name, bytes, nil, sheet: sheet, at: Place(beginningOf: name), &report)
  }

  /// Whether a file of this name is a workbook.
  package static func isWorkbook(_ name: String) -> Bool { name.lowercased().hasSuffix(".xlsx") }
}

extension Located<String> {
  /// The place of the byte at `offset` of the value, if it stands in the file as it is; otherwise all.
  fileprivate func place(ofByte offset: Int) -> Place {
    let before = String(decoding: value.utf8.prefix(offset), as: UTF8.self).unicodeScalars.count
    let surplus = place.end.column - place.start.column - value.unicodeScalars.count
    guard place.start.line == place.end.line, surplus == 0 || surplus == 2 else { return place }
    let column = place.start.column + surplus / 2 + before
    return Place(
      place.source, start: Position(line: place.start.line, column: column),
      end: Position(line: place.start.line, column: column + 1))
  }
}
