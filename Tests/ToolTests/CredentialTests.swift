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

  @Test func `an award is taken back and given again by a command each`() throws {
    let place = try place()
    func verified() throws -> Answer {
      #expect(try tool(["render", "-q", "--today", "2026-11-02"], in: place).status == 0)
      return try tool(
        [
          "verify", "--base", CredentialTests.base, "--at", "2026-11-03",
          "output/acme/people/ann/expert/credential.jws",
        ], in: place)
    }
    func number() throws -> [Substring] {
      try String(contentsOf: place.url("badge-specs/acme/awards/a.csv"), encoding: .utf8)
        .matches(of: /[0-9a-f]{8}-[0-9a-f-]{27}/).map(\.output)
    }
    let numbers = try number()
    #expect(try numbers.count == 4 && verified().status == 0)
    let revoked = try tool(["revoke", "ann", "expert", "--on", "2026-11-02"], in: place)
    #expect(revoked.status == 0, "\(revoked.error)")
    let back = try verified()
    #expect(back.status == 1 && back.text.contains("taken back by its issuer"), "\(back.text)")
    #expect(try tool(["reinstate", "ann", "expert"], in: place).status == 0)
    #expect(try tool(["correct", "ann", "--name", "Ann Lee"], in: place).status == 0)
    let again = try verified()
    #expect(again.status == 0 && again.text.contains("Ann Lee"), "\(again.text)\(again.error)")
    #expect(try number() == numbers)
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
    // All that is published, as the help shows it.
    let all = try tool(verify + ["output"], in: place)
    #expect(all.status == 1 && !all.text.contains("revocations"), "Bob's alone is taken back")
    // Nothing changed: nothing is signed again; and the same specs give the same bytes.
    #expect(try tool(["render"], in: place).text.contains("(0 drawn)"))
    let other = try tool(["render", "-q", "-o", "other"], in: place)
    #expect(other.status == 0)
    let again = try place.files("other")
    #expect(again == files)
  }

  @Test func `certificates on paper carry the credential`() throws {
    let place = try place()
    try place.write(
      CredentialTests.programme
        + "  exam: {preset: seal, title: Exam, emblem: anchor, criteria: Passed., "
        + "certificate: {signatures: [{name: Grace, role: Lead}]}}\n",
      to: "badge-specs/acme/programme.yaml")
    try place.write(
      CredentialTests.rows + "Ümit ® 星ヶ浜,umit,exam,2026-01-05,,,,umit@example.org\n",
      to: "badge-specs/acme/awards/a.csv")
    #expect(try run(blazon, ["check", "--fix"], in: place.folder).status == 0)
    let drawn = try tool(["render", "-q"], in: place)
    #expect(drawn.status == 0, "\(drawn.error)")
    let folder = "output/acme/people/umit/exam"
    let verify = ["verify", "--base", CredentialTests.base, "--at", "2026-02-01"]
    try FileManager.default.createDirectory(
      at: place.url("taken"), withIntermediateDirectories: true)
    for paper in ["certificate.pdf", "certificate.letter.pdf"] {
      let answer = try tool(verify + ["\(folder)/\(paper)"], in: place)
      #expect(answer.status == 0, "\(answer.text)\(answer.error)")
      #expect(answer.text.contains("Ümit ® 星ヶ浜") && answer.text.contains("Open Badges 2.0"))
      // Another program finds them whole, whatever it thinks of them.
      let listed = try run(
        "pdfdetach", ["-saveall", "-o", "taken", "\(folder)/\(paper)"], in: place.folder)
      #expect(listed.status == 0, "\(listed.error)")
      for name in ["credential.jws", "assertion.json"] {
        let taken = try Data(contentsOf: place.folder.appending(path: "taken/\(name)"))
        let written = try Data(contentsOf: place.folder.appending(path: "\(folder)/\(name)"))
        #expect(taken == written, "\(name)")
      }
      #expect(try run("qpdf", ["--check", "\(folder)/\(paper)"], in: place.folder).status == 0)
    }
    // Saved again by another program, packed anew, it is as good.
    let saved = try run(
      "qpdf",
      [
        "--object-streams=generate", "--recompress-flate", "--compression-level=9",
        "\(folder)/certificate.pdf", "saved.pdf",
      ], in: place.folder)
    #expect(saved.status == 0)
    #expect(try tool(verify + ["saved.pdf"], in: place).status == 0)
    // Encrypted, nobody can say.
    _ = try run(
      "qpdf", ["--encrypt", "", "owner", "256", "--", "\(folder)/certificate.pdf", "locked.pdf"],
      in: place.folder)
    let locked = try tool(verify + ["locked.pdf"], in: place)
    #expect(locked.status == 1 && locked.text.contains("is encrypted"), "\(locked.text)")
    // Certificates alone are signed as well, and nothing is drawn again.
    let part = try tool(["render", "--surface", "certificate"], in: place)
    #expect(part.status == 0 && part.text.contains("(0 drawn)"), "\(part.text)\(part.error)")
    let without = try run(
      blazon, ["render", "--surface", "certificate", "--keys", "nowhere"], in: place.folder)
    #expect(without.status != 0 && without.error.contains("key"), "\(without.error)")
  }

  @Test func `what was taken back stays so, whatever becomes of its row`() throws {
    let place = try place()
    let verify = ["verify", "--base", CredentialTests.base, "--at", "2026-02-01", "old.png"]
    func render() throws {
      let answer = try tool(["render", "-q", "--today", "2026-02-01"], in: place)
      #expect(answer.status == 0, "\(answer.error)")
    }
    try render()
    try FileManager.default.copyItem(
      at: place.url("output/acme/people/dan/first/credential.png"), to: place.url("old.png"))
    #expect(try tool(verify, in: place).status == 0)
    let rows = try String(contentsOf: place.url("badge-specs/acme/awards/a.csv"), encoding: .utf8)
    let uuid = try #require(
      rows.split(separator: "\n").first { $0.contains(",dan,") }?.split(separator: ",").last)
    #expect(try tool(["revoke", "dan", "first", "--on", "2901-01-01"], in: place).status == 64)
    // For good, though the badge is given again.
    #expect(try tool(["revoke", "dan", "first", "--on", "2026-01-20"], in: place).status == 0)
    try render()
    #expect(try tool(verify, in: place).text.contains("taken back by its issuer"))
    #expect(try tool(["renew", "dan", "first", "--on", "2026-01-25"], in: place).status == 0)
    try render()
    #expect(try tool(verify, in: place).text.contains("taken back by its issuer"))
    let renewed = try tool(verify.dropLast() + ["output/acme/people/dan"], in: place)
    #expect(renewed.status == 0, "\(renewed.text)")
    // Where the person goes, somebody has to keep the number; which that is, is said.
    let gone = try tool(["forget", "dan", "-o", "nowhere"], in: place)
    #expect(
      gone.text.contains("credentials: {revoked: [") && gone.text.contains(uuid), "\(gone.text)")
  }

  @Test func `a certificate is signed as a document, by whom its certificate says`() throws {
    let place = try place()
    let spec =
      CredentialTests.programme.replacing("key: [signs", with: "sign-pdf: true, key: [own, signs")
      + "  exam: {preset: seal, title: ETSI.CAdES.detached, emblem: anchor, criteria: Passed., "
      + "certificate: {signatures: [{name: Grace, role: Lead}]}}\n"
    try place.write(spec, to: "badge-specs/acme/programme.yaml")
    try place.write(
      "name,handle,badge,issued,email\nUma,uma,exam,2026-01-05,uma@example.org\n",
      to: "badge-specs/acme/awards/a.csv")
    #expect(try run(blazon, ["check", "--fix"], in: place.folder).status == 0)
    // Keys of its own, as a certificate stays with its key.
    try FileManager.default.copyItem(at: CredentialTests.keys, to: place.url("own-keys"))
    func tool(_ words: String...) throws -> Answer {
      try run(
        blazon, words + (words[0] == "verify" ? [] : ["--keys", "own-keys"]), in: place.folder,
        environment: ["BLAZON_PASSPHRASE": "correct horse"])
    }
    #expect(try tool("keys", "new", "own").status == 0)
    let without = try tool("render", "-q")
    #expect(without.status == 1 && without.error.contains("the key “own” has no certificate"))
    #expect(try tool("keys", "certify", "proves", "--name", "A").error.contains("signed with RSA"))
    #expect(try tool("keys", "certify", "own").status == 64)
    #expect(try tool("keys", "certify", "own", "--name", "Acme ® Ünited").status == 0)
    let certificate = try run(
      "openssl", ["verify", "-CAfile", "own-keys/own.crt", "own-keys/own.crt"], in: place.folder)
    #expect(certificate.status == 0, "\(certificate.error)")
    let drawn = try tool("render", "-q")
    #expect(drawn.status == 0, "\(drawn.error)")
    let paper = "output/acme/people/uma/exam/certificate.pdf"
    let told = try run("pdfsig", [paper], in: place.folder).text
    for word in [
      "Signature is Valid", "Total document signed", "ETSI.CAdES.detached", "Acme ® Ünited",
      "Jan 05 2026",
    ] { #expect(told.contains(word), "\(word): \(told)") }
    #expect(try run("qpdf", ["--check", paper], in: place.folder).status == 0)
    let verified = try tool(
      "verify", "--base", CredentialTests.base, "--at", "2026-02-01", paper)
    #expect(verified.status == 0, "\(verified.text)")
    #expect(try tool("render").text.contains("(0 drawn)"))
    // Changed by a letter, it is not what was signed.
    var bytes = try Data(contentsOf: place.url(paper))
    let version = try #require(bytes.range(of: Data("%PDF-1.7".utf8)))
    bytes[version.upperBound - 1] ^= 1
    try bytes.write(to: place.url("changed.pdf"))
    #expect(
      !(try run("pdfsig", ["changed.pdf"], in: place.folder).text.contains("Signature is Valid")))
    // The certificate of another key is none of this one.
    #expect(
      try tool("keys", "certify", "signs", "--from", "own-keys/own.crt").error
        .contains("is not of the key"))
    try FileManager.default.copyItem(
      at: place.url("own-keys/own.crt"), to: place.url("chain.pem"))
    #expect(try tool("keys", "certify", "own", "--from", "chain.pem").status == 0)
    #expect(try tool("render").text.contains("(0 drawn)"))
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

  @Test func `numbers of credentials are nobody else's, and stay taken back`() throws {
    let place = try place()
    #expect(try tool(["render", "-q"], in: place).status == 0)
    let ledger = String(
      decoding: try Data(contentsOf: place.url("badge-specs/acme/awards/a.csv")), as: UTF8.self)
    let rows = ledger.split(separator: "\n").map(String.init)
    let (ann, bob) = (
      try #require(rows[1].split(separator: ",").last),
      try #require(rows[2].split(separator: ",").last)
    )
    // Twice the same, and the same place in the list.
    for (number, reason) in [
      (String(ann), "is given twice"),
      (String(ann.prefix(5) + bob.dropFirst(5)), "has the place of another"),
    ] {
      try place.write(ledger.replacing(bob, with: number), to: "badge-specs/acme/awards/a.csv")
      let answer = try tool(["check"], in: place)
      #expect(answer.status == 1 && answer.error.contains(reason), "\(answer.error)")
    }
    // A row that is gone stays taken back where the programme says so.
    let kept = try #require(try place.files()["acme/people/bob/first/credential.jws"])
    try place.write(
      ledger.replacing(rows[2] + "\n", with: ""), to: "badge-specs/acme/awards/a.csv")
    try kept.write(to: place.url("kept.jws"))
    for (key, status) in [("", 0), (", revoked: [\(bob)]", 1)] {
      let programme = CredentialTests.programme.replacing(
        "badges.example.org}", with: "badges.example.org\(key)}"
      )
      .replacing("email: badges@example.org", with: "email: badges@example.org\(key)")
      try place.write(programme, to: "badge-specs/acme/programme.yaml")
      #expect(try tool(["render", "-q"], in: place).status == 0)
      let answer = try tool(
        ["verify", "--base", CredentialTests.base, "--at", "2026-02-01", "kept.jws"], in: place)
      #expect(answer.status == status, "\(answer.text)")
    }
  }

  @Test func `what is no number is told, and numbers of several ledgers are apart`() throws {
    let place = try place()
    try place.write(
      CredentialTests.programme.replacing(
        "email: badges@example.org", with: "email: badges@example.org, revoked: [bob]"),
      to: "badge-specs/acme/programme.yaml")
    let wrong = try tool(["check"], in: place)
    #expect(
      wrong.status == 1 && wrong.error.contains("“bob” is not a random UUID"), "\(wrong.error)")
    #expect(wrong.error.contains("programme.yaml:7:"))
    // Enough that some would meet if each ledger were numbered by itself.
    try place.write(
      CredentialTests.programme.replacing("awards/a.csv", with: "[awards/b.csv, awards/c.csv]"),
      to: "badge-specs/acme/programme.yaml")
    for name in ["b", "c"] {
      let rows = (0..<3000).map { "Person,\(name)\($0),first,2026-01-01" }
      try place.write(
        (["name,handle,badge,issued"] + rows).joined(separator: "\n"),
        to: "badge-specs/acme/awards/\(name).csv")
    }
    #expect(try tool(["check", "--fix", "--surface", "credential"], in: place).status == 0)
    let places = try ["b", "c"].flatMap { name in
      try String(
        decoding: Data(contentsOf: place.url("badge-specs/acme/awards/\(name).csv")), as: UTF8.self
      ).split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").last?.prefix(5) }
    }
    #expect(places.count == 6000 && Set(places).count == 6000)
  }

  @Test func `awards that come one by one are signed, and hosted ones go with their row`() throws {
    let place = try place()
    #expect(try tool(["render", "-q"], in: place).status == 0)
    let line =
      #"{"name":"Eli Ode","handle":"eli","badge":"first","issued":"2026-01-05","email":"eli@example.org","uuid":"f81d4fae-7dec-41d0-a765-00a0c91e6bf6"}"#
    let answer = try run(
      blazon, ["render", "--stdin"], in: place.folder,
      environment: [
        "BLAZON_KEYS": CredentialTests.keys.path, "BLAZON_PASSPHRASE": "correct horse",
      ], input: Data("\(line)\n".utf8))
    #expect(
      answer.status == 0 && answer.text.contains("eli/first/credential.jws"), "\(answer.text)")
    let found = try tool(
      [
        "verify", "--base", CredentialTests.base, "--at", "2026-02-01",
        "output/acme/people/eli/first",
      ], in: place)
    #expect(found.status == 0, "\(found.text)")
    // The next run of the ledgers knows nothing of it: what was true because it was published is gone.
    #expect(try tool(["render", "-q"], in: place).status == 0)
    let files = try place.files().keys.filter { $0.hasPrefix("acme/people/eli/first/") }
    #expect(files.contains { $0.hasSuffix("credential.jws") })
    #expect(!files.contains { $0.hasSuffix("assertion.json") || $0.hasSuffix("index.html") })
  }

  @Test func `nobody sees which awards have the same address`() throws {
    let place = try place()
    let file = place.url("badge-specs/acme/awards/a.csv")
    let ledger = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    try place.write(
      ledger.replacing("dan@example.org", with: "ann@example.org")
        .replacing("redacted", with: "unlisted"), to: "badge-specs/acme/awards/a.csv")
    #expect(try tool(["render", "-q"], in: place).status == 0)
    let lists = try place.files().filter { $0.key.contains("/manifest/") }.values
      .map { String(decoding: $0, as: UTF8.self) }.joined()
    let keys = lists.matches(of: /credential\.jws"[^}]*"source": ?"([0-9a-f]{64})"/).map { $0.1 }
    #expect(keys.count >= 2 && Set(keys.map { $0.suffix(16) }).count == keys.count, "\(keys)")
  }

  @Test func `a ledger that is private stays so`() throws {
    let place = try Workplace([
      "badge-specs/acme/programme.yaml": CredentialTests.programme,
      "badge-specs/acme/awards/a.csv": CredentialTests.rows,
    ])
    let file = place.url("badge-specs/acme/awards/a.csv").path
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    #expect(try run(blazon, ["check", "--fix"], in: place.folder).status == 0)
    #expect(try manager.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
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
    #expect(try tool("new", "../b").status == 64 && tool("new").status == 64)
    #expect(try tool("new", "b", "--algorithm", "rsa-512").status == 64)
    #expect(try tool("burn", "a").status == 64)
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
    #expect(try verify("--base", "https://a.example=lost", "a.txt").status == 64)
    try place.write("no token", to: "c.jws")
    #expect(try verify("c.jws").status == 1)
    #expect(try verify("a.txt").status == 3)
    #expect(try verify("b.json").status == 1)
    let json = try verify("--messages", "json", "b.json").text
    #expect(json.hasPrefix("{\"file\":\"b.json\",\"format\":") && json.hasSuffix("}\n"))
  }
}
