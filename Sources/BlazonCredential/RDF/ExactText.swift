/// A text that equals only the same Unicode scalars, and is ordered by them.
///
/// Swift's `String` holds “é” and “e” with U+0301 equal. RDF 1.1 and JSON tell them apart, and so
/// must a signature.
package struct ExactText: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  package let string: String

  package init(_ string: String) { self.string = string }

  package init(stringLiteral string: String) { self.string = string }

  package static func == (left: Self, right: Self) -> Bool {
    left.string.utf8.elementsEqual(right.string.utf8)
  }

  /// The order of code points, which is that of the UTF-8 bytes.
  package static func < (left: Self, right: Self) -> Bool {
    left.string.utf8.lexicographicallyPrecedes(right.string.utf8)
  }

  /// As `String` hashes: what is exactly equal is equal there too.
  package func hash(into hasher: inout Hasher) { hasher.combine(string) }
}
