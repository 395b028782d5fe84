package import BlazonSource

extension Reading {
  /// Whether `text` is `[a-z0-9]+(-[a-z0-9]+)*`; reports it if not.
  package mutating func checkID(_ text: String, at place: Place) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isValid =
      text.utf8.count <= 100
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
      }
    if !isValid {
      error(
        "“\(text.prefix(60))” is not an id", at: place,
        help: "ids are lower-case letters and digits, joined by single hyphens, at most 100 in all")
      return false
    }
    if isDevice(text[...]) {
      error(
        "the id “\(text)” names a device on Windows, where no file can be called so", at: place,
        help: "as in \(text)-1")
      return false
    }
    return true
  }
}

/// Whether a file of this name, whatever its ending, is a device on Windows.
public func isDevice(_ name: Substring) -> Bool {
  let name = name.lowercased()
  let isPort =
    name.count == 4 && (name.hasPrefix("com") || name.hasPrefix("lpt"))
    && name.utf8.last.map { (0x30...0x39).contains($0) } == true
  return isPort || ["con", "prn", "aux", "nul"].contains(name)
}
