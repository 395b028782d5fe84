internal import BlazonForm
internal import BlazonSource

// What others write in JSON and YAML, whose keys are spelt in several ways.

extension Tree {
  /// The value under `name`, however that is written: `issuingAuthorities`, `issuing_authorities`, `issuing-authorities`.
  func field(_ names: String...) -> Tree? {
    for name in names {
      let found = entries?.first { $0.key.value.plainKey == name.plainKey && !$0.value.isNull }
      if let found { return found.value }
    }
    return nil
  }

  /// A scalar as it is written; `nil` for an empty one, and for all else.
  var scalarText: String? {
    if case .scalar(let text, _) = value, !text.isEmpty { return text }
    return nil
  }

  /// The items of a list; a scalar or a map is a list of one.
  var listed: [Tree] {
    if case .list(let items) = value { return items }
    return [self]
  }

  /// Texts of a list, cleaned.
  var listedTexts: [Located<String>] {
    listed.compactMap { item in
      item.scalarText.flatMap { PlainWords.clean($0) }.map { Located($0, item.place) }
    }
  }

  /// The text under `name`, made fit for a spec.
  func prose(_ names: String...) -> String? {
    for name in names {
      if let text = field(name)?.scalarText, let clean = PlainWords.clean(text) { return clean }
    }
    return nil
  }
}

extension String {
  /// A key without what its spelling differs by.
  var plainKey: String { lowercased().filter { $0 != "_" && $0 != "-" } }
}

extension SourceFiles {
  /// The tree of the JSON file at `path`; `nil` if it is none, which the report says.
  func json(_ path: String, report: inout Report) -> Tree? {
    guard let source = text(path, report: &report) else { return nil }
    return SourceFiles.tree(source, report: &report)
  }

  /// The front matter of the page at `path`; `nil` if it has none.
  func frontMatter(_ path: String, report: inout Report) -> Tree? {
    guard let source = text(path, report: &report), let first = source.line(1) else { return nil }
    if first.hasPrefix("+++") {
      report.add(
        Diagnostic(
          .warning, "front matter in TOML is not read", at: place(of: path),
          help: "write it in YAML, between lines of ---"))
      return nil
    }
    guard first == "---" || first == "\u{FEFF}---" else { return nil }
    var number = 2
    var size = first.utf8.count + 1
    while let line = source.line(number), line != "---" {
      number += 1
      size += line.utf8.count + 1
      if number == source.lineCount + 1 { return nil }
    }
    // Lines may end as on Windows: then there are more bytes than were counted.
    let returns = source.bytes.prefix(size + number).count { $0 == 0x0D }
    let head = SourceText(
      name: source.name, bytes: Array(source.bytes.prefix(size + min(returns, number - 1))))
    return SourceFiles.tree(head, report: &report)
  }

  private static func tree(_ source: SourceText, report: inout Report) -> Tree? {
    var limits = TreeLimits()
    (limits.bytes, limits.nodes) = (SourceFiles.textLimit, 1_000_000)
    do throws(TreeError) { return try Tree.document(in: source, limits: limits) } catch {
      report.add(
        Diagnostic(
          .warning, "this cannot be read, and is left out: \(error.message)", at: error.place,
          help: error.help))
      return nil
    }
  }
}
