public import BlazonLedger
public import BlazonShelf
internal import BlazonSpec

/// One thing in a gallery or a list: a badge, an award, a person.
public struct SiteEntry: Sendable {
  public var title: SiteText
  /// Where it leads.
  public var address: Address
  public var picture: SitePicture?
  /// The alternative text of the picture.
  public var alt: String
  /// A line below the title.
  public var note: String?
  /// The day it was issued.
  public var issued: CalendarDate?
  /// That it does not hold: a word; and whether that is grave.
  public var state: String?
  public var weight: Weight
  /// Whether search engines may keep it.
  public var isPublic = false

  /// How much a state weighs where it is shown.
  public enum Weight: String, Sendable {
    case plain = "s"
    case warning = "s warn"
    case grave = "s bad"
  }

  public init(
    _ title: SiteText, at address: Address, picture: SitePicture? = nil, alt: String = "",
    note: String? = nil, issued: CalendarDate? = nil, state: String? = nil, weight: Weight = .plain
  ) {
    self.weight = weight
    (self.title, self.address, self.picture, self.alt) = (title, address, picture, alt)
    (self.note, self.issued, self.state) = (note, issued, state)
  }
}

extension PageFrame {
  /// Entries with their pictures.
  func gallery(_ entries: [SiteEntry], size: Int = 168, isLarge: Bool = false) -> HTML {
    let items = entries.map { entry -> HTML in
      // The title below says what the picture would.
      let picture = entry.picture.map { image($0, alt: entry.alt, width: size, isLazy: true) }
      let words: HTML = "\(picture)<span class=\"t\">\(context.html(entry.title))</span>"
      return "<li>\(link(entry.address, words))\(details(entry))</li>"
    }
    let mark: HTML = isLarge ? " large" : ""
    return "<ul class=\"gallery\(mark)\">\(items.joined(separator: "\n"))</ul>"
  }

  /// Entries by their words alone.
  func list(_ entries: [SiteEntry]) -> HTML {
    let items = entries.map { entry -> HTML in
      "<li>\(link(entry.address, "<bdi>\(entry.title.text)</bdi>")) \(details(entry))</li>"
    }
    return "<ul class=\"list\">\(items.joined(separator: "\n"))</ul>"
  }

  private func details(_ entry: SiteEntry) -> HTML {
    var parts: [HTML] = []
    if let state = entry.state {
      parts.append("<span class=\"\(entry.weight.rawValue)\">\(state)</span>")
    }
    if let note = entry.note { parts.append("\(note)") }
    if let issued = entry.issued { parts.append(day(issued)) }
    return parts.isEmpty ? .empty : "<small>\(parts.joined(separator: " · "))</small>"
  }
}

/// The most entries of a page; what is longer goes on in another.
public let entriesOfPage = 200

/// `entries` in pages, at least one.
func pages<Element>(of entries: [Element]) -> [ArraySlice<Element>] {
  guard !entries.isEmpty else { return [[]] }
  return stride(from: 0, to: entries.count, by: entriesOfPage).map {
    entries[$0..<min($0 + entriesOfPage, entries.count)]
  }
}
