internal import BlazonForm
internal import BlazonScene
public import BlazonSource

/// A picture of the programme's own on a page: a photograph, a drawing, a sheet of letterhead.
public struct ImageElement: Sendable {
  /// How a picture fills its box, as CSS's `object-fit` says.
  public enum Fit: String, CaseIterable, Sendable {
    /// As large as it can be, all of it seen.
    case contain
    /// As small as fills the box, cut off where it is too long.
    case cover
    /// Stretched to the box.
    case fill
  }

  public var file: Located<String>
  public var fit: Fit
  /// In a stack or a row.
  public var height: Double
  public var corner: Double

  enum Keys {
    static let image = Key(
      "image", Form<String>.pagePicture,
      "a picture of the programme: \(Form<String>.pagePictureEndings)")
    static let fit = Key(
      "fit", Form<Fit>.choice("fit"), "how it fills its box: cover unless given, contain or fill")
    static let height = Key("height", .size, "how high it is in a stack, a row or a grid")
    static let corner = Key("corner", .length, "the radius of its corners")
    static let all = [KeyDeclaration(image), .init(fit), .init(height), .init(corner)]
  }
}

extension Form where Value == String {
  private static let endings = DrawingPath.endings + ["pdf"]
  fileprivate static let pagePictureEndings =
    DrawingPath.endings.map { ".\($0)" }.joined(separator: ", ") + " or .pdf"

  /// A picture for pages in the programme's folder, as `art/sheet.pdf`.
  fileprivate static let pagePicture = Form(
    "a picture of the programme", .path(endings: endings.joined(separator: "|"))
  ) { tree, reading in
    guard let path = Form.text.read(tree, &reading) else { return nil }
    // A hidden file is no picture, but what some editor left.
    guard DrawingPath.isOne(path, endings: endings),
      !path.split(separator: "/").contains(where: { $0.hasPrefix(".") })
    else {
      reading.error(
        "“\(path.prefix(80))” is not a picture of the programme", at: tree.place,
        help:
          "name a file below this folder that ends in \(pagePictureEndings), as in art/sheet.pdf")
      return nil
    }
    return path
  }
}

extension Element {
  /// The pictures in it that are files.
  var images: [Located<String>] {
    switch content {
    case .image(let image): [image.file]
    case .container(let container): container.children.flatMap(\.images)
    default: []
    }
  }
}

extension ElementReader {
  mutating func image(_ tree: Tree) -> Element? {
    typealias Keys = ImageElement.Keys
    guard var fields = fields(tree, "an image", Keys.all) else { return nil }
    let file = fields.locate(Keys.image, &reading)
    let fit = fields.take(Keys.fit, &reading) ?? .cover
    let height = fields.take(Keys.height, &reading) ?? 80
    let corner = fields.take(Keys.corner, &reading) ?? 0
    return element(
      file.map { .image(ImageElement(file: $0, fit: fit, height: height, corner: corner)) },
      &fields)
  }
}

/// The logos of the programme and of whose partner it is.
extension ElementReader {
  private static let logoKey = Key("logo", Form<Double>.size, "the programme's logo: how high")
  private static let logoFill = Key("fill", .paint, "the paint of the initial where there is none")
  private static let logoGround = Key(
    "on", Form<Theme>.choice("ground"),
    "what it stands on, where there are two drawings; the page's theme unless given")
  static let logoKeys = [KeyDeclaration(logoKey), .init(logoFill), .init(logoGround)]

  mutating func logo(_ tree: Tree) -> Element? {
    guard var fields = fields(tree, "a logo", ElementReader.logoKeys) else { return nil }
    let size = fields.take(ElementReader.logoKey, &reading)
    let fill = fields.take(ElementReader.logoFill, &reading) ?? .color(.token("color"))
    let ground = fields.take(ElementReader.logoGround, &reading)
    return element(size.map { .logo(size: $0, fill: fill, on: ground) }, &fields)
  }

  private static let partnerKey = Key(
    "partner-logo", Form<Double>.size, "the logo of whose partner the programme is: how high")
  static let partnerKeys = [KeyDeclaration(partnerKey)]

  mutating func partnerLogo(_ tree: Tree) -> Element? {
    guard var fields = fields(tree, "a partner logo", ElementReader.partnerKeys) else { return nil }
    let size = fields.take(ElementReader.partnerKey, &reading)
    return element(size.map { .partnerLogo($0) }, &fields)
  }
}
