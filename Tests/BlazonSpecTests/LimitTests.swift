import BlazonSource
import Foundation
import Testing

/// How much of a stranger's YAML is read, and how quickly the rest is refused.
@Suite(.serialized) struct LimitTests {
  /// What this thread has worked so far: the tests beside this one do not count.
  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func finding(_ text: String) -> (message: String, seconds: Double) {
    let start = threadSeconds()
    let read = Read(["badges.yaml": text])
    let seconds = threadSeconds() - start
    #expect(read.findings.count == 1)
    return (read.findings.first ?? "", seconds)
  }

  @Test func `a file of 2 MB is refused`() {
    let (message, seconds) = finding(
      "blazon: 1\n" + String(repeating: "# filling\n", count: 200_000))
    #expect(message == "x/badges.yaml:1:1: error: the file has more than 1048576 bytes")
    #expect(seconds < 1)
  }

  @Test(arguments: ["[", "{a: ", "- "])
  func `deep nesting is refused`(_ bracket: String) {
    let (message, seconds) = finding(
      "blazon: 1\nbadges: \(bracket == "- " ? "\n " : "")"
        + String(repeating: bracket, count: 200_000))
    #expect(message.hasSuffix("error: nested more than 32 levels deep"))
    #expect(seconds < 1)
  }

  @Test func `a billion laughs are cut short`() {
    var text = "blazon: 1\na: &a [l, l, l, l, l, l, l, l, l]\n"
    for (name, before) in zip("bcdefghi", "abcdefgh") {
      let nine = Array(repeating: "*\(before)", count: 9).joined(separator: ", ")
      text += "\(name): &\(name) [\(nine)]\n"
    }
    let (message, seconds) = finding(text)
    #expect(message.hasSuffix("error: aliases stand for more than 10000 values"))
    #expect(seconds < 1)
  }

  @Test func `more than 100 000 values are refused`() {
    let list = Array(repeating: "a", count: 100_001).joined(separator: ",\n ")
    let (message, seconds) = finding("blazon: 1\nbadges: [\(list)]\n")
    #expect(message.hasSuffix("error: more than 100000 values in one file"))
    #expect(seconds < 1)
  }

  @Test(arguments: [("skills", 51, 50), ("skills", 40_000, 50), ("paths", 33, 32)])
  func `a list of more than a badge may have is refused`(_ key: String, _ count: Int, _ most: Int) {
    let list = (0..<count).map { "art/\($0).png" }.joined(separator: ", ")
    let lines = list.count > 60_000 ? list.replacing(", ", with: ",\n  ") : list
    let (message, seconds) = finding(
      "blazon: 1\nbadges:\n  a: {family: plain, title: A, \(key): [\(lines)]}\n")
    #expect(message.hasSuffix("error: a list of \(count); at most \(most) are read"), "\(message)")
    #expect(seconds < 1)
  }

  @Test(arguments: ["", "\"", "'"])
  func `a scalar of 100 kB is refused`(_ quote: String) {
    let text = String(repeating: "word ", count: 20_000)
    let (message, seconds) = finding("blazon: 1\nbadges: \(quote)\(text)x\(quote)\n")
    #expect(message == "x/badges.yaml:2:9: error: a value of more than 65536 bytes")
    #expect(seconds < 1)
  }

  @Test func `a programme of 6000 badges is refused`() {
    var text = "blazon: 1\nbadges:\n"
    for number in 1...6000 { text += "  badge-\(number): {family: plain, title: B \(number)}\n" }
    let (message, seconds) = finding(text)
    #expect(message == "x/badges.yaml:5003:3: error: a programme of 6000 badges")
    #expect(seconds < 1)
  }

  @Test func `a title of 201 characters is refused`() {
    let title = String(repeating: "x", count: 201)
    let (message, _) = finding(
      "blazon: 1\nbadges:\n  one: {family: plain, title: \(title)}\n")
    #expect(message.hasSuffix("error: a text of 201 characters is too long for a badge"))
  }

  @Test func `thousands of findings are found and printed quickly`() {
    var text = "blazon: 1\nbadges:\n"
    for number in 1...4000 { text += "  Badge-\(number): {family: plain, title: B}\n" }
    let start = threadSeconds()
    let read = Read(["badges.yaml": text])
    #expect(read.report.errorCount == 4000)
    var length = 0
    for finding in read.report.sorted { length += MessageFormat.text.print(finding).count }
    #expect(length > 4000)
    #expect(threadSeconds() - start < 2)
  }
}
