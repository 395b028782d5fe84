internal import BlazonForm
public import BlazonSource

/// The key `font` of a programme: the font files of its own, by what they set.
public struct TypefaceSpec: Sendable {
  /// What of the design a file sets.
  public enum Role: String, CaseIterable, Sendable { case title, text, serif, italic }

  /// A font file of the programme, and values of its axes.
  public struct File: Sendable {
    public var path: Located<String>
    /// By their tags, as `wdth`.
    public var axes: [(tag: Located<String>, value: Double)]

    static let form = Form<File>(
      "a .ttf or .otf file of the programme, or {file, axes}",
      .either([Form<String>.fontFile.schema, .chapter("font-file")])
    ) { tree, reading in
      guard tree.entries != nil else {
        return Form<String>.fontFile.read(tree, &reading).map {
          File(path: Located($0, tree.place), axes: [])
        }
      }
      guard var fields = Fields(tree, of: "a font", declared: Keys.file, &reading) else {
        return nil
      }
      let path = fields.require(Keys.path, &reading)
      let axes = fields.take(Keys.axes, &reading) ?? []
      fields.finish(&reading)
      return path.map { File(path: $0, axes: axes) }
    }
  }

  /// Roles without a file keep the faces that ship.
  public var files: [Role: File]

  enum Keys {
    static let path = Key("file", Form<String>.fontFile, "the font")
    static let axes = Key(
      "axes", TypefaceSpec.axes,
      "values of a variable font, as {wdth: 90}; the weights that designs ask for, unless wght is one"
    )
    static let title = Key("title", File.form, "titles, ribbons and rings")
    static let text = Key("text", File.form, "running text and labels")
    static let serif = Key("serif", File.form, "what faces with serifs set on certificates")
    static let italic = Key(
      "italic", File.form, "the same where it is italic, as names are; the serif unless given")
    static let file = [KeyDeclaration(path), .init(axes)]
    static let all = file + [.init(title), .init(text), .init(serif), .init(italic)]
  }

  private static let axes = Form<[(tag: Located<String>, value: Double)]>(
    "a map of numbers", .named(.pattern("^[ -~]{4}$"), .number(-32768...32767))
  ) { tree, reading in
    guard let map = Form<Tree>.map.read(tree, &reading) else { return nil }
    return (map.entries ?? []).compactMap { entry in
      guard entry.key.value.utf8.count == 4 else {
        reading.error(
          "“\(entry.key.value.prefix(60))” is no axis of a font", at: entry.key.place,
          help: "axes have four letters, as wght, wdth and opsz")
        return nil
      }
      return Form<Double>.number(in: -32768...32767).read(entry.value, &reading)
        .map { (entry.key, $0) }
    }
  }

  static let form = Form<TypefaceSpec>(
    "a .ttf or .otf file of the programme, or files by what they set",
    .either([Form<String>.fontFile.schema, .chapter("font")])
  ) { tree, reading in
    guard tree.entries != nil else {
      return File.form.read(tree, &reading).map { TypefaceSpec(files: [.title: $0, .text: $0]) }
    }
    guard var fields = Fields(tree, of: "font", declared: Keys.all, &reading) else { return nil }
    let path = fields.locate(Keys.path, &reading)
    let axes = fields.locate(Keys.axes, &reading)
    var files: [Role: File] = [:]
    if let path {
      let file = File(path: path, axes: axes?.value ?? [])
      (files[.title], files[.text]) = (file, file)
    } else if let axes, !fields.has(Keys.path.name) {
      reading.error(
        "axes without a font", at: axes.place, help: "file: fonts/Brand.ttf goes before them")
    }
    for (role, key) in [
      (Role.title, Keys.title), (.text, Keys.text), (.serif, Keys.serif), (.italic, Keys.italic),
    ] {
      if let file = fields.take(key, &reading) { files[role] = file }
    }
    files[.italic] = files[.italic] ?? files[.serif]
    fields.finish(&reading)
    return files.isEmpty ? nil : TypefaceSpec(files: files)
  }
}

extension Programme {
  /// The typeface that a programme names, or its base, unless it says that it has none.
  static func typeface(
    _ fields: inout Fields, _ base: ProgrammeDocument?, _ reading: inout Reading
  ) -> TypefaceSpec? {
    let own = fields.take(ProgrammeKeys.font, &reading)
    guard !fields.mentions(ProgrammeKeys.font.name) else { return own }
    return base?.main["font"].flatMap { $0.isNull ? nil : TypefaceSpec.form.read($0, &reading) }
  }
}

extension Form where Value == String {
  /// A font in the programme's folder, as `fonts/Brand.ttf`.
  static let fontFile = Form("a .ttf or .otf file of the programme", .path(endings: "ttf|otf")) {
    tree, reading in
    guard let path = Form.text.read(tree, &reading) else { return nil }
    guard DrawingPath.isOne(path, endings: ["ttf", "otf"]) else {
      reading.error(
        "“\(path.prefix(80))” is not a font of the programme", at: tree.place,
        help: "name a .ttf or .otf file below this folder, as in fonts/Brand.ttf")
      return nil
    }
    return path
  }
}
