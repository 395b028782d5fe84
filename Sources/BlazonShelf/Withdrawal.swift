/// What a programme takes away: a path in its folder, without the endings of the files that it means.
public struct Withdrawal: Hashable, Sendable {
  let path: String

  /// As a list has it.
  init(listed path: String) { self.path = path }

  public init(_ path: String, from programme: String) {
    self.path = "\(Address.programme(programme).path)/\(path)"
  }

  /// The certificates in the folder of an award, in all their forms.
  public init(certificatesIn folder: Address) {
    path = "\(folder.path)/\(FileName.certificate(nil, nil, .pdf).stem)"
  }

  /// The share cards in the folder of an award, in all their designs.
  public init(cardsIn folder: Address) { path = "\(folder.path)/\(FileName.card().stem)" }

  /// The walls in the folder of a person, in all their forms.
  public init(wallsIn folder: Address) { path = "\(folder.path)/\(FileName.wall("wall").stem)" }

  /// A file, or all that stands in a folder and below it.
  public init(all address: Address) { path = address.path + (address.file == nil ? "/" : "") }

  /// Whether it means the file or folder at `address`.
  public func covers(_ address: Address) -> Bool {
    covers(address.path + (address.file == nil ? "/" : ""))
  }

  package func covers(_ file: String) -> Bool {
    guard file.hasPrefix(path) else { return false }
    let next = file.dropFirst(path.count).first
    return next == nil || path.hasSuffix("/") || next == "/" || next == "." || next == "@"
  }
}
