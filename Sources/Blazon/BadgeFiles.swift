internal import BlazonScene
internal import BlazonSource
internal import BlazonSpec

/// The largest picture that badge platforms take.
let badgeBytes = 256 * 1024

extension Theme {
  /// What stands between the name and the ending of a file that is for pages of this theme alone.
  var mark: String {
    switch self {
    case .light: ""
    case .dark: ".dark"
    }
  }
}

extension Badge {
  /// The themes in which it is read and laid out.
  var themes: [Theme] { dark == nil ? [.light] : Theme.allCases }

  /// The themes that it has files for: what comes out the same on both pages has one. `scene` is the text
  /// of its scene.
  func themes(drawnAs scene: (Theme) -> String?) -> [Theme] {
    dark == nil || scene(.light) == scene(.dark) ? [.light] : Theme.allCases
  }
}

extension Budget {
  /// What is aimed at for a badge's PNG of 512 pixels or fewer: fewer colours serve before it fails.
  var pngTarget: Int { min(badgeBytes, png?.value ?? badgeBytes) }

  /// The limit of a file that is called `name` in an award's folder.
  func limit(of name: String) -> Located<Int>? {
    if name.hasPrefix("card.") { return card }
    if name.hasPrefix("certificate.") { return certificate }
    guard name.hasPrefix("badge") else { return nil }
    if name.hasSuffix(".svg") { return svg }
    let width = name.firstIndex(of: "@").flatMap { Int(name[name.index(after: $0)...].dropLast(4)) }
    return (width ?? 512) <= 512 ? png : nil
  }
}
