internal import BlazonIntake
internal import BlazonLedger
internal import BlazonSource

extension Report {
  /// How many awards were left out.
  var rowsLeftOut: Int {
    struct Row: Hashable { var source: ObjectIdentifier?, line: Int? }
    return Set(
      diagnostics.filter(\.leavesOut).map {
        Row(source: $0.place.map { ObjectIdentifier($0.source) }, line: $0.place?.start.line)
      }
    ).count
  }

  /// The places of the awards that all errors are about; `nil` if one is about anything else.
  func rowsAtFault(among programmes: [LoadedProgramme]) -> Set<Place>? {
    struct Line: Hashable { var source: ObjectIdentifier, line: Int }
    var awards: [Line: [Place]] = [:]
    for place in programmes.flatMap({ $0.grants.map(\.award.place) }) {
      for line in place.start.line...place.end.line {
        awards[Line(source: ObjectIdentifier(place.source), line: line), default: []].append(place)
      }
    }
    var rows = Set<Place>()
    for error in diagnostics where error.severity == .error {
      guard let place = error.place,
        let row = awards[
          Line(source: ObjectIdentifier(place.source), line: place.start.line)]?
          .first(where: { $0.start <= place.start && place.end <= $0.end })
      else { return nil }
      rows.insert(row)
    }
    return rows.isEmpty ? nil : rows
  }
}
