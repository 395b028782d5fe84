import BlazonCredential
import Crypto
import Testing

@testable import BlazonJSON

/// The small values that credentials are made of.
@Suite struct ValueTests {
  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "01", "1.", ".5",
    "+1", "1e", "\"\\x\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"a\nb\"", "nul",
    "truee", "[1] 2", "{a:1}", "'a'", "\"\u{7}\"", "NaN", "[", "\"abc", "{\"a\" 1}",
  ])
  func `what is no JSON is refused`(_ text: String) {
    #expect(throws: JSON.Problem.self) { try JSON(Array(text.utf8)) }
  }

  @Test func `JSON comes back as it was written`() throws {
    let text = "{\"b\":[1,-0.50,1e+3,true,false,null],\"a\":{\"\":\"\\\"\\\\\\n😀\"}}"
    let value = try JSON(Array(" \(text)\n".utf8))
    #expect(String(decoding: value.bytes, as: UTF8.self) == text)
    #expect(try JSON(value.prettyBytes) == value)
    #expect(try JSON(Array("\"\\ud83d\\ude00\"".utf8)) == .string("😀"))
  }

  @Test func `JSON has limits`() {
    let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(throws: JSON.Problem.self) { try JSON(Array(deep.utf8)) }
    let wide = "[" + String(repeating: "0,", count: 30_000) + "0]"
    #expect(throws: JSON.Problem.self) { try JSON(Array(wide.utf8)) }
    #expect(throws: JSON.Problem.self) {
      try JSON([UInt8](repeating: 0x20, count: 300_000))
    }
    #expect(throws: JSON.Problem.self) { try JSON([0x22, 0xFF, 0x22]) }
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-03-09T00:00:00Z", 1_773_014_400),
    ("2026-03-09T01:30:00+01:30", 1_773_014_400), ("2026-03-08T19:00:00.999-05:00", 1_773_014_400),
    ("1969-12-31T23:59:59Z", -1), ("2000-02-29T12:00:00Z", 951_825_600),
    ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func `moments are read`(_ text: String, _ seconds: Int) throws {
    let moment = try #require(Moment(text))
    #expect(moment.seconds == seconds)
    #expect(Moment(moment.text) == moment)
  }

  @Test(arguments: [
    "2026-03-09", "2026-03-09T00:00:00", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
    "2026-03-09T24:00:00Z", "2026-03-09T00:00:60Z", "2026-03-09t00:00:00z", "2026-03-09T00:00:00.Z",
    "2026-03-09T00:00:00+25:00", "2026-03-09T00:00:00Z ", "", "٢٠٢٦-03-09T00:00:00Z",
  ])
  func `what is no moment is refused`(_ text: String) { #expect(Moment(text) == nil) }

  @Test func `addresses and DIDs lead to each other`() {
    for (address, did, file) in [
      (
        "https://badges.example.org", "did:web:badges.example.org",
        "https://badges.example.org/.well-known/did.json"
      ),
      (
        "https://badges.example.org/acme/", "did:web:badges.example.org:acme",
        "https://badges.example.org/acme/did.json"
      ),
      (
        "https://Example.org:8443/a/b", "did:web:example.org%3A8443:a:b",
        "https://example.org:8443/a/b/did.json"
      ),
    ] {
      #expect(DIDDocument.did(at: address) == did)
      #expect(DIDDocument.address(of: did) == file)
    }
    for did in [
      "did:key:z6Mk", "did:web:", "did:web:a:..:b", "did:web:a::b", "did:web:a/b", "web:a",
      "did:web:a:b?", "did:web:a:b.json#", "did:web:a b",
    ] {
      #expect(DIDDocument.address(of: did) == nil, "\(did)")
    }
  }

  @Test func `status lists come back, and have their least length`() throws {
    var list = StatusList(count: 1 << 20)
    for index in [0, 7, 8, 131_072, 1_048_575] { list[index] = true }
    let back = try #require(StatusList(encoded: list.encoded))
    #expect((0..<list.count).filter { back[$0] } == [0, 7, 8, 131_072, 1_048_575])
    #expect(list.encoded == back.encoded && list.encoded.utf8.count < 1000)
    for text in ["", "u", "x\(list.encoded.dropFirst())", "\(list.encoded.dropLast(4))", "uAAAA"] {
      #expect(StatusList(encoded: text) == nil, "\(text.prefix(10))")
    }
  }

  @Test func `keys come back from their numbers and from their file`() throws {
    for algorithm in [KeyAlgorithm.rsa, .ed25519] {
      let key = try #require(PrivateKey(new: algorithm))
      let jwk = key.publicKey.jwk
      #expect(jwk["d"] == nil && jwk["p"] == nil)
      let message = Array("a message".utf8)
      let signature = try #require(key.signature(of: message))
      // The same key and message have the same signature.
      #expect(signature == key.signature(of: message))
      let known = try #require(PublicKey(jwk: jwk))
      #expect(known.isSignature(signature, of: message))
      #expect(!known.isSignature(signature, of: message + [0]))
      #expect(!known.isSignature(Array(signature.dropLast()), of: message))
      var secret = Array("correct horse".utf8)
      let passphrase = Passphrase(taking: &secret)
      #expect(secret.isEmpty)
      guard let pem = key.pem(encryptedWith: passphrase) else {
        Issue.record("no file")
        continue
      }
      #expect(
        String(decoding: pem, as: UTF8.self).hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----"))
      let opened = PrivateKey(pem: pem, passphrase: passphrase)
      #expect(opened?.publicKey.jwk == jwk)
      var wrong = Array("incorrect".utf8)
      let isOpen = PrivateKey(pem: pem, passphrase: Passphrase(taking: &wrong)) != nil
      #expect(!isOpen)
      #expect(PublicKey(jwk: jwk.setting("d", .string("AA"))) == nil, "a private key is refused")
    }
  }

  @Test func `keys that sign everything are none`() {
    let key = PrivateKey(new: .rsa)!.publicKey
    let n = key.number("n")
    #expect(PublicKey(rsa: n, exponent: [1]) == nil)
    #expect(PublicKey(rsa: n, exponent: [2]) == nil)
    #expect(PublicKey(rsa: Array(n.prefix(128)), exponent: [1, 0, 1]) == nil)
    #expect(PublicKey(ed25519: [1, 2, 3]) == nil)
    #expect(
      PublicKey(p256: [UInt8](repeating: 1, count: 32), [UInt8](repeating: 1, count: 32)) == nil)
  }
}
