import Foundation
import TestSupport
import Testing

@testable import BlazonReadme

/// One SVG of each style, to be read; `make bless` renews them.
@Suite struct ReadmeReferences {
  @Test(arguments: ReadmeStyle.allCases)
  func `the SVG of each style is the one that was looked at`(_ style: ReadmeStyle) throws {
    let badge = try ReadmeBadge(
      label: "certified", message: "mesh expert", style: style, color: .init("blue")!,
      links: style == .social ? ["https://example.org/a", "https://example.org/b"] : [])
    // A line for each element, so that a difference is seen.
    let actual = String(decoding: badge.svg, as: UTF8.self).replacing("><", with: ">\n<")
    let file = project.appending(path: "Tests/BlazonReadmeTests/References/\(style.rawValue).svg")
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard actual != expected else { return }
    let isBlessing = ProcessInfo.processInfo.environment["BLAZON_BLESS"] != nil
    if isBlessing { try Data(actual.utf8).write(to: file) }
    let verdict = isBlessing ? "was renewed" : "differs; look, then `make bless`"
    Issue.record("\(file.lastPathComponent) \(verdict)")
  }
}
