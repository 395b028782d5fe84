internal import BlazonCheck
internal import BlazonForm
public import BlazonSource

/// The most bytes that a programme lets its files have.
public struct Budget: Sendable {
  /// Of a badge's SVG.
  public var svg: Located<Int>?
  /// Of a badge's PNG of 512 pixels or fewer.
  public var png: Located<Int>?
  /// Of a share card.
  public var card: Located<Int>?
  /// Of each file of a certificate.
  public var certificate: Located<Int>?

  enum Keys {
    static let svg = Key("svg", Budget.size, "of a badge's SVG")
    static let png = Key("png", Budget.size, "of a badge's PNG of 512 pixels or fewer")
    static let card = Key("card", Budget.size, "of a share card")
    static let certificate = Key("certificate", Budget.size, "of each file of a certificate")
    static let all = [KeyDeclaration(svg), .init(png), .init(card), .init(certificate)]
  }

  static let form = Form<Budget>("sizes {svg: 40 kB, png: 256 kB}", .chapter("budget")) {
    tree, reading in
    guard var fields = Fields(tree, of: "a budget", declared: Keys.all, &reading) else {
      return nil
    }
    let budget = Budget(
      svg: fields.locate(Keys.svg, &reading), png: fields.locate(Keys.png, &reading),
      card: fields.locate(Keys.card, &reading),
      certificate: fields.locate(Keys.certificate, &reading))
    fields.finish(&reading)
    return budget
  }

  /// In bytes; a kilobyte has 1000.
  private static let size = Form<Int>(
    "a size such as 40 kB", .pattern("^[0-9]+(\\.[0-9]+)? (kB|MB)$")
  ) {
    tree, reading in
    if case .scalar(let text, _) = tree.value {
      let parts = text.split(separator: " ", omittingEmptySubsequences: false)
      let unit = parts.count == 2 ? ["kB": 1000.0, "MB": 1_000_000.0][parts[1]] : nil
      let isNumber = parts[0].allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
      if let unit, isNumber, let number = Double(parts[0]), (1...1e9).contains(number * unit) {
        return Int((number * unit).rounded())
      }
    }
    reading.error("expected a size", at: tree.place, help: "as in 40 kB or 1.2 MB")
    return nil
  }
}

/// The key `check`: the rules that are a matter of taste.
enum CheckKeys {
  private static let keys = Rule.all.filter(\.isMatterOfTaste).map { rule in
    (rule, Key(rule.id, Form<Rule.Weight>.choice("weight"), rule.summary))
  }
  static let all = keys.map { KeyDeclaration($1) }

  static let form = Form<Weights>("weights {sentences: warning}", .chapter("check")) {
    tree, reading in
    guard var fields = Fields(tree, of: "checks", declared: all, &reading) else { return nil }
    var weights = Weights()
    for (rule, key) in keys {
      if let weight = fields.take(key, &reading) { weights[rule] = weight }
    }
    fields.finish(&reading)
    return weights
  }
}

extension Form where Value == String {
  /// A path below the programme's output folder, without the endings of its files.
  static let published = Form("a path such as badges/old-name", .text) { tree, reading in
    guard let path = Form.text.read(tree, &reading) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, path.utf8.count <= 300,
      parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }),
      path.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
    else {
      reading.error(
        "“\(path.prefix(80))” is no path of this programme", at: tree.place,
        help: "as in badges/old-name or people/ada/old-name")
      return nil
    }
    return path
  }
}
