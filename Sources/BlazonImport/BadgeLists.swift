internal import BlazonDesk
internal import BlazonForm
internal import BlazonSource

/// An entry of a list of badges: `{slug, label, location | imageSource, title, description}`.
struct ListedBadge: Sendable {
  var place: Place
  var names: [Located<String>]
  var title: String?
  var description: String?
  var criteria: String?
  var location: Located<String>?
  /// Keys that have no place in specs.
  var unplaced: [String]

  private static let known: Set<String> = [
    "slug", "label", "name", "id", "key", "title", "description", "criteria", "location",
    "imagesource", "image", "imageurl",
  ]

  /// `nil` where it is no badge.
  init?(_ tree: Tree) {
    guard let entries = tree.entries else { return nil }
    let location = tree.field("location", "imageSource", "image_url", "image")
    let isNamed = tree.field("slug", "label") != nil
    // Menus have labels too: a badge has a picture, or a slug and a title.
    let isBadge =
      location?.scalarText != nil && (isNamed || tree.field("title", "name") != nil)
      || tree.field("slug") != nil && tree.field("title") != nil
    guard isBadge else { return nil }
    place = tree.place
    names = ["slug", "label", "id", "key", "name"].compactMap { key in
      tree.field(key).flatMap { field in field.scalarText.map { Located($0, field.place) } }
    }
    title = (tree.field("title", "label", "name")?.scalarText).flatMap { PlainWords.title($0) }
    description = tree.prose("description")
    criteria = tree.prose("criteria")
    self.location = location.flatMap { field in
      field.scalarText.map { Located($0, field.place) }
    }
    unplaced = entries.map(\.key.value).filter { !ListedBadge.known.contains($0.plainKey) }
  }

  /// All entries of the list in `tree`, which may stand under a key; none where it is no list of badges.
  static func all(in tree: Tree, report: inout Report) -> [ListedBadge] {
    let lists: [[Tree]] =
      switch tree.value {
      case .list(let items): [items]
      case .map(let entries):
        entries.compactMap { if case .list(let items) = $0.value.value { items } else { nil } }
      case .scalar: []
      }
    let all = lists.joined().compactMap { BadgeClass.isOne($0) ? nil : ListedBadge($0) }
    var keys: [String] = []
    for key in all.flatMap(\.unplaced) where !keys.contains(key) { keys.append(key) }
    if let first = all.first(where: { !$0.unplaced.isEmpty }) {
      report.add(
        Diagnostic(
          .warning, "\(told(keys)) of badges \(keys.count == 1 ? "has" : "have") no place in specs",
          at: first.place, help: "what stands there is left out",
          notes: ["in \(all.count { !$0.unplaced.isEmpty }) of \(all.count) badges of this list"]))
    }
    return all
  }
}

/// Words in quotes with commas between them.
func told(_ words: [String]) -> String {
  let shown = words.prefix(8).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
  return shown + (words.count > 8 ? ", …" : "")
}

extension FoundProgramme {
  /// Takes over what a list says of a badge; one that is not found by its picture or a name is a new one.
  mutating func add(_ listed: ListedBadge, report: inout Report) {
    let path = listed.location.flatMap { webPath($0.value) }
    var index = path.flatMap { self.index(ofPicture: $0) }
    if index == nil, let folder = path?.folderPath.fileName, !folder.isEmpty {
      index = self.index(of: folder)
    }
    for name in listed.names where index == nil { index = self.index(of: name.value) }
    let isKnown = index != nil
    if index == nil {
      let name = path.map(\.stem) ?? listed.names.first?.value ?? listed.title ?? ""
      var badge = FoundBadge(id: Starter.id(from: name), place: listed.place)
      badge.remarks.append("doubtful: no picture of it was found")
      index = add(badge, report: &report)
    }
    guard let index else { return }
    if let path, let location = listed.location {
      let isThere = badges[index].pictures.contains { $0.path.hasEnd(path) }
      if !isThere {
        report.add(
          Diagnostic(
            .warning, "no picture “\(path)” is in this folder", at: location.place,
            help: isKnown
              ? "“\(badges[index].id)” has others, which are taken" : "an emblem is guessed for it")
        )
      }
    }
    if badges[index].title != nil {
      report.add(
        Diagnostic(
          .warning, "“\(badges[index].id)” is listed twice", at: listed.place,
          help: "the first title and description are taken"))
    }
    badges[index].names += listed.names
    badges[index].title = badges[index].title ?? listed.title
    badges[index].description = badges[index].description ?? listed.description
    badges[index].criteria = badges[index].criteria ?? listed.criteria
  }

  /// The badge that has a picture whose path ends as `path` does.
  func index(ofPicture path: String) -> Int? {
    badges.firstIndex { badge in badge.pictures.contains { $0.path.hasEnd(path) } }
  }
}

/// The path of an address or of a link to a file, below whatever serves it; `nil` where there is none.
func webPath(_ text: String) -> String? {
  var path = text[...]
  if path.hasPrefix("data:") { return nil }
  if let scheme = path.firstIndex(of: ":"), path[scheme...].hasPrefix("://") {
    let rest = path[path.index(scheme, offsetBy: 3)...]
    path = rest.firstIndex(of: "/").map { rest[rest.index(after: $0)...] } ?? ""
  }
  path = path.prefix { $0 != "?" && $0 != "#" }
  let parts = decoded(path).split(separator: "/").map(String.init).filter {
    $0 != "." && $0 != ".."
  }
  return parts.isEmpty ? nil : parts.joined(separator: "/")
}

/// What `%20` and its like stand for.
private func decoded(_ text: Substring) -> String {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), rest.count >= 2,
      let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

extension String {
  /// Whether the path ends as `other` does: in its file, and in that file's folder where both have one.
  func hasEnd(_ other: String) -> Bool {
    let (own, theirs) = (pathParts, other.pathParts)
    let count = min(own.count, theirs.count)
    guard count > 0 else { return false }
    // A file on the web may stand below a folder that is not here, and here below one that is not there.
    return own.suffix(min(count, 2)).elementsEqual(theirs.suffix(min(count, 2)))
  }
}
