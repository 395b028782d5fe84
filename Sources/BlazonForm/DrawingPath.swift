/// The path of a drawing below a programme's folder, as specs and ledgers name it: `art/logo.svg`.
package enum DrawingPath {
  package static let endings = ["svg", "png", "jpg", "jpeg", "webp"]

  /// What such a file is called in messages.
  package static let told = "a .svg, .png, .jpg or .webp file"

  /// Whether `path` stays below the folder and has one of `endings`; those of drawings unless others are meant.
  package static func isOne(_ path: String, endings: [String] = endings) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return endings.contains { path.hasSuffix(".\($0)") }
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." } && !path.contains("\\")
  }
}
