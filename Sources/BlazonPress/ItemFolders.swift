internal import BlazonIntake
internal import BlazonLedger
internal import BlazonShelf
internal import BlazonSource
internal import BlazonSpec

extension Plan {
  /// The folders that files of `item` may stand in: what is in their way is known before the first is written.
  func folders(of item: Item) -> [Address] {
    let loaded = programmes[item.programme]
    let programme = loaded.programme
    let isPage = item.surface.id == Surface.siteID
    var folders = [item.address]
    switch item.subject {
    case .output: if isPage { folders.append(.verify()) }
    case .programme:
      guard isPage else { break }
      let others = programme.languages.filter { $0 != programme.language }
      for language in [nil] + others.map(Optional.some) {
        folders += [.home(of: programme.id, in: language), .people(of: programme.id, in: language)]
      }
    case .badge(let badge, let language):
      let names = isPage ? [badge.id.value] + badge.words.aliases.map(\.value) : []
      folders += names.map { .badge($0, of: programme.id, in: language) }
      folders += badge.words.paths.compactMap {
        Address.kept($0.value.path, of: programme.id)?.address
      }
    case .person: break
    case .award(let index):
      let grant = loaded.grants[index]
      let numbers = [grant.award.id?.value].compactMap(\.self) + loaded.formerNumbers(of: grant)
      if item.surface.id == Surface.page.id { folders += numbers.map { .verify($0) } }
      folders += programme.formerFolders(of: grant)
    }
    return folders
  }
}
