/// A text that is written in the program itself: markup may be made of nothing else without being escaped.
///
/// Like `StaticString`, but a string that is there already: nothing is looked at when it is appended.
public struct Literal: ExpressibleByStringLiteral, Sendable {
  public let text: String

  /// For the compiler alone.
  @inlinable public init(stringLiteral value: String) { text = value }

  @inlinable public var utf8: String.UTF8View { text.utf8 }
}
