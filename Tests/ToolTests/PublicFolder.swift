import BlazonPaint
import BlazonScene
import Foundation

/// A folder of badges as communities keep them, with every fault that is known of such folders, in art of our own.
enum PublicFolder {
  /// A pennant with a figure on it, in `color`, as a drawing.
  static func drawing(
    _ color: String, _ figure: String = "<circle cx='60' cy='75' r='30' fill='#fff'/>",
    head: String = "", root: String = ""
  ) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 120 170"\(root)>\(head)
    <path d="M0 13H120V127L60 157L0 127Z" fill="\(color)"/>\(figure)
    </svg>
    """
  }

  static let square = "<path d='M30 45H90V105H30Z' fill='#fff'/>"

  /// The same as pixels: 15 % of the height are empty.
  static func pixels(_ color: String, isSquare: Bool = false, scale: Int = 2) throws -> Data {
    let fill = Paint.color(Color(css: color) ?? .black)
    let pennant = Path(polygon: [
      Point(0, 13), Point(120, 13), Point(120, 127), Point(60, 157), Point(0, 127),
    ])
    let figure =
      isSquare
      ? Path(rect: Rect(x: 30, y: 45, width: 60, height: 60))
      : Path(circle: Point(60, 75), radius: 30)
    let scene = Scene(
      size: Size(width: 120, height: 170),
      nodes: [.shape(Shape(pennant, fill: fill)), .shape(Shape(figure, fill: .color(.white)))],
      title: "", description: "")
    let raster = try RasterPainter(scale: Double(scale)).paint(scene)
    return Data(PNGEncoder().encode(raster))
  }

  /// What pages link to: the folder and file of every badge, as they are written below.
  static let paths = [
    "docs/docs.png", "docs/docs.svg", "first-contribution/first-contribution.png",
    "first-contribution/first-contribution.svg", "smp/smp.png", "smp/smp.svg",
    "certified-harbour-pilot/certified-harbour-pilot.png",
    "certified-harbour-pilot/certified-harbour-pilot.svg", "mentor/mentor.png",
    "mentor/mentor.svg", "pioneer/pioneer.png", "photo/photo.png", "photo/photo.svg",
    "port/port.svg", "starboard/starboard.svg", "gold-member/goldmember.png", "large/large.png",
    "large/large.svg",
  ].map { "assets/badges/\($0)" }

  /// Writes it into `site` of the workplace.
  static func write(into place: Workplace) throws {
    func put(_ path: String, _ data: Data) throws {
      let url = place.url("site/\(path)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url)
    }
    func badge(_ name: String, _ color: String) throws {
      try put("assets/badges/\(name)/\(name).png", try pixels(color))
      try put("assets/badges/\(name)/\(name).svg", Data(drawing(color).utf8))
    }
    try badge("first-contribution", "#dd5522")
    try badge("smp", "#7733aa")
    try badge("certified-harbour-pilot", "#224488")
    // Words in a font that is sold, by a class of a rule, without another behind it.
    try put("assets/badges/docs/docs.png", try pixels("#0b7a86"))
    try put(
      "assets/badges/docs/docs.svg",
      Data(
        drawing(
          "#0b7a86",
          "<circle cx='60' cy='75' r='30' fill='#fff'/><text class='w' x='9' y='99'>Docs</text>",
          head: "<style>.w{font-family:QuayhandSoft-Bold;font-size:20px}</style>"
        ).utf8))
    // The drawing is of another year.
    try put("assets/badges/mentor/mentor.png", try pixels("#228844"))
    try put("assets/badges/mentor/mentor.svg", Data(drawing("#cc9900", square).utf8))
    // No SVG; another name inside; pixels in an SVG; one file under two names; a heavy one.
    try put("assets/badges/pioneer/pioneer.png", try pixels("#556677"))
    try put("assets/badges/gold-member/goldmember.png", try pixels("#ccaa22", isSquare: true))
    let photo = try pixels("#446688", isSquare: true)
    try put("assets/badges/photo/photo.png", photo)
    try put(
      "assets/badges/photo/photo.svg",
      Data(
        """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 120 170">
        <image width="120" height="170" xlink:href="data:image/png;base64,\(photo.base64EncodedString())"/></svg>
        """.utf8))
    for name in ["port", "starboard"] {
      try put(
        "assets/badges/\(name)/\(name).svg",
        Data(
          drawing("#aa2244", head: "<title>Watch</title><desc>A watch.</desc>", root: " role='img'")
            .utf8))
    }
    try put("assets/badges/large/large.png", try pixels("#335577"))
    let padding = String(repeating: "<!-- note -->\n", count: 3000)
    try put("assets/badges/large/large.svg", Data((padding + drawing("#335577")).utf8))
    try put("badgesInfo.json", Data(list.utf8))
    try put(
      "members/jan.md",
      Data(
        "---\nname: Jan\nbadges:\n  - docs\n  - service-mesh-performance\n  - chp\n  - cloud\n---\n"
          .utf8))
    try put("members/asa.md", Data("---\nname: Åsa\nbadges: [cloud, first]\n---\n".utf8))
    try put("index.html", Data("<html></html>".utf8))
  }

  /// Both names of the one field; a label that is no id; titles that YAML would take for something else.
  static let list = """
    [
      {"slug": "docs", "label": "docs", "location": "/assets/badges/docs/docs.png", "title": "Docs: Author", "description": "Wrote docs."},
      {"slug": "first", "label": "first-contribution", "imageSource": "https://example.org/assets/badges/first-contribution/first-contribution.svg", "title": "Issue #1 Fixer", "description": "@octocat"},
      {"slug": "smp", "label": "Service Mesh Performance", "location": "../assets/badges/smp/smp.png", "title": "Yes", "description": "2026"},
      {"slug": "ghost", "label": "ghost", "location": "assets/badges/ghost/ghost.png", "title": "2026", "description": "Gone."}
    ]
    """
}
