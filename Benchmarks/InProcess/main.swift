import BlazonDesign
import BlazonIntake
import BlazonLedger
import BlazonPaint
import BlazonPress
import BlazonReadme
import BlazonScene
import BlazonSource
import BlazonSpec
import Foundation

// What a process does over and over, without what its start costs, for Benchmarks/inprocess.py: each command prints
// figures that the script compares with those of peers.

func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// `readme COUNT`: seconds of CPU for each of so many badges, no two of which say the same.
func readme(_ count: Int) throws {
  _ = try ReadmeBadge(label: "warm", message: "up").svg
  let start = cpuSeconds()
  var bytes = 0
  for number in 0..<count {
    bytes += try ReadmeBadge(label: "build \(number % 97)", message: "passing \(number)").svg.count
  }
  print((cpuSeconds() - start) / Double(count), bytes / count)
}

/// `encode ROUNDS RGBA WIDTH HEIGHT`: seconds of CPU for a PNG of these pixels, and its bytes.
func encode(_ rounds: Int, _ path: String, width: Int, height: Int) throws {
  let raster = Raster(
    width: width, height: height, pixels: Array(try Data(contentsOf: URL(filePath: path))))
  var size = PNGEncoder().encode(raster).count
  let start = cpuSeconds()
  for _ in 0..<rounds { size = PNGEncoder().encode(raster).count }
  print((cpuSeconds() - start) / Double(rounds), size)
}

/// `cards SPECS FOLDER COUNT`: the cards of the first awards, as SVG files; and `certificates` likewise.
func pages(_ kind: PageKind, _ specs: String, _ folder: String, _ count: Int) throws {
  var report = Report()
  let programmes = try SpecFolder.load([specs], report: &report)
  let studio = try Studio(programmes, report: &report)
  for loaded in programmes {
    for (index, grant) in loaded.grants.prefix(count).enumerated() {
      let award = AwardDesign(grant, in: loaded)
      let design = PageDesign(
        loaded.programme.pages.template(kind), nil, of: PageSubject(award, on: kind),
        in: loaded.programme)
      let scene = studio.withBench(for: loaded.programme) { bench in
        bench.compose(design, report: &report)
      }
      try Data(SVGPainter().paint(scene)).write(to: URL(filePath: "\(folder)/\(index).svg"))
    }
  }
}

let words = CommandLine.arguments.dropFirst().map(\.self)
switch words.first {
case "readme": try readme(Int(words[1]) ?? 0)
case "encode":
  try encode(
    Int(words[1]) ?? 1, words[2], width: Int(words[3]) ?? 0, height: Int(words[4]) ?? 0)
case "cards": try pages(.card, words[1], words[2], Int(words[3]) ?? 0)
case "certificates": try pages(.certificate, words[1], words[2], Int(words[3]) ?? 0)
default: fatalError("see Benchmarks/inprocess.py")
}
