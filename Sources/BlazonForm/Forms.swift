internal import BlazonArt
package import BlazonScene
package import BlazonSource

extension Form where Value == String {
  /// Any scalar, as it is written: the name of a file.
  package static let verbatim = Form("text", .text) { tree, reading in
    guard case .scalar(let text, _) = tree.value else {
      reading.error("expected text", at: tree.place, help: "a map or a list cannot stand here")
      return nil
    }
    if let control = text.unicodeScalars.first(where: { $0.isControl }) {
      reading.error(
        "the control character \(control.codePoint) cannot be drawn", at: tree.place,
        help: "remove it")
      return nil
    }
    return text
  }

  /// Any scalar, without what nobody can see.
  package static let text = Form("text", .text) { tree, reading in
    guard let text = verbatim.read(tree, &reading) else { return nil }
    let (visible, removed) = PlainText.visible(text)
    for scalar in Set(removed).sorted(by: { $0.value < $1.value }).prefix(3) {
      reading.report.add(
        Diagnostic(
          .warning, "the invisible character \(scalar.named) is taken out of the text",
          at: tree.place, help: "remove it"))
    }
    return visible
  }

  /// Words with templates among them.
  package static let templateWords = Form("text", .template) { tree, reading in
    guard let text = Form.text.read(tree, &reading) else { return nil }
    guard text.unicodeScalars.count <= 200 else {
      reading.error(
        "a text of \(text.unicodeScalars.count) characters is too long for a badge", at: tree.place,
        help: "use at most 200")
      return nil
    }
    if let tag = markup(in: text) {
      reading.error(
        "“\(tag)” looks like markup, and would be drawn as it stands", at: tree.place,
        help: "write plain text")
      return nil
    }
    if text.allSatisfy(\.isWhitespace) {
      reading.error("the text is empty", at: tree.place, help: "write words, or leave the key out")
      return nil
    }
    reading.warn(ofCommentBehind: tree)
    return text
  }

  /// What names files and badges.
  package static let id = Form("an id", .id) { tree, reading in
    guard case .scalar(let text, _) = tree.value else {
      reading.error("expected an id", at: tree.place)
      return nil
    }
    return reading.checkID(text, at: tree.place) ? text : nil
  }
}

/// The first thing in `text` that looks like an HTML tag.
private func markup(in text: String) -> Substring? {
  guard let open = text.firstIndex(of: "<") else { return nil }
  let rest = text[text.index(after: open)...]
  guard let next = rest.first, next.isLetter || next == "/" || next == "!" else { return nil }
  return text[open...(rest.firstIndex(of: ">") ?? text.index(before: text.endIndex))]
}

extension Form where Value == Double {
  package static let number = number(in: -100_000...100_000)

  package static func number(in range: ClosedRange<Double>) -> Form {
    Form("a number", .number(range)) { tree, reading in
      guard case .scalar(let text, isPlain: true) = tree.value,
        let value = Double(decimal: text)
      else {
        reading.error(
          "expected a number, not \(tree.told)", at: tree.place,
          help: tree.isQuotedNumber ? "take the quotes away" : nil)
        return nil
      }
      guard range.contains(value) else {
        reading.error(
          "\(text) is out of range", at: tree.place,
          help: "use \(plain(range.lowerBound)) to \(plain(range.upperBound))")
        return nil
      }
      return value
    }
  }

  /// A length in canvas units that cannot be negative.
  package static let length = number(in: 0...4096)

  /// A length that something is divided by, or drawn with.
  package static let size = number(in: 0.1...4096)

  package static let opacity = number(in: 0...1)
}

/// `12` rather than `12.0`.
package func plain(_ value: Double) -> String {
  value == value.rounded() ? String(Int(value)) : String(value)
}

extension Form where Value == Int {
  package static func count(in range: ClosedRange<Int>) -> Form {
    let name =
      range.count == 1
      ? "\(range.lowerBound)" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return Form(name, .integer(range)) { tree, reading in
      guard case .scalar(let text, isPlain: true) = tree.value, let value = Int(text),
        range.contains(value)
      else {
        reading.error(
          "expected \(name), not \(tree.told)", at: tree.place,
          help: tree.isQuotedNumber ? "take the quotes away" : nil)
        return nil
      }
      return value
    }
  }
}

extension Form where Value == Bool {
  package static let bool = Form("true or false", .bool) { tree, reading in
    switch tree.value {
    case .scalar("true", isPlain: true): return true
    case .scalar("false", isPlain: true): return false
    default:
      reading.error("expected true or false, not \(tree.told)", at: tree.place)
      return nil
    }
  }
}

extension Form where Value == [Double] {
  package static func numbers(_ counts: ClosedRange<Int>, name: String) -> Form {
    Form(name, .list(.number(-100_000...100_000), counts)) { tree, reading in
      if case .scalar = tree.value, counts.contains(1) {
        return Form<Double>.number.read(tree, &reading).map { [$0] }
      }
      guard case .list(let items) = tree.value, counts.contains(items.count) else {
        reading.error("expected \(name)", at: tree.place)
        return nil
      }
      let numbers = items.compactMap { Form<Double>.number.read($0, &reading) }
      return numbers.count == items.count ? numbers : nil
    }
  }
}

extension Form where Value == [Double] {
  /// Lengths of dash and gap in turn.
  package static let dashes = Form(
    "a list of lengths", .either([.number(0...4096), .list(.number(0...4096), 0...8)])
  ) { tree, reading in
    guard let lengths = Form.numbers(0...8, name: "a list of lengths").read(tree, &reading) else {
      return nil
    }
    let isDrawable = lengths.isEmpty || lengths.reduce(0, +) >= 0.5
    guard isDrawable, lengths.allSatisfy({ (0...4096).contains($0) }) else {
      reading.error(
        "dashes and gaps are lengths of at least 0.5 together", at: tree.place, help: "as in [6, 4]"
      )
      return nil
    }
    return lengths
  }

  /// Font sizes, for one line and more.
  package static let fontSizes = Form(
    "a size, or one for each number of lines",
    .either([.number(1...1000), .list(.number(1...1000), 1...6)])
  ) { tree, reading in
    let form = Form.numbers(1...6, name: "a size, or one for each number of lines")
    guard let sizes = form.read(tree, &reading) else { return nil }
    guard sizes.allSatisfy({ (1...1000).contains($0) }) else {
      reading.error("a font size is 1 to 1000", at: tree.place)
      return nil
    }
    return sizes
  }
}

extension Reading {
  /// Whether no coordinate lies far from the canvas, where drawing would only take time.
  package mutating func checkNear(_ numbers: [Double], at place: Place) -> Bool {
    guard numbers.allSatisfy({ abs($0) <= 2048 }) else {
      error("too far from the canvas", at: place, help: "use −2048 to 2048; the canvas is 0 to 512")
      return false
    }
    return true
  }
}

extension Form where Value == Point {
  package static let point = Form("a point [x, y]", .list(.number(-2048...2048), 2...2)) {
    tree, reading in
    guard let numbers = Form<[Double]>.numbers(2...2, name: "a point [x, y]").read(tree, &reading)
    else { return nil }
    return reading.checkNear(numbers, at: tree.place) ? Point(numbers[0], numbers[1]) : nil
  }
}

extension Form where Value == Rect {
  package static let box = Form("a box [x, y, width, height]", .list(.number(-2048...2048), 4...4))
  {
    tree, reading in
    let form = Form<[Double]>.numbers(4...4, name: "a box [x, y, width, height]")
    guard let numbers = form.read(tree, &reading), reading.checkNear(numbers, at: tree.place) else {
      return nil
    }
    guard numbers[2] >= 1, numbers[3] >= 1 else {
      reading.error(
        "a box is at least 1 wide and 1 high", at: tree.place, help: "[x, y, width, height]")
      return nil
    }
    return Rect(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }
}

extension Form where Value == Path {
  package static let pathData = Form("SVG path data", .text) { tree, reading in
    guard let text = Form<String>.text.read(tree, &reading) else { return nil }
    do throws(Path.DataError) {
      return try Path(data: text)
    } catch {
      reading.error(
        "path data: \(error.message) at character \(error.offset + 1)", at: tree.place)
      return nil
    }
  }
}

extension Form where Value: RawRepresentable<String> & CaseIterable & SendableMetatype {
  package static func choice(_ what: String) -> Form {
    let names = Value.allCases.map(\.rawValue)
    return Form(names.joined(separator: ", "), .choice(names)) { tree, reading in
      guard case .scalar(let text, _) = tree.value, let value = Value(rawValue: text) else {
        if case .scalar(let text, _) = tree.value {
          reading.error(
            "unknown \(what) “\(text.prefix(60))”", at: tree.place,
            help: helpText(for: text, among: names))
        } else {
          reading.error("expected a \(what)", at: tree.place, help: helpText(for: "", among: names))
        }
        return nil
      }
      return value
    }
  }
}

extension Form where Value == String {
  /// One of `names`, which are looked up when they are needed; `meaning` knows which of them a word means that is none.
  package static func name(
    of what: String, meaning: @escaping @Sendable (String) -> String? = { _ in nil },
    among names: @escaping @Sendable () -> [String]
  ) -> Form {
    Form("the name of \(what)", .choice(names())) { tree, reading in
      guard case .scalar(let text, _) = tree.value, names().contains(text) else {
        if case .scalar(let text, _) = tree.value {
          reading.error(
            "unknown \(what.drop { $0 != " " }.dropFirst()) “\(text.prefix(60))”", at: tree.place,
            help: helpText(for: text, among: names(), meaning: meaning))
        } else {
          reading.error("expected the name of \(what)", at: tree.place)
        }
        return nil
      }
      return text
    }
  }
}

extension Form where Value == Tree {
  /// A map that is read later, once it is merged.
  package static let map = Form("a map", .map(.any)) { tree, reading in
    guard tree.entries != nil else {
      reading.error("expected a map, not \(tree.told)", at: tree.place, help: "as in name: value")
      return nil
    }
    return tree
  }

  /// A map of names whose values are read later.
  package static func map(of value: Schema) -> Form {
    Form("a map", .map(value)) { tree, reading in map.read(tree, &reading) }
  }

  /// The same, whose names look like `key`.
  package static func map(_ key: Schema, of value: Schema) -> Form {
    Form("a map", .named(key, value)) { tree, reading in map.read(tree, &reading) }
  }

  /// A map with the keys of a chapter, read later.
  package static func chapter(_ name: String) -> Form {
    Form("a map", .chapter(name)) { tree, reading in map.read(tree, &reading) }
  }

  /// Anything, looked at by whoever will use it.
  package static func anything(_ name: String) -> Form { Form(name, .any) { tree, _ in tree } }
}

extension Form {
  /// A list of `item`; a single item may stand for a list of one. More than `counts` allows are refused, unless whoever
  /// reads the list counts them with more to say.
  package static func list<Item: Sendable>(
    of item: Form<Item>, named name: String, _ counts: ClosedRange<Int> = 0...100_000,
    isCountedLater: Bool = false
  ) -> Form where Value == [Located<Item>] {
    Form(name, .either([item.schema, .list(item.schema, counts)])) { tree, reading in
      guard case .list(let items) = tree.value else {
        return item.read(tree, &reading).map { [Located($0, tree.place)] }
      }
      guard isCountedLater || items.count <= counts.upperBound else {
        reading.error(
          "a list of \(items.count); at most \(counts.upperBound) are read", at: tree.place,
          help: "take some out")
        return nil
      }
      return items.compactMap { tree in
        guard !tree.isNull else {
          reading.error("an item of this list is empty", at: tree.place, help: "take it out")
          return nil
        }
        return item.read(tree, &reading).map { Located($0, tree.place) }
      }
    }
  }
}
