internal import BlazonDesk
internal import BlazonSource

/// A badge as it was found in what others have, with all that is doubtful about it.
struct FoundBadge: Sendable {
  var id: String
  /// Where it was found first.
  var place: Place
  /// What else it is called, and where.
  var names: [Located<String>] = []
  var title: String?
  var description: String?
  var criteria: String?
  var pictures: [FoundPicture] = []
  var skills: [String] = []
  var competencies: [(name: String, weight: Double)] = []
  var level: String?
  var months: Int?
  var certificate: FoundCertificate?
  var alignments: [FoundAlignment] = []
  var requires: [String] = []
  var isDraft = false
  var isCertification = false
  /// Lines of remarks, as they stand above it.
  var remarks: [String] = []
  /// A picture that stood in the text itself, as a file.
  var embedded: [UInt8]?

  /// What it is called on pages.
  var shownTitle: String { title ?? PlainWords.title(ofID: id) }

  /// Ids besides its own: whatever it is called elsewhere.
  var otherIDs: [Located<String>] {
    var seen: Set = [id]
    return names.compactMap { name in
      let other = Starter.id(from: name.value)
      return !other.isEmpty && seen.insert(other).inserted ? Located(other, name.place) : nil
    }
  }
}

/// A certificate as it was found.
struct FoundCertificate: Sendable {
  var statement: String?
  var signatures: [Signature] = []

  struct Signature: Sendable {
    var name: String
    var role: String?
    var place: Place
    /// Its drawing below the folder that is imported.
    var drawing: String?
  }
}

/// Something in a framework of others.
struct FoundAlignment: Sendable {
  var name: String
  var url: String
  var framework: String?
  var code: String?
}

/// All that was found, and who is called what.
struct FoundProgramme: Sendable {
  var name: String?
  var badges: [FoundBadge] = []
  /// Keys of members' pages that are no badge's name.
  var unknownKeys: [Located<String>] = []
  private var ids: Set<String> = []

  /// Adds `badge`, whose id becomes one that no other has. Its place among the badges.
  @discardableResult
  mutating func add(_ badge: FoundBadge, report: inout Report) -> Int {
    var badge = badge
    let wanted = badge.id.isEmpty ? "badge" : badge.id
    badge.id = wanted
    var number = 1
    while !ids.insert(badge.id).inserted {
      number += 1
      badge.id = "\(wanted)-\(number)"
    }
    if number > 1 {
      report.add(
        Diagnostic(
          .warning, "two badges would be called “\(wanted)”; this one is “\(badge.id)”",
          at: badge.place, help: "give it an id of its own, or make it an alias of the other"))
      badge.remarks.append("doubtful: another badge is called \(wanted) too")
    }
    badges.append(badge)
    return badges.count - 1
  }

  /// The badge that is called `name`, by its id or any other name of it; `nil` where none is, or several are.
  func index(of name: String) -> Int? {
    let id = Starter.id(from: name)
    if let index = badges.firstIndex(where: { $0.id == id }) { return index }
    let found = badges.indices.filter { index in
      badges[index].otherIDs.contains { $0.value == id }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Every other name of the badges that no badge and no badge before has: what is not, is told.
  func aliases(report: inout Report) -> [[String]] {
    var owners = Dictionary(badges.map { ($0.id, $0.id) }, uniquingKeysWith: { first, _ in first })
    return badges.map { badge in
      badge.otherIDs.compactMap { name in
        guard let owner = owners[name.value] else {
          owners[name.value] = badge.id
          return name.value
        }
        if owner != badge.id {
          report.add(
            Diagnostic(
              .warning, "“\(name.value)” is a name of “\(badge.id)” and of “\(owner)”",
              at: name.place, help: "it is left to “\(owner)”; say which badge is meant"))
        }
        return nil
      }
    }
  }
}
