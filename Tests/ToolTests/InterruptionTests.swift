import Foundation
import TestSupport
import Testing

/// What Ctrl-C leaves behind.
@Suite(.serialized) struct InterruptionTests {
  private static let badges =
    "blazon: 1\nbadges:\n"
    + (1...40).map { "  badge-\($0): {family: plain, title: Badge \($0), alt: Badge \($0).}\n" }
    .joined()

  @Test(arguments: [SIGINT, SIGTERM])
  func `an interrupted run leaves every file whole, old or new`(_ signal: Int32) throws {
    let place = try Workplace([
      "badge-specs/acme/programme.yaml": Workplace.programme("acme"),
      "badge-specs/acme/badges.yaml": InterruptionTests.badges,
    ])
    let sizes = ["--size", "512,1024"]
    #expect(try run(blazon, ["render"] + sizes, in: place.folder).status == 0)
    let old = try place.files()
    try place.write(
      Workplace.programme("acme", color: "#AA2233"), to: "badge-specs/acme/programme.yaml")
    #expect(try run(blazon, ["render", "-o", "new"] + sizes, in: place.folder).status == 0)
    let new = try place.files("new")

    // Waits for the first file that is drawn anew.
    let first = "output/acme/badges/badge-1.svg"
    try old["acme/badges/badge-1.svg"]?.write(to: place.url("old.svg"))
    let script = """
      "$0" render -j1 \(sizes.joined(separator: " ")) & id=$!
      while cmp -s \(first) old.svg; do sleep 0.01; done
      kill -\(signal) $id
      wait $id
      """
    // The threads of tests block signals, and a child would inherit that.
    let words = ["60", "env", "--default-signal", "sh", "-c", script, blazon]
    let answer = try run("timeout", words, in: place.folder)
    #expect(answer.status == 70)
    #expect(answer.error == "error: interrupted: what was there before is whole\n")
    #expect(answer.text.isEmpty)
    var left = try place.files()
    #expect(left.removeValue(forKey: ".manifest.journal") != nil, "the next run is told")
    #expect(Set(left.keys) == Set(old.keys), "no file more, no file less, no .tmp")
    for (path, bytes) in left where path != "manifest.json" {
      #expect(bytes == old[path] || bytes == new[path], "\(path)")
    }
    let drawn = left.filter { $0.value == new[$0.key] }
    #expect(!drawn.isEmpty)
    #expect(drawn.count < left.count)
    // The list tells what stands, promises nothing of what may have been replaced, and the next run makes all of it.
    let manifest = try Manifest(place.url("output/manifest.json"))
    #expect(
      manifest.files.count + 1 == old.count && manifest.files.allSatisfy { $0.source.isEmpty })
    let paths = manifest.files.map(\.path)
    let sums = try run("sha256sum", paths, in: place.url("output")).text
    #expect(
      sums.split(separator: "\n").map { $0.prefix(64) } == manifest.files.map { $0.sha256[...] })
    #expect(try run(blazon, ["render"] + sizes, in: place.folder).status == 0)
    #expect(try place.files() == new)
  }

  @Test func `an interrupted run over people leaves every file whole`() throws {
    let rows = (1...30).map { "Person \($0),p\($0),expert,2026-05-02,,,certificate-\($0)x\n" }
    let place = try Workplace(Workplace.people(rows.joined()))
    #expect(try place.blazon("render", "-o", "whole").status == 0)
    let whole = try place.files("whole")
    #expect(whole.keys.count { $0.hasSuffix("certificate.pdf") } == 30)
    // Waits for a certificate that is done, and strikes while the next is drawn.
    let script = """
      "$0" render -j1 & id=$!
      until test -e output/acme/people/p10/expert/certificate.png; do sleep 0.01; done
      kill -\(SIGINT) $id
      wait $id
      """
    let words = ["60", "env", "--default-signal", "sh", "-c", script, blazon]
    let answer = try run("timeout", words, in: place.folder)
    #expect(answer.status == 70)
    #expect(answer.error == "error: interrupted: what was there before is whole\n")
    let left = try place.files().filter { !$0.key.hasSuffix(".journal") }
    for (path, bytes) in left { #expect(bytes == whole[path], "\(path)") }
    let count = left.keys.count { $0.hasSuffix("certificate.png") }
    #expect((1..<30).contains(count), "\(count)")
    #expect(left["manifest.json"] == nil, "the list of lists is written last")
    // What is finished is not drawn again.
    let next = try place.blazon("render", "--explain")
    #expect(next.status == 0, "\(next.error)")
    let drawnLater = next.text.split(separator: "\n").count { $0.contains("/certificate.pdf: ") }
    #expect((1..<30).contains(drawnLater), "\(drawnLater)")
    #expect(try place.files() == whole)
  }

  @Test func `what a killed run left is swept away by the next one`() throws {
    let place = try Workplace()
    // No process has this number: the kernel's limit is 4 194 304.
    try place.write("half", to: "output/acme/badges/.blazon-99999999-1.tmp")
    try place.write("half", to: "output/.blazon-99999999-2.tmp")
    // A process that lives may still be writing.
    let living = ".blazon-\(ProcessInfo.processInfo.processIdentifier)-1.tmp"
    try place.write("half", to: "output/acme/badges/\(living)")
    #expect(try place.blazon("render").status == 0)
    let left = try place.files().keys.filter { $0.hasSuffix(".tmp") }
    #expect(left == ["acme/badges/\(living)"])
  }
}
