internal import BlazonForm
internal import BlazonSource

/// A path at which a badge's picture stands besides its own: one that others link to already.
public struct KeptPath: Hashable, Sendable {
  /// Below the programme's output folder, as in `assets/badges/docs/docs.png`.
  public var path: String
  /// In pixels or units; `nil` for the usual square.
  public var width: Int?, height: Int?

  /// `svg`, `png`, `jpg` or `jpeg`, whatever its capitals.
  public var ending: String {
    path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
  }

  /// The kinds of picture that are written at a path.
  public static let endings = ["svg", "png", "jpg", "jpeg"]
  /// Paths of one badge, letters of one path, folders of one.
  static let countLimit = 32
  static let lengthLimit = 300
  static let depthLimit = 12

  enum Keys {
    static let path = Key(
      "path", KeptPath.pathForm, "the path, as in assets/badges/docs/docs.png")
    static let size = Key(
      "size",
      Form<[Located<Int>]>.list(
        of: .count(in: 16...4096), named: "a width and a height such as [724, 1024]", 2...2,
        isCountedLater: true),
      "the picture's width and height there; 512 each unless given")
    static let all = [KeyDeclaration(path), .init(size)]
  }

  static let form = Form<KeptPath>(
    "a path, or a map {path, size}", .either([pathForm.schema, .chapter("path")])
  ) { tree, reading in
    guard tree.entries != nil else {
      return pathForm.read(tree, &reading).map { KeptPath(path: $0) }
    }
    guard var fields = Fields(tree, of: "a path", declared: Keys.all, &reading) else { return nil }
    let path = fields.require(Keys.path, &reading)
    let size = fields.locate(Keys.size, &reading)
    fields.finish(&reading)
    guard let path else { return nil }
    guard let size else { return KeptPath(path: path.value) }
    // What is wrong in one of them is said there.
    var count = size.value.count
    if case .list(let written)? = tree["size"]?.value { count = written.count }
    guard count == 2 else {
      reading.error(
        "a size is a width and a height", at: size.place, help: "as in [724, 1024]")
      return nil
    }
    guard size.value.count == 2 else { return nil }
    return KeptPath(path: path.value, width: size.value[0].value, height: size.value[1].value)
  }

  private static let pathForm = Form<String>(
    "a path below the output folder, such as assets/badges/docs/docs.png",
    .pattern(
      "^(?!(.*/)?\\.)([^/\\\\:]+/)*[^/\\\\:]+\\.([Ss][Vv][Gg]|[Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg])$")
  ) { tree, reading in
    guard let text = Form<String>.verbatim.read(tree, &reading) else { return nil }
    if let problem = problem(of: text) {
      reading.error(
        "“\(text.prefix(80))” \(problem)", at: tree.place,
        help: "a path below the programme's output folder, as in assets/badges/docs/docs.png")
      return nil
    }
    return text
  }

  /// Why nothing can be written at `path`; `nil` where something can.
  package static func problem(of path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isShown = path.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
        .privateUse:
        false
      default: true
      }
    }
    if path.hasPrefix("/") || path.contains("\\") || path.contains(":") || parts.contains("..") {
      return "leads out of the output folder"
    }
    // Some systems know no file that ends in a dot or a blank, has one of these signs, or is called as a device is.
    let isKnown = parts.allSatisfy { part in
      !part.isEmpty && !part.hasPrefix(".") && part.last != " " && part.last != "."
        && !part.contains { "<>\"|?*".contains($0) } && !isDevice(part.prefix { $0 != "." })
    }
    guard isShown, isKnown else {
      return "is not a path that every system can write"
    }
    guard path.utf8.count <= lengthLimit, parts.count <= depthLimit,
      parts.allSatisfy({ $0.utf8.count <= 200 })
    else {
      return "is too long"
    }
    let ending = KeptPath(path: path).ending
    guard endings.contains(ending), parts.last?.utf8.count ?? 0 > ending.utf8.count + 1 else {
      return "is written as none of .svg, .png and .jpg"
    }
    return nil
  }
}
