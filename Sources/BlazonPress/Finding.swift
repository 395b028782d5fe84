internal import BlazonIntake
internal import BlazonLedger
public import BlazonShelf
public import BlazonSource
internal import BlazonSpec

extension Plan {
  /// The positions of items that may make the file at `path`, below the output folder: those first that make files of its
  /// kind alone.
  func candidates(for path: String) -> [Int] {
    var found: [(position: Int, isLikely: Bool)] = []
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    let format = ImageFormat(rawValue: ending)
    for section in sections {
      let loaded = programmes[section.programme]
      for number in section.numbers(near: path, of: loaded) {
        for (index, surface) in section.surfaces.enumerated() {
          let isLikely = format.map(surface.formats.contains) ?? surface.formats.isEmpty
          guard isLikely || surface.formats.isEmpty else { continue }
          found.append((section.start + number * section.surfaces.count + index, isLikely))
        }
      }
    }
    return found.filter(\.isLikely).map(\.position) + found.filter { !$0.isLikely }.map(\.position)
  }
}

extension Plan.Section {
  /// The places of subjects whose files may stand at `path`.
  fileprivate func numbers(near path: String, of loaded: LoadedProgramme) -> [Int] {
    let id = loaded.programme.id
    let isOwn = path.hasPrefix("\(Address.programme(id).path)/")
    switch subjects {
    case .output: return isOwn ? [] : [0]
    case .programme: return isOwn ? [0] : []
    case .badges(let badges, let languages):
      guard isOwn else { return [] }
      let kept = badges.indices.filter { index in
        badges[index].words.paths.contains {
          Address.kept($0.value.path, of: id)?.address.path == path
        }
      }
      // In the programme's own language, which comes first.
      if !kept.isEmpty, languages.first == .some(nil) { return kept }
      return languages.indices.flatMap { place in
        badges.indices.filter { index in
          let folder = Address.badges(of: id, in: languages[place]).path
          return badges[index].fileNames.contains {
            Withdrawal("\(folder.dropFirst(id.utf8.count + 1))/\($0)", from: id).covers(path)
          }
        }.map { place * badges.count + $0 }
      }
    case .awards(let count, let indices):
      let parts = path.split(separator: "/").map(String.init)
      return (0..<count).filter { number in
        let grant = loaded.grants[indices?[number] ?? number]
        guard isOwn else {
          let numbers = [grant.award.id?.value].compactMap(\.self) + loaded.formerNumbers(of: grant)
          return numbers.contains { Address.verify($0).file(.page).path == path }
        }
        guard parts.count > 3, parts.contains(grant.award.handle.value) else { return false }
        return ([grant.address] + loaded.programme.formerFolders(of: grant)).contains {
          path.hasPrefix("\($0.path)/")
        }
      }
    case .people(let people):
      guard isOwn else { return [] }
      return people.indices.filter { index in
        let handle = loaded.grants[people[index]].award.handle.value
        return path == Address.person(handle, in: id).file(.page).path
      }
    }
  }
}

extension Press {
  /// The files that are made together with the one at `path`, which is among them, and their key; `nil` if `plan` has none
  /// there. What is wrong with their words is for a check to say.
  public func artifacts(
    with path: String, of plan: Plan
  ) throws(WorldError) -> [Artifact]? {
    let (copies, keys) = (Copies(), Keys(plan))
    for position in plan.candidates(for: path) {
      let item = plan.item(at: position)
      if case .award(let index) = item.subject {
        let loaded = plan.programmes[item.programme]
        let grant = loaded.grants[index]
        guard item.surface.applies(loaded.badge(of: grant), loaded.programme, grant) else {
          continue
        }
      }
      var artifacts: [Artifact] = []
      let programme = plan.programmes[item.programme].programme
      try studio.withBench(for: programme) { (bench) throws(WorldError) in
        var work = Work(item, of: plan, at: bench, copies, key: keys.key(of: item)) {
          artifacts.append($0)
        }
        try item.surface.make(&work)
      }
      if artifacts.contains(where: { $0.address.path == path }) { return artifacts }
    }
    return nil
  }
}
