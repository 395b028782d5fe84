public import BlazonForm
public import BlazonSource

/// The certificate that goes with a badge: which design, what it states, who signs.
public struct Certificate: Sendable {
  public struct Signature: Sendable {
    public var name: Located<String>
    public var role: Located<LocalizedText>?
    /// A PNG or SVG file, relative to the folder of the file that names it; without one the line is
    /// left empty, to be signed by hand.
    public var image: Located<String>?

    enum Keys {
      static let name = Key("name", Form<String>.words, "who signs")
      static let role = Key("role", LocalizedText.form, "as what")
      static let image = Key(
        "image", Form<String>.artwork, "the signature, \(DrawingPath.told); an empty line without")
      static let all = [KeyDeclaration(name), .init(role), .init(image)]
    }

    static let form = Form<Signature>("a signature {name, role, image}", .chapter("signature")) {
      tree, reading in
      guard var fields = Fields(tree, of: "a signature", declared: Keys.all, &reading) else {
        return nil
      }
      let name = fields.require(Keys.name, &reading)
      let role = fields.locate(Keys.role, &reading)
      let image = fields.locate(Keys.image, &reading)
      fields.finish(&reading)
      return name.map { Signature(name: $0, role: role, image: image) }
    }
  }

  public var preset: Located<String>?
  public var statement: Located<LocalizedText>?
  public var signatures: [Signature]
  /// The two languages that stand on one page; empty for the award's alone.
  public var languages: [Located<String>]
  public var place: Place

  enum Keys {
    static let preset = Key("preset", Form<String>.id, "the design; guilloche unless given")
    static let statement = Key(
      "statement", LocalizedText.form, "the sentence under the title, instead of the criteria")
    static let signatures = Key(
      "signatures",
      Form<[Located<Signature>]>.list(
        of: Signature.form, named: "1 to 4 signatures", 1...4, isCountedLater: true),
      "who signs: 1 to 4")
    static let languages = Key(
      "languages",
      Form<[Located<String>]>.list(
        of: ProgrammeKeys.languageForm, named: "two languages", 2...2, isCountedLater: true),
      "two languages on one page, such as [ar, en]")
    static let all = [
      KeyDeclaration(preset), .init(statement), .init(signatures), .init(languages),
    ]
  }

  static let form = Form<Certificate>(
    "a certificate {preset, statement, signatures}", .chapter("certificate")
  ) {
    tree, reading in
    guard var fields = Fields(tree, of: "a certificate", declared: Keys.all, &reading) else {
      return nil
    }
    let preset = fields.locate(Keys.preset, &reading)
    let statement = fields.locate(Keys.statement, &reading)
    let signatures = fields.require(Keys.signatures, &reading)
    let languages = fields.take(Keys.languages, &reading) ?? []
    fields.finish(&reading)
    guard let signatures else { return nil }
    // Those that are written, as one that is broken is reported by itself.
    var count = signatures.value.count
    if case .list(let written)? = tree["signatures"]?.value { count = written.count }
    guard (1...4).contains(count) else {
      reading.error(
        "a certificate with \(count) signatures", at: signatures.place,
        help: "1 to 4 people sign it")
      return nil
    }
    return Certificate(
      preset: preset, statement: statement, signatures: signatures.value.map(\.value),
      languages: languages.count == 2 ? languages : [], place: tree.place)
  }
}

extension Form where Value == String {
  /// A drawing in the programme's folder, as `art/logo.svg`.
  static let artwork = Form(
    "\(DrawingPath.told) of the programme",
    .path(endings: DrawingPath.endings.joined(separator: "|"))
  ) { tree, reading in
    guard let path = Form.text.read(tree, &reading) else { return nil }
    guard DrawingPath.isOne(path) else {
      reading.error(
        "“\(path.prefix(80))” is not a drawing of the programme", at: tree.place,
        help: "name \(DrawingPath.told) below this folder, as in art/logo.svg")
      return nil
    }
    return path
  }
}

extension Place {
  /// The file that `path` means in the spec of this place: relative to the spec's folder, whoever
  /// inherits it.
  package func file(_ path: String) -> String {
    let spec = source.name
    guard let slash = spec.lastIndex(of: "/") else { return path }
    return "\(spec[..<slash])/\(path)"
  }
}

extension Located<String> {
  /// The file that a path in a spec means.
  public var path: String { place.file(value) }
}

extension Located<EmblemChoice> {
  /// The file of a drawing of the programme's own; `nil` for any other emblem.
  public var path: String? {
    if case .file(let path, _) = value { place.file(path) } else { nil }
  }

  /// The file of its drawing for small sizes, if it has another.
  public var smallPath: String? {
    if case .file(_, let path?) = value { place.file(path) } else { nil }
  }
}
