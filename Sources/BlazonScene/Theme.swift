/// The page that a picture stands on.
public enum Theme: String, CaseIterable, Sendable {
  /// Light pages, and whatever says nothing of its theme.
  case light
  /// Dark pages.
  case dark
}
