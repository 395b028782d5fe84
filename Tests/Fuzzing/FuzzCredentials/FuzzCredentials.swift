import BlazonCredential
import BlazonJSON
import Deflate
import FuzzDriver
import Glibc

/// A stranger's credential, in one of its carriers; CARRIER=png, svg, pdf, json or jwt says in which.
@main enum FuzzCredentials {
  static func main() { runFuzzer(readOneCredential) }
}

/// What files begin with, so that no input is lost for want of it.
private enum Carrier: String {
  case png, svg, pdf, json, jwt

  /// The files that an input stands for: as it is, and within what any such file has.
  func files(of input: [UInt8]) -> [[UInt8]] {
    switch self {
    case .png: [input, picture(carrying: input)]
    case .svg: [input, Self.drawing[0] + input + Self.drawing[1]]
    case .pdf: [input, Array("%PDF-1.7\n".utf8) + input]
    case .json, .jwt: [input]
    }
  }

  private static let drawing = [
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\">",
    "</svg>",
  ].map { Array($0.utf8) }
}

private let carrier: Carrier = {
  guard let name = getenv("CARRIER"), let carrier = Carrier(rawValue: String(cString: name)) else {
    fatalError("CARRIER is none of png, svg, pdf, json and jwt")
  }
  return carrier
}()

private let verifier = Verifier(
  { _ in nil }, trusting: TrustList(), at: Moment(seconds: 1_800_000_000))

@_cdecl("LLVMFuzzerTestOneInput")
public func readOneCredential(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for file in carrier.files(of: bytes) {
    for found in verifier.verify(file: file) { told(found) }
  }
  guard carrier == .json || carrier == .jwt else { return 0 }
  told(verifier.verify(bytes))
  do throws(JSON.Problem) {
    let json = try JSON(bytes)
    let again = try JSON(json.bytes)
    precondition(again == json, "JSON comes back as it was written")
    readDocument(json)
    #if PLANTED
      plantedBug(json)
    #endif
  } catch {}
  return 0
}

/// What comes of a document behind its signature, which nothing invented has.
private func readDocument(_ json: JSON) {
  _ = TrustList(json)
  if let did = json["id"]?.text { _ = DIDDocument(json, of: did) }
  if let list = json["encodedList"]?.text { _ = StatusList(encoded: list) }
  do throws(LinkedDataProblem) {
    let document = JSON.object((json.members ?? []).filter { $0.name != "proof" })
    let configuration = JSON.object(
      (json["proof"]?.list.first?.members ?? []).filter { $0.name != "proofValue" })
    _ = try DataIntegrity(document: document, configuration: configuration) { bytes in
      // Any function does where nothing is signed.
      var sum = UInt64(14_695_981_039_346_656_037)
      return bytes.reduce(into: [UInt8](repeating: 0, count: 32)) { digest, byte in
        sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211
        digest[Int(sum % 32)] ^= UInt8(truncatingIfNeeded: sum >> 32)
      }
    }
  } catch {}
}

private func told(_ found: Verification) {
  precondition(
    found.integrity.answer == .yes || found.claims.isEmpty, "no claim without a signature")
  precondition(found.issuer.answer != .yes, "no key is trusted")
}

/// A PNG of one chunk of text, whose check agrees.
private func picture(carrying text: [UInt8]) -> [UInt8] {
  func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    func bytes(_ number: UInt32) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
    return bytes(UInt32(data.count)) + body + bytes(crc32(body[...]))
  }
  return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", []) + chunk("iTXt", text)
    + chunk("IEND", [])
}

@_cdecl("LLVMFuzzerCustomMutator")
public func changeOneCredential(
  _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int, _ seed: UInt32
) -> Int {
  mutate(start, count, room: room, seed: seed, vocabulary: vocabulary)
}

@_cdecl("LLVMFuzzerCustomCrossOver")
public func crossTwoCredentials(
  _ one: UnsafePointer<UInt8>, _ oneCount: Int, _ other: UnsafePointer<UInt8>, _ otherCount: Int,
  _ out: UnsafeMutablePointer<UInt8>, _ room: Int, _ seed: UInt32
) -> Int {
  cross(
    UnsafeBufferPointer(start: one, count: oneCount),
    with: UnsafeBufferPointer(start: other, count: otherCount),
    to: UnsafeMutableBufferPointer(start: out, count: room), seed: seed)
}

/// Names and values of credentials.
private let vocabulary = [
  "@context", "@value", "@graph", "@type", "id", "type", "issuer", "validFrom", "credentialSubject",
  "achievement", "criteria", "narrative", "identifier", "identityHash", "hashed", "evidence",
  "proof", "proofValue", "verificationMethod", "cryptosuite", "credentialStatus", "statusListIndex",
  "encodedList", "verificationMethod", "publicKeyJwk", "publicKeyMultibase", "assertionMethod",
  "controller", "kty", "crv", "VerifiableCredential", "OpenBadgeCredential", "Achievement",
  "2026-03-09T00:00:00Z", "did:web:example.org", "urn:uuid:0", "null", "true", "[]", "{}",
  "\\u0000",
].map { Array($0.utf8) }

#if PLANTED
  /// A bug that is not ours, for the proof that bugs are found: a document of more than three members, one of
  /// which is a list of a list, reads a byte that is nobody's.
  private func plantedBug(_ json: JSON) {
    guard let members = json.members, members.count > 2 else { return }
    guard members.count > 3 else { return }
    for member in members {
      guard let list = member.value.elements, let inner = list.first?.elements else { continue }
      _ = byteAfter(inner.count + 1)
    }
  }
#endif
