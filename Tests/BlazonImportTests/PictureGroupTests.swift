import BlazonArtwork
import BlazonPaint
import BlazonScene
import Testing

@testable import BlazonImport

/// Which pictures are of one badge, and whether two are one picture.
@Suite struct PictureGroupTests {
  private func names(_ paths: [String]) -> [String] { pictureGroups(paths).map(\.name) }

  @Test func `a folder that is called as its pictures are is a badge`() {
    let groups = pictureGroups([
      "assets/badges/docs/docs.png", "assets/badges/docs/docs.svg", "assets/badges/pro/pro.png",
    ])
    #expect(groups.map(\.name) == ["docs", "pro"])
    #expect(groups.map(\.paths.count) == [2, 1])
  }

  @Test func `pictures that stand beside each other are a badge each`() {
    #expect(names(["badges/a.png", "badges/a.svg", "badges/b.png"]) == ["a", "b"])
  }

  @Test func `a folder with a picture of another name is told apart from a folder of many`() {
    let groups = pictureGroups(["badges/gold/au.png", "badges/docs/docs.png"])
    #expect(groups.map(\.name) == ["gold", "docs"])
    #expect(groups.map(\.stem) == ["au", nil])
  }

  @Test func `pictures elsewhere are no badges where there is a folder of badges`() {
    #expect(names(["images/banner.png", "assets/badges/docs/docs.png"]) == ["docs"])
  }

  @Test func `other pictures in a badge's folder are left aside`() {
    let groups = pictureGroups(["badges/docs/docs.png", "badges/docs/draft.png"])
    #expect(groups.map(\.others) == [["badges/docs/draft.png"]])
  }

  @Test func `an address and a path meet in the file and its folder`() {
    let path = "assets/badges/docs/docs.png"
    #expect(path.hasEnd("assets/badges/docs/docs.png"))
    #expect(path.hasEnd(webPath("https://example.org/site/docs/docs.png?raw=true") ?? ""))
    #expect(path.hasEnd(webPath("../../assets/badges/docs/docs.png") ?? ""))
    #expect(!path.hasEnd("other/docs.png"))
    #expect(webPath("/a%20b/%2e%2e/c.png") == "a b/c.png")
    #expect(webPath("data:image/png;base64,AA") == nil)
  }

  // MARK: Looks

  private func look(_ svg: String) throws -> Look {
    try #require(Look(try Artwork(Array(svg.utf8))))
  }

  private func disc(_ color: String, x: Int = 50, r: Int = 40, more: String = "") -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 140"><circle cx="\(x)" cy="70" r="\(r)" \
    fill="\(color)"/>\(more)</svg>
    """
  }

  @Test func `where a picture stands and how large it is makes no difference`() throws {
    let (a, b) = (try look(disc("#0a6")), try look(disc("#0a6", x: 30, r: 25)))
    #expect(a.difference(from: b) * 100 < pairLimit)
  }

  @Test func `another colour, another shape and another outline differ`() throws {
    let a = try look(disc("#0a6"))
    #expect(a.difference(from: try look(disc("#a06"))) > 0.9)
    let marked = try look(
      disc("#0a6", more: "<rect x='30' y='50' width='40' height='40' fill='#fff'/>"))
    #expect(a.difference(from: marked) * 100 > pairLimit)
    let wide = try look(disc("#0a6", more: "<rect y='60' width='100' height='20' fill='#0a6'/>"))
    #expect(a.difference(from: wide) > 0)
    #expect(try look(disc("#0a6", r: 20)).difference(from: a) * 100 < pairLimit)
  }

  @Test func `empty margins are measured`() throws {
    let a = try look(disc("#0a6", r: 35))
    #expect(abs(a.emptyHeight - 0.5) < 0.02 && abs(a.emptyWidth - 0.3) < 0.02)
    #expect(
      Look(try Artwork(Array("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>".utf8)))
        == nil)
  }
}
