internal import BlazonDesk
internal import BlazonForm
internal import BlazonSource

/// A badge class of Open Badges 2.0, read as a badge.
enum BadgeClass {
  /// Whether `tree` says that it is one.
  static func isOne(_ tree: Tree) -> Bool {
    guard let type = tree.field("type", "@type") else { return false }
    return type.listed.contains { $0.scalarText == "BadgeClass" }
  }

  /// All badge classes in a file: alone, in a list, or under a key.
  static func all(in tree: Tree) -> [Tree] {
    if isOne(tree) { return [tree] }
    switch tree.value {
    case .list(let items): return items.filter(isOne)
    case .map(let entries):
      return entries.flatMap { entry -> [Tree] in
        if isOne(entry.value) { return [entry.value] }
        if case .list(let items) = entry.value.value { return items.filter(isOne) }
        return []
      }
    case .scalar: return []
    }
  }

  private static let known: Set<String> = [
    "@context", "type", "@type", "id", "@id", "name", "description", "image", "criteria", "issuer",
    "tags", "alignment", "@language",
  ]

  /// The most bytes of a picture in the text.
  private static let pictureLimit = 1 << 22

  /// The badge, its picture by the path that it is told by; `pictures` are those of the folder.
  static func badge(
    _ tree: Tree, _ files: SourceFiles, _ pictures: inout PictureShelf, report: inout Report
  ) -> FoundBadge {
    let name = tree.field("name")?.scalarText.flatMap { PlainWords.title($0) }
    var badge = FoundBadge(id: Starter.id(from: name ?? ""), place: tree.place)
    badge.title = name
    if name == nil {
      report.add(Diagnostic(.warning, "a badge class has no “name”", at: tree.place))
    }
    badge.description = tree.prose("description")
    readCriteria(tree, &badge, report: &report)
    if let id = tree.field("id", "@id")?.scalarText.flatMap({ PlainWords.clean($0) }) {
      badge.remarks.append("was \(id)")
    }
    badge.skills = (tree.field("tags")?.listedTexts ?? []).map(\.value)
    for item in tree.field("alignment")?.listed ?? [] {
      guard let name = item.prose("targetName", "name"),
        let url = item.field("targetUrl", "url")?.scalarText, (try? WebAddress(url)) != nil
      else {
        report.add(
          Diagnostic(
            .warning, "an alignment without a name or a web address is left out", at: item.place))
        continue
      }
      badge.alignments.append(
        FoundAlignment(
          name: name, url: url, framework: item.prose("targetFramework", "framework"),
          code: item.prose("targetCode", "code")))
    }
    readImage(tree, &badge, files, &pictures, report: &report)
    let rest = (tree.entries ?? []).map(\.key.value).filter { !known.contains($0.plainKey) }
    if !rest.isEmpty {
      report.add(
        Diagnostic(
          .warning, "\(told(rest)) of a badge class has no place in specs", at: tree.place,
          help: "it is left out"))
    }
    return badge
  }

  /// A sentence, or an address at which one stands.
  private static func readCriteria(
    _ tree: Tree, _ badge: inout FoundBadge, report: inout Report
  ) {
    guard let criteria = tree.field("criteria") else { return }
    if let text = criteria.prose("narrative") {
      badge.criteria = text
      return
    }
    guard let text = criteria.scalarText ?? criteria.field("id")?.scalarText,
      let clean = PlainWords.clean(text)
    else { return }
    badge.criteria = clean
    if clean.hasPrefix("http") {
      badge.criteria = "As told at \(clean)"
      badge.remarks.append("doubtful: its criteria are an address; a sentence says more")
      report.add(
        Diagnostic(
          .warning, "the criteria of “\(badge.id)” are an address", at: criteria.place,
          help: "write the sentence that stands there"))
    }
  }

  private static func readImage(
    _ tree: Tree, _ badge: inout FoundBadge, _ files: SourceFiles,
    _ pictures: inout PictureShelf, report: inout Report
  ) {
    guard let image = tree.field("image"),
      let text = image.scalarText ?? image.field("id")?.scalarText
    else { return }
    if text.hasPrefix("data:") {
      guard let bytes = dataBytes(text), bytes.count <= pictureLimit, !bytes.isEmpty else {
        report.add(
          Diagnostic(
            .warning, "the picture in “image” cannot be read; an emblem is guessed",
            at: image.place))
        return
      }
      let ending = text.hasPrefix("data:image/svg") ? "svg" : "png"
      let picture = FoundPicture(
        "\(badge.id).\(ending)", bytes, called: "the picture in “\(tree.place.label)”")
      badge.pictures.append(picture)
      badge.embedded = bytes
      return
    }
    guard let path = webPath(text) else { return }
    if let picture = pictures.picture(
      path, namedIn: files.folder(of: tree.place), files, report: &report)
    {
      badge.pictures.append(picture)
    } else {
      report.add(
        Diagnostic(
          .warning, "no picture “\(path)” is in this folder; an emblem is guessed", at: image.place,
          help: "put the file there and import again: nothing is fetched from the web"))
      badge.remarks.append("doubtful: its picture is at \(PlainWords.clean(text) ?? path)")
    }
  }

  /// The bytes of a data URL (RFC 2397) in base 64; `nil` for any other.
  static func dataBytes(_ url: String) -> [UInt8]? {
    guard let comma = url.firstIndex(of: ","), url[..<comma].hasSuffix(";base64") else {
      return nil
    }
    var out: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for letter in url[url.index(after: comma)...].utf8 {
      let value: UInt8
      switch letter {
      case 0x41...0x5A: value = letter - 0x41
      case 0x61...0x7A: value = letter - 0x61 + 26
      case 0x30...0x39: value = letter - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "="): continue
      default: return nil
      }
      (bits, count) = ((bits << 6 | UInt32(value)) & 0xFF_FFFF, count + 6)
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }

  /// What the issuer is called, where the class says it.
  static func issuer(of tree: Tree) -> String? { tree.field("issuer")?.prose("name") }
}
