internal import BlazonDesk
internal import BlazonSource

/// Which pictures of a folder are of one badge: `docs/docs.png` and `docs/docs.svg`, or `docs.png` beside others.
struct PictureGroup: Sendable {
  var name: String
  /// What its files are called, where that is not as their folder is.
  var stem: String?
  var paths: [String]
  /// Pictures beside them that are of no badge.
  var others: [String] = []
}

/// The groups of all pictures at `paths`.
func pictureGroups(_ paths: [String]) -> [PictureGroup] {
  let badgePaths = paths.filter { path in
    path.folderPath.pathParts.contains { $0.lowercased() == "badges" }
  }
  let paths = badgePaths.isEmpty ? paths : badgePaths
  var folders: [String] = []
  var members: [String: [String]] = [:]
  for path in paths {
    let folder = path.folderPath
    if members[folder] == nil { folders.append(folder) }
    members[folder, default: []].append(path)
  }
  // A folder beside others with pictures is the folder of one badge.
  let siblings = Dictionary(grouping: folders, by: \.folderPath).mapValues(\.count)
  var groups: [PictureGroup] = []
  for folder in folders {
    let all = members[folder] ?? []
    let name = folder.fileName
    var stems: [String] = []
    for stem in all.map(\.stem) where !stems.contains(stem) { stems.append(stem) }
    let own = stems.filter { Starter.id(from: $0) == Starter.id(from: name) && !folder.isEmpty }
    if !own.isEmpty {
      groups.append(
        PictureGroup(
          name: name, stem: own[0] == name ? nil : own[0],
          paths: all.filter { own.contains($0.stem) }, others: all.filter { !own.contains($0.stem) }
        ))
    } else if stems.count == 1, !folder.isEmpty, siblings[folder.folderPath, default: 0] > 1,
      name.lowercased() != "badges"
    {
      groups.append(PictureGroup(name: name, stem: stems[0], paths: all))
    } else {
      for stem in stems {
        groups.append(PictureGroup(name: stem, paths: all.filter { $0.stem == stem }))
      }
    }
  }
  return groups
}
