internal import Pango

/// The typeface of a programme's own: a font for each of the things that words are.
public struct Typeface: Hashable, Sendable {
  /// What of the design a font sets, by the faces that set it otherwise.
  public enum Role: String, CaseIterable, Sendable {
    /// Titles, ribbons and rings: Sora, Manrope, and Inter where it is bold.
    case title
    /// Running text and labels: Inter, regular and semi-bold.
    case text
    /// What faces with serifs set on certificates: EB Garamond, Vollkorn.
    case serif
    /// The same where it is italic: names, and the roles of those who sign.
    case italic
  }

  /// A font file and what of it is meant.
  public struct Font: Hashable, Sendable {
    /// The file's name in its programme's folder.
    public let name: String
    /// The SHA-256 of the file, by which fonts are told apart.
    public let digest: String
    public let font: OpenTypeFont
    /// Values of its axes, by their tags.
    public let axes: [String: Double]

    public init(name: String, digest: String, font: OpenTypeFont, axes: [String: Double] = [:]) {
      (self.name, self.digest, self.font, self.axes) = (name, digest, font, axes)
    }

    public static func == (a: Font, b: Font) -> Bool {
      a.name == b.name && a.digest == b.digest && a.axes == b.axes
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(digest)
      hasher.combine(axes)
    }
  }

  /// Roles without a font keep the faces that ship.
  public var fonts: [Role: Font]

  public init(_ fonts: [Role: Font] = [:]) { self.fonts = fonts }

  /// The digests of its files, by their names: what a change of them is told from.
  public var digests: [String: String] {
    Dictionary(distinct.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
  }

  /// All, each once, in the order of roles.
  var distinct: [Font] {
    Role.allCases.compactMap { fonts[$0] }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// The family under which a set of fonts knows the font of `role`, which no other family is called; `nil` if it has none.
  func family(of role: Role?) -> String? {
    guard let role, let font = fonts[role] else { return nil }
    return distinct.firstIndex(of: font).map(Typeface.family)
  }

  static func family(_ index: Int) -> String { "Typeface \(index + 1)" }

  /// The fonts as a set of fonts takes them.
  var files: [OwnFont] {
    distinct.enumerated().map { index, font in
      OwnFont(
        name: font.name, bytes: font.font.program, family: Typeface.family(index),
        isCFF: font.font.isCFF, instances: font.instances)
    }
  }

  /// Why documents may not carry glyphs of `family`; `nil` if they may.
  func restriction(of family: String) -> OpenTypeFont.Restriction? {
    distinct.enumerated().first { Typeface.family($0.offset) == family }?.element.font.restriction
  }
}

extension Typeface.Font {
  /// The weights that the faces of designs have.
  private static let weights = [400, 600, 700, 800]

  /// The instances that designs ask for: of a font with weights one for each, unless one is chosen.
  fileprivate var instances: [OwnFont.Instance] {
    var chosen = axes
    guard let weights = font.axes.first(where: { $0.tag == "wght" }), chosen["wght"] == nil else {
      return [OwnFont.Instance(weight: 400, variations: Typeface.Font.text(chosen))]
    }
    return Typeface.Font.weights.map { weight in
      chosen["wght"] = min(max(Double(weight), weights.range.lowerBound), weights.range.upperBound)
      return OwnFont.Instance(weight: weight, variations: Typeface.Font.text(chosen))
    }
  }

  /// `wdth=90,wght=700`.
  static func text(_ axes: [String: Double]) -> String {
    axes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
  }
}

extension FontFace {
  /// What of a programme's own typeface stands for the face; `nil` for faces that stay: those of code and of
  /// README badges, whose widths others know.
  var role: Typeface.Role? {
    if isShipped { return nil }
    switch family {
    case "Inter": return weight < 700 ? .text : .title
    case "EB Garamond", "Vollkorn": return isItalic ? .italic : .serif
    case "JetBrains Mono", FontFace.lastResort: return nil
    default: return .title
    }
  }
}

extension Typesetter {
  /// `face`, or what ships in its place where the programme's own font cannot write `text`: its lines would each be set
  /// in another.
  public mutating func face(_ face: FontFace, for text: String, language: String) -> FontFace {
    guard library.typeface.family(of: face.role) != nil else { return face }
    let line = set(text, in: TextStyle(face: face, size: 100, language: language))
    return line.isOwn ? face : face.shipped
  }
}
