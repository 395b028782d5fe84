internal import BlazonSource
internal import Files

extension Volume {
  /// What is left to do of a volume once all its files are on the disk.
  struct Closing: Sendable {
    private let volume: Volume
    /// The paths of what goes.
    private let removed: [String]
    /// The list, where it is another than before.
    var list: StagedFile?
    /// Whether nothing is listed any more.
    var isGone = false
    /// Whether a journal tells of what may be on the disk and in no list.
    var isNoted = false

    init(_ volume: Volume, removing removed: [String]) {
      (self.volume, self.removed) = (volume, removed)
    }

    /// Whether anything changes.
    var isEmpty: Bool { list == nil && !isGone && !isNoted }

    /// Puts the list in its place, and after that removes what it has no more, so that no list has what is gone.
    func commit() throws(WorldError) {
      let (id, root) = (volume.id, volume.root)
      // What has become somebody else's in this run stays.
      let removed = removed.filter { !volume.isAnothers($0) }
      try wrapping { () throws(FileError) in
        try list?.commit()
        if isGone { try remove("\(root)/\(id.address.path)") }
        for path in removed { try remove("\(root)/\(path)") }
      }
      // A folder that has nothing left goes as well.
      for path in removed {
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/") {
          folder = folder[..<slash]
          guard isWithoutLinks("\(folder)/x", below: root), removeEmptyFolder("\(root)/\(folder)")
          else { break }
        }
      }
      if isNoted {
        try wrapping { () throws(FileError) in try remove("\(root)/\(id.journal.path)") }
      }
    }
  }
}

extension Volume.ID {
  /// What a run notes of the volume's files until it ends; not there otherwise.
  var journal: Address { Address(folder: address.folder, file: address.file?.journal) }
}
