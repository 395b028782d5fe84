internal import BlazonJSON

extension Verification {
  /// Of a file that is more than anybody's credential.
  package static let tooLarge = refused("file", "it is too large to be read")
  /// Of a file that is called one.
  package static let noToken = refused("JWT", "it is no JSON Web Token")

  /// Of a file without a credential.
  package static let none = Verification(
    format: "no credential", integrity: .unknown("it carries no credential"),
    issuer: .unknown("it carries no credential"), status: .unknown("it carries no credential"))
}

/// What a credential of Open Badges 3.0 calls itself, either way.
let badgeTypes = ["OpenBadgeCredential", "AchievementCredential"]

/// Whether `text`, which cannot be read, was a credential: one that was damaged is one all the same.
func saysItIsABadge(_ text: [UInt8]) -> Bool {
  badgeTypes.contains(where: String(decoding: text, as: UTF8.self).contains)
}

/// `text` without blanks around it, and without a byte order mark.
func withoutBlanks(_ text: ArraySlice<UInt8>) -> [UInt8] {
  let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
  var text = text.drop { blanks.contains($0) || [0xEF, 0xBB, 0xBF].contains($0) }
  while text.last.map(blanks.contains) == true { text.removeLast() }
  return Array(text)
}

extension Verifier {
  /// Verifies all credentials that a file carries, a picture or the credential itself; nothing where it is neither.
  package func verify(file bytes: [UInt8]) -> [Verification] {
    if PNGCarrier.isPNG(bytes) {
      return verify("PNG") { () throws(CarrierProblem) in try PNGCarrier.baggage(of: bytes) }
    }
    if PDFCarrier.isPDF(bytes) {
      return verify("PDF") { () throws(CarrierProblem) in try PDFCarrier.baggage(of: bytes) }
    }
    let text = withoutBlanks(bytes[...])
    return text.first == UInt8(ascii: "<")
      ? verify("SVG") { () throws(CarrierProblem) in try SVGCarrier.baggage(of: bytes) }
      : verify(plain: text)
  }

  /// Whether a token is a list of what was taken back.
  static func isStatusList(_ token: [UInt8]) -> Bool {
    do throws(JWS.Problem) {
      let payload = try JWS(token).payload
      let types = (payload["vc"] ?? payload)["type"]?.list ?? []
      return types.contains(.string(statusListType))
    } catch { return false }
  }

  private static let statusListType = "BitstringStatusListCredential"

  /// A credential by itself.
  private func verify(plain text: [UInt8]) -> [Verification] {
    // A list of what was taken back is no credential of anybody.
    if JWS.isLikely(text) { return Verifier.isStatusList(text) ? [] : [verify(text)] }
    // Of JSON files, those that say that they are credentials about achievements.
    guard text.first == UInt8(ascii: "{") else { return [] }
    do throws(JSON.Problem) {
      let types = (try JSON(text)["type"]?.list ?? []).compactMap(\.text)
      let isBadge = (badgeTypes + ["VerifiableCredential", "Assertion"])
        .contains(where: types.contains)
      return isBadge && !types.contains(Verifier.statusListType) ? [verify(text)] : []
    } catch {
      return saysItIsABadge(text) ? [.refused("JSON", error.message)] : []
    }
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
