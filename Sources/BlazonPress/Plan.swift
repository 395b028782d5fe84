internal import BlazonDesign
public import BlazonIntake
internal import BlazonLedger
public import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

/// All that is to be made, in its order: a value that holds no list of it.
///
/// An item is one surface of one subject; it is put together when it is asked for, so that a plan of a
/// million is as small as one of ten.
public struct Plan: Sendable {
  public let programmes: [LoadedProgramme]
  public let selection: Selection
  let sections: [Section]
  /// Which of the items of all sections are meant.
  private var range: Range<Int>
  /// Which of them are left; `nil` for all.
  private var kept: [Int]?

  /// A surface, or several, of subjects that come one after another.
  struct Section: Sendable {
    var start: Int
    var programme: Int
    var surfaces: [Surface]
    var subjects: Subjects

    enum Subjects: Sendable {
      case output
      case programme
      case badges([Badge], languages: [String?])
      /// `indices` of grants; `nil` for all `count`.
      case awards(count: Int, indices: [Int]?)
      /// The first of each person's grants.
      case people([Int])
    }

    var count: Int {
      switch subjects {
      case .output, .programme: surfaces.count
      case .people(let people): people.count * surfaces.count
      case .badges(let badges, let languages): badges.count * languages.count * surfaces.count
      case .awards(let count, _): count * surfaces.count
      }
    }
  }

  /// One surface of one subject.
  public struct Item: Sendable {
    public let surface: Surface
    /// Its place among the programmes.
    let programme: Int
    let subject: Subject
    /// The folder of its files.
    public let address: Address

    enum Subject: Sendable {
      /// All programmes.
      case output
      case programme
      /// In a language beside the programme's own, or `nil` for that.
      case badge(Badge, language: String?)
      /// Their places among the grants.
      case person(Range<Int>)
      /// Its place among the grants.
      case award(Int)
    }
  }

  public init(_ programmes: [LoadedProgramme], _ selection: Selection = Selection()) {
    (self.programmes, self.selection) = (programmes, selection)
    var sections: [Section] = []
    var start = 0
    func add(_ surfaces: [Surface], of programme: Int, _ subjects: Section.Subjects) {
      let section = Section(
        start: start, programme: programme, surfaces: surfaces, subjects: subjects)
      guard section.count > 0 else { return }
      sections.append(section)
      start += section.count
    }
    for index in programmes.indices {
      for (surfaces, subjects) in Plan.parts(of: programmes[index], selection) {
        add(surfaces, of: index, subjects)
      }
    }
    // A run of a part knows of some programmes only.
    if !programmes.isEmpty, programmes.allSatisfy({ Plan.isWhole($0, selection) }) {
      // A partner's pages may stand elsewhere.
      let main = programmes.firstIndex { $0.programme.partnerOf == nil } ?? 0
      add(Plan.surfaces(.output, selection), of: main, .output)
    }
    self.sections = sections
    range = 0..<start
  }

  /// The surfaces of one award: that at `index` among the grants of `loaded`.
  public init(
    award index: Int, of loaded: LoadedProgramme, _ selection: Selection = Selection()
  ) {
    (programmes, self.selection) = ([loaded], selection)
    let surfaces = Plan.surfaces(.award, selection)
    sections = [
      Section(
        start: 0, programme: 0, surfaces: surfaces, subjects: .awards(count: 1, indices: [index]))
    ]
    range = 0..<surfaces.count
    isOfOneAward = true
  }

  private static func surfaces(_ scope: Scope, _ selection: Selection) -> [Surface] {
    Surface.all.filter { surface in
      surface.scope == scope && selection.asks(for: surface)
        && (surface.formats.isEmpty || !surface.formats.isDisjoint(with: selection.formats))
    }
  }

  /// Badges first, then awards; what shows all badges comes last.
  private static func parts(
    of loaded: LoadedProgramme, _ selection: Selection
  ) -> [([Surface], Section.Subjects)] {
    var parts: [([Surface], Section.Subjects)] = []
    let programme = loaded.programme
    if selection.people.isEmpty {
      let badges = loaded.badges.filter {
        selection.only.isEmpty || selection.only.contains($0.id.value)
      }
      let others = programme.languages.filter { $0 != programme.language }
      parts.append(
        (
          surfaces(.drawing, selection),
          .badges(badges.flatMap(\.drawings), languages: [nil] + others.map(Optional.some))
        ))
      // Their pages tell of tiers, requirements and holders: of a whole programme.
      if loaded.isWhole, selection.only.isEmpty {
        parts.append(
          (
            surfaces(.badge, selection),
            .badges(badges, languages: [nil] + others.map(Optional.some))
          ))
      }
    }
    parts.append((surfaces(.award, selection), awards(of: loaded, selection)))
    // A person's page shows all that they earned.
    if loaded.isWhole, selection.only.isEmpty {
      parts.append((surfaces(.person, selection), .people(people(of: loaded, selection))))
    }
    if isWhole(loaded, selection), !programme.badges.isEmpty {
      // A run of all surfaces that leaves formats or sizes out has no sheet of all; one that names it has.
      let isNamed = selection.surfaces.count < Surface.ids.count
      let all = surfaces(.programme, selection).filter {
        selection.isComplete || isNamed || $0.formats.isEmpty
      }
      parts.append((all, .programme))
    }
    return parts.map { surfaces, subjects in
      (surfaces.filter { $0.isWanted(programme, selection) }, subjects)
    }
  }

  /// Whether what shows a whole programme is made of it.
  private static func isWhole(_ loaded: LoadedProgramme, _ selection: Selection) -> Bool {
    loaded.isWhole && selection.only.isEmpty && selection.people.isEmpty
  }

  private static func people(
    of loaded: LoadedProgramme, _ selection: Selection
  ) -> [Int] {
    guard !selection.people.isEmpty else { return loaded.people }
    return loaded.people.filter {
      selection.people.contains(loaded.grants[$0].award.handle.value)
    }
  }

  private static func awards(
    of loaded: LoadedProgramme, _ selection: Selection
  ) -> Section.Subjects {
    let grants = loaded.grants
    if loaded.isWhole, selection.only.isEmpty, selection.people.isEmpty {
      return .awards(count: grants.count, indices: nil)
    }
    let badges = Set(loaded.badges.map(\.id.value))
    let indices = grants.indices.filter { index in
      badges.contains(grants[index].badge)
        && (selection.only.isEmpty || selection.only.contains(grants[index].badge))
        && (selection.people.isEmpty
          || selection.people.contains(grants[index].award.handle.value))
    }
    return .awards(count: indices.count, indices: indices)
  }

  // MARK: Items

  public var count: Int { kept?.count ?? range.count }

  /// The item at `position`, counted from 0.
  public func item(at position: Int) -> Item {
    let (section, offset) = self.section(of: kept?[position] ?? range.lowerBound + position)
    let loaded = programmes[section.programme]
    let surface = section.surfaces[offset % section.surfaces.count]
    let subject: Item.Subject
    let address: Address
    switch section.subjects {
    case .output: (subject, address) = (.output, .root)
    case .programme:
      (subject, address) = (.programme, .programme(loaded.programme.id))
    case .people(let people):
      let first = people[offset / section.surfaces.count]
      subject = .person(loaded.grants(from: first))
      address = .person(loaded.grants[first].award.handle.value, in: loaded.programme.id)
    case .badges(let badges, let languages):
      let number = offset / section.surfaces.count
      let language = languages[number / badges.count]
      subject = .badge(badges[number % badges.count], language: language)
      address = .badges(of: loaded.programme.id, in: language)
    case .awards(_, let indices):
      let number = offset / section.surfaces.count
      let index = indices?[number] ?? number
      (subject, address) = (.award(index), loaded.grants[index].address)
    }
    return Item(surface: surface, programme: section.programme, subject: subject, address: address)
  }

  /// The section with the item at `index` of the whole, and its place there.
  private func section(of index: Int) -> (section: Section, offset: Int) {
    // The last section that begins at or before it.
    var (low, high) = (0, sections.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if sections[middle].start <= index { low = middle } else { high = middle }
    }
    return (sections[low], index - sections[low].start)
  }

  /// How many badges and awards the whole of it asks for, whatever part this is. A badge counts once, however many tiers, counts and
  /// languages it is drawn in.
  public var subjectCount: (badges: Int, awards: Int) {
    var (badges, awards) = (0, 0)
    for section in sections {
      switch section.subjects {
      case .output, .programme, .people: continue
      // Their pages are of the same badges.
      case .badges where section.surfaces.first?.scope == .badge: continue
      case .badges(let all, _): badges += Set(all.map(\.id.value)).count
      case .awards(let count, _): awards += count
      }
    }
    return (badges, awards)
  }

  /// Whether it is all that there is to make of its programmes.
  var isComplete: Bool { selection.isComplete && kept == nil && range == 0..<total }

  private var total: Int { sections.last.map { $0.start + $0.count } ?? 0 }

  /// Whether it is of one award, whatever else its programme has.
  private(set) var isOfOneAward = false

  /// Which share it is of all that there is to make of its programmes; `nil` for anything else.
  private(set) var share: Volume.Share?

  /// Which share it is a part of.
  private(set) var partOfShare: Volume.Share?

  /// Where the files of the item at `position` are listed.
  func volume(at position: Int) -> Volume.ID {
    let (section, offset) = self.section(of: kept?[position] ?? range.lowerBound + position)
    let number = offset / section.surfaces.count
    let loaded = programmes[section.programme]
    let grant: Grant
    switch section.subjects {
    case .output, .programme, .badges: return .root
    case .awards(_, let indices): grant = loaded.grants[indices?[number] ?? number]
    case .people(let people): grant = loaded.grants[people[number]]
    }
    return .people(grant.award.handle.value, of: loaded.programme.id)
  }

  /// The positions of its items by the volumes that these belong to, the root first.
  func byVolume() -> [(id: Volume.ID, positions: [Int])] {
    var volumes: [Volume.ID: [Int]] = [:]
    for position in 0..<count { volumes[volume(at: position), default: []].append(position) }
    return volumes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: Parts of it

  /// The share `number` of `count`, counted from 1: together they are the whole, and no two have an item
  /// both. Whose share a person's awards or a badge are depends on the handle or the id alone; what shows a
  /// whole programme is in the first.
  public func shard(_ number: Int, of count: Int) -> Plan {
    precondition(count > 0 && (1...count).contains(number), "shards are counted from 1")
    var known: (name: String, isOurs: Bool)?
    var part = keeping(
      (0..<self.count).filter { position in
        let name: String
        switch item(at: position).subject {
        case .output, .programme: return number == 1
        case .person(let grants):
          let (section, _) = section(of: kept?[position] ?? range.lowerBound + position)
          name = programmes[section.programme].grants[grants.lowerBound].award.handle.value
        case .badge(let badge, _): name = badge.id.value
        case .award(let index):
          let (section, _) = section(of: kept?[position] ?? range.lowerBound + position)
          name = programmes[section.programme].grants[index].award.handle.value
        }
        if known?.name != name {
          known = (name, Int(stableHash(name)) % count == number - 1)
        }
        return known?.isOurs == true
      })
    let whole = programmes.filter(\.isWhole).map(\.programme.id)
    let share = Volume.Share(number, of: count, programmes: whole)
    if isComplete { part.share = share } else { part.partOfShare = share }
    return part
  }

  /// The items at `positions` alone.
  func keeping(_ positions: [Int]) -> Plan {
    var part = self
    part.kept = positions.map { kept?[$0] ?? range.lowerBound + $0 }
    return part
  }
}

extension Grant {
  /// The folder of the award's files.
  var address: Address { .award(of: badge, to: award.handle.value, in: programme) }
}

/// A value in which a check found no error.
public struct Checked<Value: Sendable>: Sendable {
  public let value: Value

  init(_ value: Value) { self.value = value }
}
