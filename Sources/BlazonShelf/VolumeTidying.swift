internal import BlazonSource
internal import Files

// What a volume has to know of a file that nothing draws any more.

extension Volume {
  /// Whether the file at `path` is a further page of a list whose first page this run has, and which is shorter now.
  func isGoneOn(_ path: String, _ entries: [String: Manifest.Entry]) -> Bool {
    var parts = path.split(separator: "/").map(String.init)
    guard parts.last == FileName.page.text, parts.count > 2 else { return false }
    let number = parts.remove(at: parts.count - 2)
    let isNumber = !number.isEmpty && number.drop { $0 == "-" }.allSatisfy(\.isNumber)
    return isNumber && entries[parts.joined(separator: "/")] != nil
  }

  /// Whether the page of a number leads to somebody else by now: the number was another's by mistake.
  func isAnothers(_ path: String) -> Bool {
    guard path.hasPrefix("\(Address.verify().path)/"), let handle = earlier[path]?.recipient,
      case .people(let programme, _) = id
    else { return false }
    // One that cannot be read is left alone.
    let mark = "\(Address.person(handle, in: programme).path)/"
    return (try? isMarked(path, mark)) != true
  }

  /// Whether the file at `path` is one of `handle`: told by its list, or by its folder where that lists it no more.
  func isForgotten(_ path: String, _ handle: String?) -> Bool {
    guard let handle, case .people(let programme, _) = id else { return false }
    return earlier[path]?.recipient == handle
      || path.hasPrefix("\(Address.person(handle, in: programme).path)/")
  }

  /// How many files a closing that forgets `handle` would remove.
  func count(of handle: String) -> Int {
    Set(earlier.keys).union(orphans).union(noted ?? [])
      .count { isForgotten($0, handle) && isFile($0) }
  }

  /// Whether the file at `path` is one of `programme`: what people have may stand beside the programme's folder.
  func isOf(_ programme: String, _ path: String) -> Bool {
    if case .people(programme, _) = id { return true }
    return path.hasPrefix("\(Address.programme(programme).path)/")
  }

  /// Whether the file at `path` has `mark` near its beginning. Throws if it cannot be read.
  func isMarked(_ path: String, _ mark: String) throws(WorldError) -> Bool {
    do throws(FileError) {
      let bytes = try read("\(root)/\(path)", limit: 1 << 20)
      return String(decoding: bytes.prefix(4096), as: UTF8.self).contains(mark)
    } catch {
      // None of ours is so long.
      guard error.isTooLong else { throw WorldError(error.description) }
      return false
    }
  }

  /// What is listed of a file that a run that did not end was about to replace: it may be the old one or the new.
  func asItStands(_ entry: Manifest.Entry) -> Manifest.Entry {
    var entry = entry
    if let size = fileSize("\(root)/\(entry.path)"), let sum = digest(entry.path) {
      (entry.bytes, entry.sha256) = (size, sum)
    }
    return entry
  }

  /// The key of a file that comes out as it was, and those of other runs that made it so: a run of one design makes the
  /// same file as a run of all, and neither is to think that the other's are gone.
  func keys(_ key: String, and earlier: Manifest.Entry?) -> String {
    let others = (earlier?.keys ?? []).filter { $0 != key }
    return ([key] + others.prefix(2)).joined(separator: "+")
  }

  /// Removes what a run that did not end, which has noted some paths, was at when it ended.
  func sweep(_ noted: [String]?) {
    guard let noted else { return }
    let folders = (earlier.keys + noted).map {
      $0.prefix(upTo: $0.lastIndex(of: "/") ?? $0.startIndex)
    }
    for folder in Set(folders)
    where isWithoutLinks(folder.isEmpty ? "x" : "\(folder)/x", below: root) {
      removeLeftovers(in: "\(root)/\(folder)")
    }
  }
}

/// Whether `path` stays below `root`, and all folders on the way are there and none is a link.
func isWithoutLinks(_ path: String, below root: String) -> Bool {
  let parts = path.split(separator: "/", omittingEmptySubsequences: false)
  guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return false }
  var folder = root
  for part in parts.dropLast() {
    folder += "/\(part)"
    guard kind(of: folder, followingLinks: false) == .folder else { return false }
  }
  return true
}
