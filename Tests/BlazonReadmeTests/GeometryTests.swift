import TestSupport
import Testing

@testable import BlazonReadme

/// Where things stand in a badge, against arithmetic of the tests' own.
@Suite struct GeometryTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var style: ReadmeStyle
    var label: String
    var message: String
    var hasLogo: Bool
    var hasLabelColor: Bool

    var testDescription: String {
      "\(style.rawValue) “\(label)” “\(message)” logo \(hasLogo) label colour \(hasLabelColor)"
    }

    func badge(links: [String] = []) throws -> ReadmeBadge {
      try ReadmeBadge(
        label: label, message: message, style: style, color: ReadmeColor("b3e")!,
        labelColor: hasLabelColor ? ReadmeColor("0f0")! : nil, logo: hasLogo ? redSquare : nil,
        links: links)
    }
  }

  static let texts = [
    ("cactus", "grown"), ("", "grown"), ("cactus", ""), ("", ""), ("größe", "Привет, мир"),
    ("œuvre", "→ 1.0"), ("Straße", "fine"),
    (String(repeating: "long ", count: 50) + "text", String(repeating: "W", count: 255)),
  ]

  static let cases: [Case] = ReadmeStyle.allCases.flatMap { style in
    texts.flatMap { label, message in
      [(false, false), (true, false), (false, true), (true, true)].compactMap { logo, color in
        label.isEmpty && message.isEmpty && !logo
          ? nil
          : Case(
            style: style, label: label, message: message, hasLogo: logo, hasLabelColor: color)
      }
    }
  }

  private let widths: PlainWidths

  init() throws { widths = try PlainWidths() }

  /// What is to be expected: the whole width, the boxes as (x, width), the texts as (middle, length).
  private struct Plan {
    var width: Double
    var boxes: [(Double, Double)]
    var texts: [(String, Double, Double)]
    var logo: (Double, Double)?
  }

  private func classic(_ c: Case, height: Double) -> Plan {
    let (l, m) = (c.label, c.message)
    let logo = c.hasLogo ? 14.0 : 0
    let gap = c.hasLogo && !l.isEmpty ? 3.0 : 0
    let labelWidth = l.isEmpty ? 0 : widths.odd(l, 0)
    let messageWidth = widths.odd(m, 0)
    let isSplit = !l.isEmpty || c.hasLabelColor
    let left = isSplit ? 5 + logo + gap + labelWidth + 5 : 0
    let right = isSplit || !c.hasLogo ? messageWidth + 10 : messageWidth + (m.isEmpty ? 24 : 28)
    // From the published figures: one pixel to the right in the label, one to the left in the
    // message, none where the message is alone.
    let labelMiddle = 5 + logo + gap + labelWidth / 2 + 1
    var messageMiddle = left + 5 + messageWidth / 2 - 1
    if !isSplit { messageMiddle = c.hasLogo ? 23 + messageWidth / 2 : 5 + messageWidth / 2 }
    var texts: [(String, Double, Double)] = []
    if !l.isEmpty { texts.append((l, labelMiddle, labelWidth)) }
    if !m.isEmpty { texts.append((m, messageMiddle, messageWidth)) }
    return Plan(
      width: left + right, boxes: [(0, left), (left, right)], texts: texts,
      logo: c.hasLogo ? (5, height / 2 - 7) : nil)
  }

  private func capitals(_ c: Case) -> Plan {
    let (l, m) = (c.label.uppercased(), c.message.uppercased())
    let labelWidth = Double(Int(widths.width(l, 1))) + Double(l.utf16.count) * 1.25
    let messageWidth = Double(Int(widths.width(m, 2))) + Double(m.utf16.count) * 1.25
    let before = c.hasLogo ? 29.0 : 12
    var boxes: [(Double, Double)] = []
    var texts: [(String, Double, Double)] = []
    if !l.isEmpty {
      boxes = [(0, before + labelWidth + 12)]
      texts = [(l, before + labelWidth / 2, labelWidth)]
    } else if c.hasLogo && c.hasLabelColor {
      boxes = [(0, 32)]
    }
    let left = boxes.first?.1 ?? 0
    var start = 12.0
    if left == 0, c.hasLogo { start = m.isEmpty ? 23 : 32 }
    boxes.append((left, start + messageWidth + 12))
    if !m.isEmpty { texts.append((m, left + start + messageWidth / 2, messageWidth)) }
    return Plan(
      width: left + start + messageWidth + 12, boxes: boxes, texts: texts,
      logo: c.hasLogo ? (9, 7) : nil)
  }

  private func social(_ c: Case) -> Plan {
    let l = c.label.prefix(1).uppercased() + c.label.dropFirst()
    let m = c.message
    let labelWidth = widths.odd(l, 3)
    let messageWidth = widths.odd(m, 3)
    let before = 5 + (c.hasLogo ? (l.isEmpty ? 14.0 : 17) : 0)
    let button = before + labelWidth + 5
    var plan = Plan(
      width: button + 1, boxes: [(0.5, button)], texts: [], logo: c.hasLogo ? (5, 3) : nil)
    if !l.isEmpty { plan.texts.append((l, before + labelWidth / 2, labelWidth)) }
    if !m.isEmpty {
      plan.width += 6 + messageWidth + 8
      plan.boxes.append((button + 6.5, messageWidth + 8))
      plan.texts.append((m, button + 6 + 4 + messageWidth / 2, messageWidth))
    }
    return plan
  }

  private func plan(_ c: Case) -> Plan {
    switch c.style {
    case .flat, .flatSquare: classic(c, height: 20)
    case .plastic: classic(c, height: 18)
    case .forTheBadge: capitals(c)
    case .social: social(c)
    }
  }

  @Test(arguments: cases)
  func `boxes, texts and logo stand where they stand everywhere`(_ c: Case) throws {
    let svg = try Elements(try c.badge())
    let plan = plan(c)
    #expect(svg.root["width"] == plan.width)
    #expect(svg.root["height"] == ["plastic": 18, "for-the-badge": 28][c.style.rawValue] ?? 20)
    // In `social` the notch has a rectangle of its own.
    let boxes = svg.boxes.filter { $0["width"] != 0.5 }
    #expect(boxes.map { $0["x"] } == plan.boxes.map(\.0))
    #expect(boxes.map { $0["width"] } == plan.boxes.map(\.1))
    #expect(svg.words.map(\.text) == plan.texts.map(\.0))
    for (word, (_, middle, length)) in zip(svg.words, plan.texts) {
      #expect(abs((word["x"] ?? 0) - middle * 10) < 0.001)
      #expect(abs((word["textLength"] ?? 0) - length * 10) < 0.001)
      #expect(word.attributes["transform"] == "scale(.1)")
    }
    let images = svg.named("image")
    #expect(images.map { $0["x"] } == (plan.logo.map { [$0.0] } ?? []))
    #expect(images.map { $0["y"] } == (plan.logo.map { [$0.1] } ?? []))
    for image in images {
      #expect(image["width"] == 14 && image["height"] == 14)
      #expect(image.attributes["xlink:href"]?.hasPrefix("data:image/svg+xml;base64,PHN2Zy") == true)
    }
  }

  @Test(arguments: [
    (ReadmeStyle.flat, 140.0, 150.0 as Double?), (.flatSquare, 140, nil), (.plastic, 130, 140),
    (.forTheBadge, 175, nil), (.social, 140, 150),
  ])
  func `letters stand on the style's baseline, their shadow a pixel lower`(
    _ style: ReadmeStyle, _ baseline: Double, _ shadow: Double?
  ) throws {
    let svg = try Elements(try ReadmeBadge(label: "a", message: "b", style: style))
    #expect(svg.words.map { $0["y"] } == [baseline, baseline])
    let shadows = svg.named("text").filter { $0.attributes["aria-hidden"] == "true" }
    #expect(shadows.map { $0["y"] } == (shadow.map { [$0, $0] } ?? []))
    for (shadow, word) in zip(shadows, svg.words) {
      #expect(shadow["x"] == word["x"] && shadow["textLength"] == word["textLength"])
      #expect(shadow.attributes["fill"] == (style == .social ? "#fff" : "#010101"))
      #expect(shadow.attributes["fill-opacity"] == (style == .social ? nil : ".3"))
    }
  }

  /// Figures as published, so that the arithmetic above is not alone.
  @Test(arguments: [
    (ReadmeStyle.flat, "cactus", "grown", false, false, 90.0, [235.0, 665]),
    (.flat, "cactus", "grown", true, true, 107, [405, 835]),
    (.plastic, "", "grown", false, false, 45, [225]), (.flat, "", "grown", true, false, 63, [405]),
    (.flatSquare, "", "grown", true, true, 69, [455]), (.flat, "", "", true, false, 25, []),
    (.forTheBadge, "cactus", "grown", false, false, 146.75, [362.5, 1096.25]),
    (.forTheBadge, "cactus", "grown", true, false, 163.75, [532.5, 1266.25]),
    (.forTheBadge, "", "grown", true, false, 94.25, [571.25]),
    (.forTheBadge, "", "grown", true, true, 106.25, [691.25]),
    (.forTheBadge, "", "", true, false, 35, []),
    (.social, "cactus", "grown", false, false, 95, [235, 735]),
    (.social, "cactus", "grown", true, false, 112, [405, 905]),
    (.social, "", "grown", false, false, 59, [375]), (.social, "", "", true, false, 26, []),
  ])
  func `published figures are met`(
    _ style: ReadmeStyle, _ label: String, _ message: String, _ hasLogo: Bool, _ hasColor: Bool,
    _ width: Double, _ middles: [Double]
  ) throws {
    let c = Case(
      style: style, label: label, message: message, hasLogo: hasLogo, hasLabelColor: hasColor)
    let svg = try Elements(try c.badge())
    #expect(svg.root["width"] == width)
    #expect(svg.words.map { $0["x"] } == middles)
  }

  @Test func `colours fill the boxes, and a label that is not there has the message's`() throws {
    func fills(_ label: String, logo: ReadmeLogo? = nil, _ color: ReadmeColor? = nil) throws
      -> [String?]
    {
      let badge = try ReadmeBadge(
        label: label, message: "m", color: .init("blue")!, labelColor: color, logo: logo)
      return try Elements(badge).boxes.map { $0.attributes["fill"] }
    }
    #expect(try fills("l") == ["#555", "#007ec6"])
    #expect(try fills("l", .init("red")) == ["#e05d44", "#007ec6"])
    #expect(try fills("") == ["#007ec6", "#007ec6"])
    #expect(try fills("", logo: redSquare) == ["#555", "#007ec6"])
    #expect(try fills("", .init("fff")) == ["#fff", "#007ec6"])
  }

  @Test func `the sheen runs as published`() throws {
    func stops(_ style: ReadmeStyle) throws -> [[String]] {
      try Elements(try ReadmeBadge(label: "a", message: "b", style: style)).named("stop").map {
        [$0.attributes["offset"]!, $0.attributes["stop-color"]!, $0.attributes["stop-opacity"]!]
      }
    }
    #expect(try stops(.flat) == [["0", "#bbb", "0.1"], ["1", "#000", "0.1"]])
    #expect(
      try stops(.plastic) == [
        ["0", "#fff", "0.7"], ["0.1", "#aaa", "0.1"], ["0.9", "#000", "0.3"], ["1", "#000", "0.5"],
      ])
    #expect(try stops(.social) == [["0", "#fcfcfc", "0"], ["1", "#000", "0.1"]])
    #expect(try stops(.flatSquare) == [] && stops(.forTheBadge) == [])
  }
}
