internal import BlazonScene

// Two drawings in one SVG: what is another on dark pages stands there twice, and one rule of style shows the one or the other.

extension SVGWriter {
  /// The class of what is for one kind of page.
  fileprivate enum Mark: String {
    case light = "l"
    case dark = "d"

    var name: String { "\u{0}-\(rawValue)" }
  }

  /// The one rule. Where no style is read, what is for light pages is shown.
  func writeRule(to out: inout Text) {
    out += "<style>@media (prefers-color-scheme:dark){."
    out.add(Mark.light.name)
    out += "{display:none}."
    out.add(Mark.dark.name)
    out += "{display:inline}}</style>"
  }

  /// What `light` and `dark` have alike, in their order, once; where they differ, both, of which one is shown.
  mutating func write(_ light: [Node], _ dark: [Node], to out: inout Text) {
    guard light.count == dark.count else {
      write(light, as: .light, to: &out)
      write(dark, as: .dark, to: &out)
      return
    }
    var start = 0
    func flush(_ end: Int, _ writer: inout SVGWriter, _ out: inout Text) {
      guard start < end else { return }
      writer.write(Array(light[start..<end]), as: .light, to: &out)
      writer.write(Array(dark[start..<end]), as: .dark, to: &out)
    }
    for (index, (one, other)) in zip(light, dark).enumerated() {
      let isSame = one == other
      if isSame {
        flush(index, &self, &out)
        write(one, to: &out)
      } else if case .group(let a) = one, case .group(let b) = other, a.shadow == nil,
        a.blur == 0, a.shell == b.shell
      {
        flush(index, &self, &out)
        let tags = open(a, to: &out)
        write(a.children, b.children, to: &out)
        close(tags: tags, to: &out)
      } else {
        continue
      }
      start = index + 1
    }
    flush(light.count, &self, &out)
  }

  private mutating func write(_ nodes: [Node], as mark: Mark, to out: inout Text) {
    guard !nodes.isEmpty else { return }
    isAdaptive = true
    out += "<g class=\""
    out.add(mark.name)
    out += mark == .dark ? "\" display=\"none\">" : "\">"
    for node in nodes { write(node, to: &out) }
    out += "</g>"
  }
}
