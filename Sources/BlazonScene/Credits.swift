/// Where a picture comes from, as its file says it to catalogues, search engines and whoever finds it.
public struct Credits: Hashable, Sendable {
  /// Who answers for it: the programme.
  public var author: String
  /// The terms it may be used under: an SPDX identifier, an address or a sentence.
  public var license: String?
  /// The SHA-256 of the specs that it was drawn from, in 64 hexadecimal digits: what a badge, its preset, its programme
  /// and the page say, without drawings and without facts of an award.
  public var specDigest: String

  public init(author: String, license: String? = nil, specDigest: String) {
    (self.author, self.license, self.specDigest) = (author, license, specDigest)
  }

  /// The digest as an address of what it names.
  public var source: String { "urn:sha256:\(specDigest)" }
}
