extension Verification {
  /// Of a file without a credential.
  package static let none = Verification(
    format: "no credential", integrity: .unknown("it carries no credential"),
    issuer: .unknown("it carries no credential"), status: .unknown("it carries no credential"))
}

extension Verifier {
  /// Verifies all credentials that a file carries, a picture or the credential itself; nothing where it is neither.
  package func verify(file bytes: [UInt8]) -> [Verification] {
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    if PNGCarrier.isPNG(bytes) {
      return verify("PNG") { () throws(CarrierProblem) in try PNGCarrier.baggage(of: bytes) }
    }
    if first == UInt8(ascii: "<") {
      return verify("SVG") { () throws(CarrierProblem) in try SVGCarrier.baggage(of: bytes) }
    }
    var text = bytes
    while let last = text.last, [0x20, 0x09, 0x0A, 0x0D].contains(last) { text.removeLast() }
    if JWS.isLikely(text) { return [verify(text)] }
    // Of JSON files, those that say that they are credentials about achievements.
    guard first == UInt8(ascii: "{") else { return [] }
    do throws(JSON.Problem) {
      let types = try JSON(text)["type"]?.list ?? []
      let isBadge = ["OpenBadgeCredential", "AchievementCredential", "Assertion"].contains {
        types.contains(.string($0))
      }
      return isBadge ? [verify(text)] : []
    } catch { return [] }
  }

  private func verify(
    _ kind: String, _ baggage: () throws(CarrierProblem) -> Baggage
  ) -> [Verification] {
    do throws(CarrierProblem) {
      let found = try baggage()
      return [found.three, found.two].compactMap(\.self).map { verify($0) }
    } catch { return [.refused(kind, error.message)] }
  }
}
