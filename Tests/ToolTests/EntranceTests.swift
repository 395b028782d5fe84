import Foundation
import TestSupport
import Testing

/// `blazon` answers some things itself and is `blazon-studio` for all else: nobody can tell which.
@Suite struct EntranceTests {
  private let place: Workplace
  private let studio = URL(filePath: blazon).deletingLastPathComponent()
    .appending(path: "blazon-studio").path

  init() throws { place = try Workplace() }

  @Test(
    "Both say the same",
    arguments: [
      ["--version"], ["--version", "more"], ["readme-badge", "build", "passing"],
      ["readme-badge", "-h"], ["readme-badge", "", "beta", "--style", "for-the-badge"],
      ["readme-badge", "ﬁn ß", "ijsland", "--style=for-the-badge", "--language", "nl"],
      ["readme-badge", "izmir", "bitti", "--style", "for-the-badge", "--language", "tr"],
      ["readme-badge", "μήλα ή", "αχλάδια", "--style", "for-the-badge", "--language", "el-CY"],
      ["readme-badge", "stars", "1.2k", "--style", "social", "--link", "https://a.example/?b&c"],
      ["readme-badge", "e\u{301}te\u{301}", "<&\"'>", "--style", "plastic", "--color", "teal"],
      ["readme-badge", "--color", "fe7d37", "--label-color=rgb(1,2,3)", "--", "-a", "-b"],
      ["readme-badge", "build", "成功"], ["readme-badge", "ビルド", "ok", "--style", "social"],
      ["readme-badge", "build", "👍"], ["readme-badge", "a", "b", "--scale", "2"],
      ["readme-badge", "a", "b", "--messages", "json"], ["readme-badge", "a"], ["readme-badge"],
      ["readme-badge", "a", "b", "--color", "gren"], ["readme-badge", "a", "b", "--bogus"],
      ["readme-badge", "", ""], ["readme-badge", "a\nb", "c", "--messages=json"],
      ["readme-badge", "a", "b", "--link", "ftp://x"],
      ["readme-badge", "a", "b", "--logo", "no.svg"],
      ["readme-badge", "a", "b", "-o", "no/where.svg"], ["readme-badge", "a", "b", "-o", "a.gif"],
      ["readme-badge", "--", "-h", "b"], ["readme-badge", "a", "b", "--language", "-h"],
      [], ["help", "draw"], ["nonsense"], ["list", "presets"],
    ] as [[String]])
  func bothSayTheSame(words: [String]) throws {
    let (entrance, whole) = (
      try run(blazon, words, in: place.folder), try run(studio, words, in: place.folder)
    )
    #expect(entrance.status == whole.status)
    #expect(entrance.output == whole.output)
    #expect(entrance.error == whole.error)
  }

  @Test(arguments: ["a.svg", "a.SVG", "a.png"])
  func `a file is the same whoever writes it`(name: String) throws {
    _ = try run(blazon, ["readme-badge", "a", "b", "-o", name], in: place.folder)
    let entrance = try Data(contentsOf: place.url(name))
    _ = try run(studio, ["readme-badge", "a", "b", "-o", name], in: place.folder)
    #expect(try Data(contentsOf: place.url(name)) == entrance)
  }

  @Test(arguments: [["--version"], ["readme-badge", "a", "b"]])
  func `a stream that is full ends both alike`(words: [String]) throws {
    func answer(_ program: String) throws -> Answer {
      try run("sh", ["-c", "exec \"$@\" >/dev/full", "sh", program] + words)
    }
    let (entrance, whole) = (try answer(blazon), try answer(studio))
    #expect(entrance.status == 70 && whole.status == 70)
    #expect(entrance.error == whole.error)
  }

  @Test func `what the loader was told to load finds its neighbour`() throws {
    let loader = "/lib64/ld-linux-x86-64.so.2"
    #expect(try run(loader, [blazon, "list", "presets"]).status == 0)
  }

  @Test func `it loads nothing that draws`() throws {
    let needed = try run("readelf", ["-dW", blazon]).text.split(separator: "\n")
      .filter { $0.contains("(NEEDED)") }
    #expect(needed.contains { $0.contains("[libc.so.6]") })
    for library in ["cairo", "pango", "icu", "xml2", "microhttpd", "png", "jpeg", "yaml"] {
      #expect(!needed.contains { $0.contains("lib\(library)") }, "\(library)")
    }
  }

  @Test func `a link to it finds the studio, a copy alone says what is missing`() throws {
    let (link, copy) = (place.url("link"), place.url("copy/blazon"))
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: URL(filePath: blazon))
    #expect(try run(link.path, ["list", "presets"]).status == 0)
    try FileManager.default.createDirectory(
      at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: URL(filePath: blazon), to: copy)
    #expect(try run(copy.path, ["readme-badge", "a", "b"]).status == 0)
    let answer = try run(copy.path, ["list", "presets"])
    #expect(answer.status == 70)
    let folder = copy.deletingLastPathComponent().resolvingSymlinksInPath().path
    #expect(
      answer.error
        == "error: starting “\(folder)/blazon-studio”: No such file or directory\n")
  }
}
