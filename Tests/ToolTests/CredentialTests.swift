import Foundation
import TestSupport
import Testing

/// From no key to an award that proves itself, by the program as somebody runs it.
@Suite struct CredentialTests {
  private static let programme = """
    blazon: 1
    programme: acme
    name: Acme
    color: "#2563EB"
    publish: https://badges.example.org
    awards: awards/a.csv
    credentials: {key: [signs, proves], formats: [ob3-jwt, ob3-di, ob2], email: badges@example.org}
    badges:
      first: {preset: seal, title: First, emblem: quill, criteria: Done.}
      expert: {preset: shield, title: Expert, emblem: anchor, criteria: Passed., tiers: {silver: 0, gold: 5}}

    """
  private static let rows = """
    name,handle,badge,issued,tier,state,visibility,email
    Ann Ode,ann,expert,2026-01-01,gold,,,ann@example.org
    Bob Ode,bob,first,2026-01-02,,revoked,,
    Dan Ode,dan,first,2026-01-03,,,redacted,dan@example.org
    Eve Ode,eve,first,2026-01-04,,in-progress,,

    """
  private static let base = "https://badges.example.org=output"

  /// Keys are made once: it takes a second to encrypt one.
  private static let keys: URL = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "blazon-keys-\(UUID())")
    try! FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, algorithm) in [("signs", "rsa-3072"), ("proves", "ed25519")] {
      let answer = try! run(
        blazon, ["keys", "new", name, "--algorithm", algorithm, "--keys", "\(folder.path)/keys"],
        environment: ["BLAZON_PASSPHRASE": "correct horse"])
      precondition(answer.status == 0, answer.error)
    }
    return folder.appending(path: "keys")
  }()

  private func place() throws -> Workplace {
    let place = try Workplace([
      "badge-specs/acme/programme.yaml": CredentialTests.programme,
      "badge-specs/acme/awards/a.csv": CredentialTests.rows,
    ])
    let fixed = try run(blazon, ["check", "--fix"], in: place.folder)
    #expect(fixed.status == 0, "\(fixed.error)")
    return place
  }

  private func tool(
    _ words: [String], in place: Workplace, passphrase: String? = "correct horse"
  ) throws -> Answer {
    var environment = ["BLAZON_KEYS": CredentialTests.keys.path]
    environment["BLAZON_PASSPHRASE"] = passphrase
    return try run(blazon, words, in: place.folder, environment: environment)
  }

  @Test func `an award proves itself, is taken back, and names nobody who is redacted`() throws {
    let place = try place()
    let drawn = try tool(["render", "-q"], in: place)
    #expect(drawn.status == 0, "\(drawn.error)")
    let verify = ["verify", "--base", CredentialTests.base, "--at", "2026-02-01"]
    for name in [
      "credential.png", "credential.svg", "credential.jws", "credential.json", "assertion.json",
    ] {
      let answer = try tool(
        verify + ["--recipient", "ann@example.org", "output/acme/people/ann/expert/\(name)"],
        in: place)
      #expect(answer.status == 0, "\(name): \(answer.text)\(answer.error)")
      #expect(name == "assertion.json" || answer.text.contains("Ann Ode"))
      #expect(answer.text.contains("Expert, Gold"))
      if !name.contains("credential.j") { #expect(answer.text.contains("Open Badges 2.0")) }
    }
    let revoked = try tool(verify + ["output/acme/people/bob"], in: place)
    #expect(revoked.status == 1 && revoked.text.contains("taken back by its issuer"))
    let redacted = try tool(verify + ["output/acme/people/dan"], in: place)
    #expect(redacted.status == 0 && !redacted.text.contains("Dan"), "\(redacted.text)")
    let files = try place.files()
    #expect(!files.keys.contains { $0.contains("/eve/first/credential") }, "nothing is earned yet")
    // No file has an address, nor the name of who is redacted.
    for (path, bytes) in files {
      for text in ["ann@example.org", "dan@example.org", "Dan Ode"] {
        #expect(Data(bytes).range(of: Data(text.utf8)) == nil, "\(path) has \(text)")
      }
    }
    // The page leads to the files.
    let page = try #require(files["acme/people/ann/expert/index.html"])
    #expect(String(decoding: page, as: UTF8.self).contains("href=\"credential.png\""))
    // Nothing changed: nothing is signed again; and the same specs give the same bytes.
    #expect(try tool(["render"], in: place).text.contains("(0 drawn)"))
    let other = try tool(["render", "-q", "-o", "other"], in: place)
    #expect(other.status == 0)
    let again = try place.files("other")
    #expect(again == files)
  }

  @Test func `a status that changes changes its list, and the credential stays`() throws {
    let place = try place()
    #expect(try tool(["render", "-q"], in: place).status == 0)
    let file = "acme/people/ann/expert/credential.jws"
    let before = try place.files()
    let ledger = try Data(contentsOf: place.url("badge-specs/acme/awards/a.csv"))
    let rows = String(
      decoding: ledger, as: UTF8.self)
    try place.write(
      rows.replacing("gold,,,ann", with: "gold,revoked,,ann"), to: "badge-specs/acme/awards/a.csv")
    #expect(try tool(["render", "-q"], in: place).status == 0)
    #expect(try place.files()[file] == before[file])
    let answer = try tool(
      ["verify", "--base", CredentialTests.base, "--at", "2026-02-01", "output/\(file)"], in: place)
    #expect(answer.status == 1 && answer.text.contains("taken back"), "\(answer.text)")
  }

  @Test func `a run without its key says so, and takes nothing away`() throws {
    let place = try place()
    #expect(try tool(["render", "-q"], in: place).status == 0)
    let before = try place.files()
    let wrong = try tool(["render", "-q"], in: place, passphrase: "incorrect horse")
    #expect(wrong.status == 70 && wrong.error.contains("does not open with this passphrase"))
    try place.write(
      CredentialTests.programme.replacing("signs", with: "lost"),
      to: "badge-specs/acme/programme.yaml")
    let lost = try tool(["render", "-q"], in: place)
    #expect(lost.status == 1, "\(lost.error)")
    #expect(lost.error.contains("programme.yaml:7:21: error: no key “lost”"), "\(lost.error)")
    let after = try place.files()
    #expect(before == after)
    // What needs no key is drawn without.
    #expect(
      try tool(["render", "-q", "--surface", "card"], in: place, passphrase: nil).status == 0)
    #expect(try tool(["check"], in: place, passphrase: nil).status == 0)
  }

  @Test func `keys are for their owner alone`() throws {
    let place = try Workplace([:])
    let keys = "\(place.folder.path)/keys"
    func tool(_ words: String..., passphrase: String = "correct horse") throws -> Answer {
      try run(
        blazon, ["keys"] + words + ["--keys", keys], in: place.folder,
        environment: ["BLAZON_PASSPHRASE": passphrase])
    }
    #expect(try tool("new", "a", "--algorithm", "ed25519", passphrase: "short").status == 70)
    #expect(try tool("new", "a", "--algorithm", "ed25519").status == 0)
    #expect(try tool("new", "a", "--algorithm", "ed25519").error.contains("already"))
    #expect(try tool("new", "../b").status == 70)
    let manager = FileManager.default
    func mode(_ path: String) throws -> Int? {
      try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(keys) == 0o700 && mode("\(keys)/a.pem") == 0o600)
    #expect(try tool("list").text.contains("ed25519"))
    let published = try tool("publish").text
    #expect(published.contains("\"kid\": \"a\"") && !published.contains("\"d\""))
    #expect(try tool("retire", "a").text.contains("retired"))
    #expect(try tool("list").text.contains("ed25519, retired"))
    // Others may read it, it is a link, or it is among what is shared.
    try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: keys)
    #expect(try tool("list").error.contains("others may read it"))
    try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: keys)
    try manager.createSymbolicLink(atPath: "\(place.folder.path)/link", withDestinationPath: keys)
    let link = try run(blazon, ["keys", "list", "--keys", "link"], in: place.folder)
    #expect(link.status == 70 && link.error.contains("no folder"))
    for mark in [".git", "manifest.json", "programme.yaml"] {
      try place.write("", to: mark)
      #expect(try tool("list").error.contains("shared with others"), "\(mark)")
      try manager.removeItem(atPath: "\(place.folder.path)/\(mark)")
    }
  }

  @Test func `what is asked wrongly is told`() throws {
    let place = try Workplace([
      "a.txt": "no credential", "b.json": "{\"type\": [\"OpenBadgeCredential\"]}",
    ])
    func verify(_ words: String...) throws -> Answer {
      try run(blazon, ["verify"] + words, in: place.folder)
    }
    #expect(try verify().status == 64)
    #expect(try verify("--base", "http://a=b", "a.txt").status == 64)
    #expect(try verify("--at", "soon", "a.txt").status == 64)
    #expect(try verify("--trust", "a.txt", "a.txt").error.contains("is not JSON"))
    #expect(try verify("lost.png").status == 70)
    #expect(try verify("a.txt").status == 3)
    #expect(try verify("b.json").status == 1)
    let json = try verify("--messages", "json", "b.json").text
    #expect(json.hasPrefix("{\"file\":\"b.json\",\"format\":") && json.hasSuffix("}\n"))
  }
}
