import BlazonIntake
import BlazonSource

/// A programme of two badges with a drawing and a ledger, as files in memory.
enum Sample {
  static let programme = """
    blazon: 1
    programme: acme
    name: Acme
    color: "#0B7A86"
    awards: awards/*.csv
    families:
      plain: {preset: hexagon, band: Plain}
    """
  static let badges = """
    blazon: 1
    badges:
      first: {family: plain, title: First Light, emblem: art/mark.svg}
      second: {family: plain, title: Second Wind, emblem: ship}
    """
  static let mark = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>
    """
  static let ledger = "name,handle,badge,issued\nAda,ada,first,2026-03-09\n"

  static let files = [
    "specs/acme/programme.yaml": programme, "specs/acme/badges.yaml": badges,
    "specs/acme/art/mark.svg": mark, "specs/acme/awards/2026.csv": ledger,
  ]
}

/// What was read of some files in memory.
struct Reading {
  var programmes: [LoadedProgramme] = []
  var report = Report()
  var failure: String?

  init(_ files: [String: String], _ paths: [String] = ["specs"], awards: [String] = []) {
    self.init(SpecSource(files.mapValues { Array($0.utf8) }), paths, awards: awards)
  }

  init(_ source: SpecSource, _ paths: [String] = ["specs"], awards: [String] = []) {
    do throws(WorldError) {
      programmes = try SpecFolder.load(paths, from: source, awards: awards, report: &report)
    } catch {
      failure = error.description
    }
  }

  /// Every finding as `file:line:column: message`, in the order of printing.
  var findings: [String] {
    report.sorted.map { ($0.place.map { "\($0.label): " } ?? "") + $0.message }
  }
}
