import Foundation
import TestSupport
import Testing

/// Awards are taken back, given again, renewed and corrected by the program, in real files.
@Suite struct AmendTests {
  private static let ledger = "badge-specs/acme/awards/2026.csv"

  private func text(_ path: String, _ place: Workplace) throws -> String {
    try String(contentsOf: place.url(path), encoding: .utf8)
  }

  @Test func `an award is taken back, says so on its page, and is given again`() throws {
    let place = try Workplace(Workplace.twoPeople)
    let before = try text(AmendTests.ledger, place)
    let answer = try place.blazon(
      "revoke", "Asa-Lo", "xp", "--on", "2026-11-02", "--reason", "Sat \"it\",\n=for another")
    #expect(answer.status == 0 && answer.error.isEmpty, "\(answer.error)")
    #expect(
      answer.text
        == "\(AmendTests.ledger):3: “expert” of “asa-lo” is revoked as of 2026-11-02\n“blazon render” publishes it\n"
    )
    #expect(
      try text(AmendTests.ledger, place) == """
        name,handle,badge,issued,language,state,id,revoked,reason
        Åsa Lindgren-Okoro,asa-lo,first,2026-03-09,,,,,
        Åsa Lindgren-Okoro,asa-lo,expert,2026-04-27,,revoked,7YHB-16Q4-DGRG,2026-11-02,"Sat ""it"", =for another"
        Jan Ek,jan,first,2026-05-02,,,,,

        """)
    #expect(try place.blazon("render", "-q", "--surface", "page").status == 0)
    let page = "output/acme/people/asa-lo/expert/index.html"
    #expect(try text(page, place).contains("Revoked"))
    let again = try place.blazon("revoke", "asa-lo", "expert")
    #expect(again.status == 1)
    #expect(
      again.error.hasPrefix("\(AmendTests.ledger):3:69: error: this award is revoked already\n"))
    let back = try place.blazon("reinstate", "7yhb-16q4-dgrg", "badge-specs/acme")
    #expect(
      back.text
        == "\(AmendTests.ledger):3: “expert” of “asa-lo” holds again\n“blazon render badge-specs/acme” publishes it\n"
    )
    let bare = before.replacing(",id\n", with: ",id,revoked,reason\n")
      .replacing(",,,\n", with: ",,,,,\n").replacing("DGRG\n", with: "DGRG,,\n")
    #expect(try text(AmendTests.ledger, place) == bare)
    #expect(try place.blazon("render", "-q", "--surface", "page").status == 0)
    #expect(try !text(page, place).contains("Revoked"))
  }

  @Test func `the day is today, and a trial writes nothing`() throws {
    let place = try Workplace(Workplace.twoPeople)
    let before = try place.files("badge-specs")
    func today() -> String { String(Date().ISO8601Format().prefix(10)) }
    let first = today()
    let answer = try place.blazon("revoke", "jan", "first", "--dry-run")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(
      [first, today()].contains { day in
        answer.text
          == "\(AmendTests.ledger):4: “first” of “jan” is revoked as of \(day)\nnothing was written\n"
      }, "\(answer.text)")
    #expect(try place.files("badge-specs") == before)
  }

  @Test func `a renewal has numbers of its own, and the older award stays`() throws {
    var specs = Workplace.people(
      "Ann Ode,ann,expert,2026-01-01,,,\n", programme: "credentials: {key: signs}\n")
    specs["more.yaml"] =
      "blazon: 1\nawards:\n  - {name: Ann Ode, handle: ann, badge: acme/first, issued: 2026-02-02}\n"
    let place = try Workplace(specs)
    #expect(try place.blazon("check", "--fix", "--awards", "more.yaml").status == 0)
    let (csv, yaml) = (try text(AmendTests.ledger, place), try text("more.yaml", place))
    func renew(_ badge: String, _ day: String) throws -> Answer {
      try place.blazon("renew", "ann", badge, "--on", day, "--awards", "more.yaml")
    }
    let expert = try renew("expert", "2028-01-01")
    #expect(
      expert.text
        == "\(AmendTests.ledger):3: “expert” of “ann” is renewed as of 2028-01-01\n“blazon render --awards more.yaml” publishes it\n"
    )
    let first = try renew("first", "2028-02-02")
    #expect(first.text.hasPrefix("more.yaml:4: “acme/first” of “ann” is renewed"), "\(first.error)")
    let rows = try text(AmendTests.ledger, place).split(separator: "\n")
    #expect(rows.count == 3 && rows.joined(separator: "\n").hasPrefix(csv.dropLast()))
    #expect(
      rows[2].wholeMatch(
        of: /Ann Ode,ann,expert,2028-01-01,,,[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4},[0-9a-f-]{36}/)
        != nil, "\(rows[2])")
    let items = try text("more.yaml", place)
    #expect(items.hasPrefix(yaml))
    #expect(
      items.dropFirst(yaml.count).wholeMatch(
        of:
          /\ \ - \{name: Ann Ode, handle: ann, badge: acme\/first, issued: 2028-02-02, uuid: [0-9a-f-]{36}\}\n/
      ) != nil, "\(items)")
    #expect(try place.blazon("check", "--awards", "more.yaml").status == 0)
    let late = try renew("first", "2028-02-02")
    #expect(late.status == 1 && late.error.contains("is not later than the newest award"))
  }

  @Test func `a name is corrected in all ledgers, and numbers and addresses stay`() throws {
    var specs = Workplace.people("Ade Ode,ada,expert,2026-01-01,,,7YHB-16Q4-DGRG\n")
    // What a check refuses, a correction mends.
    specs["badge-specs/acme/awards/2027.csv"] =
      "handle,legal-name,name,badge,issued\nada,Ade M. Ode,Adda,first,2026-02-01\n"
    let place = try Workplace(specs)
    #expect(try place.blazon("check").status == 1)
    let legal = try place.blazon("correct", "ada", "--legal-name", "Ada M. Ode")
    #expect(legal.status == 1 && legal.error.contains("has two names"))
    let answer = try place.blazon(
      "correct", "ada", "--name", " Ada  Ode ", "--legal-name", "Ada M. Ode")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(
      answer.text.hasPrefix(
        "\(AmendTests.ledger):2: “expert” of “ada” names “Ada Ode”, on certificates “Ada M. Ode”\n")
    )
    #expect(
      try text(AmendTests.ledger, place)
        == "name,handle,badge,issued,language,state,id,legal-name\nAda Ode,ada,expert,2026-01-01,,,7YHB-16Q4-DGRG,Ada M. Ode\n"
    )
    #expect(
      try text("badge-specs/acme/awards/2027.csv", place)
        == "handle,legal-name,name,badge,issued\nada,Ada M. Ode,Ada Ode,first,2026-02-01\n")
    #expect(try place.blazon("check").status == 0)
    #expect(try place.blazon("correct", "ada", "--name", "Ada Ode").status == 1)
    #expect(try place.blazon("correct", "ada", "--legal-name=", "-q").text.isEmpty)
    #expect(
      try text("badge-specs/acme/awards/2027.csv", place).hasSuffix(
        "\nada,,Ada Ode,first,2026-02-01\n"))
  }

  @Test func `nothing is written where anything is wrong`() throws {
    let place = try Workplace(Workplace.twoPeople)
    try place.write(
      "blazon: 1\nawards:\n  - name: >-\n      Jan Ek\n    handle: jan\n    badge: expert\n    issued: 2026-01-01\n    id: AB-0001\n",
      to: "more.yaml")
    let before = try place.files("")
    // One file could be written, the other not.
    let answer = try place.blazon(
      "correct", "jan", "--name", "Jan: #1", "--awards", "more.yaml")
    #expect(answer.status == 1 && answer.text.isEmpty)
    #expect(
      answer.error == """
        more.yaml:3:5: error: no name can be written into this award
            3 |   - name: >-
              |     ^~~~ help: write it yourself: name: "Jan: #1"

        """)
    for (words, message) in [
      (
        ["revoke", "jann", "first"],
        "error: nobody is called “jann” in the ledgers\n  help: did you mean “jan”?\n"
      ),
      (
        ["revoke", "jan"], "error: “jan” is a person\n  help: name the badge too, as in jan first\n"
      ),
      (
        ["revoke", "jan", "frist"], "error: unknown badge “frist”\n  help: did you mean “first”?\n"
      ),
      (
        ["revoke", "jan", "expert"],
        "error: “jan” has no award of “expert”\n  help: the ledgers have: first\n"
      ),
      (
        ["revoke", "7YHB-16Q4-DGRH"],
        "error: a character of the id “7YHB-16Q4-DGRH” is off: its last one does not agree\n  help: compare it with where it was first written\n"
      ),
      (["reinstate", "AB-0009", "badge-specs"], "error: no award has the number “AB-0009”\n"),
    ] {
      let answer = try run(blazon, words, in: place.folder)
      #expect(answer.status == 1 && answer.error == message, "\(words): \(answer.error)")
    }
    try place.write(
      Workplace.ledgerHeader + "Jan,jan,first,2026-13-01,,,\n", to: "badge-specs/acme/awards/x.csv")
    #expect(try place.blazon("revoke", "asa-lo", "first").error.contains("x.csv:2:15: error: "))
    try FileManager.default.removeItem(at: place.url("badge-specs/acme/awards/x.csv"))
    #expect(try place.files("") == before)
  }

  @Test(arguments: [
    (["revoke"], "needs a person's handle and a badge, or the number of an award"),
    (
      ["revoke", "jan", "first", "--on", "2.11.2026"],
      "--on: “2.11.2026” is not a day, as in 2026-10-14"
    ),
    (
      ["revoke", "jan", "first", "--on", "1066-10-14"],
      "--on: “1066-10-14” is not a day, as in 2026-10-14"
    ),
    (
      ["revoke", "jan", "first", "--reason", "jan@example.org"],
      "--reason: the reason holds an e-mail address, “jan@example.org”, which would be published; take it out"
    ),
    (["revoke", "jan", "first", "--reason", ""], "--reason has an empty value"),
    (["renew", "jan"], "needs a person's handle and a badge"),
    (["renew", "jan", "first"], "needs --on DAY"),
    (
      ["renew", "jan", "first", "--on", "2028-01-02", "--expires", "2028-01-01"],
      "--expires: 2028-01-01 is before 2028-01-02"
    ),
    (["correct", "jan"], "needs --name or --legal-name"),
    (["correct", "--name", "x"], "needs a person's handle"),
    (
      ["correct", "jan", "--name", "\u{200B}"], "--name: the name has no character that can be seen"
    ),
  ])
  func `a wrong option is explained`(_ words: [String], _ message: String) throws {
    let place = try Workplace(Workplace.twoPeople)
    let answer = try run(blazon, words, in: place.folder)
    #expect(answer.status == 64)
    #expect(
      answer.error == "blazon \(words[0]): \(message)\nTry “blazon help \(words[0])”.\n",
      "\(answer.error)")
  }

  @Test func `a link stays a link, and a file is read by whom it was read by`() throws {
    var specs = Workplace.twoPeople
    specs["badge-specs/acme/kept/real.csv"] = specs.removeValue(forKey: AmendTests.ledger)
    let place = try Workplace(specs)
    let manager = FileManager.default
    try manager.createDirectory(
      at: place.url("badge-specs/acme/awards"), withIntermediateDirectories: true)
    try manager.createSymbolicLink(
      atPath: place.url(AmendTests.ledger).path, withDestinationPath: "../kept/real.csv")
    let real = place.url("badge-specs/acme/kept/real.csv").path
    try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
    let answer = try place.blazon("revoke", "jan", "first", "--on", "2026-11-02")
    #expect(answer.text.hasPrefix("badge-specs/acme/kept/real.csv:4: "), "\(answer.error)")
    #expect(
      try manager.destinationOfSymbolicLink(atPath: place.url(AmendTests.ledger).path)
        == "../kept/real.csv")
    #expect(try manager.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o640)
    #expect(
      try text("badge-specs/acme/kept/real.csv", place).contains(
        "2026-05-02,,revoked,,2026-11-02\n"))
  }

  @Test
  func `a ledger keeps its owner and all its names, and a link beside the programmes is followed`()
    throws
  {
    let place = try Workplace(Workplace.twoPeople)
    let manager = FileManager.default
    let ledger = place.url(AmendTests.ledger).path
    try manager.linkItem(atPath: ledger, toPath: place.url("twin.csv").path)
    let isRoot = getuid() == 0
    if isRoot { #expect(chown(ledger, 65534, 65534) == 0) }
    #expect(try place.blazon("revoke", "jan", "first", "--on", "2026-11-02").status == 0)
    #expect(try text("twin.csv", place) == text(AmendTests.ledger, place))
    #expect(try text("twin.csv", place).contains("revoked"))
    let owner = try manager.attributesOfItem(atPath: ledger)[.ownerAccountID] as? Int
    #expect(!isRoot || owner == 65534, "\(owner ?? -1)")
    // One of one name is replaced whole, and still its owner's.
    try manager.removeItem(at: place.url("twin.csv"))
    #expect(try place.blazon("reinstate", "jan", "first").status == 0)
    #expect(try !text(AmendTests.ledger, place).contains("revoked,"))
    #expect(
      try !isRoot || manager.attributesOfItem(atPath: ledger)[.ownerAccountID] as? Int == 65534)
    // A ledger that the command line names may be a link to anywhere.
    let other = try Workplace()
    try other.write(
      "name,handle,badge,issued\nAda,ada,first,2026-03-02\n", to: "elsewhere/real.csv")
    try manager.createSymbolicLink(
      atPath: other.url("link.csv").path, withDestinationPath: "elsewhere/real.csv")
    let answer = try other.blazon(
      "revoke", "ada", "first", "--on", "2026-11-02", "--awards", "link.csv")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(try text("elsewhere/real.csv", other).contains("revoked"))
    #expect(
      try manager.destinationOfSymbolicLink(atPath: other.url("link.csv").path)
        == "elsewhere/real.csv")
  }

  @Test func `a ledger keeps its attributes and who may read it`() throws {
    let place = try Workplace(Workplace.twoPeople)
    let ledger = place.url(AmendTests.ledger).path
    // acl(5): the owner, one more user (65534) who may read, the group, the mask, others.
    let list = """
      import os, struct, sys
      rights = [(1, 6, 2**32 - 1), (2, 4, 65534), (4, 4, 2**32 - 1), (16, 4, 2**32 - 1), (32, 0, 2**32 - 1)]
      value = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *right) for right in rights)
      if len(sys.argv) > 2:
          os.setxattr(sys.argv[1], "user.origin", b"members' list")
          os.setxattr(sys.argv[1], "system.posix_acl_access", value)
      print({name: os.getxattr(sys.argv[1], name) for name in sorted(os.listxattr(sys.argv[1]))})
      """
    let given = try run("python3", ["-c", list, ledger, "set"])
    guard given.status == 0 else {
      // A file system without them has nothing to lose.
      #expect(given.error.contains("not supported"), "\(given.error)")
      return
    }
    #expect(given.text.contains("members' list") && given.text.contains("posix_acl_access"))
    #expect(try place.blazon("revoke", "jan", "first", "--on", "2026-11-02").status == 0)
    #expect(try text(AmendTests.ledger, place).contains("revoked"))
    #expect(try run("python3", ["-c", list, ledger]).text == given.text)
    let mode = try FileManager.default.attributesOfItem(atPath: ledger)[.posixPermissions] as? Int
    #expect(mode == 0o640, "\(mode ?? -1)")
  }

  @Test func `the page about ledgers says what the commands do`() throws {
    let page = try String(contentsOf: project.appending(path: "docs/ledger.md"), encoding: .utf8)
    let section = try #require(page.components(separatedBy: "\n## Amending\n").last)
    let block = try #require(section.components(separatedBy: "```sh\n").dropFirst().first)
    let lines = try #require(block.components(separatedBy: "```").first)
      .split(separator: "\n").map { $0.prefix { $0 != "#" } }
    #expect(lines.count == 4)
    var specs = Workplace.people("")
    specs["badge-specs/acme/badges.yaml"] = specs["badge-specs/acme/badges.yaml"]?
      .replacing("  first:", with: "  review-rockstar:")
      .replacing("  expert:", with: "  certified-operator:")
    let csv = try #require(page.components(separatedBy: "```csv\n").dropFirst().first)
    specs[AmendTests.ledger] = csv.components(separatedBy: "```")[0]
    let place = try Workplace(specs)
    for line in lines {
      let words = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .flatMap { index, part in
          index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
        }
      let answer = try run(blazon, Array(words.dropFirst()), in: place.folder)
      #expect(words[0] == "blazon" && answer.status == 0, "\(line): \(answer.error)")
    }
    #expect(try place.blazon("check").status == 0)
    let ledger = try text(AmendTests.ledger, place)
    #expect(ledger.contains("Åsa Okoro,asa-lo,") && ledger.contains(",2028-04-27,"), "\(ledger)")
  }
}
