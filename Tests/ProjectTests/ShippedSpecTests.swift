import Foundation
import TestSupport
import Testing

/// The badges that ship show that a badge needs words alone, and few of them.
@Suite struct ShippedSpecTests {
  private struct SpecFile {
    var path: String
    var lines: [String]
  }

  private func files() throws -> [SpecFile] {
    let folder = project.appending(path: "badge-specs")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map { path in
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        return SpecFile(path: path, lines: text.components(separatedBy: "\n"))
      }
  }

  /// The badges of the community and its partner; Tidewater's show the whole language, its way
  /// out included.
  private func badgeFiles() throws -> [SpecFile] {
    try files().filter {
      !$0.path.hasPrefix("tidewater/") && !$0.path.hasSuffix("programme.yaml")
        && $0.lines.contains("badges:")
    }
  }

  /// The keys in `line`, which may hold a flow map: what stands before a colon, outside quotes.
  private func keys(in line: String) -> [String] {
    let bare = line.replacing(/"[^"]*"|'[^']*'/, with: "").replacing(/(^| )#.*/, with: "")
    return bare.matches(of: /(?:^|[{,\[])\s*([a-z][a-z0-9+-]*):(?:\s|$)/).map { String($0.1) }
  }

  @Test func `keys are found in block and flow maps, not in text`() {
    #expect(keys(in: "    at: [1, 2]") == ["at"])
    #expect(
      keys(in: "  a: {shape: {radius: 3}, box: \"x: 1, y: 2\"}") == ["a", "shape", "radius", "box"])
    #expect(keys(in: "    criteria: Says at: once. # border: 3") == ["criteria"])
  }

  @Test func `a badge file says words and places nothing`() throws {
    let forbidden: Set = [
      "shape", "field", "border", "rings", "patterns", "gradient", "radius", "at", "box", "font",
      "font-size", "font-family", "font-weight", "min-font-size", "letters-font", "adjust", "texts",
      "ribbon", "layers", "laurel", "hairline", "vars", "optical", "size", "width", "height",
      "fill",
    ]
    let files = try badgeFiles()
    #expect(files.count >= 5)
    for file in files {
      for (index, line) in file.lines.enumerated() {
        let isBadge = line.hasPrefix("  ") && !line.hasPrefix("   ")
        let found = (isBadge ? keys(in: line).dropFirst() : keys(in: line)[...]).filter {
          forbidden.contains($0) || $0.hasPrefix("font")
        }
        #expect(found.isEmpty, "\(file.path):\(index + 1): \(found)")
        #expect(!line.contains("gradient("), "\(file.path):\(index + 1)")
      }
    }
  }

  @Test func `a badge takes five lines in the middle and twelve at most, beside its certificate`()
    throws
  {
    var counts: [Int] = []
    for file in try badgeFiles() {
      var name = ""
      var count = 0
      var isCertificate = false
      for line in file.lines + ["  end:"] {
        if line.firstMatch(of: /^  [a-z0-9][a-z0-9-]*:/) != nil {
          if count > 0 { counts.append(count) }
          #expect(count <= 12, "\(file.path): \(name)")
          (name, count) = (line, 0)
        } else if line.hasPrefix("    "), !line.allSatisfy(\.isWhitespace) {
          if !line.hasPrefix("     ") { isCertificate = line == "    certificate:" }
          if !isCertificate { count += 1 }
        }
      }
    }
    #expect(counts.count == 64)
    #expect(counts.sorted()[counts.count / 2] <= 5)
  }

  @Test
  func `no spec has tabs, trailing spaces or Windows line ends, and each begins with blazon 1`()
    throws
  {
    for file in try files() {
      let first = file.lines.first { !$0.hasPrefix("#") && !$0.isEmpty }
      #expect(first == "blazon: 1", "\(file.path)")
      for (index, line) in file.lines.enumerated() {
        let isClean = !line.contains("\t") && !line.contains("\r") && !line.hasSuffix(" ")
        #expect(isClean, "\(file.path):\(index + 1)")
      }
    }
  }
}
