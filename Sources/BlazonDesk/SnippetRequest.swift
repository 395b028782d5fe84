public import BlazonIntake
internal import BlazonPress
public import BlazonSite
public import BlazonSource
internal import BlazonSpec
internal import Files

/// The lines that show a person, an award or a badge in a place.
public struct SnippetRequest: Sendable {
  /// A handle, `handle/badge`, or a badge's id.
  public var name: String
  public var form: SnippetForm
  /// The file that keeps them between two comments; `nil` for none.
  public var file: String?

  public init(_ name: String, as form: SnippetForm, into file: String? = nil) {
    (self.name, self.form, self.file) = (name, form, file)
  }

  /// The lines; `nil` if there are none, which the report says.
  public func lines(
    of programmes: [LoadedProgramme], report: inout Report
  ) throws(WorldError) -> String? {
    guard let meant = Press.snippetName(name, in: programmes) else {
      let known =
        programmes.flatMap { $0.handles } + programmes.flatMap { $0.badges.map(\.id.value) }
      report.error(
        "nobody and nothing is called “\(name)”", at: nil,
        help: helpText(for: name, among: Set(known).sorted()))
      return nil
    }
    let press = Press(try Studio(programmes, report: &report))
    if let lines = press.snippet(meant, as: form, in: programmes) { return lines }
    report.error(
      "“\(name)” has no snippet “\(form.rawValue)”", at: nil,
      help: "it shows a file that is not there, or needs an address: “publish” in programme.yaml")
    return nil
  }

  /// Puts `lines` into the file, unless it is a `trial`; false if nothing is to be changed. What stands in the way is in the
  /// report.
  public func put(
    _ lines: String, trial isTrial: Bool = false, report: inout Report
  ) throws(WorldError) -> Bool {
    guard let file else { return false }
    let isNew = kind(of: file) == nil
    let bytes =
      isNew
      ? [] : try wrapping { () throws(FileError) in try read(file, limit: 1 << 24) }
    var new: [UInt8]?
    do throws(SnippetBlock.Problem) {
      let changed = try SnippetBlock(name, inFileCalled: file).put(lines, into: bytes)
      if changed == bytes { return false }
      new = changed
    } catch {
      let source = SourceText(name: file, bytes: bytes)
      let start = Position(line: error.line, column: 1)
      report.error(
        error.message, at: Place(source, start: start, end: start),
        help: "mend or remove it; “blazon snippet --into” writes a new block")
      return false
    }
    guard let changed = new else { return false }
    if isTrial { return true }
    try wrapping { () throws(FileError) in
      if isNew { try replace(file, with: changed) } else { try rewrite(file, with: changed) }
    }
    return true
  }
}
