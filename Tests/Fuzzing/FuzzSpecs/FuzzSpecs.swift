import BlazonDesign
import BlazonForm
import BlazonSource
import BlazonSpec
import FuzzDriver

/// A stranger's spec: read as a programme, extended by itself, or as a file of badges, presets and
/// pages; and told about in every way. No file is opened.
@main enum FuzzSpecs {
  static func main() { runFuzzer(readOneSpec) }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func readOneSpec(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var report = Report()
  defer { tell(report) }
  // What is no YAML needs no programme around it.
  guard let document = programmeDocument([("programme.yaml", bytes)], &report) else { return 0 }
  if String(decoding: bytes, as: UTF8.self).contains("programme:") {
    read(document, base: nil, &report)
    // Every fourth is extended by itself as well: that takes twice as long.
    if count.isMultiple(of: 4) { read(document, base: document, &report) }
  } else {
    let files = [("programme.yaml", Array(standardProgramme.utf8)), ("badges.yaml", bytes)]
    report = Report()
    guard let document = programmeDocument(files, &report) else { return 0 }
    read(document, base: nil, &report)
  }
  return 0
}

@_cdecl("LLVMFuzzerCustomMutator")
public func changeOneSpec(
  _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int, _ seed: UInt32
) -> Int {
  mutate(start, count, room: room, seed: seed, vocabulary: vocabulary)
}

@_cdecl("LLVMFuzzerCustomCrossOver")
public func crossTwoSpecs(
  _ one: UnsafePointer<UInt8>, _ oneCount: Int, _ other: UnsafePointer<UInt8>, _ otherCount: Int,
  _ out: UnsafeMutablePointer<UInt8>, _ room: Int, _ seed: UInt32
) -> Int {
  cross(
    UnsafeBufferPointer(start: one, count: oneCount),
    with: UnsafeBufferPointer(start: other, count: otherCount),
    to: UnsafeMutableBufferPointer(start: out, count: room), seed: seed)
}

/// Every key of the language.
private let vocabulary = Language.chapters.flatMap(\.keys).map { Array($0.name.utf8) }

/// What a file of badges finds beside itself. Its preset is small, so that much is read a second.
private let standardProgramme = """
  blazon: 1
  programme: acme
  name: Acme
  color: "#0B7A86"
  languages: [de, ar]
  presets:
    disc:
      shape: {type: circle, radius: 200, fill: $color}
      texts:
        title: {text: "{{title}}", box: [-150, -40, 300, 80], font: Inter, font-size: 40}
      when:
        marker: {shape: {radius: 180}}
      states:
        locked: {shape: {fill: "alpha($color, 50%)"}}
      optical:
        64: {shape: {radius: 220}}
  families:
    plain: {preset: disc, band: Plain}
    rich: {preset: disc, accent: "#FFB627", metal: gold, marker: AC, stars: 3}
  """

private func programmeDocument(
  _ files: [(name: String, bytes: [UInt8])], _ report: inout Report
) -> ProgrammeDocument? {
  let files = files.map { SourceText(name: "x/\($0.name)", bytes: $0.bytes) }
  return ProgrammeDocument(ProgrammeSources(folder: "x", files: files), report: &report)
}

/// Reads a programme, which may extend `base`, and makes of its badges what can be made.
private func read(
  _ document: ProgrammeDocument, base: ProgrammeDocument?, _ report: inout Report
) {
  guard let programme = Programme(document, base: base, report: &report) else { return }
  for badge in programme.badges.prefix(2) { use(badge, of: programme) }
}

/// Whatever is made of a badge before it is laid out.
private func use(_ badge: Badge, of programme: Programme) {
  for (drawing, width) in zip(badge.drawings, [512, 64]) {
    _ = Design(drawing, of: programme, width: width, language: "de").palette.listing
    _ = (drawing.yaml(isExpanded: true), drawing.unplacedWords, drawing.fileNames)
  }
  #if PLANTED
    plantedBug(badge)
  #endif
}

/// What was found, as people and programs are told.
private func tell(_ report: Report) {
  for finding in report.sorted.prefix(6) {
    for format in MessageFormat.allCases { _ = format.print(finding) }
  }
}

#if PLANTED
  /// A bug that is not ours, for the proof that bugs are found: a badge with more than three stars
  /// and a number above 50 for its marker reads a byte that is nobody's.
  private func plantedBug(_ badge: Badge) {
    guard let stars = badge.words.stars, stars > 3 else { return }
    guard let marker = badge.words.marker?.value, let number = Int(marker) else { return }
    guard number > 50 else { return }
    _ = byteAfter(marker.utf8.count)
  }
#endif
