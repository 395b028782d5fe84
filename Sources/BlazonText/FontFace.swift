/// A font of the house, by the name that specs call it.
public struct FontFace: Hashable, Sendable {
  /// As specs write it: `Sora ExtraBold`.
  public let name: String
  /// The family under which the file answers.
  let family: String
  /// The file's name in `fonts/`.
  let file: String
  /// CSS's 100…900.
  let weight: Int
  let isItalic: Bool
  /// Whether other scripts beside it look better with serifs.
  public let isSerif: Bool
  /// Whether it is meant as it ships, whatever typeface a programme has.
  private(set) var isShipped = false

  private init(
    _ name: String, family: String, weight: Int, isItalic: Bool = false, isSerif: Bool = false,
    file: String
  ) {
    (self.name, self.family, self.weight, self.isItalic) = (name, family, weight, isItalic)
    (self.isSerif, self.file) = (isSerif, file)
  }

  /// Sora's files state weights of 126 and 190: they are asked for by their style's own family, and what
  /// stands beside them by the weight that they have.
  public static let all = [
    FontFace("Inter", family: "Inter", weight: 400, file: "Inter-Regular.otf"),
    FontFace("Inter SemiBold", family: "Inter", weight: 600, file: "Inter-SemiBold.otf"),
    FontFace("Inter Bold", family: "Inter", weight: 700, file: "Inter-Bold.otf"),
    FontFace(
      "Inter Display Bold", family: "Inter Display", weight: 700, file: "InterDisplay-Bold.otf"),
    FontFace("Sora SemiBold", family: "Sora SemiBold", weight: 600, file: "Sora-SemiBold.otf"),
    FontFace("Sora ExtraBold", family: "Sora ExtraBold", weight: 800, file: "Sora-ExtraBold.otf"),
    FontFace("Manrope ExtraBold", family: "Manrope", weight: 800, file: "Manrope-ExtraBold.ttf"),
    FontFace(
      "EB Garamond", family: "EB Garamond", weight: 400, isSerif: true,
      file: "EBGaramond12-Regular.otf"),
    FontFace(
      "EB Garamond Italic", family: "EB Garamond", weight: 400, isItalic: true, isSerif: true,
      file: "EBGaramond12-Italic.otf"),
    FontFace(
      "Vollkorn SemiBold", family: "Vollkorn", weight: 600, isSerif: true,
      file: "Vollkorn-SemiBold.ttf"),
    FontFace(
      "JetBrains Mono", family: "JetBrains Mono", weight: 400, file: "JetBrainsMono-Regular.ttf"),
    FontFace("DejaVu Sans", family: "DejaVu Sans", weight: 400, file: "DejaVuSans.ttf"),
    FontFace("DejaVu Sans Bold", family: "DejaVu Sans", weight: 700, file: "DejaVuSans-Bold.ttf"),
  ]

  /// The family that browsers know its design by, among whose faces they choose by weight and slant.
  var design: String { family.hasPrefix("Sora ") ? "Sora" : family }

  /// The family that is asked when no other has a glyph.
  static let lastResort = "DejaVu Sans"

  /// The face as it ships, whatever typeface a programme has.
  var shipped: FontFace {
    var face = self
    face.isShipped = true
    return face
  }

  /// The face that specs call `name`.
  public init?(named name: String) {
    guard let face = FontFace.all.first(where: { $0.name == name }) else { return nil }
    self = face
  }

  /// The face that is called `name` where only names of faces can be: a spec that says another is
  /// refused when it is read.
  public init(known name: String) {
    guard let face = FontFace(named: name) else {
      preconditionFailure("“\(name)” is no face of the house")
    }
    self = face
  }
}
