/// The page that a picture stands on.
public enum Theme: String, CaseIterable, Sendable { case light, dark }
