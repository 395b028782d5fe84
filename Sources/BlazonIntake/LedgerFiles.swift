package import BlazonLedger
package import BlazonSource
internal import BlazonSpec
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
        sources.append(LedgerSource(path, bytes, nil))
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
    for spec in programme.awards {
      guard case .files(let name) = spec.origin else { continue }
      var count = 0
      for path in files(name, in: folder, &report) {
        count += 1
        guard
          let file = lent(
            path, of: folder, shown: "\(folder.path)/\(path)", limit: SpecReader.ledgerLimit,
            at: name.place, &report)
        else { continue }
        let shown = "\(folder.path)/\(file.name)"
        if !sources.contains(where: { $0.text.name == shown }) {
          sources.append(LedgerSource(shown, file.bytes, spec))
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
  /// The file `name`, as `spec` says that it is to be understood: its letters as UTF-8.
  init(_ name: String, _ bytes: [UInt8], _ spec: AwardsSpec?) {
    var bytes = bytes
    var reason: String?
    if let text = WindowsText.utf8(ofUTF16: bytes) {
      (bytes, reason) = (text, "its letters are written as UTF-16")
    } else if spec?.reading.encoding == .windows1252 {
      (bytes, reason) = (WindowsText.utf8(bytes), "its letters are written as Windows-1252")
    }
    let text = SourceText(name: name, bytes: bytes)
    var reading = spec?.reading ?? TableReading()
    if let spec, spec.isShared, !reading.isMeant(for: text) { reading = reading.onlyFacts }
    self.init(text, as: reading, isFixedBecause: reason)
  }
}

extension LedgerSource {
  /// The table in the file `name`, whatever its columns mean; `nil` if it is none, which is reported.
  package static func whole(
    _ name: String, _ bytes: [UInt8], sheet: String?, _ report: inout Report
  ) -> LedgerSource? {
    LedgerSource(name, bytes, nil)
  }
}
