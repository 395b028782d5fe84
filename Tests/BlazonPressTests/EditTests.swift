import BlazonLedger
import BlazonPress
import BlazonShelf
import BlazonSource
import Foundation
import TestSupport
import Testing

/// Whatever is edited, a run over what stood there comes to what a run into an empty folder gives, and its pages are true.
@Suite struct EditTests {
  /// Somebody's award, as the test knows it.
  fileprivate struct Row {
    var name: String, handle: String, badge: String, issued = "2025-05-01", id = ""
    var tier = "", state = "", revoked = "", visibility = "", language = "", successor = ""
    var text: String {
      [
        name, handle, badge, issued, id, tier, state, revoked, visibility, language, successor,
        "https://example.org/\(handle)",
      ].joined(separator: ",") + "\n"
    }
  }

  fileprivate struct World {
    var rows: [Row] = []
    /// The id of the badge with a certificate, and those that it had.
    var expert = "expert", aliases: [String] = []
    var name = "Acme", color = "#2563EB", hasHelper = true
    /// Numbers for new people and badges.
    var count = 0

    var programme: String {
      """
      blazon: 1
      programme: acme
      name: {en: \(name), de: \(name) DE}
      color: "\(color)"
      languages: [de]
      publish: https://badges.example.org
      awards: awards/*.csv
      families: {plain: {preset: seal}}
      check: {duplicate: "off", requirements: "off"}
      badges:
        \(expert): {family: plain, title: Expert, alt: An expert., criteria: {en: Passed., de: Bestanden.}, valid: 24 months, aliases: [\(aliases.joined(separator: ", "))], tiers: {bronze: 1, gold: 5}, certificate: {signatures: [{name: Ada}]}}
      \(hasHelper ? "  helper: {family: plain, title: Helper, emblem: quill, alt: A helper., criteria: Helped., requires: [\(expert)]}\n" : "")
      """
    }

    var ledger: String {
      "name,handle,badge,issued,id,tier,state,revoked,visibility,language,superseded-by,evidence\n"
        + rows.map(\.text).joined()
    }
  }

  private enum Edit: CaseIterable {
    case join, leave, revoke, pardon, age, renew, rename, climb, hide, show, supersede, speak,
      rebrand, drop
  }

  private func apply<Random: RandomNumberGenerator>(
    _ edit: Edit, to world: inout World, _ random: inout Random
  ) {
    guard edit != .join, !world.rows.isEmpty else {
      world.count += 1
      let isExpert = Bool.random(using: &random) || !world.hasHelper
      world.rows.append(
        Row(
          name: "Person Surname\(world.count)", handle: "p\(world.count)",
          badge: isExpert
            ? ([world.expert] + world.aliases).randomElement(using: &random)! : "helper",
          id: isExpert ? "x-00-\(world.count)" : ""))
      return
    }
    let index = world.rows.indices.randomElement(using: &random)!
    switch edit {
    case .join: break
    case .leave: world.rows.remove(at: index)
    case .revoke:
      if Bool.random(using: &random) {
        world.rows[index].state = "revoked"
      } else {
        world.rows[index].revoked = "2025-06-0\(Int.random(in: 1...9, using: &random))"
      }
    case .pardon: (world.rows[index].state, world.rows[index].revoked) = ("", "")
    case .age: world.rows[index].issued = "2019-03-0\(Int.random(in: 1...9, using: &random))"
    case .renew:
      world.rows[index].issued = "2025-05-1\(Int.random(in: 0...9, using: &random))"
      world.rows[index].revoked = ""
    case .rename:
      guard world.aliases.count < 3 else { return }
      world.aliases.append(world.expert)
      world.count += 1
      world.expert = "expert-\(world.count)"
    case .climb:
      if world.rows[index].badge != "helper" {
        world.rows[index].tier = ["", "bronze", "gold"].randomElement(using: &random)!
      }
    case .hide:
      world.rows[index].visibility = ["unlisted", "redacted"].randomElement(using: &random)!
    case .show: world.rows[index].visibility = ["", "public"].randomElement(using: &random)!
    case .supersede:
      let isOpen = world.hasHelper && world.rows[index].badge != "helper"
      world.rows[index].successor = isOpen && world.rows[index].successor.isEmpty ? "helper" : ""
    case .speak: world.rows[index].language = world.rows[index].language == "de" ? "" : "de"
    case .rebrand:
      (world.name, world.color) = (
        "Acme\(world.rows.count)", ["#2563EB", "#16A34A"].randomElement(using: &random)!
      )
    case .drop:
      world.hasHelper.toggle()
      if !world.hasHelper {
        world.rows.removeAll { $0.badge == "helper" }
        for index in world.rows.indices { world.rows[index].successor = "" }
      }
    }
  }

  private func render(_ world: World, into output: String) throws {
    let acme = try Acme([
      "acme/programme.yaml": Array(world.programme.utf8),
      "acme/awards/a.csv": Array(world.ledger.utf8),
    ])
    var report = Report()
    let press = Press(acme.studio, workers: 2)
    let shelf = try Shelf(output)
    let survey = try press.survey(Plan(acme.programmes, Selection()), on: shelf)
    let checked = try #require(press.check(survey, report: &report), "\(report.diagnostics)")
    _ = try press.render(checked, onto: shelf, report: &report)
  }

  @Test
  func `after many edits no link is dead, no page untrue, no name told that was redacted`()
    throws
  {
    var random = SeededGenerator(seed: 12)
    let folder = try TemporaryFolder()
    var world = World()
    for _ in 0..<4 { apply(.join, to: &world, &random) }
    // Each kind once before any comes again.
    var edits: [Edit] = []
    var links = Links()
    for round in 0..<(isThorough ? 100 : 42) {
      if edits.isEmpty { edits = Edit.allCases.shuffled(using: &random) }
      let edit = edits.removeLast()
      apply(edit, to: &world, &random)
      if world.rows.count > 7 { world.rows.removeFirst() }
      try render(world, into: "\(folder.path)/output")
      let ours = try folder.files("output")
      try checkPages(ours, of: world, &links, "\(round) \(edit)")
      // The whole is drawn anew every fifth time: it takes its time.
      guard round % 5 == 4 else { continue }
      let fresh = "fresh-\(round)"
      try render(world, into: "\(folder.path)/\(fresh)")
      let wanted = try folder.files(fresh)
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(fresh)")
      for (path, bytes) in wanted where !path.contains("manifest") {
        #expect(ours[path] == bytes, "\(round) \(edit): \(path)")
      }
      // What stands there besides are pictures that may be shown elsewhere; and certificates where an earlier run wrote
      // them, under a name that the badge had, as they are under its name of today.
      for path in ours.keys where wanted[path] == nil && !path.contains("manifest") {
        let parts = path.split(separator: "/").map(String.init)
        let isCertificate = parts.last?.hasPrefix("certificate") == true
        let today = parts.map { world.aliases.contains($0) ? world.expert : $0 }
        #expect(
          isCertificate
            ? today != parts && ours[path] == ours[today.joined(separator: "/")]
            : ["svg", "png", "jpg"].contains { path.hasSuffix(".\($0)") },
          "\(round) \(edit): \(path) is stale")
      }
    }
  }

  /// What pages lead to: looked for in each once, until it changes.
  private struct Links {
    private var known: [String: (page: Data, links: [String])] = [:]

    mutating func of(_ page: Data, at path: String) -> [String] {
      if let known = known[path], known.page == page { return known.links }
      let text = String(decoding: page, as: UTF8.self)
      let links = text.matches(of: /(?:href|src|srcset)="([^"#]*)"/).map { String($0.1) }
        .filter { !$0.isEmpty && !$0.contains(":") }
      known[path] = (page, links)
      return links
    }
  }

  private func checkPages(
    _ files: [String: Data], of world: World, _ links: inout Links, _ when: String
  ) throws {
    for (path, bytes) in files where path.hasSuffix(".html") {
      let folder = path.split(separator: "/").dropLast().map(String.init)
      for link in links.of(bytes, at: path) {
        var parts = folder
        for part in link.split(separator: "/") where part != "." {
          if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
        }
        let target = parts.joined(separator: "/")
        let file =
          link.hasSuffix("/") ? (target.isEmpty ? "index.html" : "\(target)/index.html") : target
        #expect(files[file] != nil, "\(when): \(path) leads to \(link)")
      }
    }
    for row in world.rows {
      let badge = row.badge == "helper" ? "helper" : world.expert
      let page = try #require(
        files["acme/people/\(row.handle)/\(badge)/index.html"], "\(when): \(row)")
      let text = String(decoding: page, as: UTF8.self)
      let isRevoked = row.state == "revoked" || !row.revoked.isEmpty && row.revoked <= world.today
      #expect(
        (text.contains("Revoked:") || text.contains("Widerrufen:")) == isRevoked, "\(when): \(row)")
      let hasCertificate = files.keys.contains {
        $0.hasPrefix("acme/people/\(row.handle)/") && $0.hasSuffix("certificate.pdf")
      }
      #expect(hasCertificate == (badge != "helper" && !isRevoked), "\(when): \(row)")
      let lists = [
        "acme/people/index.html", "acme/badges/\(badge)/index.html", "acme/de/people/index.html",
      ]
      let isHidden = ["unlisted", "redacted"].contains(row.visibility)
      for list in lists {
        let more = list.replacing("/index.html", with: "/2/index.html")
        let text = [list, more].map { String(decoding: files[$0] ?? Data(), as: UTF8.self) }
          .joined()
        let isListed = text.contains("/\(row.handle)/") || text.contains("\"\(row.handle)/")
        // The page of a badge has those who hold it, lists of people everybody.
        #expect(
          isListed == (!isHidden && !(isRevoked && list.contains("/badges/"))),
          "\(when): \(list): \(row)")
      }
      guard row.visibility == "redacted" else { continue }
      let name = Data(row.name.split(separator: " ").last!.utf8)
      for (path, bytes) in files where !path.contains("badge.") {
        #expect(bytes.range(of: name) == nil, "\(when): \(path) tells the name of \(row)")
      }
    }
  }
}

extension EditTests.World {
  /// The newest day on which something happened.
  fileprivate var today: String {
    rows.flatMap { [$0.issued, $0.revoked] }.max() ?? ""
  }
}
