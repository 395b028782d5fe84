import Foundation
import TestSupport
import Testing

/// The packages in `Examples` are built as others would build them, and do what they say.
@Suite struct ExampleTests {
  @Test func `ten lines draw a badge`() throws {
    let scratch = project.appending(path: ".build-example").path
    let package = project.appending(path: "Examples/ten-lines").path
    let built = try run(
      "swift", ["build", "--package-path", package, "--scratch-path", scratch, "--jobs", "1"])
    #expect(built.status == 0, "\(built.text.suffix(3000))\(built.error.suffix(3000))")
    let folder = try TemporaryFolder()
    let answer = try run("\(scratch)/debug/ten-lines", [], in: URL(filePath: folder.path))
    #expect(answer.status == 0, "\(answer.error)")
    #expect(answer.text.hasPrefix("Docs Author: docs badge, an open book"), "\(answer.text)")
    #expect(try folder.names("") == ["docs-author.png", "docs-author.svg"])
    #expect(try folder.text("docs-author.svg").hasPrefix("<svg "))
  }

  @Test func `the program is ten lines, and the article shows it`() throws {
    let source = try String(
      contentsOf: project.appending(path: "Examples/ten-lines/Sources/ten-lines/main.swift"),
      encoding: .utf8)
    #expect(source.split(separator: "\n").count == 10)
    let article = try String(
      contentsOf: project.appending(path: "Sources/Blazon/Blazon.docc/TenLines.md"), encoding: .utf8
    )
    #expect(article.contains("```swift\n\(source)```"))
  }
}
