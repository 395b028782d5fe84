internal import BlazonSource
internal import BlazonSpec
internal import Synchronization

/// Programmes that were read before, by the folder that they stand in: one whose texts are the same is not read
/// again. For whoever reads folders over and over while their author writes.
public final class KnownProgrammes: Sendable {
  private struct Known {
    var documents: [ProgrammeDocument]
    var only: Set<String>
    var programme: Programme?
    /// What was found wrong in it.
    var report: Report
  }

  private let known = Mutex<[String: Known]>([:])

  public init() {}

  /// `Programme(document, base:only:report:)`, from what is known.
  func programme(
    _ document: ProgrammeDocument, base: ProgrammeDocument?, only: Set<String>,
    report: inout Report
  ) -> Programme? {
    let documents = [document] + [base].compactMap(\.self)
    if let known = known.withLock({ $0[document.folder] }), known.only == only,
      known.documents.count == documents.count,
      zip(known.documents, documents).allSatisfy({ $0.isSame(as: $1) })
    {
      report.add(known.report)
      return known.programme
    }
    var found = Report()
    let programme = Programme(document, base: base, only: only, report: &found)
    report.add(found)
    known.withLock {
      $0[document.folder] = Known(
        documents: documents, only: only, programme: programme, report: found)
    }
    return programme
  }
}
