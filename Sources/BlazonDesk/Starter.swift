internal import BlazonArtwork
internal import BlazonForm
internal import BlazonIntake
internal import BlazonScene
public import BlazonSource
internal import BlazonSpec
internal import Files

/// A new programme: an identity, five badges, a ledger with one invented person, that renders at once.
public struct Starter: Sendable {
  public var id: String
  public var name: String
  /// As CSS writes it: `#0B7A86`, or a name.
  public var color: String
  /// A drawing to copy as the logo.
  public var logo: String?
  /// Titles of badges, of which each gets an emblem of its own that its words suggest, or a monogram.
  public var titles: [String]
  /// A table of who earned what, and the member of `awards` that reads it, instead of one invented person.
  var table: (name: String, bytes: [UInt8], entry: String)?

  public static let titles = [
    "First Contribution", "Documentation Author", "Review Rockstar", "Community Mentor",
    "Certified Operator",
  ]

  public init(
    id: String, name: String, color: String, logo: String? = nil, titles: [String] = titles
  ) {
    (self.id, self.name, self.color, self.logo) = (id, name, color, logo)
    self.titles = titles
  }

  /// Whether `text` is a colour that specs understand.
  public static func isColor(_ text: String) -> Bool { Color(css: text) != nil }

  /// Why specs cannot say `text` as a programme's name or a badge's title, or not all of it; `nil` if they can.
  public static func problem(of text: String) -> String? {
    let start = Position(line: 1, column: 1)
    let place = Place(SourceText(name: "", bytes: []), start: start, end: start)
    var reading = Reading()
    _ = Form<String>.words.read(Tree(.scalar(text, isPlain: false), place), &reading)
    return reading.report.diagnostics.first?.message
  }

  /// `text` as an id: lower-case letters and digits joined by hyphens.
  public static func id(from text: String) -> String {
    var id = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        id.unicodeScalars.append(scalar)
      } else if !id.isEmpty, !id.hasSuffix("-") {
        id += "-"
      }
    }
    id = String(id.prefix(60))
    while id.hasSuffix("-") { id.removeLast() }
    // No file is called as a device of Windows is.
    return isDevice(id[...]) ? "\(id)-1" : id
  }

  /// Writes the programme's folder. Nothing that stands there is touched: a file in the way is an error,
  /// and then none is written; nor is any if it is a `trial`. The files that were written, or would be.
  public func write(
    to folder: String, trial isTrial: Bool = false, report: inout Report
  ) throws(WorldError) -> [String] {
    let files = try files(in: folder, report: &report)
    if isTrial { return files.map(\.path) }
    for (path, bytes) in files {
      try wrapping { () throws(FileError) in
        try makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        try replace(path, with: bytes)
      }
    }
    // Numbers of certificates are nobody's to guess. A table's are written when its rows were told.
    if !report.hasErrors, table == nil {
      // What a check finds in titles of somebody's own, it says with everything else.
      var found = Report()
      _ = try SpecFolder.fixLedgers([folder], report: &found)
    }
    return files.map(\.path)
  }

  /// What `write` writes; nothing where a file is in the way, which is reported.
  func files(
    in folder: String, report: inout Report
  ) throws(WorldError) -> [(path: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    var logoName: String?
    if let logo {
      let bytes = try wrapping { () throws(FileError) in try read(logo, limit: 1 << 23) }
      do throws(ArtworkError) {
        let artwork = try Artwork(bytes)
        logoName = "logo.\(artwork.kind.rawValue)"
        files.append((logoName ?? "", bytes))
      } catch {
        for diagnostic in error.diagnostics(in: SourceText(name: logo, bytes: bytes)) {
          report.add(diagnostic)
        }
        return []
      }
    }
    files.append(("programme.yaml", Array(programme(logoName).utf8)))
    files.append(("badges.yaml", Array(badges.utf8)))
    files.append((Starter.schemaName, Array(Language.schema.utf8)))
    files.append((table?.name ?? "awards/first.csv", table?.bytes ?? Array(ledger.utf8)))
    let paths = files.map { (path: "\(folder)/\($0.name)", bytes: $0.bytes) }
    for (path, _) in paths where kind(of: path, followingLinks: false) != nil {
      report.error(
        "“\(path)” is there already", at: nil, help: "name another folder, or move it away")
    }
    return report.hasErrors ? [] : paths
  }

  // MARK: Texts

  /// What editors complete and check words by, beside the files that name it in their first line.
  private static let schemaName = "blazon.schema.json"
  /// As yaml-language-server reads it, which VS Code, Neovim and others use.
  private static let modeline = "# yaml-language-server: $schema=\(schemaName)"

  private func programme(_ logo: String?) -> String {
    """
    \(Starter.modeline)
    # What the programme is called, its colour, and the families of its badges.
    blazon: 1
    programme: \(id)
    name: \(quoted(name))
    # publish: https://badges.\(id).example   # where output/ is served: links and QR codes come from it
    color: \(quoted(color))
    \(logo.map { "logo: \($0)\n" } ?? "")\(table.map { "awards:\n\($0.entry)" } ?? "awards: awards/*.csv\n")families:
      achievement: {preset: hexagon, band: Achievement}
      certification: {preset: pennant, band: Certified, metal: gold}

    """
  }

  private var badges: String {
    var text = """
      \(Starter.modeline)
      # The badges. `blazon help language badge` lists every word; `blazon list emblems WORD` finds emblems.
      blazon: 1
      badges:

      """
    for ((id, title), emblem) in zip(zip(ids, titles), Starter.emblems(for: titles)) {
      let isCertification = Starter.isCertification(title)
      text += """
          \(id):
            family: \(isCertification ? "certification" : "achievement")
            title: \(quoted(title))
            emblem: \(emblem)
            criteria: \(quoted("Says what it takes to earn “\(title)”."))

        """
      if isCertification {
        text += """
              valid: 24 months
              certificate:
                signatures:
                  - {name: Somebody Responsible, role: Programme Lead}

          """
      }
    }
    return text
  }

  /// An id for every title, no two the same.
  private var ids: [String] {
    var taken = Set<String>()
    return titles.map { title in
      let plain = Starter.id(from: title)
      // A title in another script has no letter for an id.
      let name = plain.isEmpty ? "badge" : plain
      var id = name
      var number = 1
      while !taken.insert(id).inserted {
        number += 1
        id = "\(name)-\(number)"
      }
      return id
    }
  }

  private static func isCertification(_ title: String) -> Bool {
    title.lowercased().hasPrefix("certified")
  }

  /// One invented person with the first badge, and with the first certification, so that there is a certificate to see.
  private var ledger: String {
    let all = zip(ids, titles)
    let firsts = [
      all.first { !Starter.isCertification($0.1) }, all.first { Starter.isCertification($0.1) },
    ].compactMap(\.self)
    return "name,handle,badge,issued,id\n"
      + firsts.map { "Ada Example,ada,\($0.0),2026-01-15,\n" }.joined()
  }
}
