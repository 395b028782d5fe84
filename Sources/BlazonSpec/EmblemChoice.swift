public import BlazonArt
internal import BlazonForm
internal import BlazonSource

/// What stands in the middle of a badge.
public enum EmblemChoice: Hashable, Sendable {
  case library(Emblem)
  /// 1 to 4 characters, and their monogram; `nil` where one of them is not drawn but set in type.
  case letters(String, drawn: Emblem?)
  /// A numeral such as 100 or 10k, of 1 to 4 characters.
  case number(String, drawn: Emblem)
  /// An emblem of the library in full colours, where the preset has a place for a scene.
  case scene(EmblemScene)
  /// A drawing of the programme's own, relative to its folder, and another for small sizes.
  case file(String, small: String?)

  enum Keys {
    static let letters = Key("letters", Form<String>.words, "a monogram of 1 to 4 characters")
    static let number = Key(
      "number", EmblemChoice.numberForm, "a numeral of up to 4 characters, such as 100 or 10k")
    static let scene = Key(
      "scene", EmblemChoice.sceneForm, "an emblem as a picture in full colours")
    static let file = Key("file", Form<String>.artwork, "a drawing of the programme's own")
    static let small = Key(
      "small", Form<String>.artwork, "another drawing of it for 64 pixels and below")
    static let all = [
      KeyDeclaration(letters), .init(number), .init(scene), .init(file), .init(small),
    ]
  }

  static let form = Form<EmblemChoice>(
    "the name of an emblem, \(DrawingPath.told), or a map such as {letters: ABC}",
    .either([EmblemSlot.nameForm.schema, Form<String>.artwork.schema, .chapter("emblem-choice")])
  ) { tree, reading in
    if tree.entries != nil { return EmblemChoice(map: tree, &reading) }
    if case .scalar(let text, _) = tree.value, text.contains(".") || text.contains("/") {
      return Form<String>.artwork.read(tree, &reading).map { .file($0, small: nil) }
    }
    return EmblemSlot.nameForm.read(tree, &reading).flatMap { Emblem(named: $0) }.map {
      .library($0)
    }
  }

  private init?(map tree: Tree, _ reading: inout Reading) {
    guard var fields = Fields(tree, of: "an emblem", declared: Keys.all, &reading) else {
      return nil
    }
    let errors = reading.errorCount
    let letters = fields.locate(Keys.letters, &reading)
    let number = fields.take(Keys.number, &reading)
    let scene = fields.take(Keys.scene, &reading)
    let file = fields.take(Keys.file, &reading)
    let small = fields.locate(Keys.small, &reading)
    fields.finish(&reading)
    guard reading.errorCount == errors else { return nil }
    let kinds = ["letters", "number", "scene", "file"].compactMap { tree[$0]?.place }
    guard kinds.count == 1 else {
      reading.error(
        kinds.isEmpty
          ? "an emblem needs letters, a number, a scene or a file"
          : "an emblem is letters, a number, a scene or a file, one of them",
        at: kinds.last ?? tree.place,
        help: "as in {letters: CSA}, {number: 100}, {scene: ship} or {file: art/emblem.svg}")
      return nil
    }
    if let small, file == nil {
      reading.error(
        "only a “file” has another drawing for small sizes", at: small.place,
        help: "as in {file: art/emblem.svg, small: art/emblem-small.svg}")
      return nil
    }
    if let letters {
      guard (1...4).contains(letters.value.count), letters.value.allSatisfy(\.isDrawable) else {
        reading.error(
          "letters are 1 to 4 characters", at: letters.place, help: "that are seen, as in CSA")
        return nil
      }
      self = .letters(letters.value, drawn: Emblem.monogram(letters.value))
    } else if let number {
      self = number
    } else if let scene {
      self = .scene(scene)
    } else if let file {
      self = .file(file, small: small?.value)
    } else {
      return nil
    }
  }

  private static let numberForm = Form<EmblemChoice>(
    "a number such as 100",
    .either([.integer(0...9999), .pattern("^([0-9]{1,4}|[0-9]{1,3}[kKM+])$")])
  ) { tree, reading in
    if case .scalar(let text, _) = tree.value, let drawn = Emblem.numeral(text) {
      return .number(text, drawn: drawn)
    }
    reading.error(
      "expected a number of up to 4 characters, not \(tree.told)", at: tree.place,
      help: "as in 100, 2026, 10k or 500+")
    return nil
  }

  private static let sceneForm = Form<EmblemScene>(
    "a scene", .choice(EmblemScene.all.map(\.name))
  ) { tree, reading in
    let names = EmblemScene.all.map(\.name)
    return Form<String>.name(of: "a scene") { names }.read(tree, &reading)
      .flatMap { EmblemScene(named: $0) }
  }
}

extension EmblemChoice {
  /// Which colours an emblem wears.
  public enum Coloring: String, CaseIterable, Sendable {
    /// Those that nature gave it, where it has such.
    case natural
    /// The badge's.
    case programme
  }
}

extension Character {
  /// Whether something is seen of it, and its marks stay on it.
  fileprivate var isDrawable: Bool {
    (isLetter || isNumber || isSymbol || isPunctuation) && unicodeScalars.count <= 8
      && unicodeScalars.count(where: { $0.properties.canonicalCombiningClass != .notReordered })
        <= 3
  }
}

extension Tree {
  /// These words with others over them: an emblem is no map to be merged, it takes the other's place.
  func reworded(by words: Tree) -> Tree {
    (words["emblem"] == nil ? self : removing(["emblem"])).merged(with: words)
  }
}
