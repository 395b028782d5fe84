internal import BlazonCheck
internal import BlazonSource
internal import BlazonSpec
internal import BlazonText
internal import Checksum
internal import Files

/// The fonts of a run, each file read once, whatever names it.
struct Fonts {
  /// Bytes of all files.
  private static let byteLimit = 1 << 26

  private var known: [String: OpenTypeFont] = [:]
  private var bytes = 0

  enum Problem: Error {
    case font(OpenTypeFont.Problem)
    /// The fonts of the run are more than can be kept.
    case tooMany
  }

  mutating func font(_ file: [UInt8], digest: String) throws(Problem) -> OpenTypeFont {
    if let font = known[digest] { return font }
    guard bytes + file.count <= Fonts.byteLimit else { throw .tooMany }
    do throws(OpenTypeFont.Problem) {
      let font = try OpenTypeFont(file)
      bytes += file.count
      known[digest] = font
      return font
    } catch { throw .font(error) }
  }
}

extension SpecReader {
  /// Reads the fonts that a programme names, whose specs stand in `folders`.
  mutating func readTypeface(
    of loaded: inout LoadedProgramme, in folders: [SourceFolder], _ report: inout Report
  ) {
    guard let spec = loaded.programme.typeface else { return }
    // Of one file the same is wrong whatever it is for: that is said once.
    var told: Set<String> = []
    for role in TypefaceSpec.Role.allCases {
      guard let file = spec.files[role] else { continue }
      var found = Report()
      if let font = font(file, in: folders, &found) { loaded.typeface.fonts[role.role] = font }
      let isNew = told.insert(file.path.path).inserted
      for diagnostic in found.diagnostics where isNew || diagnostic.place != file.path.place {
        report.add(diagnostic)
      }
    }
    loaded.avatars = Avatars(loaded.typeface)
  }

  private mutating func font(
    _ file: TypefaceSpec.File, in folders: [SourceFolder], _ report: inout Report
  ) -> Typeface.Font? {
    let (path, place) = (file.path.path, file.path.place)
    guard let (folder, name) = home(of: path, named: place, in: folders) else { return nil }
    let bytes: [UInt8]
    do throws(Refusal) {
      bytes = try folder.read(name, limit: OpenTypeFont.sizeLimit).bytes
    } catch {
      if error == .missing {
        report.error(
          "no file “\(path)”", at: place, help: "fonts are looked for beside programme.yaml")
      } else {
        tell(error, of: path, in: folder.path, at: place, &report)
      }
      return nil
    }
    let digest = sha256(bytes)
    do throws(Fonts.Problem) {
      let font = try fonts.font(bytes, digest: digest)
      if let restriction = font.restriction {
        report.add(
          Diagnostic(
            .note, "certificates show “\(path)” as outlines: \(restriction.rawValue)", at: place,
            help: "their words can be searched and copied all the same"))
      }
      return Typeface.Font(
        name: name, digest: digest, font: font, axes: axes(file, of: font, &report))
    } catch {
      switch error {
      case .font(let problem):
        report.add(.files, "“\(path)” \(problem.message)", at: place, help: problem.help)
      case .tooMany:
        report.add(
          .files, "with “\(path)” the fonts of this run are too large together", at: place,
          help: "use smaller fonts, or one for several programmes")
      }
      return nil
    }
  }

  /// The values that are chosen of a font's axes, where it has them.
  private func axes(
    _ file: TypefaceSpec.File, of font: OpenTypeFont, _ report: inout Report
  ) -> [String: Double] {
    var values: [String: Double] = [:]
    for (tag, value) in file.axes {
      guard let axis = font.axes.first(where: { $0.tag == tag.value }) else {
        let names = font.axes.map { "\($0.tag) from \($0.range.shown)" }.joined(separator: ", ")
        report.error(
          "“\(file.path.value)” has no axis “\(tag.value)”", at: tag.place,
          help: names.isEmpty ? "it has none: take the axes away" : "it has \(names)")
        continue
      }
      guard axis.range.contains(value) else {
        report.error(
          "the axis “\(tag.value)” of “\(file.path.value)” does not reach \(plain(value))",
          at: tag.place, help: "use \(axis.range.shown)")
        continue
      }
      values[tag.value] = value
    }
    return values
  }
}

extension ClosedRange<Double> {
  fileprivate var shown: String { "\(plain(lowerBound)) to \(plain(upperBound))" }
}

/// `12` rather than `12.0`.
private func plain(_ value: Double) -> String {
  value == value.rounded() ? String(Int(value)) : String(value)
}

extension TypefaceSpec.Role {
  /// What it is when text is set.
  fileprivate var role: Typeface.Role {
    switch self {
    case .title: .title
    case .text: .text
    case .serif: .serif
    case .italic: .italic
    }
  }
}
