import Foundation
import TestSupport
import Testing

@testable import BlazonReadme

/// One SVG of each style to be read, and the pictures of the page about them; `make bless` renews both.
@Suite struct ReadmeReferences {
  @Test(arguments: ReadmeStyle.allCases)
  func `the SVG of each style is the one that was looked at`(_ style: ReadmeStyle) throws {
    let badge = try ReadmeBadge(
      label: "certified", message: "mesh expert", style: style, color: .init("blue")!,
      links: style == .social ? ["https://example.org/a", "https://example.org/b"] : [])
    let text = String(decoding: badge.svg, as: UTF8.self)
    // A line for each element, so that a difference is seen.
    try expect(
      text.replacing("><", with: ">\n<"),
      toBe: "Tests/BlazonReadmeTests/References/\(style.rawValue).svg")
    let plain = try ReadmeBadge(
      label: "certified", message: "mesh expert", style: style, color: .init("blue")!)
    try expect(
      String(decoding: plain.svg, as: UTF8.self), toBe: "docs/pictures/readme-\(style.rawValue).svg"
    )
  }

  private func expect(_ actual: String, toBe path: String) throws {
    let file = project.appending(path: path)
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard actual != expected else { return }
    let isBlessing = ProcessInfo.processInfo.environment["BLAZON_BLESS"] != nil
    if isBlessing { try Data(actual.utf8).write(to: file) }
    Issue.record("\(path) \(isBlessing ? "was renewed" : "differs; look, then `make bless`")")
  }
}
