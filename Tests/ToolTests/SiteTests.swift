import Foundation
import TestSupport
import Testing

/// Pages, states and privacy, as the program as a whole keeps them.
@Suite struct SiteTests {
  private static let programme = """
    blazon: 1
    programme: acme
    name: Acme
    color: "#2563EB"
    publish: https://badges.example.org
    awards: awards/*.csv
    badges:
      first: {preset: seal, title: First, emblem: quill, criteria: Done.}
      expert: {preset: seal, title: Expert, emblem: anchor, criteria: Passed., valid: 1 year, certificate: {signatures: [{name: Ada}]}}

    """
  private static let header = "name,handle,badge,issued,id,state,visibility,superseded-by\n"

  private func place(_ rows: String, _ programme: String = programme) throws -> Workplace {
    try Workplace([
      "badge-specs/acme/programme.yaml": programme,
      "badge-specs/acme/awards/a.csv": SiteTests.header + rows,
    ])
  }

  private func write(_ rows: String, in place: Workplace) throws {
    try place.write(SiteTests.header + rows, to: "badge-specs/acme/awards/a.csv")
  }

  private func render(_ place: Workplace, _ words: String...) throws {
    let answer = try run(blazon, ["render", "-q"] + words, in: place.folder)
    #expect(answer.status == 0, "\(answer.text)\(answer.error)")
  }

  private func text(_ place: Workplace, _ path: String) throws -> String {
    try String(contentsOf: place.url("output/\(path)"), encoding: .utf8)
  }

  @Test func `revoking one award takes its certificate and nothing of anybody else`() throws {
    let rows = """
      Jan,jan,expert,2026-01-01,J-0001,,,
      Jan Ek,jan.ek,expert,2026-01-01,J-0002,STATE,,
      Jan Ek,jan.ek,first,2026-01-02,,,,

      """
    let place = try place(rows.replacing("STATE", with: ""))
    try render(place)
    let before = Set(try place.files().keys)
    try write(rows.replacing("STATE", with: "revoked"), in: place)
    // A run of a part takes it away as well.
    try render(place, "--surface", "card")
    let gone = before.subtracting(try place.files().keys)
    #expect(
      gone.count == 4 && gone.allSatisfy { $0.hasPrefix("acme/people/jan.ek/expert/certificate.") },
      "\(gone)")
    try render(place)
    let page = try text(place, "acme/people/jan.ek/expert/index.html")
    #expect(page.contains("<title>Revoked: Expert – Jan Ek</title>"))
    #expect(page.contains("noindex") && !page.contains("certificate."))
    #expect(try text(place, "acme/people/jan.ek/expert/readme.svg").contains("Revoked"))
    #expect(try text(place, "acme/people/jan.ek/expert/snippets.md").contains("Revoked"))
  }

  @Test func `an award expires by the ledgers' own days, or by the one that is asked for`() throws {
    let place = try place("Ann,ann,expert,2024-01-01,A-0001,,,\nBob,bob,first,2024-06-01,,,,\n")
    func isExpired() throws -> Bool {
      try text(place, "acme/people/ann/expert/index.html").contains("<title>Expired: ")
    }
    try render(place)
    #expect(try !isExpired())
    try render(place, "--today", "2025-01-01")
    #expect(try !isExpired(), "the last day is one of it")
    try render(place, "--today", "2025-01-02")
    #expect(try isExpired())
    #expect(place.exists("output/acme/people/ann/expert/certificate.pdf"))
    try render(place, "--today", "2023-12-31")
    #expect(try text(place, "acme/people/ann/expert/index.html").contains("<title>Not yet valid: "))
    #expect(try place.blazon("render", "--today", "01/02/2025").status == 64)
  }

  @Test func `who has what is over shares its pictures`() throws {
    let place = try place(
      "Ann,ann,expert,2024-01-01,A-0001,,,\nBob,bob,expert,2023-01-01,B-0001,,,\nCem,cem,first,2026-06-01,,,,\n"
    )
    try render(place)
    #expect(
      try text(place, "acme/people/ann/expert/index.html").contains("badges/expert/expired.svg"))
    #expect(
      try text(place, "acme/people/bob/expert/snippets.md").contains("badges/expert/expired.png"))
    #expect(!place.exists("output/acme/people/ann/expert/badge.svg"))
    let (one, all) = (
      try text(place, "acme/badges/expert/expired.svg"), try text(place, "acme/badges/expert.svg")
    )
    #expect(one != all && one.contains("expired"))
    // What one award a line draws looks the same, with that from the run of all.
    let line =
      #"{"name":"Ann","handle":"ann","badge":"expert","issued":"2024-01-01","id":"A-0001"}"#
    let answer = try run(
      "sh", ["-c", "echo '\(line)' | \"$0\" render --stdin --today 2026-06-01 -o lines", blazon],
      in: place.folder)
    #expect(answer.status == 0, "\(answer.error)")
    let lines = try place.files("lines").filter { $0.key.hasPrefix("acme/people/ann/expert/") }
    #expect(
      lines.count > 5
        && lines.allSatisfy { (try? Data(contentsOf: place.url("output/\($0.key)"))) == $0.value })
    try render(place)
    #expect(try run(blazon, ["render"], in: place.folder).text.contains("(0 drawn)"))
  }

  @Test func `shares take away what one run would take away`() throws {
    let rows = """
      Ann Ode,ann,expert,2026-01-01,A-0001,,,
      Bob Ode,bob,expert,2026-01-01,B-0001,,,
      Bob Ode,bob,first,2026-01-02,,,,
      Cem Ode,cem,expert,2026-01-03,C-0001,,,
      Dan Ode,dan,first,2026-01-03,,,,

      """
    let place = try place(rows)
    try render(place)
    try render(place, "-o", "whole")
    func draw(_ rows: String) throws {
      try write(rows, in: place)
      for number in 1...2 { try render(place, "--shard", "\(number)/2", "-o", "s\(number)") }
      let merged = try place.blazon("manifest", "merge", "s1", "s2")
      #expect(merged.status == 0, "\(merged.error)")
      try render(place, "-o", "whole")
      let (ours, theirs) = (try place.files(), try place.files("whole"))
      #expect(Set(ours.keys) == Set(theirs.keys))
      #expect(ours.filter { theirs[$0.key] != $0.value }.keys.sorted() == [])
    }
    // One is revoked, one hides, one is taken out.
    try draw(
      rows.replacing("A-0001,,", with: "A-0001,revoked,")
        .replacing(
          "Cem Ode,cem,expert,2026-01-03,C-0001,,,",
          with: "Cem Ode,cem,expert,2026-01-03,C-0001,,redacted,"
        )
        .replacing("Dan Ode,dan,first,2026-01-03,,,,\n", with: ""))
    #expect(!place.exists("output/acme/people/ann/expert/certificate.pdf"))
    #expect(!place.exists("output/acme/people/dan/first/index.html"))
    // The folders of shares are used again.
    try draw(
      rows.replacing("B-0001,,", with: "B-0001,revoked,").replacing(
        "Bob Ode,bob,first,2026-01-02,,,,\n", with: ""))
    #expect(!place.exists("output/acme/people/bob/first/index.html"))
  }

  @Test func `search engines find all sitemaps from the root`() throws {
    let place = try place("Ann,ann,first,2026-01-01,,,public,\n")
    try render(place)
    let index = try text(place, "sitemap.xml")
    #expect(
      index.contains("<sitemap><loc>https://badges.example.org/acme/sitemap.xml</loc></sitemap>"))
    #expect(
      try text(place, "robots.txt").contains("Sitemap: https://badges.example.org/sitemap.xml\n"))
    #expect(try text(place, "acme/sitemap.xml").contains("/acme/people/ann/first/</loc>"))
  }

  @Test func `what takes an award's place is looked up`() throws {
    let good = try place(
      "Ann,ann,first,2024-01-01,,,,expert\nAnn,ann,expert,2024-01-02,A-0001,,,\n")
    try render(good)
    #expect(try text(good, "acme/people/ann/first/index.html").contains("href=\"../expert/\""))
    for word in ["first", "nothing", "globex/expert"] {
      let answer = try place("Ann,ann,first,2024-01-01,,,,\(word)\n").blazon("check")
      #expect(
        answer.status == 1 && answer.error.contains("names no other badge: “\(word)”"),
        "\(answer.error)")
    }
  }

  @Test func `a number follows its award, whoever had it by mistake`() throws {
    let place = try place("Ann,ann,expert,2024-01-01,ABCD-9,,,\n")
    for (name, handle) in [("Bob", "bob"), ("Ann", "ann"), ("Cem", "cem")] {
      try write("\(name),\(handle),expert,2024-01-01,ABCD-9,,,\n", in: place)
      try render(place, "-j1")
      #expect(try text(place, "verify/ABCD-9/index.html").contains("people/\(handle)/expert/"))
    }
  }

  @Test func `a renewed award is found by the number that it had`() throws {
    let place = try place(
      "Ann,ann,expert,2024-01-01,OLD-1,,,\nAnn,ann,expert,2025-01-01,NEW-1,,,\n")
    try render(place)
    for number in ["OLD-1", "NEW-1"] {
      #expect(
        try text(place, "verify/\(number)/index.html").contains("people/ann/expert/"), "\(number)")
    }
  }

  @Test func `a redacted name leaves every file, whichever run comes first`() throws {
    let rows =
      "Nora Zwaluwnest,nora,expert,2024-01-01,N-0001,,VISIBLE,\nBob,bob,first,2024-06-01,,,,\n"
    for words in [
      [], ["--people", "nora"], ["--surface", "page,site,card,certificate,readme,snippets"],
    ] {
      let place = try place(rows.replacing("VISIBLE", with: ""))
      try render(place)
      try write(rows.replacing("VISIBLE", with: "redacted"), in: place)
      let answer = try run(blazon, ["render", "-q"] + words, in: place.folder)
      #expect(answer.status == 0, "\(answer.error)")
      if words.first == "--people" { try render(place, "--surface", "site") }
      for (path, bytes) in try place.files() {
        #expect(bytes.range(of: Data("Zwaluwnest".utf8)) == nil, "\(words): \(path)")
      }
      #expect(try text(place, "acme/people/nora/expert/index.html").contains("N. Z."))
      #expect(!place.exists("output/acme/people/nora/index.html"))
    }
  }

  @Test func `who is forgotten is gone from ledgers, files and lists`() throws {
    let rows =
      "\"Nora\nZwaluwnest\",nora,expert,2024-01-01,N-0001,,,\r\nBob,bob,first,2024-06-01,,,,\n"
    let place = try place(rows)
    try place.write(
      "blazon: 1\nawards:\n  # First.\n  - name: Nora Zwaluwnest\n    handle: nora\n    badge: first\n    issued: 2024-02-02\n    links:\n      - https://nora.example\n  - {name: Cem, handle: cem, badge: first, issued: 2024-03-03}\n",
      to: "badge-specs/acme/awards/b.yaml")
    try place.write(
      SiteTests.programme.replacing("awards/*.csv", with: "[awards/a.csv, awards/b.yaml]"),
      to: "badge-specs/acme/programme.yaml")
    try render(place)
    #expect(try text(place, "acme/people/index.html").contains("Nora"))
    let answer = try place.blazon("forget", "NORA")
    #expect(
      answer.status == 0 && answer.text.contains("1 row taken out"), "\(answer.text)\(answer.error)"
    )
    for (path, bytes) in try place.files("output").merging(
      place.files("badge-specs"), uniquingKeysWith: { $1 })
    {
      #expect(bytes.range(of: Data("Zwaluwnest".utf8)) == nil, "\(path)")
      #expect(!path.contains("nora"), "\(path)")
    }
    let ledger = try String(
      contentsOf: place.url("badge-specs/acme/awards/b.yaml"), encoding: .utf8)
    #expect(
      ledger
        == "blazon: 1\nawards:\n  # First.\n  - {name: Cem, handle: cem, badge: first, issued: 2024-03-03}\n"
    )
    #expect(place.exists("output/acme/people/bob/first/index.html"))
    #expect(!place.exists("output/verify/N-0001"))
    #expect(try place.blazon("forget", "nora").status == 1, "nobody is called so")
  }

  @Test func `who cannot be taken out whole is not taken out in part`() throws {
    let broken = try place("Jan,jan,first,2024-01-01,,,,\nJan,jan,expert,02/03/2026,J-0001,,,\n")
    let before = try broken.files("badge-specs")
    #expect(try broken.blazon("forget", "jan").status == 1)
    #expect(try broken.files("badge-specs") == before)
    for ledger in [
      "{\"blazon\": 1, \"awards\": [{\"name\": \"Jan\", \"handle\": \"jan\", \"badge\": \"first\", \"issued\": \"2024-01-01\"}]}",
      "blazon: 1\nawards:\n  - {name: Jan, handle: jan, badge: first, issued: 2024-01-01}\n",
    ] {
      let place = try place("Bob,bob,first,2024-06-01,,,,\n")
      let name = ledger.hasPrefix("{") ? "b.json" : "b.yaml"
      try place.write(ledger, to: "badge-specs/acme/awards/\(name)")
      try place.write(
        SiteTests.programme.replacing("awards/*.csv", with: "awards/\(name)"),
        to: "badge-specs/acme/programme.yaml")
      let answer = try place.blazon("forget", "jan")
      #expect(
        answer.status == 1 && answer.error.contains("cannot be taken out by itself"),
        "\(answer.error)")
      #expect(try place.files("badge-specs/acme/awards")[name] == Data(ledger.utf8))
    }
  }

  @Test func `a language without words of pages has no dead link`() throws {
    for languages in ["language: de\nlanguages: [is]", "language: is\nlanguages: [en]"] {
      let place = try place(
        "Ann,ann,first,2024-01-01,,,,\n",
        SiteTests.programme.replacing("name: Acme", with: "name: Acme\n\(languages)"))
      try render(place)
      let files = try place.files()
      for (path, bytes) in files where path.hasSuffix(".html") {
        let text = String(decoding: bytes, as: UTF8.self)
        for match in text.matches(of: /(?:href|src)="([^"#:]+)"/) {
          var parts = path.split(separator: "/").dropLast().map(String.init)
          for part in match.1.split(separator: "/") where part != "." {
            if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
          }
          if match.1.hasSuffix("/") { parts.append("index.html") }
          #expect(files[parts.joined(separator: "/")] != nil, "\(languages): \(path): \(match.1)")
        }
      }
    }
  }

  @Test func `a run of one programme leaves the page of all as it is`() throws {
    let place = try place("Ann,ann,first,2024-01-01,,,,\n")
    try place.write(
      SiteTests.programme.replacing("acme", with: "globex").replacing("Acme", with: "Globex")
        .replacing("awards: awards/*.csv\n", with: ""),
      to: "badge-specs/globex/programme.yaml")
    try render(place)
    let root = try text(place, "index.html")
    #expect(root.contains("Globex") && root.contains("Acme"))
    try render(place, "badge-specs/acme")
    #expect(try text(place, "index.html") == root)
  }

  @Test func `names of pages are nobody's`() throws {
    let page = try place("Ann,index.html,first,2024-01-01,,,,\n").blazon("check")
    #expect(page.status == 1 && page.error.contains("is the name of a page"), "\(page.error)")
    let verify = try place(
      "", SiteTests.programme.replacing("programme: acme", with: "programme: verify")
    )
    .blazon("check")
    #expect(verify.status == 1 && verify.error.contains("cannot be called “verify”"))
    let mail = try place("Ann ann@example.org,ann,first,2024-01-01,,,,\n").blazon("check")
    #expect(mail.status == 1 && mail.error.contains("“ann@example.org”, which would be published"))
  }

  @Test func `texts that are missing in a language are told when that is asked`() throws {
    let place = try place(
      "",
      SiteTests.programme.replacing("name: Acme", with: "name: Acme\nlanguages: [de]")
        .replacing("criteria: Done.", with: "criteria: {en: Done., de: Getan.}"))
    let answer = try place.blazon("check", "--untranslated")
    #expect(answer.status == 0)
    #expect(answer.error.contains("the title of “first” is not in “de”"), "\(answer.error)")
    #expect(!answer.error.contains("criteria of “first”"))
    #expect(answer.error.contains("criteria of “expert”"))
    #expect(try place.blazon("check").error.isEmpty)
  }
}
