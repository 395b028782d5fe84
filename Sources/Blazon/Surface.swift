/// What is made of badges and awards: one name for each kind of picture or page.
public enum Surface: String, CaseIterable, Sendable {
  /// The badges of programmes, and a copy in the folder of everybody who earned one.
  case badge
  case card, certificate
  /// The README badge.
  case readme
  /// The lines of Markdown and HTML that show the others.
  case snippets
  /// The page that the award's address shows.
  case page
}
